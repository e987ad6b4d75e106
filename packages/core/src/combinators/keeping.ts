import type { Flat, Given } from '../expressions/types.ts'
import { type AnyStep, type Graph, graphOf, nodeOf, type Step } from '../graph/graph.ts'

/** An object with one more field, or another one of that name. */
export type With<I, K extends string, O> = Flat<Omit<I, K> & { [Key in K]: O }>

interface Keeping {
  /** Within a context that gives the input, a seq: all of it is kept. */
  <I extends object, O, const K extends string>(step: Step<Given<I>, O>, key: K): Graph<I, With<I, K, O>>
  /** Standing alone: what the step takes. */
  <I extends object, O, const K extends string>(step: Step<I, O>, key: K): Graph<I, With<I, K, O>>
}

/**
 * Keeps the input: the output is the input, an object, with the step's output in one field.
 *
 * @example seq(order, keeping(price, 'price'), ship) // ship gets the order and its price
 * @throws TypeError when the key is empty or the step is none.
 */
export const keeping: Keeping = <I extends object, O, const K extends string>(
  step: Step<I, O>,
  key: K,
): Graph<I, With<I, K, O>> => {
  if (typeof key !== 'string' || key === '') throw new TypeError(`keeping: expected a key, got ${JSON.stringify(key)}`)
  return graphOf({ _tag: 'Keep', body: nodeOf(step as AnyStep, 'keeping'), key })
}
