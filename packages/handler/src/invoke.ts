/** Runs each invocation of a composed handler. */
import type { Handler } from './composed.ts'
import { type Context, genericContext } from './context.ts'
import { type Guard, unwatch, watch } from './deadline.ts'
import { parsed, type Schema } from './schema.ts'

const isThenable = (value: unknown): value is Promise<unknown> =>
  typeof (value as { readonly then?: unknown } | null | undefined)?.then === 'function'

/** Wraps the function in its input and output schemas. */
export const checked = (fn: Handler, input: Schema | undefined, output: Schema | undefined, name: string): Handler => {
  const finish = (result: unknown) =>
    output ? parsed(output, result, `the output of ${name}`, (value) => value) : result
  const call: Handler = output
    ? (event, context) => {
        const result = fn(event, context)
        return isThenable(result) ? result.then(finish) : finish(result)
      }
    : fn
  return input
    ? (event, context) => parsed(input, event, `the input of ${name}`, (value) => call(value, context))
    : call
}

/** The handler as Lambda, tests and other handlers call it. */
export const invoking = (handler: Handler, guard: Guard | undefined) => {
  // By `then`, which costs less than an asynchronous function around it.
  const watched = (event: unknown, context: Context, of: Guard): Promise<unknown> => {
    const invocation = watch(of, context, event)
    const ended = (result: unknown) => {
      unwatch(invocation)
      return result
    }
    const failed = (error: unknown): never => {
      unwatch(invocation)
      throw error
    }
    try {
      return Promise.resolve(handler(event, context)).then(ended, failed)
    } catch (error) {
      unwatch(invocation)
      return Promise.reject(error)
    }
  }
  return (event: unknown, context?: Context | null): Promise<unknown> => {
    // Other triggers and tests may hand over less than a whole context.
    if (guard && context?.getRemainingTimeInMillis) return watched(event, context, guard)
    try {
      // A promise is handed on as it is: wrapping it would cost as much as a small handler itself.
      return Promise.resolve(handler(event, context ?? genericContext()))
    } catch (error) {
      return Promise.reject(error)
    }
  }
}
