import type { First } from '../graph/fitting.ts'
import type { Node } from '../graph/graph.ts'
import type { Outcome } from '../graph/outcome.ts'
import { type AnyStep, type Graph, graphOf, isAnnotated, nodeOf, type Place } from '../graph/step.ts'

/** Doing nothing cannot fail, so capturing it is doing nothing. */
export const captured = (step: AnyStep, place: Place): Node => {
  const body = nodeOf(step, place)
  return body._tag === 'Identity' && !isAnnotated(body) ? body : (graphOf({ _tag: 'Capture', body }) as Node)
}

/**
 * Runs a step; if it fails, its error becomes the output and the workflow continues.
 *
 * Fails only with `States.Runtime`, which AWS does not allow to be caught. `parCatch` and `mapCatch` are `par` and `map` of captured
 * steps.
 *
 * @example seq(capture(charge), report) // report gets the receipt, or { Error, Cause }
 */
export const capture = <I, S, O>(step: First<I, S, O>): Graph<I, Outcome<O>> =>
  captured(step as AnyStep, 'capture') as Graph<unknown, unknown> as Graph<I, Outcome<O>>
