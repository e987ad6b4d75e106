/** What each task of a graph calls when it is run here. */
import { type Implementation, implementation, type Node, type Task } from '../graph.ts'
import { answering, SetupError, type StandIn } from './answers.ts'

export type Call = (input: unknown) => unknown

/** What each task calls. All that is wrong with the set-up is said at once, before anything runs. */
export const callsOf = (
  all: readonly Node[],
  standIns: Readonly<Record<string, StandIn>>,
): ReadonlyMap<string, Call> => {
  const calls = new Map<string, Call>()
  const missing = new Set<string>()
  const names = new Set<string>()
  for (const node of all) {
    if (node._tag !== 'Task') continue
    names.add(node.name)
    if (calls.has(node.name)) continue
    const own = (node as Task & { readonly [implementation]?: Implementation })[implementation]
    if (Object.hasOwn(standIns, node.name)) calls.set(node.name, answering(node.name, standIns[node.name] as StandIn))
    else if (own) calls.set(node.name, (input) => own(input as never))
    else missing.add(node.name)
  }
  const unknown = Object.keys(standIns).filter((name) => !names.has(name))
  const list = (of: Iterable<string>) => [...of].map((name) => JSON.stringify(name)).join(', ')
  const problems: string[] = []
  if (missing.size > 0)
    problems.push(
      `no handler for ${list(missing)}. Compose the function (compose() of @orkestra/handler), or give a stand-in: run(graph, input, { tasks: { ${JSON.stringify([...missing][0])}: (input) => … } })`,
    )
  if (unknown.length > 0) problems.push(`stand-ins for ${list(unknown)}, but the graph's tasks are ${list(names)}`)
  if (problems.length > 0) throw new SetupError(`run: ${problems.join('; ')}`)
  return calls
}
