/** With Powertools, a schema and a deadline. */
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics } from '@aws-lambda-powertools/metrics'
import { Tracer } from '@aws-lambda-powertools/tracer'
import { compose, deadlineSignal, handlers, remaining } from '@orkestra/handler'
import { powertools } from '@orkestra/handler/powertools'
import * as v from 'valibot'

const logger = new Logger({ serviceName: 'loop' })
const metrics = new Metrics({ namespace: 'loop', serviceName: 'loop' })

export const { price, hangs } = handlers(
  { instrumentation: powertools({ logger, metrics, tracer: new Tracer({ serviceName: 'loop' }) }) },
  {
    price: compose({ input: v.object({ id: v.string() }) }, async ({ id }, context) => {
      logger.info('pricing')
      return { id, left: remaining(context) > 0, aborted: deadlineSignal(context).aborted }
    }),
    hangs: (_: unknown, context) =>
      new Promise((_resolve, reject) => {
        // What it waits for keeps the process alive, as a request does.
        const waiting = setInterval(() => {}, 1_000)
        deadlineSignal(context, 300).addEventListener('abort', function (this: AbortSignal) {
          clearInterval(waiting)
          reject(this.reason)
        })
      }),
  },
)
