/** A workflow made ready to run: its definition, read once, and what each of its states and tasks needs from outside. */
import { type AnyStep, type Implementation, implementation, type Node, nodeOf, nodes, type Task } from '@orkestra/core'
import { emission } from '../../emit/emit.ts'
import type { EmitOptions } from '../../emit/options.ts'
import { AslError } from '../../issue.ts'
import type { Scope, StateMachine } from '../../states.ts'
import { type Plan, planOf } from '../plan/plan.ts'

/** The reader or the writer of a distributed map: whom it calls, and what for. */
export interface Store {
  readonly resource: string
  readonly purpose: string
}

/** A workflow, ready. */
export interface Ready {
  readonly plan: Plan
  /** Which task each state does the work of. */
  readonly tasks: ReadonlyMap<string, Task>
  /** The states that do work, in the order in which they are written. */
  readonly states: ReadonlySet<string>
  /** The tasks by their names: the first of each. */
  readonly named: ReadonlyMap<string, Task>
  /** The composed handlers that came along, by the names of their tasks. */
  readonly own: ReadonlyMap<string, Implementation>
  /** The names that different handlers share. */
  readonly ambiguous: readonly string[]
  readonly stores: readonly Store[]
}

/** How a workflow is emitted for a run. */
export type Emitted = Pick<EmitOptions, 'queryLanguage' | 'type' | 'limits'>

/** What a task's function is called in the definition that is run: a placeholder with the task's name as it is. */
export const functionOf = (name: string): string => `\${${name}}`

/** The task's name, of what its function is called. */
export const taskOf = (fn: string): string => fn.slice(2, -1)

const handlerOf = (task: Task): Implementation | undefined =>
  (task as Task & { readonly [implementation]?: Implementation })[implementation]

/** In the place of states that only a deployment knows: one that calls what stands in for them. */
const standingIn = (name: string): Scope => ({
  StartAt: name,
  States: Object.fromEntries([[name, { Type: 'Task', Resource: functionOf(name), End: true }]]),
})

const working = (definition: StateMachine): ReadonlySet<string> => {
  const found = new Set<string>()
  const scopes: Scope[] = [definition]
  for (const { States } of scopes)
    for (const [name, state] of Object.entries(States)) {
      if (state.Type === 'Task') found.add(name)
      if (state.Type === 'Parallel') scopes.push(...state.Branches)
      if (state.Type === 'Map' && state.ItemProcessor) scopes.push(state.ItemProcessor)
    }
  return found
}

const make = (graph: AnyStep, options: Emitted): Ready => {
  const named = new Map<string, Task>()
  const own = new Map<string, Implementation>()
  const ambiguous = new Set<string>()
  const stores: Store[] = []
  const fragments: [string, Scope][] = []
  for (const node of nodes(graph)) {
    if (node._tag === 'Map' && node.distributed?.reader)
      stores.push({ resource: node.distributed.reader.resource, purpose: 'reads its items' })
    if (node._tag === 'Map' && node.distributed?.writer?.arguments)
      stores.push({ resource: 's3:putObject', purpose: 'writes its results' })
    if (node._tag !== 'Task') continue
    if (!named.has(node.name)) named.set(node.name, node)
    if (node.target.kind === 'fragment') fragments.push([node.name, standingIn(node.name)])
    const handler = handlerOf(node)
    if (handler === undefined) continue
    if (!own.has(node.name)) own.set(node.name, handler)
    else if (own.get(node.name) !== handler) ambiguous.add(node.name)
  }
  const { definition, tasks, issues } = emission(graph, {
    ...options,
    functionArn: ({ name }) => functionOf(name),
    fragments: Object.fromEntries(fragments),
  })
  // Two handlers with one name are fine if a stand-in replaces them.
  const wrong = issues.filter(({ code, severity }) => severity === 'error' && code !== 'ASL302')
  if (wrong.length > 0) throw new AslError(wrong)
  const plan = planOf(definition, options.type ?? 'STANDARD')
  return { plan, tasks: tasks(), states: working(definition), named, own, ambiguous: [...ambiguous], stores }
}

// Tests run one workflow many times, and to make it ready takes longer than to run it. A graph never changes.
const known = new WeakMap<Node, Map<string, Ready>>()

/**
 * Makes a workflow ready to run, once for each way in which it can be emitted.
 *
 * @throws AslError for a workflow that cannot be emitted.
 */
export const readyFor = (graph: AnyStep, options: Emitted): Ready => {
  const node = nodeOf(graph, 'run')
  const ways = known.get(node) ?? new Map<string, Ready>()
  const way = JSON.stringify([options.queryLanguage ?? 'JSONPath', options.type ?? 'STANDARD', options.limits ?? true])
  const found = ways.get(way)
  if (found !== undefined) return found
  const ready = make(graph, options)
  known.set(node, ways.set(way, ready))
  return ready
}
