import { build, withDefaults } from './compose.ts'
import { type Composed, compositionOf, type Handler, type SharedOptions } from './composed.ts'
import type { Context } from './context.ts'

/** A value that `handlers` accepts under each name: a function, or `compose(options, fn)` to set options for it. */
export type HandlerFunction = (event: never, context: Context, callback: never) => unknown

// A function that is typed as a `Handler` of aws-lambda may return nothing, for its callback; that is no result.
type ResultOf<More extends readonly unknown[], R> = Awaited<More['length'] extends 2 ? Exclude<R, void> : R>

/** The composed handler that `handlers` makes from a function. */
export type ComposedOf<F> = F extends { readonly graph: unknown }
  ? F
  : F extends (event: infer I, ...more: infer More) => infer R
    ? Composed<I, ResultOf<More, R>>
    : never

/** The call signatures of `handlers`. */
export interface Handlers {
  <const T extends Readonly<Record<string, HandlerFunction>>>(
    functions: T,
  ): { readonly [K in keyof T]: ComposedOf<T[K]> }
  <const T extends Readonly<Record<string, HandlerFunction>>>(
    options: SharedOptions,
    functions: T,
  ): { readonly [K in keyof T]: ComposedOf<T[K]> }
}

const named = (defaults: SharedOptions, key: string, value: Handler): Composed<never, unknown> => {
  const { options, fn } = compositionOf(value)
  // Exported under its key, whatever it is called.
  const exported = options.name === undefined ? { name: key } : { handler: key }
  return build({ ...exported, ...withDefaults(defaults, options) }, fn)
}

/**
 * Makes handlers from functions. The keys are their names; no bundler changes them. Export each handler under its key, as below, so that
 * Lambda finds it. The options in the first argument apply to all handlers; for individual options, write `compose(options, fn)`.
 *
 * @example
 * export const { price, tax } = handlers({ entry: import.meta.url, timeout: seconds(6) }, {
 *   price: async ({ id }: { id: string }) => ({ id, price: 3.14 }),
 *   tax: compose({ memorySize: 512 }, async (order: { price: number }) => order.price * 0.19),
 * })
 * seq(price, tax) // two steps named "price" and "tax"
 * @throws TypeError and RangeError as `compose` does; the message names the handler.
 */
export const handlers: Handlers = ((
  ...args: readonly [SharedOptions, Record<string, Handler>] | readonly [Record<string, Handler>]
) => {
  const [defaults, functions] = args.length === 1 ? [{}, args[0]] : args
  return Object.freeze(
    Object.fromEntries(Object.entries(functions).map(([key, value]) => [key, named(defaults, key, value)])),
  )
}) as unknown as Handlers
