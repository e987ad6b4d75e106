/** What each task of a workflow calls when it is run: what stands in for it by its name, or the handler that it was composed of. */
import { answering, orkestraCallsHandler, SetupError, type StandIn } from '../calls/answers.ts'
import type { Call, Calls } from '../calls/calls.ts'
import { type Ready, taskOf } from './ready.ts'

type StandIns = Readonly<Record<string, StandIn>>

/** Stand-ins, by what they stand in for. */
export interface Given {
  readonly tasks?: StandIns | undefined
  readonly states?: StandIns | undefined
  readonly services?: StandIns | undefined
}

const prefix = 'arn:aws:states:::'
const arnOf = (resource: string): string => (resource.startsWith('arn:') ? resource : `${prefix}${resource}`)
const list = (of: Iterable<string>): string => [...of].map((name) => JSON.stringify(name)).join(', ')

/** Stand-ins as functions, each made once: a list of answers is used up wherever they are asked for. */
const functions = (given: StandIns = {}, keyOf: (name: string) => string = (name) => name): Map<string, Call> =>
  new Map(Object.entries(given).map(([name, standIn]) => [keyOf(name), answering(name, standIn)]))

/** What a task calls by itself, if it calls a service or a worker. */
const resourceOf = ({ named }: Ready, name: string): string | undefined => {
  const target = named.get(name)?.target
  if (target?.kind === 'service') return arnOf(target.resource)
  return target?.kind === 'activity' ? target.arn : undefined
}

/**
 * What all tasks call. All that is wrong with the set-up is said at once, before anything runs.
 *
 * @throws SetupError
 */
export const callsOf = (ready: Ready, given: Given): Calls => {
  const { tasks, named, own, ambiguous, stores } = ready
  const states = functions(given.states)
  const services = functions(given.services, arnOf)
  const calls = functions(given.tasks)
  const unknown = [...calls.keys()].filter((name) => !named.has(name))
  for (const [name, handler] of own)
    if (!calls.has(name)) calls.set(name, (input, context) => orkestraCallsHandler(handler, [input, context]))

  const answered = new Set<string>()
  const unanswered = new Set<string>()
  for (const [state, { name }] of tasks) (states.has(state) ? answered : unanswered).add(name)
  const missing = [...named.keys()].filter((name) => {
    if (calls.has(name) || (answered.has(name) && !unanswered.has(name))) return false
    return !services.has(resourceOf(ready, name) ?? '')
  })
  const unclear = ambiguous.filter((name) => !Object.hasOwn(given.tasks ?? {}, name))
  const idle = [...states.keys()].filter((state) => !ready.states.has(state))
  const unread = stores.filter(({ resource }) => !services.has(arnOf(resource)))
  const resources = new Set([...named.keys()].map((name) => resourceOf(ready, name)))
  for (const { resource } of stores) resources.add(arnOf(resource))
  const uncalled = [...services.keys()].filter((resource) => !resources.has(resource))

  const problems: string[] = []
  if (missing.length > 0)
    problems.push(
      `no handler for ${list(missing)}. Compose the function (compose() of @orkestra/handler), or pass a stand-in: run(graph, input, { tasks: { ${list(missing.slice(0, 1))}: (input) => … } })`,
    )
  for (const { resource, purpose } of unread)
    problems.push(
      `a distributedMap ${purpose} with ${resource}, which does not run here. Pass a stand-in: run(graph, input, { services: { ${JSON.stringify(resource)}: (parameters) => … } })`,
    )
  if (unclear.length > 0)
    problems.push(
      `different handlers have the same name, ${list(unclear)}, and would be one function on AWS. Name one otherwise: compose({ name: "…" }, …)`,
    )
  if (unknown.length > 0)
    problems.push(`stand-ins for ${list(unknown)}, but the graph's tasks are ${list(named.keys()) || 'none'}`)
  if (idle.length > 0)
    problems.push(
      `stand-ins for the states ${list(idle)}, but the states that run tasks are ${list(ready.states) || 'none'}`,
    )
  if (uncalled.length > 0) problems.push(`stand-ins for ${list(uncalled)}, which the graph never calls`)
  if (problems.length > 0) throw new SetupError(`run: ${problems.join('; ')}`)

  const byTask = (state: string): Call | undefined => {
    const task = tasks.get(state)
    return task === undefined || task.target.kind === 'lambda' ? undefined : calls.get(task.name)
  }
  const absent = (state: string, what: string): SetupError =>
    new SetupError(`run: the state ${JSON.stringify(state)} calls ${what}, which has no stand-in`)
  return {
    state: (state) => states.get(state) ?? byTask(state),
    service: (resource) => services.get(resource),
    lambda: (state, fn) => {
      const call = calls.get(taskOf(fn))
      if (call === undefined) throw absent(state, fn)
      return call
    },
    missing: absent,
  }
}
