/** What an execution did, state by state and way by way, for a drawing to show. */
import type { HistoryEvent } from '../execute/history/events.ts'
import { type Visit, visits } from '../execute/history/visits.ts'

/** All stays in one state. */
export interface StateRun {
  readonly visits: readonly Visit[]
  /** `done`: left without an error. `caught`: left by a Catch at least once. `broken`: an error in it ended what is around it. */
  readonly status: 'done' | 'caught' | 'broken'
  /** In a few words. */
  readonly note: string
}

export interface Executed {
  readonly states: ReadonlyMap<string, StateRun>
  /** The ways that were taken, see `wayKey`. */
  readonly ways: ReadonlySet<string>
}

/** A way between two states, under their names; `start` and `end` have no name. */
export const wayKey = (kind: 'next' | 'error', from: string | undefined, to: string | undefined): string =>
  JSON.stringify([kind, from ?? 0, to ?? 0])

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Milliseconds as people read them. @example duration(61_500) // '1 min 2 s' */
export const duration = (ms: number): string => {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${Math.round(ms / 100) / 10} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
}

const runOf = (stays: readonly Visit[], errors: ReadonlySet<string>, isBroken: boolean): StateRun => {
  const attempts = stays.reduce((sum, visit) => sum + visit.attempts, 0)
  const time = stays.reduce((sum, { enteredAt, leftAt }) => sum + (leftAt === undefined ? 0 : leftAt - enteredAt), 0)
  const parts = [
    ...(stays.length > 1 ? [`${stays.length} times`] : []),
    ...(attempts > stays.length ? [plural(attempts, 'attempt')] : []),
    ...errors,
    ...(time > 0 ? [duration(time)] : []),
  ]
  return {
    visits: stays,
    status: isBroken ? 'broken' : errors.size > 0 ? 'caught' : 'done',
    note: parts.join(', '),
  }
}

const isFailure = (event: HistoryEvent | undefined): boolean =>
  event !== undefined && /(?:Failed|TimedOut)$/.test(event.type)

/** The state that an event was left from: the last one exited on the way to it, up to where its scope began. */
const exitBefore = (
  event: HistoryEvent,
  byId: ReadonlyMap<number, HistoryEvent>,
): { readonly name: string; readonly isError: boolean } | 'start' | undefined => {
  for (let at = byId.get(event.previousEventId); at !== undefined; at = byId.get(at.previousEventId)) {
    if ('stateExitedEventDetails' in at)
      return { name: at.stateExitedEventDetails.name, isError: isFailure(byId.get(at.previousEventId)) }
    if (at.type === 'ExecutionStarted') return 'start'
    if ('stateEnteredEventDetails' in at) return undefined
  }
  // The first state follows 0 with AWS, and not the event that the execution started.
  return 'start'
}

/**
 * What an execution did, by the history of `execute`, of `run` or of AWS.
 *
 * @example executed((await execute(definition, {})).history).states.get('Pay')?.note // '2 attempts, 1.2 s'
 */
export const executed = (history: readonly HistoryEvent[]): Executed => {
  const byId = new Map(history.map((event) => [event.id, event]))
  const ways = new Set<string>()
  const caught = new Map<string, Set<string>>()
  for (const event of history) {
    const isEnd = event.type === 'ExecutionSucceeded'
    if (!isEnd && !('stateEnteredEventDetails' in event)) continue
    const before = exitBefore(event, byId)
    if (before === undefined) continue
    const to = 'stateEnteredEventDetails' in event ? event.stateEnteredEventDetails.name : undefined
    if (before === 'start') ways.add(wayKey('next', undefined, to))
    else ways.add(wayKey(before.isError ? 'error' : 'next', before.name, to))
  }
  const stays = new Map<string, Visit[]>()
  for (const visit of visits(history)) {
    const list = stays.get(visit.state) ?? []
    list.push(visit)
    stays.set(visit.state, list)
  }
  const exits = new Map<string, number>()
  for (const event of history) {
    if (!('stateExitedEventDetails' in event)) continue
    const { name } = event.stateExitedEventDetails
    exits.set(name, (exits.get(name) ?? 0) + 1)
    const failure = byId.get(event.previousEventId)
    if (!isFailure(failure)) continue
    const errors = caught.get(name) ?? new Set()
    errors.add(errorIn(failure) ?? 'an error')
    caught.set(name, errors)
  }
  const isOver = history.some(({ type }) => /^Execution(?:Failed|TimedOut|Aborted)$/.test(type))
  const states = new Map<string, StateRun>()
  for (const [name, list] of stays) {
    const isBroken =
      list.some(({ type }) => type === 'Fail') ||
      (list.length > (exits.get(name) ?? 0) && (isOver || list.some(({ error }) => error !== undefined)))
    const errors = new Set(caught.get(name))
    const last = list.at(-1)?.error
    if (isBroken && last !== undefined) errors.add(last)
    states.set(name, runOf(list, errors, isBroken))
  }
  return { states, ways }
}

/** The name of the error in an event, which every kind of failure has under a key of its own. */
const errorIn = (event: HistoryEvent | undefined): string | undefined => {
  for (const [key, details] of Object.entries(event ?? {}))
    if (key.endsWith('EventDetails') && typeof details === 'object' && details !== null && 'error' in details)
      return String(details.error)
  return undefined
}
