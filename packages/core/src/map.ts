import { captured } from './capture.ts'
import { type AnyStep, type Each, type Graph, graphOf, type Node, nodeOf, type Step } from './graph.ts'
import type { Outcome } from './outcome.ts'

/** How a `map` goes through its items. */
export interface MapOptions {
  /** How many items at once; 0, the default, is as many as AWS allows (40 in an inline Map). */
  readonly maxConcurrency?: number
}

const construct = (place: string, item: Node, { maxConcurrency }: MapOptions): Graph<unknown, unknown> => {
  if (maxConcurrency !== undefined && (!Number.isInteger(maxConcurrency) || maxConcurrency < 0))
    throw new RangeError(`${place}: maxConcurrency must be an integer, zero or more, got ${String(maxConcurrency)}`)
  const node: Each = { _tag: 'Map', item, ...(maxConcurrency && { maxConcurrency }) }
  return graphOf(node)
}

/**
 * Once per element of an array. The first error of an item fails the whole.
 *
 * `map(identity())` is `identity()` on arrays.
 *
 * @example seq(listOrders, map(price, { maxConcurrency: 5 })) // readonly Price[]
 * @throws TypeError when the argument is no step; RangeError when maxConcurrency is no whole number.
 */
export const map = <A, B>(step: Step<A, B>, options: MapOptions = {}): Graph<readonly A[], readonly B[]> =>
  construct('map', nodeOf(step as AnyStep, 'map'), options) as Graph<readonly A[], readonly B[]>

/**
 * Once per element; an error of an item becomes that item's output `{ Error, Cause }`.
 *
 * `mapCatch(s)` is `map(capture(s))`.
 *
 * @example seq(listOrders, mapCatch(price)) // readonly Outcome<Price>[]
 */
export const mapCatch = <A, B>(
  step: Step<A, B>,
  options: MapOptions = {},
): Graph<readonly A[], readonly Outcome<B>[]> =>
  construct('mapCatch', captured(step as AnyStep, 'mapCatch'), options) as Graph<readonly A[], readonly Outcome<B>[]>
