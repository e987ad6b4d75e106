/** The handlers that a graph brings along, by the names under which its definition calls them. */
import { type AnyStep, type Implementation, implementation, nodes } from '@orkestra/core'
import type { StandIn } from '@orkestra/core/execution'
import { placeholderKey } from '../emit/placeholder.ts'

/** Composed handlers as stand-ins for the functions of the emitted definition. */
export const boundLambdas = (graph: AnyStep): Readonly<Record<string, StandIn>> => {
  const bound = new Map<string, StandIn>()
  for (const node of nodes(graph)) {
    if (node._tag !== 'Task') continue
    const own = (node as typeof node & { readonly [implementation]?: Implementation })[implementation]
    if (own !== undefined) bound.set(placeholderKey(node.name), (input: never) => own(input))
  }
  return Object.fromEntries(bound)
}
