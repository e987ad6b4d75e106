/** Loops that fill an execution's history: which they are, how much a lap leaves there, and how long it lasts. */
import { historyLimit } from '../../language/quotas.ts'
import { isObject } from '../outline/fields.ts'
import type { Scope, StateEntry } from '../outline/outline.ts'
import type { Report } from '../report/report.ts'
import { quoted } from '../report/wording.ts'
import { checkGrowth } from './growth.ts'
import { eventsOf } from './limits.ts'

const nowhere: readonly StateEntry[] = []

/** Where a state leads when nothing fails. */
const onward = ({ value }: StateEntry, scope: Scope): readonly StateEntry[] => {
  const found: StateEntry[] = []
  const add = (target: unknown): void => {
    const state = typeof target === 'string' ? scope.byName.get(target) : undefined
    if (state !== undefined) found.push(state)
  }
  add(value.Next)
  add(value.Default)
  if (Array.isArray(value.Choices)) for (const rule of value.Choices) if (isObject(rule)) add(rule.Next)
  return found
}

interface Visit {
  readonly state: StateEntry
  readonly targets: readonly StateEntry[]
  next: number
}

/** The states that lead to each other, each group once: Tarjan's algorithm, with a stack of its own. */
const groupsOf = (leads: ReadonlyMap<StateEntry, readonly StateEntry[]>): readonly (readonly StateEntry[])[] => {
  const index = new Map<StateEntry, number>()
  const low = new Map<StateEntry, number>()
  const held = new Set<StateEntry>()
  const order: StateEntry[] = []
  const groups: StateEntry[][] = []
  const begin = (state: StateEntry): Visit => {
    index.set(state, index.size)
    low.set(state, index.size - 1)
    held.add(state)
    order.push(state)
    return { state, targets: leads.get(state) ?? nowhere, next: 0 }
  }
  const lower = (state: StateEntry, to: number): void => {
    low.set(state, Math.min(low.get(state) as number, to))
  }
  for (const root of leads.keys()) {
    if (index.has(root)) continue
    const open = [begin(root)]
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const target = top.targets[top.next]
      top.next += 1
      if (target !== undefined) {
        if (!index.has(target)) open.push(begin(target))
        else if (held.has(target)) lower(top.state, index.get(target) as number)
        continue
      }
      open.pop()
      const above = open.at(-1)
      if (above !== undefined) lower(above.state, low.get(top.state) as number)
      if (low.get(top.state) !== index.get(top.state)) continue
      const group: StateEntry[] = []
      for (let state = order.pop(); state !== undefined; state = state === top.state ? undefined : order.pop()) {
        held.delete(state)
        group.push(state)
      }
      if (group.length > 1 || leads.get(top.state)?.includes(top.state)) groups.push(group.reverse())
    }
  }
  return groups
}

/** The shortest way round from a state to itself. Ways are as long as they have states. */
const lapFrom = (
  start: StateEntry,
  members: ReadonlySet<StateEntry>,
  leads: ReadonlyMap<StateEntry, readonly StateEntry[]>,
): readonly StateEntry[] => {
  const from = new Map<StateEntry, StateEntry>()
  const queue = [start]
  for (const state of queue)
    for (const target of leads.get(state) ?? nowhere) {
      if (target === start) {
        const lap = [state]
        for (let at = state; at !== start; ) {
          at = from.get(at) as StateEntry
          lap.push(at)
        }
        return lap
      }
      if (!members.has(target) || from.has(target)) continue
      from.set(target, state)
      queue.push(target)
    }
  return [start]
}

/** Seconds that a state waits; `undefined` where the definition does not tell. */
const secondsOf = ({ type, value }: StateEntry): number | undefined => {
  if (type === 'Wait') return typeof value.Seconds === 'number' ? value.Seconds : undefined
  if (type === 'Parallel' || type === 'Map') return undefined
  const { Resource: resource } = value
  return typeof resource === 'string' && /\.(?:sync(?::2)?|waitForTaskToken)$|:activity:/.test(resource) ? undefined : 0
}

/** Whether a Choice compares a number: then the loop counts, and says itself when it has gone round often enough. */
const counts = ({ value }: StateEntry): boolean => {
  const open: unknown[] = [value.Choices]
  while (open.length > 0) {
    const at = open.pop()
    if (typeof at !== 'object' || at === null) continue
    for (const [key, inner] of Object.entries(at)) {
      if (key.startsWith('Numeric')) return true
      if (key === 'Condition' && typeof inner === 'string' && /[<>]/.test(inner)) return true
      if (typeof inner === 'object') open.push(inner)
    }
  }
  return false
}

/** A loop that cannot wait longer than this is reported. */
const soon = 6 * 3_600

const spell = (seconds: number): string =>
  seconds >= 5_400
    ? `${Math.round(seconds / 360) / 10} hours`
    : seconds >= 90
      ? `${Math.round(seconds / 60)} minutes`
      : `${seconds} seconds`

/** Checks the loops of one scope: what they carry, and in a STANDARD machine what they leave in the history. */
export const checkLoops = (scope: Scope, report: Report): void => {
  if (!scope.states.some(({ type, value }) => type === 'Choice' || value.Catch)) return
  const leads = new Map(scope.states.map((state) => [state, onward(state, scope)] as const))
  for (const group of groupsOf(leads)) {
    const members = new Set(group)
    const start = group[0] as StateEntry
    const lap = lapFrom(start, members, leads)
    if (!group.some(counts)) checkGrowth(lap, report)
    if (scope.express !== undefined) continue
    const events = lap.reduce((sum, state) => sum + eventsOf(state), 0)
    const laps = Math.floor(historyLimit / events)
    const isLeft = group.some(
      (state) => state.type === 'Fail' || (leads.get(state) ?? nowhere).some((target) => !members.has(target)),
    )
    const seconds = lap.reduce<number | undefined>((sum, state) => {
      const own = secondsOf(state)
      return sum === undefined || own === undefined ? undefined : sum + own
    }, 0)
    const time = seconds === undefined ? undefined : seconds * laps
    if (isLeft && (time === undefined || time === 0 || time > soon || group.some(counts))) continue
    report.warn(
      'ASL229',
      start.place,
      `the loop through ${quoted(start.name)} leaves ${events} events in the history per iteration, and an execution fails at ${historyLimit}: after ${laps} iterations${time ? `, ${spell(time)} with its waits` : ''}.`,
      isLeft
        ? 'Wait longer in each iteration, or continue in a new execution before that.'
        : 'It has no exit. Count the iterations, and continue in a new execution before that.',
      'key',
    )
  }
}
