import type { After, First, NotAfter, OfError } from '../graph/fitting.ts'
import type { Handler } from '../graph/graph.ts'
import type { Caught } from '../graph/outcome.ts'
import { type AnyStep, type Graph, graphOf, nodeOf } from '../graph/step.ts'
import type { CheckedError } from '../sdk/errors.ts'
import { checkedErrors } from './errors.ts'
import type { With } from './keeping.ts'

/** A handler for some errors, made by `on` and `onAny`. `N` is its step's input, `K` the key of the error. */
export interface ErrorHandler<out O, in N = Caught, out K = undefined> extends Handler {
  /** Where the type parameters live. Absent at run time. */
  readonly '~o'?: ((needs: N) => readonly [O, K]) | undefined
}

/** Any handler at all. */
type AnyHandler = ErrorHandler<unknown, never, string | undefined>

type Handled<H> = H extends readonly ErrorHandler<infer O, never, string | undefined>[] ? O : never

/** What a step of `B` may have added to an `I` before it failed. */
type Kept<I, B> = I extends object
  ? B extends object
    ? Flat<I & { readonly [K in Exclude<keyof B, keyof I>]?: B[K] }>
    : I
  : I
type Flat<T> = { [K in keyof T]: T[K] }

/** What a handler gets of a body from `I` to `B`. */
type Given<I, B, K> = K extends string ? With<Kept<I, B>, K, Caught> : Caught

/** A handler that takes what it is given, or the one that it would have to be. */
type Fitting<I, B, H> =
  H extends ErrorHandler<infer O, infer N, infer K>
    ? [Given<I, B, K>] extends [N]
      ? H
      : NotFor<NotAfter<Given<I, B, K>, Graph<N, O>, 'what the handler gets'>, Given<I, B, K>>
    : H

/** How a handler receives an error. */
export interface HandlerOptions<K extends string> {
  /** Passes the failing step's input with the error under this key, instead of the error alone. */
  readonly keeping: K
}

/** The handler that is asked for, after the reason why the given one does not fit. */
type NotFor<_Reason, N> = ErrorHandler<unknown, N, string | undefined> & Handler

interface On {
  <S, O, const E extends string = string>(
    errors: CheckedError<E> | readonly CheckedError<E>[],
    step: After<Caught, S, O, OfError>,
  ): ErrorHandler<O, Caught, undefined>
  <I, S, O, const K extends string, const E extends string = string>(
    errors: CheckedError<E> | readonly CheckedError<E>[],
    step: First<I, S, O>,
    options: HandlerOptions<K>,
  ): ErrorHandler<O, I, K>
}

interface OnAny {
  <S, O>(step: After<Caught, S, O, OfError>): ErrorHandler<O, Caught, undefined>
  <I, S, O, const K extends string>(step: First<I, S, O>, options: HandlerOptions<K>): ErrorHandler<O, I, K>
}

const handler = (
  place: string,
  errors: readonly string[],
  step: AnyStep,
  options: Partial<HandlerOptions<string>> = {},
): Handler => {
  const { keeping } = options
  if (keeping !== undefined && (typeof keeping !== 'string' || keeping === ''))
    throw new TypeError(`${place}: keeping must be a key, got ${JSON.stringify(keeping)}`)
  return Object.freeze({
    errors: checkedErrors(place, errors),
    handler: nodeOf(step, place),
    ...(keeping !== undefined && { keep: keeping }),
  })
}

/**
 * For `catchError`: handles one or several errors by name. The step gets `{ Error, Cause }`; with `keeping`, it gets the failing
 * step's input, which must be an object, with the error under that key.
 *
 * @example on('OutOfStock', apologise)
 * @example on(['Throttled', 'States.Timeout'], tryLater)
 * @example on('OutOfStock', refund, { keeping: 'error' }) // refund gets the order, and { error: { Error, Cause } } in it
 * @throws TypeError when a name or the key is empty, or the step is not a step.
 */
export const on: On = ((errors: string | readonly string[], step: AnyStep, options?: HandlerOptions<string>): Handler =>
  handler('on', typeof errors === 'string' ? [errors] : errors, step, options)) as On

/**
 * For `catchError`: handles any error. Must be the last handler.
 *
 * @example onAny(report)
 * @example onAny(cleanUp, { keeping: 'error' })
 * @throws TypeError when the key is empty, or the step is not a step.
 */
export const onAny: OnAny = ((step: AnyStep, options?: HandlerOptions<string>): Handler =>
  handler('onAny', ['States.ALL'], step, options)) as OnAny

/**
 * Runs a step; if it fails with an error that a handler matches, continues with that handler. The first match wins, and
 * errors of handlers are not caught. `States.Runtime` cannot be caught.
 *
 * A handler with `keeping` also gets the payload. In a sequence this is the failing step's input, so fields that `keeping` added
 * earlier are available; steps after one that replaces the payload count as one step with it.
 *
 * @example catchError(charge, on('OutOfStock', apologise), onAny(report)) // what charge, apologise or report give
 * @example catchError(seq(keeping(flight, 'flight'), keeping(car, 'car')), onAny(cancel, { keeping: 'error' }))
 * @throws TypeError when there is no handler, or one for any error is not the last.
 */
export const catchError = <I, S, B, const H extends readonly [AnyHandler, ...AnyHandler[]]>(
  step: First<I, S, B>,
  ...handlers: { readonly [At in keyof H]: Fitting<I, B, H[At]> }
): Graph<I, B | Handled<H>> => {
  const given = handlers as readonly Handler[]
  if (given.length === 0) throw new TypeError('catchError: expected at least one handler: on(…) or onAny(…)')
  const early = given.findIndex(({ errors }) => errors.includes('States.ALL'))
  if (early !== -1 && early !== given.length - 1)
    throw new TypeError(
      `catchError: handler ${early + 1} handles every error, so later handlers are never used: put it last`,
    )
  return graphOf({ _tag: 'Catch', body: nodeOf(step as AnyStep, 'catchError'), handlers: Object.freeze([...given]) })
}
