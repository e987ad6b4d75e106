import { type AnyStep, type Graph, graphOf, type Handler, nodeOf, type Step } from '../graph/graph.ts'
import type { Caught } from '../graph/outcome.ts'
import { checkedErrors } from './errors.ts'

/** What is done about some errors: made by `on` and `onAny`. */
export interface ErrorHandler<out O> extends Handler {
  /** Where the type parameter lives. Absent at run time. */
  readonly '~o'?: O | undefined
}

type Handled<H> = H extends readonly ErrorHandler<infer O>[] ? O : never

const handler = <O>(place: string, errors: readonly string[], step: Step<Caught, O>): ErrorHandler<O> =>
  Object.freeze({ errors: checkedErrors(place, errors), handler: nodeOf(step as AnyStep, place) })

/**
 * For `catchError`: what to do about an error, or several, by name. The step gets `{ Error, Cause }`.
 *
 * @example on('OutOfStock', apologise)
 * @example on(['Throttled', 'States.Timeout'], tryLater)
 * @throws TypeError when a name is empty or the step is none.
 */
export const on = <O>(errors: string | readonly string[], step: Step<Caught, O>): ErrorHandler<O> =>
  handler('on', typeof errors === 'string' ? [errors] : errors, step)

/** For `catchError`: what to do about any error. Comes last. @example onAny(report) */
export const onAny = <O>(step: Step<Caught, O>): ErrorHandler<O> => handler('onAny', ['States.ALL'], step)

/**
 * Runs a step; if it fails with an error that a handler is for, goes on with that handler. The first that matches decides, and
 * errors of handlers are not caught here. `States.Runtime` can be caught by nobody.
 *
 * @example catchError(charge, on('OutOfStock', apologise), onAny(report)) // what charge, apologise or report give
 * @throws TypeError when there is no handler, or one for any error is not the last.
 */
export const catchError = <I, O, const H extends readonly [ErrorHandler<unknown>, ...ErrorHandler<unknown>[]]>(
  step: Step<I, O>,
  ...handlers: H
): Graph<I, O | Handled<H>> => {
  if (handlers.length === 0) throw new TypeError('catchError: expected at least one handler: on(…) or onAny(…)')
  const early = handlers.findIndex(({ errors }) => errors.includes('States.ALL'))
  if (early !== -1 && early !== handlers.length - 1)
    throw new TypeError(
      `catchError: handler ${early + 1} is for any error, so those after it are never asked: put it last`,
    )
  return graphOf({ _tag: 'Catch', body: nodeOf(step as AnyStep, 'catchError'), handlers: Object.freeze([...handlers]) })
}
