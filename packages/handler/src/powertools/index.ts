/**
 * Adds Powertools for AWS Lambda to a composed handler, without middy or decorators. You pass the tools, so a bundle contains only
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

/** The tools for `powertools`, and their options. */
export interface PowertoolsOptions extends LoggingOptions, TracingOptions, MeasuringOptions {
  readonly logger?: LoggerLike
  /** Importing the Tracer slows start-up and every promise of the process. */
  readonly tracer?: TracerLike
  readonly metrics?: MetricsLike
}

// Starting takes longer with them than Lambda's 3 s allow for.
const timeout = { seconds: 6 }

/**
 * Adds Powertools' Logger to a handler. A bundle includes only this layer, while `powertools` includes all three.
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
 * Adds Powertools' Tracer to a handler. A bundle includes only this layer, while `powertools` includes all three.
 *
 * @example compose({ name: 'addPrice', instrumentation: [withTracer(tracer), withLogger(logger)] }, async (item: Item) => { … })
 */
export const withTracer = (tracer: TracerLike, options: TracingOptions = {}): Instrumentation => ({
  timeout,
  passContext: true,
  wrap: tracing(tracer, options),
})

/**
 * Adds Powertools' Metrics to a handler. A bundle includes only this layer, while `powertools` includes all three.
 *
 * @example compose({ name: 'addPrice', instrumentation: [withMetrics(metrics), withLogger(logger)] }, async (item: Item) => { … })
 */
export const withMetrics = (metrics: MetricsLike, options: MeasuringOptions = {}): Instrumentation => ({
  timeout,
  wrap: measuring(metrics, options),
})

/**
 * Adds the Powertools logger, tracer and metrics that you pass to a handler. They wrap the schema checks, so an event
 * that does not match its schema is also logged, traced and counted.
 *
 * A handler with Powertools and without a `timeout` gets 6 s instead of Lambda's 3 s, because it starts more slowly.
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
