/** Where an execution that did not succeed goes on: read off its history. https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */

import { isRecord } from '../payload/payload.ts'
import { field, type Raw } from '../plan/fields.ts'
import type { HistoryEvent } from './events.ts'

/** A scope that is to go on: in a state that was not left, or behind one that was. */
export interface Resumption {
  readonly state: string
  readonly input: unknown
  readonly variables: ReadonlyMap<string, unknown>
  /** Of a state that was entered already: it is not entered again. */
  readonly enteredEvent: number | undefined
  /** Of a Parallel or a Map: what its branches, iterations or children have come to. */
  readonly parts: Parts | undefined
}

/** A branch or an iteration that is done, one that goes on, or one that has only begun. */
export type Part =
  | { readonly output: unknown }
  | { readonly resumption: Resumption | undefined; readonly event: number }

export interface Parts {
  /** The event that says that the branches or iterations started. */
  readonly startedEvent: number
  readonly mapRunArn: string | undefined
  /** By index; those that are missing have not begun. */
  readonly at: ReadonlyMap<number, Part>
}

/** How `execute` takes up an execution. */
export interface Resume {
  /** What happened so far: ids go on from there. */
  readonly history: readonly HistoryEvent[]
  /** Milliseconds from its start until now. */
  readonly elapsed: number
  /** The outputs of the children of distributed Maps that succeeded, by the ARN of the run and their index. */
  readonly children?: ReadonlyMap<string, ReadonlyMap<number, unknown>>
}

/** A state of the definition: where it leads, and which branch it is in. */
interface Known {
  readonly raw: Raw
  readonly branch: number
}

