/**
 * Powertools for AWS Lambda around a composed handler, without middy and without decorators.
 *
 * @module @orkestra/handler/powertools
 */

import { Logger } from '@aws-lambda-powertools/logger'
import type { Handler, Instrumentation } from '../composed.ts'
import type { Layer } from './layer.ts'
import { type LoggerLike, type LoggingOptions, logging } from './logging.ts'
import { type MeasuringOptions, type MetricsLike, measuring } from './measuring.ts'
import { type TracerLike, type TracingOptions, tracing } from './tracing.ts'

export type { SubsegmentLike } from './tracing.ts'
export type { LoggerLike, LoggingOptions, MeasuringOptions, MetricsLike, TracerLike, TracingOptions }

export interface PowertoolsOptions extends LoggingOptions, TracingOptions, MeasuringOptions {
  /** By default a `Logger` with its settings from the environment; `false` for none. */
  readonly logger?: LoggerLike | false
  /** Injected, as its import costs start-up and speed. */
  readonly tracer?: TracerLike
  /** Injected. */
  readonly metrics?: MetricsLike
}

/**
 * Logger, and tracer and metrics where they are given, around a handler. The schemas of the handler are checked inside, so
 * that an event that does not fit is logged, traced and counted too.
 *
 * A handler with Powertools and no `timeout` of its own gets 6 s instead of Lambda's 3 s, because starting takes longer.
 *
 * @example compose({ name: 'addPrice', instrumentation: powertools({ logger, metrics }) }, async (item: Item) => { … })
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
