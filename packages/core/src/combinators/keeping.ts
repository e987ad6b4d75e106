import type { Flat, Given } from '../expressions/types.ts'
import type { After, Taken } from '../graph/fitting.ts'
import { type AnyStep, type Graph, graphOf, nodeOf } from '../graph/step.ts'

/** An object with one more field, or another one of that name. */
export type With<I, K extends string, O> = Flat<Omit<I, K> & { [Key in K]: O }>

/** The object that a step takes. */
type ObjectOf<S> = Taken<S> extends infer I extends object ? I : object

type Keeping = <S, O, const K extends string, I extends object = ObjectOf<S>>(
  step: After<Given<I>, S, O>,
  key: K,
) => Graph<I, With<I, K, O>>

/**
 * Keeps the input: the output is the input, which must be an object, with the step's output added as one field.
 *
 * @example seq(order, keeping(price, 'price'), ship) // ship gets the order and its price
 * @throws TypeError when the key is empty or the step is not a step.
 */
export const keeping: Keeping = ((step: AnyStep, key: string): Graph<never, unknown> => {
  if (typeof key !== 'string' || key === '') throw new TypeError(`keeping: expected a key, got ${JSON.stringify(key)}`)
  return graphOf({ _tag: 'Keep', body: nodeOf(step, 'keeping'), key })
}) as unknown as Keeping
