/**
 * Powertools for AWS Lambda around a composed handler, without middy and without decorators. Only who imports this module
 * pays for it. The order of the calls is that of Powertools' own `injectLambdaContext`, `captureLambdaHandler` and `logMetrics`.
 */
import { Logger } from '@aws-lambda-powertools/logger'
import type { Instrumentation } from './compose.ts'
import type { Context } from './context.ts'

/** What is used of a Powertools Logger. */
export interface LoggerLike {
  readonly level?: number
  refreshSampleRateCalculation(): void
  addContext(context: Context): void
  logEventIfEnabled(event: unknown, overwriteValue?: boolean): void
  error(message: string, extra: { readonly [key: string]: unknown }): void
  resetKeys(): void
  clearBuffer?(): void
  flushBuffer?(): void
}

/** What is used of a subsegment of X-Ray. */
export interface SubsegmentLike {
  close(error?: Error): void
}

/** What is used of a Powertools Tracer. Importing the Tracer slows every promise of the process, so it is never imported here. */
export interface TracerLike {
  isTracingEnabled(): boolean
  getSegment(): unknown
  setSegment(segment: never): void
  annotateColdStart(): void
  addServiceNameAnnotation(): void
  addResponseAsMetadata(data?: unknown, methodName?: string): void
  addErrorAsMetadata(error: Error): void
}

/** What is used of Powertools Metrics. */
export interface MetricsLike {
  setThrowOnEmptyMetrics(value: boolean): void
  setDefaultDimensions(dimensions: Record<string, string>): void
  captureColdStartMetric(functionName?: string): void
  hasStoredMetrics(): boolean
  publishStoredMetrics(): void
}

export interface PowertoolsOptions {
  /** By default a `Logger` with its settings from the environment; `false` for none. */
  readonly logger?: LoggerLike | false
  /** Injected, as its import costs start-up and speed. */
  readonly tracer?: TracerLike
  /** Injected. */
  readonly metrics?: MetricsLike
  /** Whether events are logged. By default as `POWERTOOLS_LOGGER_LOG_EVENT` says, which is no: events may hold personal data. */
  readonly logEvent?: boolean
  /** Drop the keys that the handler appended to the logger, after each invocation. Default `false`. */
  readonly resetKeys?: boolean
  /** Write the buffered log lines out when the handler throws. Default `false`. */
  readonly flushBufferOnUncaughtError?: boolean
  /** Put the handler's result into the trace. Default `true`. */
  readonly captureResponse?: boolean
  /** Count cold starts. Default `true`. */
  readonly captureColdStartMetric?: boolean
  /** Throw when an invocation recorded no metric. Default `false`. */
  readonly throwOnEmptyMetrics?: boolean
  readonly defaultDimensions?: Readonly<Record<string, string>>
}

type Wrapped = (event: unknown, context: Context) => unknown
type Layer = (next: Wrapped, name: string) => Wrapped

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))

/**
 * Draws lots for each invocation whether all is logged, and else sets the log level back to the logger's own. Of a logger that
 * samples nothing that is all it does, at more than the price of all the rest; so where the level is its own, it is left out.
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

const logging = (logger: LoggerLike, { logEvent, resetKeys, flushBufferOnUncaughtError }: PowertoolsOptions): Layer => {
  const refresh = refreshing(logger)
  return (next) => async (event, context) => {
    refresh()
    logger.addContext(context)
    logger.logEventIfEnabled(event, logEvent)
    try {
      return await next(event, context)
    } catch (thrown) {
      if (flushBufferOnUncaughtError) {
        logger.flushBuffer?.()
        logger.error('Uncaught error detected, flushing log buffer before exit', { error: asError(thrown) })
      }
      throw thrown
    } finally {
      if (resetKeys) logger.resetKeys()
      logger.clearBuffer?.()
    }
  }
}

interface Segment {
  addNewSubsegment(name: string): SubsegmentLike
}

const tracing =
  (tracer: TracerLike, { captureResponse = true }: PowertoolsOptions): Layer =>
  (next, name) =>
  async (event, context) => {
    const parent = tracer.isTracingEnabled() ? (tracer.getSegment() as Segment | undefined) : undefined
    if (parent === undefined) return next(event, context)
    const handler = process.env._HANDLER ?? name
    const subsegment = parent.addNewSubsegment(`## ${handler}`)
    tracer.setSegment(subsegment as never)
    tracer.annotateColdStart()
    tracer.addServiceNameAnnotation()
    try {
      const result = await next(event, context)
      if (captureResponse) tracer.addResponseAsMetadata(result, handler)
      return result
    } catch (thrown) {
      tracer.addErrorAsMetadata(asError(thrown))
      throw thrown
    } finally {
      subsegment.close()
      tracer.setSegment(parent as never)
    }
  }

const measuring = (metrics: MetricsLike, options: PowertoolsOptions): Layer => {
  const { captureColdStartMetric = true, throwOnEmptyMetrics = false, defaultDimensions } = options
  return (next) => async (event, context) => {
    metrics.setThrowOnEmptyMetrics(throwOnEmptyMetrics)
    if (defaultDimensions) metrics.setDefaultDimensions({ ...defaultDimensions })
    if (captureColdStartMetric) metrics.captureColdStartMetric(context.functionName)
    try {
      return await next(event, context)
    } finally {
      // With nothing stored, publishing would warn at every invocation.
      if (throwOnEmptyMetrics || metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
    }
  }
}

/**
 * Logger, and tracer and metrics where they are given, around a handler. The schemas of the handler are checked inside, so
 * that an event that does not fit is logged, traced and counted too.
 *
 * A handler with Powertools and no `timeout` of its own gets 6 s instead of Lambda's 3 s, because starting takes longer.
 *
 * @example compose({ entry: import.meta.url, powertools: powertools({ logEvent: true, metrics }) }, async function addPrice(item: Item) { … })
 */
export const powertools = (options: PowertoolsOptions = {}): Instrumentation => {
  const logger: LoggerLike | false = options.logger ?? new Logger()
  const layers: Layer[] = [
    ...(options.metrics ? [measuring(options.metrics, options)] : []),
    ...(options.tracer ? [tracing(options.tracer, options)] : []),
    ...(logger ? [logging(logger, options)] : []),
  ]
  return {
    timeout: { seconds: 6 },
    wrap: (handler, name) => layers.reduceRight<Wrapped>((next, layer) => layer(next, name), handler),
    ...(logger && {
      onDeadline: (name: string, event: unknown, remaining: number) =>
        logger.error(`${name} is about to time out`, { event, remaining }),
    }),
  }
}
