import type { First } from '../graph/fitting.ts'
import type { Annotated, Node } from '../graph/graph.ts'
import { checkedName } from '../graph/lambdaTask.ts'
import { isGuard, isInPlace } from '../graph/occurrence.ts'
import { type AnyStep, type Graph, graphOf, isStep, nodeOf } from '../graph/step.ts'

// Guards in place nest two deep at most. Spreading copies symbols too, so a composed handler's implementation stays with its task.
const withFields = (node: Node, fields: Annotated): Node =>
  Object.freeze(
    isGuard(node) && isInPlace(node) ? { ...node, body: withFields(node.body, fields) } : { ...node, ...fields },
  )

const annotated = <I, O>(step: unknown, place: string, fields: Annotated): Graph<I, O> =>
  graphOf(withFields(nodeOf(step as AnyStep, place), fields))

/** The name of a state. */
export interface NameOptions {
  /** The state's name, as set by `named`. */
  readonly name?: string
}

/** The same, where something else may stand: no step, and no function. */
export interface Named {
  readonly name: string
  readonly graph?: never
  readonly call?: never
}

/** Whether an argument is options with a name, and no step. */
export const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' &&
  value !== null &&
  !isStep(value) &&
  Object.keys(value).every((key) => key === 'name') &&
  'name' in value &&
  typeof value.name === 'string'

/** The name in some options, as a node holds it. */
export const nameIn = (place: string, { name }: NameOptions = {}): Pick<Annotated, 'stateName'> =>
  name === undefined ? {} : { stateName: checkedName(name, place) }

/**
 * Sets the name of a node's state. The workflow's meaning does not change.
 *
 * On a captured or retried step it names the state that carries the `Catch` or `Retry`. On a sequence, which is not a state, it is the
 * title of the group in diagrams and in the names of states around it.
 * On `identity()` it makes a Pass state that stays in a sequence.
 *
 * `pass`, `choice`, `par`, `parCatch`, `wait`, `waitUntil`, `map`, `mapCatch`, `repeatUntil` and `loop` have a `name` option.
 *
 * @example seq(named('Check the order', check), charge)
 * @throws TypeError when the name is empty. A name of more than 80 characters is an error in `emit`.
 */
export const named = <I, S, O>(name: string, step: First<I, S, O>): Graph<I, O> =>
  annotated<I, O>(step, 'named', { stateName: checkedName(name, 'named') })

/**
 * Adds a comment to a node: the state's `Comment`. On a sequence it is the comment of the branch or machine that consists of the sequence, or else
 * of the first state. The workflow's meaning does not change.
 *
 * @example comment('Idempotent: keyed by order id', charge)
 */
export const comment = <I, S, O>(text: string, step: First<I, S, O>): Graph<I, O> => {
  if (typeof text !== 'string') throw new TypeError(`comment: expected a string, got ${String(text)}`)
  return annotated<I, O>(step, 'comment', { comment: text })
}
