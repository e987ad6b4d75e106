/** Handlers that pass on a task token, and the step that waits for the answer. */
import type { Duration, Graph, Json } from '@orkestra/core'
import { build } from './compose.ts'
import type { ComposeOptions, Handler, Metadata } from './composed.ts'
import type { Context } from './context.ts'

/** A task token. Returning it with an `A` completes the step. It is a string, so you can send it in an e-mail or a queue. */
export type TaskToken<A = unknown> = string & { readonly '~answer'?: A }

/** The event of a function in `waitForToken`. */
export interface TokenEvent<I, A = unknown> {
  /** The step's input. */
  readonly input: I
  readonly token: TaskToken<A>
}

/** A handler whose step takes an `I` and returns the `A` that is sent back with the token. */
export interface ComposedWithToken<I, A> extends Metadata {
  (event: TokenEvent<I, A>, context?: Context): Promise<void>
  readonly graph: Graph<I, Json<A>>
}

/** Options of a handler that passes on a token. */
export interface TokenOptions extends Omit<ComposeOptions, 'input' | 'output'> {
  /** The longest time between heartbeats. At least 1 s and shorter than `taskTimeout`. */
  readonly heartbeat?: Duration
}

/** The call signatures of the function that `waitForToken` returns. */
export interface ComposeWithToken<A> {
  <I>(fn: (event: TokenEvent<I, A>, context: Context) => unknown): ComposedWithToken<I, A>
  <I>(options: TokenOptions, fn: (event: TokenEvent<I, A>, context: Context) => unknown): ComposedWithToken<I, A>
}

/**
 * `compose` for a function that asks a person or another system. The function gets `{ input, token }` and passes on the token. The step waits, at no
 * cost, until the token is returned (with `taskTokens` from `@orkestra/handler/tokens`), and returns the answer, an `A`. Set a `taskTimeout` or a
 * `heartbeat`; otherwise it can wait for a year.
 *
 * @example
 * export const { ask } = handlers({ entry: import.meta.url }, {
 *   ask: waitForToken<Decision>()({ taskTimeout: days(7) }, async ({ input, token }: TokenEvent<Expense>) => {
 *     await mail(input.manager, `https://example.com/decide?token=${encodeURIComponent(token)}`)
 *   }),
 * })
 * @throws TypeError and RangeError as `compose` does, and RangeError when the heartbeat is not shorter than the time-out.
 */
export const waitForToken = <A>(): ComposeWithToken<A> =>
  ((first: TokenOptions | Handler, second?: Handler) => {
    const [options, fn] = typeof first === 'function' ? [{}, first] : [first, second as Handler]
    return build({ ...options, waitForToken: true }, fn)
  }) as unknown as ComposeWithToken<A>
