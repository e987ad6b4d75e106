import type { Variable } from '../expressions/expression.ts'
import { type Ref, referenceTo, stepOf } from '../expressions/reference.ts'
import type { Given } from '../expressions/types.ts'
import type { After, First } from '../graph/fitting.ts'
import { children } from '../graph/fold.ts'
import type { Node } from '../graph/graph.ts'
import { isEnd } from '../graph/isEnd.ts'
import { type AnyStep, type Graph, graphOf, isAnnotated, nodeOf } from '../graph/step.ts'

const levels = new WeakMap<Node, number>()

/** The highest number of a variable inside a node: 0 where there is none. Each node is looked at once in its life. */
const levelOf = (root: Node): number => {
  const stack: { readonly node: Node; readonly kids: readonly Node[]; next: number; level: number }[] = []
  const open = (node: Node): void => {
    const level = node._tag === 'Bind' ? (node.variable.level ?? 0) : 0
    stack.push({ node, kids: children(node), next: 0, level })
  }
  open(root)
  for (;;) {
    const top = stack.at(-1)
    if (top === undefined) return levels.get(root) ?? 0
    const kid = top.kids[top.next]
    if (kid === undefined) {
      stack.pop()
      levels.set(top.node, top.level)
      const parent = stack.at(-1)
      if (parent) parent.level = Math.max(parent.level, top.level)
      continue
    }
    top.next += 1
    const known = levels.get(kid)
    if (known === undefined) open(kid)
    else top.level = Math.max(top.level, known)
  }
}

/**
 * The body of a callback that is given a variable. A variable is numbered one above all that are bound in its body, so equal terms
 * have equal numbers, and no inner variable can be taken for an outer one.
 */
export const bound = <V>(
  place: string,
  callback: (value: Ref<V>) => AnyStep,
): { readonly variable: Variable; readonly body: Node } => {
  const variable: Variable = {}
  const body = nodeOf(
    stepOf(place, () => callback(referenceTo({ _tag: 'Variable', variable }))),
    place,
  )
  variable.level = levelOf(body) + 1
  return { variable: Object.freeze(variable), body }
}

/** A callback's body with a variable that is the input, for arms and items. */
export const boundInput = <V>(place: string, callback: (value: Ref<V>) => AnyStep): Node =>
  graphOf({ _tag: 'Bind', ...bound(place, callback) }) as Node

/** As `boundInput`, but the variable is there only where the callback reads it: it costs a state. */
export const boundInputIfRead = <V>(place: string, callback: (value: Ref<V>) => AnyStep): Node => {
  let isRead = false
  const node = boundInput<V>(place, (value) => {
    const watched = new Proxy(value as object, {
      get: (target, key) => {
        isRead = true
        return Reflect.get(target, key)
      },
      has: (target, key) => {
        isRead = true
        return Reflect.has(target, key)
      },
    })
    return callback(watched as Ref<V>)
  })
  return isRead || node._tag !== 'Bind' ? node : node.body
}

/**
 * Keeps a step's output in a variable that the whole body can read, including its branches and map items. The body also
 * gets the output as its input. Code outside the callback cannot read the variable.
 *
 * @example bind(order, (o) => seq(charge, pass((receipt) => ({ order: o.id, receipt: receipt.id }))))
 * @throws TypeError when an argument is not a step or always ends the workflow, or the callback does not return a step.
 */
export const bind = <I, S, V, R, O>(
  step: First<I, S, V>,
  body: (value: Ref<V>) => After<Given<V>, R, O>,
): Graph<I, O> => {
  const value = nodeOf(step as AnyStep, 'bind')
  if (isEnd(value)) throw new TypeError('bind: nothing can come after a step that always ends the workflow')
  const isUnit = value._tag === 'Identity' && !isAnnotated(value)
  return graphOf({ _tag: 'Bind', ...(!isUnit && { value }), ...bound('bind', body as (value: Ref<V>) => AnyStep) })
}
