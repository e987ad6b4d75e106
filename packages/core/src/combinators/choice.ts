import { type AskBy, type Asked, toCondition } from '../expressions/conditions.ts'
import type { Anything, Left, Narrowed } from '../expressions/narrowing.ts'
import { dataOf, type Given, inputReference, type Ref } from '../expressions/reference.ts'
import type { AfterOrOf, Taken } from '../graph/fitting.ts'
import type { Arm, Node } from '../graph/graph.ts'
import { type AnyStep, graphOf, nodeOf, type Unchecked } from '../graph/step.ts'
import { isNamed, type Named, nameIn } from './annotate.ts'
import { boundInputIfRead } from './bind.ts'
import type { ChoiceSignatures } from './generated/ladders.ts'
import type { Otherwise, Way } from './way.ts'

export type { Otherwise, Way } from './way.ts'

/** What is known of the payload where a condition holds; all of it, before the condition is known. */
type Known<I, N> =
  IsAsked<N> extends true
    ? [N] extends [Anything]
      ? [Anything] extends [N]
        ? I
        : Narrowed<I, N>
      : Narrowed<I, N>
    : I

/** TypeScript looks at a step first and at the condition's callback then. */
type IsAsked<N> = unknown extends N ? false : [N] extends [never] ? false : true

/** Before the condition is known any step goes. */
type AnyBefore<N, S> = IsAsked<N> extends true ? never : [S] extends [AnyStep] ? Unchecked : never

const isCallback = (step: unknown): step is (value: Ref<unknown>) => AnyStep =>
  typeof step === 'function' && !('graph' in step)

/**
 * A branch of a `choice`: runs the step when the condition is true. If the condition narrows the payload's type, the step gets the
 * narrowed type: `when((o) => eq(o.payment.kind, 'card'), chargeCard)`. An inline step sees the narrowed type if you write it as
 * a function of the payload, as in `bind`. The following branches get the rest of
 * a union type.
 *
 * @example when((order) => gt(order.total, 100), approve)
 * @example when((order) => isPresent(order.coupon), (o) => pass((i) => ({ code: i.coupon, order: o.id })))
 * @throws TypeError when the callback returns no condition, drops one that it has built, or the step is not a step.
 */
export const when = <I, N, E, O, S = never>(
  condition: (input: Ref<I>) => Asked<AskBy, N, E>,
  step: AfterOrOf<Given<Known<I, N>>, S, O, [value: Ref<Known<I, N>>], 'the payload'> | AnyBefore<N, S>,
): Way<I, O, Left<I, E>> =>
  Object.freeze({
    condition: toCondition(
      'when',
      dataOf('when', () => condition(inputReference())),
    ),
    then: thenOf('when', step),
  })

const thenOf = (place: string, step: unknown): Node =>
  isCallback(step) ? boundInputIfRead(place, step) : nodeOf(step as AnyStep, place)

const last = 'the last way of a choice is otherwise(…)'

/**
 * The last branch of a `choice`: runs the step when no condition was true. It gets the rest of a union type; an inline
 * step can be a function of the payload.
 *
 * @example otherwise(fail({ error: 'NoSuchKind' }))
 */
export const otherwise = <O, S = never, I = Taken<S>>(
  step: AfterOrOf<Given<I>, S, O, [value: Ref<I>], 'the payload'>,
): Otherwise<I, O> => Object.freeze({ then: thenOf('otherwise', step), [last]: true })

/**
 * Runs the first branch whose condition is true. The output type is the union of the branches' outputs.
 *
 * @example
 * seq(order, choice(
 *   when((o) => gt(o.total, 1000), approve),
 *   when((o) => eq(o.status, 'cancelled'), fail({ error: 'Cancelled' })),
 *   otherwise(ship),
 * ))
 * @example choice(when((o) => gt(o.total, 1000), approve), otherwise(ship), { name: 'How much is it?' })
 * @throws TypeError when there is no `when`, or the last branch is not `otherwise`.
 */
export const choice: ChoiceSignatures = ((
  ...given: readonly (Way<never, unknown> | Otherwise<never, unknown> | Named)[]
) => {
  const end = given.at(-1)
  const options = isNamed(end) ? end : undefined
  const ways = (options === undefined ? given : given.slice(0, -1)) as readonly (
    | Way<never, unknown>
    | Otherwise<never, unknown>
  )[]
  const final = ways.at(-1)
  if (final === undefined || !(last in final))
    throw new TypeError('choice: the last argument must be otherwise(…), for a payload that meets no condition')
  const arms = ways.slice(0, -1).map((way, i): Arm => {
    if (last in way)
      throw new TypeError(`choice, argument ${i + 1}: otherwise(…) must come last: later arguments would never be used`)
    return Object.freeze({ condition: way.condition, then: way.then })
  })
  if (arms.length === 0) throw new TypeError('choice: expected at least one when(…)')
  return graphOf<unknown, unknown>({
    _tag: 'Choice',
    arms: Object.freeze(arms),
    otherwise: final.then,
    ...nameIn('choice', options),
  })
}) as ChoiceSignatures
