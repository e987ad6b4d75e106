/**
/**
 * Powertools for AWS Lambda around a composed handler, without middy and without decorators. You pass the tools, so a bundle holds only
 * those that its handlers use.
 *
 * @module @orkestra/handler/powertools
 */

import type { Handler, Instrumentation } from '../composed.ts'
import type { Layer } from './layer.ts'
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

/**
 * Powertools' logger, tracer and metrics, those that are given, around a handler. The schemas of the handler are checked inside, so
 * that an event that does not fit is logged, traced and counted too.
 *
 * A handler with Powertools and no `timeout` of its own gets 6 s instead of Lambda's 3 s, because starting takes longer.
 *
 * @example compose({ name: 'addPrice', instrumentation: powertools({ logger, metrics }) }, async (item: Item) => { … })
 * @throws TypeError when no tool is given.
 */
export const powertools = (options: PowertoolsOptions): Instrumentation => {
  const { logger, tracer, metrics } = options
  const layers: Layer[] = [
    ...(metrics ? [measuring(metrics, options)] : []),
    ...(tracer ? [tracing(tracer, options)] : []),
    ...(logger ? [logging(logger, options)] : []),
  ]
  if (layers.length === 0) throw new TypeError('powertools: give it a logger, a tracer or metrics, or several of them')
  return {
    timeout: { seconds: 6 },
    passContext: true,
    wrap: (handler, name) => layers.reduceRight<Handler>((next, layer) => layer(next, name), handler),
    ...(logger && {
      onDeadline: ({ name, remaining, elapsed, ...more }) => {
        logger.warn(`${name} has ${remaining} ms left before its time-out`, {
          remaining,
          elapsed,
          ...('event' in more && { event: more.event }),
        })
      },
    }),
  }
}
