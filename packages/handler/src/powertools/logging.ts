/** Powertools' Logger around a handler, with the same calls in the same order as `injectLambdaContext`. */
import type { Context } from '../context.ts'
import { stepOf } from '../step.ts'
import { asError, type Layer } from './layer.ts'

/** The parts of a Powertools Logger that this package uses. */
export interface LoggerLike {
  readonly level?: number
  refreshSampleRateCalculation(): void
  addContext(context: Context): void
  appendKeys(keys: { readonly [key: string]: unknown }): void
  removeKeys(keys: string[]): void
  logEventIfEnabled(event: unknown, overwriteValue?: boolean): void
  setCorrelationId(value: unknown, correlationIdPath?: string): void
  warn(message: string, extra: { readonly [key: string]: unknown }): void
  error(message: string, extra: { readonly [key: string]: unknown }): void
  resetKeys(): void
  clearBuffer?(): void
  flushBuffer?(): void
}

export interface LoggingOptions {
  /** Log events. Default: `POWERTOOLS_LOGGER_LOG_EVENT`, or else `false`, because events can contain personal data. */
  readonly logEvent?: boolean
  /** Log errors that the handler throws, with their stack. Default `true`. */
  readonly logErrors?: boolean
  /**
   * The path of a correlation id in the event, to include it in every log line. The logger needs a search function:
   * `new Logger({ correlationIdSearchFn: search })`, with `search` of `@aws-lambda-powertools/logger/correlationId`.
   */
  readonly correlationIdPath?: string
  /** After each invocation, remove the keys that the handler appended to the logger. Default `false`. */
  readonly resetKeys?: boolean
  /** Flush buffered log lines when the handler throws. Default `false`. */
  readonly flushBufferOnUncaughtError?: boolean
}

/**
 * Decides at random for each invocation whether to log everything, and otherwise resets the logger's level. For a logger without sampling, only
 * the reset remains, and it costs more than all the other calls. So it is skipped while the level is unchanged.
 */
const refreshing = (logger: LoggerLike): (() => void) => {
  // No public field of Powertools. Where it is not found, nothing is left out.
  const { sampleRateValue } = (logger as { powertoolsLogData?: { sampleRateValue?: number } }).powertoolsLogData ?? {}
  if (sampleRateValue !== 0) return () => logger.refreshSampleRateCalculation()
  let refreshed = 0
  let ownLevel: number | undefined
  return () => {
    // The first call does nothing, the second is the first to set the level.
    if (refreshed >= 2 && logger.level === ownLevel) return
    logger.refreshSampleRateCalculation()
    refreshed += 1
    ownLevel = logger.level
  }
}

export const logging = (logger: LoggerLike, options: LoggingOptions): Layer => {
  const { logEvent, logErrors = true, correlationIdPath, resetKeys, flushBufferOnUncaughtError } = options
  const refresh = refreshing(logger)
  let hasStepKeys = false
  return (next, name) => async (event, context) => {
    refresh()
    logger.addContext(context)
    const step = stepOf(context)
    if (step) logger.appendKeys({ execution: step.execution, state: step.state, attempt: step.attempt })
    else if (hasStepKeys) logger.removeKeys(['execution', 'state', 'attempt'])
    hasStepKeys = step !== undefined
    logger.logEventIfEnabled(event, logEvent)
    if (correlationIdPath) logger.setCorrelationId(event, correlationIdPath)
    try {
      return await next(event, context)
    } catch (thrown) {
      const error = asError(thrown)
      if (flushBufferOnUncaughtError) {
        logger.flushBuffer?.()
        logger.error('Uncaught error detected, flushing log buffer before exit', { error })
      } else if (logErrors) logger.error(`${name} failed`, { error })
      throw thrown
    } finally {
      if (resetKeys) logger.resetKeys()
      logger.clearBuffer?.()
    }
  }
}
