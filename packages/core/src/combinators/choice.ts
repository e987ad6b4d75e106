import { type Anything, type Condition, type Narrowed, toCondition } from '../expressions/conditions.ts'
import type { Expression } from '../expressions/expression.ts'
import { type Ref, type Reference, referenceTo } from '../expressions/reference.ts'
import { type AnyStep, type Arm, graphOf, type Node, nodeOf, type Step } from '../graph/graph.ts'
import { boundInputIfRead } from './bind.ts'
import type { ChoiceSignatures } from './generated/ladders.ts'

/** A way of a `choice`, made by `when` or `otherwise`. */
export interface Way<in I, out O> {
  /** Where the type parameters live. Absent at run time. */
  readonly '~io'?: ((input: I) => O) | undefined
  /** Absent of `otherwise`. */
  readonly condition?: Expression
  readonly then: Node
}

/** What is known of the payload where a condition holds; before the condition is known, anything goes. */
type Known<I, N> = unknown extends N
  ? never
  : [N] extends [Anything]
    ? [Anything] extends [N]
      ? I
      : Narrowed<I, N>
    : Narrowed<I, N>

interface When {
  /** The step takes what comes in. */
  <I, O>(condition: (input: Ref<I>) => Reference<boolean>, step: Step<NoInfer<I>, O>): Way<I, O>
  /** The step is written in place and reads what the condition said of the payload, in callbacks and as a variable. */
  <I, N, O>(
    condition: (input: Ref<I>) => Condition<N>,
    step: (value: Ref<Known<I, N>>) => Step<NoInfer<Known<I, N>>, O>,
  ): Way<I, O>
  /** The step takes what the condition said of the payload. */
  <I, N, O>(condition: (input: Ref<I>) => Condition<N>, step: Step<NoInfer<Known<I, N>>, O>): Way<I, O>
}

const isCallback = (step: unknown): step is (value: Ref<unknown>) => AnyStep =>
  typeof step === 'function' && !('graph' in step)

/**
 * A way of a `choice`: the step, where the condition holds of the payload. Where the condition says something about the payload's type,
 * the step may rely on it: `when((o) => eq(o.payment.kind, 'card'), chargeCard)`. Steps that are written in place see it when they are given as
 * a function, whose parameter is the payload as a variable, as in `bind`. A payload that is a union itself is narrowed where the
 * condition's parameter is annotated, `(p: Ref<Payment>) => …`: after a `seq`, TypeScript does not take the union apart.
 *
 * @example when((order) => gt(order.total, 100), approve)
 * @example when((order) => isPresent(order.coupon), (o) => pass((i) => ({ code: i.coupon, order: o.id })))
 * @throws TypeError when the callback gives no condition, or the step is none.
 */
export const when: When = ((condition: (input: Ref<unknown>) => unknown, step: AnyStep) =>
  Object.freeze({
    condition: toCondition('when', condition(referenceTo({ _tag: 'Input' }))),
    then: isCallback(step) ? boundInputIfRead('when', step) : nodeOf(step, 'when'),
  })) as When

/** The last way of a `choice`: the step, where no condition held. @example otherwise(fail({ error: 'NoSuchKind' })) */
export const otherwise = <I, O>(step: Step<I, O>): Way<I, O> & { readonly isLast: true } =>
  Object.freeze({ then: nodeOf(step as AnyStep, 'otherwise'), isLast: true })

/**
 * The first way whose condition holds. Its output is the union of theirs.
 *
 * @example
 * seq(order, choice(
 *   when((o) => gt(o.total, 1000), approve),
 *   when((o) => eq(o.status, 'cancelled'), fail({ error: 'Cancelled' })),
 *   otherwise(ship),
 * ))
 * @throws TypeError when there is no `when`, or the last way is not `otherwise`.
 */
export const choice: ChoiceSignatures = ((...ways: readonly Way<never, unknown>[]) => {
  const last = ways.at(-1)
  if (last === undefined || last.condition !== undefined)
    throw new TypeError('choice: the last way must be otherwise(…), for a payload of which no condition holds')
  const arms = ways.slice(0, -1).map(({ condition, then }, i): Arm => {
    if (condition === undefined)
      throw new TypeError(`choice, argument ${i + 1}: otherwise(…) must come last; those after it would never be asked`)
    return Object.freeze({ condition, then })
  })
  if (arms.length === 0) throw new TypeError('choice: expected at least one when(…)')
  return graphOf<unknown, unknown>({ _tag: 'Choice', arms: Object.freeze(arms), otherwise: last.then })
}) as ChoiceSignatures
