import type { Asked } from '../expressions/conditions.ts'
import type { Ref, Template, Value } from '../expressions/reference.ts'
import type { Given } from '../expressions/types.ts'
import { type AnyStep, type Graph, graphOf, type Node, type Step } from '../graph/graph.ts'
import { boundInputIfRead } from './bind.ts'
import { pass } from './pass.ts'
import { type RepeatOptions, repeating } from './repeatUntil.ts'
import { seq } from './seq.ts'

/** How a loop with a state goes on. */
export interface LoopOptions extends RepeatOptions {
  /** `true`: the condition is asked before the first lap, too, so that there may be none. */
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
 * A loop with a state that goes from lap to lap: `initial` makes it of the input, each lap makes the next one of it, and the first of
 * which the condition holds is the output. For pages by token, an index, a list that shrinks.
 *
 * A step that is written in place is a function of the state, as in `map`: `(state) => pass((s) => …)`.
 *
 * @example
 * loop(
 *   () => ({ token: null, found: 0 }),
 *   nextPage, // takes { token, found }, gives the next
 *   (page) => isNull(page.token),
 * )
 * @throws TypeError when the step is none, or an option needs another; RangeError when a number is out of range.
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
