import type { First } from '../graph/fitting.ts'
import { type Annotated, type AnyStep, type Graph, graphOf, type Node, nodeOf } from '../graph/graph.ts'
import { checkedName } from '../graph/lambdaTask.ts'
import { isGuard, isInPlace } from '../graph/occurrence.ts'

// Guards in place nest two deep at most. Spreading copies symbols too, so a composed handler's implementation stays with its task.
const withFields = (node: Node, fields: Annotated): Node =>
  Object.freeze(
    isGuard(node) && isInPlace(node) ? { ...node, body: withFields(node.body, fields) } : { ...node, ...fields },
  )

const annotated = <I, O>(step: unknown, place: string, fields: Annotated): Graph<I, O> =>
  graphOf(withFields(nodeOf(step as AnyStep, place), fields))

/** What a state is called. */
export interface NameOptions {
  /** Its state's name, as `named` gives it. */
  readonly name?: string
}

/** The name in some options, as a node holds it. */
export const nameIn = (place: string, { name }: NameOptions = {}): Pick<Annotated, 'stateName'> =>
  name === undefined ? {} : { stateName: checkedName(name, place) }

/**
 * Gives a node's state a name of its own. The meaning stays the same.
 *
 * On a captured or retried step it names the state that carries the `Catch` or `Retry`. On a sequence, which is not a state, it is the
 * title of the group in diagrams and in the names of states around it.
 * On `identity()` it makes a Pass state that stays in a sequence.
 *
 * `pass`, `wait`, `waitUntil`, `map`, `mapCatch`, `repeatUntil` and `loop` take a `name` among their options.
 *
 * @example seq(named('Check the order', check), charge)
 * @throws TypeError when the name is empty. Longer than 80 characters is an error where ASL is emitted.
 */
export const named = <I, S, O>(name: string, step: First<I, S, O>): Graph<I, O> =>
  annotated<I, O>(step, 'named', { stateName: checkedName(name, 'named') })

/**
 * Puts a comment on a node: the state's `Comment`; of a sequence, that of the branch or the machine that it fills, or else
 * of its first state. The meaning stays the same.
 *
 * @example comment('Idempotent: keyed by order id', charge)
 */
export const comment = <I, S, O>(text: string, step: First<I, S, O>): Graph<I, O> => {
  if (typeof text !== 'string') throw new TypeError(`comment: expected a string, got ${String(text)}`)
  return annotated<I, O>(step, 'comment', { comment: text })
}
