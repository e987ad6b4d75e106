import type { Given } from '../expressions/types.ts'
import type { After, Taken } from '../graph/fitting.ts'
import type { Node } from '../graph/graph.ts'
import { type AnyStep, type Graph, graphOf, nodeOf } from '../graph/step.ts'
import { captured } from './capture.ts'

type Tap = <S, I = Taken<S>>(step: After<Given<I>, S, unknown>) => Graph<I, I>

/** A step for its effect alone, or nothing where that is nothing. */
const effect = (body: Node): Node =>
  body._tag === 'Identity' && body.stateName === undefined && body.comment === undefined
    ? body
    : (graphOf({ _tag: 'Keep', body }) as Node)

/**
 * Runs a step for its side effect: the output is the input. An error of the step fails the workflow; to ignore
 * errors, use `tapCatch`.
 *
 * @example seq(order, tap(audit), ship) // ship gets the order
 * @throws TypeError when an argument is not a step.
 */
export const tap: Tap = ((step: AnyStep): Node => effect(nodeOf(step, 'tap'))) as Tap

/**
 * Runs a step for its side effect and ignores its errors: the output is the input.
 *
 * @example seq(order, tapCatch(notify), ship) // ship gets the order, whether notify worked or not
 * @throws TypeError when an argument is not a step.
 */
export const tapCatch: Tap = ((step: AnyStep): Node => effect(captured(step, 'tapCatch'))) as Tap
