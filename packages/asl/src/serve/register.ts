/** The user's own workflows and definitions, as machines that are there in every account and region that is asked for. */
import { randomUUID } from 'node:crypto'
import { type AnyStep, type Implementation, implementation, isStep, nodes } from '@orkestra/core'
import { emit } from '../emit/emit.ts'
import type { StandIn } from '../execute/calls/answers.ts'
import { AslError } from '../issue.ts'
import { toText } from '../toText.ts'
import { diagnose } from '../validate/diagnose.ts'
import { firstRevision, newMachine } from './actions/machine.ts'
import { arnOf, type Scope } from './api/arn.ts'
import type { Registered } from './options.ts'
import type { Definition, StateMachine, World } from './world.ts'

const isRegistered = (value: AnyStep | Registered): value is Registered => !isStep(value)

const textOf = (workflow: Registered['workflow'], type: Definition['type']): string => {
  if (typeof workflow === 'string') return workflow
  return toText(isStep(workflow) ? emit(workflow as AnyStep, { type }) : workflow, { indent: 2 })
}

/** The composed handlers of a workflow, by the names of their tasks. */
const handlersOf = (graph: AnyStep): Readonly<Record<string, StandIn>> => {
  const found = new Map<string, StandIn>()
  for (const node of nodes(graph)) {
    if (node._tag !== 'Task') continue
    const own = (node as typeof node & { readonly [implementation]?: Implementation })[implementation]
    if (own !== undefined) found.set(node.name, (input: never) => own(input))
  }
  return Object.fromEntries(found)
}

/** @throws AslError for a workflow or a definition that AWS would refuse. */
const definitionOf = (name: string, given: AnyStep | Registered): Definition => {
  const { workflow, type = 'STANDARD', lambdas } = isRegistered(given) ? given : { workflow: given }
  const text = textOf(workflow, type)
  const errors = diagnose(text, { type }).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new AslError(errors)
  return { name, text, type, handlers: { ...(isStep(workflow) && handlersOf(workflow as AnyStep)), ...lambdas } }
}

const roleOf = ({ partition, account }: Scope): string => `arn:${partition}:iam::${account}:role/orkestra`

const place = (world: World, scope: Scope, { name, text, type, handlers }: Definition): void => {
  const arn = arnOf(scope, 'stateMachine', name)
  const known = world.machines.get(arn)
  if (known?.type === type && known.isRegistered) {
    // Its handlers are other functions after each reload, even where the definition is the same.
    known.revision = {
      ...known.revision,
      handlers,
      ...(known.revision.definition !== text && { id: randomUUID(), definition: text, updateDate: world.now() }),
    }
  } else {
    const revision = firstRevision(world, text, roleOf(scope), { handlers })
    const machine: StateMachine = newMachine(world, scope, name, type, revision, true)
    for (const execution of known?.executions ?? []) machine.executions.add(execution)
    world.machines.set(arn, machine)
  }
  world.changed({ kind: 'machine', arn })
}

/** Makes sure that what is registered is there in this account and region. */
export const seeded = (world: World, scope: Scope): void => {
  const key = `${scope.partition} ${scope.region} ${scope.account}`
  if (world.seeded.has(key)) return
  const { partition, region, account } = scope
  world.seeded.set(key, { partition, region, account })
  for (const definition of world.registered.values()) place(world, { partition, region, account }, definition)
}

/** Takes a workflow in, or its next version. What is wrong with it is noted, and what was there before stays. */
export const register = (world: World, name: string, given: AnyStep | Registered): boolean => {
  let definition: Definition
  try {
    definition = definitionOf(name, given)
  } catch (error) {
    if (!(error instanceof AslError)) throw error
    const text = isRegistered(given) && typeof given.workflow === 'string' ? given.workflow : undefined
    world.problems.set(name, { message: error.message, issues: error.issues, text })
    world.changed({ kind: 'problems' })
    return false
  }
  if (world.problems.delete(name)) world.changed({ kind: 'problems' })
  world.registered.set(name, definition)
  for (const scope of world.seeded.values()) place(world, scope, definition)
  return true
}

/** Takes a machine out that is no longer in the user's files. Its executions go on. */
export const unregister = (world: World, name: string): void => {
  world.registered.delete(name)
  if (world.problems.delete(name)) world.changed({ kind: 'problems' })
  for (const scope of world.seeded.values()) {
    const arn = arnOf(scope, 'stateMachine', name)
    if (world.machines.get(arn)?.isRegistered !== true) continue
    world.machines.delete(arn)
    world.changed({ kind: 'machine', arn })
  }
}
