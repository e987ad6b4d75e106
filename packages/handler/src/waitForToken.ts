/** Handlers that pass a task token on, and the step that waits for its answer. */
import type { Duration, Graph, Json } from '@orkestra/core'
import { build } from './compose.ts'
import type { ComposeOptions, Handler, Metadata } from './composed.ts'
import type { Context } from './context.ts'

/** A task token. Whoever returns it, with an `A`, ends the step. It is text, and may travel in an e-mail or a queue. */
export type TaskToken<A = unknown> = string & { readonly '~answer'?: A }

/** What the function of `waitForToken` gets. */
export interface TokenEvent<I, A = unknown> {
  /** The step's input. */
  readonly input: I
  readonly token: TaskToken<A>
}

/** A handler whose step takes an `I`, and gives the `A` that somebody returns with the token. */
export interface ComposedWithToken<I, A> extends Metadata {
  (event: TokenEvent<I, A>, context?: Context): Promise<void>
  readonly graph: Graph<I, Json<A>>
}

/** Options of a handler that passes a token on. */
export interface TokenOptions extends Omit<ComposeOptions, 'input' | 'output'> {
  /** How long whoever holds the token may be silent. From 1 s, shorter than `taskTimeout`. */
  readonly heartbeat?: Duration
}

/** How the result of `waitForToken` is called. */
export interface ComposeWithToken<A> {
  <I>(fn: (event: TokenEvent<I, A>, context: Context) => unknown): ComposedWithToken<I, A>
  <I>(options: TokenOptions, fn: (event: TokenEvent<I, A>, context: Context) => unknown): ComposedWithToken<I, A>
}

/**
 * `compose` for a function that asks somebody: it gets `{ input, token }` and passes the token on; the step waits, at no cost, until the
 * token is returned (`taskTokens` of `@orkestra/handler/tokens`), and gives the answer, an `A`. Give it a `taskTimeout` or a
 * `heartbeat`, or it may wait for a year.
 *
 * @example
 * export const { ask } = handlers({ entry: import.meta.url }, {
 *   ask: waitForToken<Decision>()({ taskTimeout: days(7) }, async ({ input, token }: TokenEvent<Expense>) => {
 *     await mail(input.manager, `https://example.com/decide?token=${encodeURIComponent(token)}`)
 *   }),
 * })
 * @throws TypeError and RangeError as `compose` does; RangeError, too, when the heartbeat is not shorter than the time-out.
 */
export const waitForToken = <A>(): ComposeWithToken<A> =>
  ((first: TokenOptions | Handler, second?: Handler) => {
    const [options, fn] = typeof first === 'function' ? [{}, first] : [first, second as Handler]
    return build({ ...options, waitForToken: true }, fn)
  }) as unknown as ComposeWithToken<A>
