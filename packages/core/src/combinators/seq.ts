import type { Node } from '../graph/graph.ts'
import { isEnd } from '../graph/isEnd.ts'
import { type AnyStep, type Graph, graphOf, isAnnotated, nodeOf, type Step } from '../graph/step.ts'
import type { SeqSignatures } from './generated/ladders.ts'
import { identity } from './identity.ts'

const construct = (steps: readonly AnyStep[]): Graph<unknown, unknown> => {
  const flat: Node[] = []
  for (let i = 0; i < steps.length; i++) {
    const node = nodeOf(steps[i] as AnyStep, () => `seq, argument ${i + 1}`)
    if (node._tag === 'Identity' && !isAnnotated(node)) continue
    const last = flat.at(-1)
    // AWS refuses states that nothing leads to.
    if (last !== undefined && isEnd(last))
      throw new TypeError(`seq, argument ${i + 1}: nothing can come after a step that always ends the workflow`)
    if (isAnnotated(node)) flat.push(node)
    else if (node._tag === 'Seq') for (const inner of node.steps) flat.push(inner)
    else flat.push(node)
  }
  if (flat.length === 0) return identity()
  if (flat.length === 1) return graphOf(flat[0] as Node)
  return graphOf({ _tag: 'Seq', steps: Object.freeze(flat) })
}

/**
 * Runs steps one after the other: each gets the previous step's output.
 *
 * Associative, with `identity()` as its unit, by construction: a sequence inside a sequence is flattened and identities
 * are dropped. Only a sequence or identity with a name or comment is kept.
 *
 * @example const workflow = seq(x, y, parCatch(z, g))
 * @throws TypeError when an argument is not a step, or follows one that always ends the workflow; the message names its position.
 */
export const seq: SeqSignatures = ((...steps: readonly AnyStep[]) => {
  if (steps.length === 0) throw new TypeError('seq: expected at least one step')
  return construct(steps)
}) as unknown as SeqSignatures

/**
 * A sequence from an array of steps of one type; an empty array gives `identity()`.
 *
 * @example seqAll(migrations.map((m) => task<Db, Db>(m)))
 * @throws TypeError when an element is not a step; the message names its position.
 */
export const seqAll = <A>(steps: readonly Step<A, A>[]): Graph<A, A> =>
  construct(steps as readonly AnyStep[]) as Graph<A, A>
