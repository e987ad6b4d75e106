import { Graph as Dag, type Label } from 'graphlib'
import type { Node } from '../graph/graph.ts'
import type { AnyStep } from '../graph/step.ts'
import { dependencies } from './dependencies.ts'

export type { Dag }

/**
 * graphlib keys its vertices in plain objects, so `constructor` or `__proto__` would meet JavaScript's own. Such a name gets
 * a blank before it.
 */
const vertexIds = (names: readonly string[]): ReadonlyMap<string, string> => {
  const taken = new Set(names)
  const ids = new Map<string, string>()
  for (const name of names) {
    let id = name
    while (id in Object.prototype || (id !== name && taken.has(id))) id = ` ${id}`
    ids.set(name, id)
  }
  return ids
}

/**
 * The graph as graphlib's directed graph: a vertex per place where a step stands, labelled with its node, an edge per
 * dependency. A vertex's id is the state's name (behind a blank where JavaScript's objects have it too: `constructor`).
 *
 * graphlib is at its best with what a person draws. Its own algorithms recurse, and overflow on chains of under 4,000
 * vertices; no reader here is built on them.
 *
 * @example toDag(seq(x, y, parCatch(z, g))).edges() // [{ v: 'x', w: 'y' }, { v: 'y', w: 'z' }, { v: 'y', w: 'g' }]
 */
export const toDag = (graph: AnyStep): Dag<Label, Node, Label> => {
  const dag = new Dag<Label, Node, Label>({ directed: true })
  const { steps, edges } = dependencies(graph)
  const ids = vertexIds(steps.map((step) => step.name))
  const id = (name: string): string => ids.get(name) ?? name
  for (const step of steps) dag.setNode(id(step.name), step.node)
  for (const [from, to] of edges) dag.setEdge(id(from), id(to))
  return dag
}
