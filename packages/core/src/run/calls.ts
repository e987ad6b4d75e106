/** What each task of a graph calls when it is run here. */

import { answering, SetupError, type StandIn } from '../execution/answers.ts'
import { type Distributed, type Implementation, implementation, type Node, type Task } from '../graph/graph.ts'

export type Call = (input: unknown) => unknown

/** What a distributed map says that only stores and executions of their own can do. */
const beyondRun = ({ reader, batcher, writer, toleratedFailureCount, toleratedFailurePercentage }: Distributed) =>
  Object.entries({ reader, batcher, writer, toleratedFailureCount, toleratedFailurePercentage })
    .filter(([, value]) => value !== undefined)
    .map(([field]) => field)

/** What each task calls. All that is wrong with the set-up is said at once, before anything runs. */
export const callsOf = (
  all: readonly Node[],
  standIns: Readonly<Record<string, StandIn>>,
): ReadonlyMap<string, Call> => {
  const calls = new Map<string, Call>()
  const names = new Set<string>()
  const owners = new Map<string, Implementation>()
  const ambiguous = new Set<string>()
  const beyond = new Set<string>()
  for (const node of all) {
    if (node._tag === 'Map' && node.distributed) for (const field of beyondRun(node.distributed)) beyond.add(field)
    if (node._tag !== 'Task') continue
    names.add(node.name)
    const own = (node as Task & { readonly [implementation]?: Implementation })[implementation]
    const owner = owners.get(node.name)
    if (own && owner && own !== owner && !Object.hasOwn(standIns, node.name)) ambiguous.add(node.name)
    if (own && !owner) owners.set(node.name, own)
    if (calls.has(node.name)) continue
    if (Object.hasOwn(standIns, node.name)) calls.set(node.name, answering(node.name, standIns[node.name] as StandIn))
    else if (own) calls.set(node.name, (input) => own(input as never))
  }
  const missing = [...names].filter((name) => !calls.has(name))
  const unknown = Object.keys(standIns).filter((name) => !names.has(name))
  const list = (of: Iterable<string>) => [...of].map((name) => JSON.stringify(name)).join(', ')
  const problems: string[] = []
  if (beyond.size > 0)
    problems.push(
      `a distributedMap has ${[...beyond].join(', ')}, which a run of the graph has no store for: use execute(emit(workflow), input, …) of @orkestra/asl/execute`,
    )
  if (missing.length > 0)
    problems.push(
      `no handler for ${list(missing)}. Compose the function (compose() of @orkestra/handler), or give a stand-in: run(graph, input, { tasks: { ${JSON.stringify(missing[0])}: (input) => … } })`,
    )
  if (ambiguous.size > 0)
    problems.push(
      `different handlers have the same name, ${list(ambiguous)}, and would be one function on AWS. Name one otherwise: compose({ name: "…" }, …)`,
    )
  if (unknown.length > 0) problems.push(`stand-ins for ${list(unknown)}, but the graph's tasks are ${list(names)}`)
  if (problems.length > 0) throw new SetupError(`run: ${problems.join('; ')}`)
  return calls
}
