import type { Given } from '../expressions/types.ts'
import type { After, Taken } from '../graph/fitting.ts'
import { type AnyStep, type Graph, graphOf, type Node, nodeOf } from '../graph/graph.ts'
import { captured } from './capture.ts'

type Tap = <S, I = Taken<S>>(step: After<Given<I>, S, unknown>) => Graph<I, I>

/** A step for its effect alone, or nothing where that is nothing. */
const effect = (body: Node): Node =>
  body._tag === 'Identity' && body.stateName === undefined && body.comment === undefined
    ? body
    : (graphOf({ _tag: 'Keep', body }) as Node)

/**
 * Runs a step for its effect alone: the payload goes on as it was. An error of the step is an error of the workflow; where it must not
 * matter, use `tapCatch`.
 *
 * @example seq(order, tap(audit), ship) // ship gets the order
 * @throws TypeError when the step is none.
 */
export const tap: Tap = ((step: AnyStep): Node => effect(nodeOf(step, 'tap'))) as Tap

/**
 * Runs a step for its effect alone, and goes on also when it fails, as `parCatch` does.
 *
 * @example seq(order, tapCatch(notify), ship) // ship gets the order, whether notify worked or not
 * @throws TypeError when the step is none.
 */
export const tapCatch: Tap = ((step: AnyStep): Node => effect(captured(step, 'tapCatch'))) as Tap