/** All states by name: names are unique in a machine. */
const statesOf = (definition: unknown): ReadonlyMap<string, Known> => {
  const known = new Map<string, Known>()
  const open: { readonly scope: unknown; readonly branch: number }[] = [{ scope: definition, branch: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const states = isRecord(next.scope) ? field(next.scope, 'States') : undefined
    if (!isRecord(states)) continue
    for (const [name, raw] of Object.entries(states)) {
      if (!isRecord(raw)) continue
      known.set(name, { raw, branch: next.branch })
      const branches = field(raw, 'Branches')
      if (Array.isArray(branches)) for (const [branch, scope] of branches.entries()) open.push({ scope, branch })
      open.push({ scope: field(raw, 'ItemProcessor') ?? field(raw, 'Iterator'), branch: 0 })
    }
  }
  return known
}

interface Stay {
  readonly name: string
  readonly input: unknown
  readonly enteredEvent: number
  left: { readonly output: unknown } | undefined
  /** Given up, and not left: what comes next of its kind is of a state around it. */
  isFailed: boolean
}

/** One scope at work, as the history tells of it. */
interface Scope {
  readonly outer: Scope | undefined
  /** The event that it began with. */
  readonly event: number
  stay: Stay | undefined
  readonly variables: Map<string, unknown>
  parts: { startedEvent: number; mapRunArn: string | undefined; readonly scopes: Map<number, Scope> } | undefined
}

const newScope = (outer: Scope | undefined, event: number): Scope => ({
  outer,
  event,
  stay: undefined,
  variables: new Map(),
  parts: undefined,
})

/** The scope that is in a state of this name, from the inside out. */
const holding = (from: Scope, name: string): Scope => {
  for (let at: Scope | undefined = from; at !== undefined; at = at.outer)
    if (at.stay?.name === name && at.stay.left === undefined) return at
  return from
}

/** The scope that is in a Parallel or a Map: a retry of it is recorded where the previous attempt failed, inside it. */
const around = (from: Scope, type: 'Parallel' | 'Map', states: ReadonlyMap<string, Known>): Scope => {
  for (let at: Scope | undefined = from; at !== undefined; at = at.outer) {
    const { stay } = at
    if (stay === undefined || stay.left !== undefined || stay.isFailed) continue
    const raw = states.get(stay.name)?.raw
    if (raw !== undefined && field(raw, 'Type') === type) return at
  }
  return from
}

/** Follows a history event by event. */
const followed = (history: readonly HistoryEvent[], states: ReadonlyMap<string, Known>): Scope => {
  const root = newScope(undefined, 0)
  const scopes: Scope[] = [root]
  const failed: Stay[] = []
  const entered = (event: HistoryEvent, name: string, before: Scope): Scope => {
    const previous = history[event.previousEventId - 1]
    if (previous?.type !== 'ParallelStateStarted') return before
    const branch = newScope(before, event.previousEventId)
    before.parts?.scopes.set(states.get(name)?.branch ?? 0, branch)
    return branch
  }
  for (const event of history) {
    let at = scopes[event.previousEventId] ?? root
    if ('stateEnteredEventDetails' in event) {
      const { name, input } = event.stateEnteredEventDetails
      at = entered(event, name, at)
      at.stay = { name, input, enteredEvent: event.id, left: undefined, isFailed: false }
      at.parts = undefined
    } else if ('stateExitedEventDetails' in event) {
      const { name, output, assignedVariables } = event.stateExitedEventDetails
      at = holding(at, name)
      if (at.stay !== undefined) at.stay.left = { output }
      at.parts = undefined
      for (const [key, value] of Object.entries(assignedVariables ?? {})) at.variables.set(key, value)
    } else if (event.type === 'ParallelStateStarted' || event.type === 'MapStateStarted') {
      at = around(at, event.type === 'MapStateStarted' ? 'Map' : 'Parallel', states)
      at.parts = { startedEvent: event.id, mapRunArn: undefined, scopes: new Map() }
    } else if (event.type === 'ParallelStateFailed' || event.type === 'MapStateFailed') {
      at = around(at, event.type === 'MapStateFailed' ? 'Map' : 'Parallel', states)
      if (at.stay !== undefined) {
        at.stay.isFailed = true
        failed.push(at.stay)
      }
    } else if (event.type === 'ExecutionRedriven') for (const stay of failed.splice(0)) stay.isFailed = false
    else if (event.type === 'MapRunStarted' && at.parts !== undefined)
      at.parts.mapRunArn = event.mapRunStartedEventDetails.mapRunArn
    else if (event.type === 'MapIterationStarted') {
      const iteration = newScope(at, event.id)
      at.parts?.scopes.set(event.mapIterationEventDetails.index, iteration)
      at = iteration
    }
    scopes[event.id] = at
  }
  return root
}

type Ended = { readonly output: unknown }

/** What a scope has come to: its end, or where it goes on; nothing if it entered no state. */
const partOf = (
  scope: Scope,
  states: ReadonlyMap<string, Known>,
  children: Resume['children'],
): Ended | Resumption | undefined => {
  const { stay, variables, parts } = scope
  if (stay === undefined) return undefined
  if (stay.left === undefined)
    return {
      state: stay.name,
      input: stay.input,
      variables,
      enteredEvent: stay.enteredEvent,
      parts: parts && partsOf(parts, states, children),
    }
  const raw = states.get(stay.name)?.raw
  const next = raw === undefined ? undefined : field(raw, 'Next')
  if (typeof next !== 'string') return stay.left
  return { state: next, input: stay.left.output, variables, enteredEvent: undefined, parts: undefined }
}

const partsOf = (
  { startedEvent, mapRunArn, scopes }: NonNullable<Scope['parts']>,
  states: ReadonlyMap<string, Known>,
  children: Resume['children'],
): Parts => {
  const at = new Map<number, Part>()
  for (const [index, scope] of scopes) {
    const part = partOf(scope, states, children)
    at.set(index, part !== undefined && 'output' in part ? part : { resumption: part, event: scope.event })
  }
  if (mapRunArn !== undefined) for (const [index, output] of children?.get(mapRunArn) ?? []) at.set(index, { output })
  return { startedEvent, mapRunArn, at }
}

/**
 * Where an execution goes on; undefined where it goes on from its start.
 *
 * The levels of a definition's scopes are levels of calls here, as they are while it runs.
 */
export const resumptionOf = (definition: unknown, { history, children }: Resume): Resumption | undefined => {
  const states = statesOf(definition)
  const part = partOf(followed(history, states), states, children)
  return part === undefined || 'output' in part ? undefined : part
}
