import type { Asked } from '../expressions/conditions.ts'
import type { Ref, Template, Value } from '../expressions/reference.ts'
import type { Given } from '../expressions/types.ts'
import type { Node } from '../graph/graph.ts'
import { type AnyStep, type Graph, graphOf, type Step } from '../graph/step.ts'
import { boundInputIfRead } from './bind.ts'
import { pass } from './pass.ts'
import { type RepeatOptions, repeating } from './repeatUntil.ts'
import { seq } from './seq.ts'

/** How a loop with a state runs. */
export interface LoopOptions extends RepeatOptions {
  /** `true`: check the condition before the first iteration too, so there may be none. */
  readonly checkFirst?: boolean
}

/** A step that is written in place is a function of the state. */
const lapOf = (step: AnyStep | ((state: Ref<unknown>) => AnyStep)): AnyStep =>
  typeof step === 'function' && !('graph' in step) ? (boundInputIfRead('loop', step) as AnyStep) : (step as AnyStep)

/** What a state that starts as `T` is on the whole: of a literal, any of its kind. */
type Wide<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer A)[]
        ? readonly Wide<A>[]
        : { readonly [K in keyof T]: Wide<T[K]> }

/**
 * A loop with a state: `initial` computes it from the input, each iteration returns the next state, and the first state
 * for which the condition is true is the output. Use it for pagination, an index, or a list that shrinks.
 *
 * Write an inline step as a function of the state, as in `map`: `(state) => pass((s) => …)`.
 *
 * @example
 * loop(
 *   () => ({ token: null, found: 0 }),
 *   nextPage, // takes { token, found }, returns the next state
 *   (page) => isNull(page.token),
 * )
 * @throws TypeError when an argument is not a step, or an option needs another; RangeError when a number is out of range.
 */
export const loop = <I, const X extends Template, S = Wide<Value<X>>>(
  initial: (input: Ref<I>) => X & (Value<X> extends Given<S> ? unknown : Given<S>),
  step: Step<S, S> | ((state: Ref<S>) => Step<Given<S>, S>),
  until: (state: Ref<Given<S>>) => Asked,
  { checkFirst = false, ...options }: LoopOptions = {},
): Graph<I, S> => {
  const lap: Node = Object.freeze({
    ...repeating('loop', lapOf(step as AnyStep), until as never, options),
    carries: true,
    ...(checkFirst && { asksFirst: true as const }),
  })
  return seq(pass(initial as never) as AnyStep as Step<I, S>, graphOf<S, S>(lap)) as Graph<I, S>
}
