import type { Node } from '../graph/graph.ts'
import { type AnyStep, type Graph, graphOf, isStep, nodeOf, type Place, type Step } from '../graph/step.ts'
import { isNamed, type NameOptions, nameIn } from './annotate.ts'
import { captured } from './capture.ts'
import type { ParCatchSignatures, ParSignatures } from './generated/ladders.ts'

type Arguments = readonly AnyStep[] | readonly [Readonly<Record<string, AnyStep>>]

type Branch = (step: AnyStep, place: Place) => Node

const construct = (
  place: string,
  branch: Branch,
  steps: readonly AnyStep[],
  keys?: readonly string[],
  options?: NameOptions,
) => {
  if (steps.length === 0) throw new TypeError(`${place}: expected at least one branch`)
  const of = (i: number) => (keys ? `key ${JSON.stringify(keys[i])}` : `argument ${i + 1}`)
  return graphOf<unknown, unknown>({
    _tag: 'Par',
    branches: Object.freeze(steps.map((step, i) => branch(step, () => `${place}, ${of(i)}`))),
    ...(keys && { keys: Object.freeze(keys) }),
    ...nameIn(place, options),
  })
}

const fromArguments =
  (place: string, branch: Branch) =>
  (...args: Arguments) => {
    const final = args.at(-1)
    const [branches, options] = args.length > 1 && isNamed(final) ? [args.slice(0, -1), final] : [args, undefined]
    const [first] = branches
    return branches.length === 1 && typeof first === 'object' && first !== null && !isStep(first)
      ? construct(place, branch, Object.values(first), Object.keys(first), options)
      : construct(place, branch, branches as readonly AnyStep[], undefined, options)
  }

/**
 * Runs branches in parallel on the same input. The output is the array of their outputs in order or, for a record of
 * branches, the record of their outputs. The first error of a branch fails the step and stops the other branches.
 *
 * `par` of one branch is not that branch: its output is an array of one.
 *
 * @example seq(order, par(price, stock))        // [Price, Stock]
 * @example seq(order, par({ price, stock }))    // { price: Price, stock: Stock }
 * @example par(price, stock, { name: 'Look both up' })
 * @throws TypeError when there is no branch, or one is not a step, naming its position or key.
 */
export const par: ParSignatures = /* @__PURE__ */ fromArguments('par', nodeOf) as ParSignatures

/**
 * Runs branches in parallel and never fails: an error of a branch becomes that branch's output, `{ Error, Cause }`, and the others
 * finish.
 *
 * `parCatch(a, b)` is `par(capture(a), capture(b))`; of branches that cannot fail it is `par`.
 *
 * @example seq(x, y, parCatch(z, g)) // [Outcome<Z>, Outcome<G>]
 */
export const parCatch: ParCatchSignatures = /* @__PURE__ */ fromArguments('parCatch', captured) as ParCatchSignatures

/**
 * Runs an array of branches of one type in parallel. `par(...branches)` is the same, up to the length of an argument list, with outputs of unknown type.
 *
 * @example parAll(regions.map((region) => task<Order, Stock>(`stock-${region}`))) // readonly Stock[]
 */
export const parAll = <I, O>(branches: readonly Step<I, O>[]): Graph<I, readonly O[]> =>
  construct('parAll', nodeOf, branches as readonly AnyStep[]) as Graph<I, readonly O[]>
