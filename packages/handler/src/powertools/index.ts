/**
/**
 * Powertools for AWS Lambda around a composed handler, without middy and without decorators. You pass the tools, so a bundle holds only
 * those that its handlers use.
 *
 * @module @orkestra/handler/powertools
 */

import type { Handler, Instrumentation } from '../composed.ts'
import { type LoggerLike, type LoggingOptions, logging } from './logging.ts'
import { type MeasuringOptions, type MetricsLike, measuring } from './measuring.ts'
import { type TracerLike, type TracingOptions, tracing } from './tracing.ts'

export type { SubsegmentLike } from './tracing.ts'
export type { LoggerLike, LoggingOptions, MeasuringOptions, MetricsLike, TracerLike, TracingOptions }

export interface PowertoolsOptions extends LoggingOptions, TracingOptions, MeasuringOptions {
  readonly logger?: LoggerLike
  /** Its import costs start-up and speed: it slows every promise of the process. */
  readonly tracer?: TracerLike
  readonly metrics?: MetricsLike
}

// Starting takes longer with them than Lambda's 3 s allow for.
const timeout = { seconds: 6 }

/**
 * Powertools' Logger around a handler. A bundle holds this layer only, where `powertools` holds all three.
 *
 * @example compose({ name: 'addPrice', instrumentation: withLogger(logger, { resetKeys: true }) }, async (item: Item) => { … })
 */
export const withLogger = (logger: LoggerLike, options: LoggingOptions = {}): Instrumentation => ({
  timeout,
  passContext: true,
  wrap: logging(logger, options),
  onDeadline: ({ name, remaining, elapsed, ...more }) => {
    logger.warn(`${name} has ${remaining} ms left before its time-out`, {
      remaining,
      elapsed,
      ...('event' in more && { event: more.event }),
    })
  },
})

/**
 * Powertools' Tracer around a handler. A bundle holds this layer only, where `powertools` holds all three.
 *
 * @example compose({ name: 'addPrice', instrumentation: [withTracer(tracer), withLogger(logger)] }, async (item: Item) => { … })
 */
export const withTracer = (tracer: TracerLike, options: TracingOptions = {}): Instrumentation => ({
  timeout,
  passContext: true,
  wrap: tracing(tracer, options),
})

/**
 * Powertools' Metrics around a handler. A bundle holds this layer only, where `powertools` holds all three.
 *
 * @example compose({ name: 'addPrice', instrumentation: [withMetrics(metrics), withLogger(logger)] }, async (item: Item) => { … })
 */
export const withMetrics = (metrics: MetricsLike, options: MeasuringOptions = {}): Instrumentation => ({
  timeout,
  wrap: measuring(metrics, options),
})

/**
 * Powertools' logger, tracer and metrics, those you pass, around a handler. The handler's schemas are checked inside, so an event
 * that does not fit is logged, traced and counted too.
 *
 * A handler with Powertools and no `timeout` of its own gets 6 s instead of Lambda's 3 s, because starting takes longer.
 *
 * @example compose({ name: 'addPrice', instrumentation: powertools({ logger, metrics }) }, async (item: Item) => { … })
 * @throws TypeError when no tool is given.
 */
export const powertools = (options: PowertoolsOptions): Instrumentation => {
  const { logger, tracer, metrics } = options
  const logged = logger && withLogger(logger, options)
  const tools = [metrics && withMetrics(metrics, options), tracer && withTracer(tracer, options), logged].filter(
    (tool) => tool !== undefined,
  )
  if (tools.length === 0) throw new TypeError('powertools: pass a logger, a tracer or metrics, or several of them')
  return {
    timeout,
    passContext: tools.some(({ passContext }) => passContext),
    wrap: (handler, name) => tools.reduceRight<Handler>((next, tool) => tool.wrap(next, name), handler),
    ...(logged?.onDeadline && { onDeadline: logged.onDeadline }),
  }
}
