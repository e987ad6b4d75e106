import { children } from './fold.ts'
import type { Node } from './graph.ts'
import { type AnyStep, nodeOf } from './step.ts'

/**
 * Every node of a graph, once per place where it stands, in the order in which the term is written: a node before its
 * children.
 *
 * @example nodes(seq(x, par(y, z))).map((n) => n._tag) // ['Seq', 'Task', 'Par', 'Task', 'Task']
 */
export const nodes = (graph: AnyStep): readonly Node[] => {
  const found: Node[] = []
  const stack = [nodeOf(graph)]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    found.push(node)
    const kids = children(node)
    for (let i = kids.length - 1; i >= 0; i--) stack.push(kids[i] as Node)
  }
  return found
}
