/**
 * Handlers that do their work once, even if Step Functions retries them, with Powertools Idempotency.
 *
 * @module @orkestra/handler/idempotency
 */

import { type IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency'
import type { Instrumentation } from './composed.ts'
import type { Context } from './context.ts'
import { stepOf } from './step.ts'

type MakeOptions = Parameters<typeof makeIdempotent>[1]

/** Options of `idempotent`. */
export interface IdempotentOptions {
  /** Where Powertools stores the results: `new DynamoDBPersistenceLayer({ tableName })` or your own. */
  readonly persistenceStore: MakeOptions['persistenceStore']
  /** Options for Powertools, such as which part of the event is the key and how long results are kept. */
  readonly config?: IdempotencyConfig
  /** Returns the key that identifies a piece of work. Default: the execution, the state, the time it was entered, and the event. */
  readonly key?: (event: unknown, context: Context) => unknown
}

const stepKey = (event: unknown, context: Context): unknown => {
  const step = stepOf(context)
  if (step === undefined)
    throw new TypeError(
      'idempotent: this invocation belongs to no execution of Step Functions, so a retry cannot be distinguished from new work. Pass { key }',
    )
  // All attempts at a state have one time of entry; each lap of a loop, and each item of a map, has its own, or its own event.
  return { execution: step.execution, state: step.state, entered: step.entered, event }
}

/**
 * An instrumentation that runs a step's work once. After a successful attempt, later attempts return its result. An attempt that starts while
 * another one is running fails, so that Step Functions can retry it. With `powertools`, put it last, so that every attempt is logged.
 *
 * @example
 * const once = idempotent({ persistenceStore: new DynamoDBPersistenceLayer({ tableName: 'once' }) })
 * export const { charge } = handlers({ entry: import.meta.url, instrumentation: [powertools({ logger }), once] }, { charge: async … })
 */
export const idempotent = ({ persistenceStore, config, key = stepKey }: IdempotentOptions): Instrumentation => ({
  passContext: true,
  wrap: (handler, name) => {
    // Powertools looks for the context in second place: by the time that is left it frees what a lost attempt held.
    const once = makeIdempotent((_: unknown, context: Context, event: unknown) => handler(event, context), {
      persistenceStore,
      ...(config && { config }),
    } as never)
    return (event, context) =>
      (once as (...args: unknown[]) => unknown)({ handler: name, key: key(event, context) }, context, event)
  },
})
