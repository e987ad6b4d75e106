/** Which states and which transitions of a definition a set of executions went through. */

import type { Execution } from './execution.ts'
import type { HistoryEvent } from './history/events.ts'
import { isRecord } from './payload/payload.ts'
import { field } from './plan/fields.ts'

/** From one state to another of the same scope: by `Next`, a choice, or a catcher. */
export interface Transition {
  readonly from: string
  readonly to: string
}

/** A part of what there is. */
export interface Share<A> {
  readonly covered: readonly A[]
  readonly missing: readonly A[]
}

export interface Coverage {
  readonly states: Share<string>
  readonly transitions: Share<Transition>
}

const leadsOf = (state: unknown): readonly string[] => {
  if (!isRecord(state)) return []
  const leads = [field(state, 'Next'), field(state, 'Default')]
  for (const name of ['Choices', 'Catch']) {
    const all = field(state, name)
    if (Array.isArray(all)) for (const one of all) if (isRecord(one)) leads.push(field(one, 'Next'))
  }
  return leads.filter((lead) => typeof lead === 'string')
}

const scopesIn = (state: unknown): readonly unknown[] => {
  if (!isRecord(state)) return []
  const branches = field(state, 'Branches')
  return [...(Array.isArray(branches) ? branches : []), field(state, 'ItemProcessor'), field(state, 'Iterator')]
}

const keyOf = ({ from, to }: Transition): string => JSON.stringify([from, to])

/** All that could be covered: names are unique in a machine. */
const inventory = (definition: unknown) => {
  const states = new Set<string>()
  const transitions = new Map<string, Transition>()
  const stack: unknown[] = [definition]
  while (stack.length > 0) {
    const scope = stack.pop()
    const all = isRecord(scope) ? field(scope, 'States') : undefined
    if (!isRecord(all)) continue
    for (const [from, state] of Object.entries(all)) {
      states.add(from)
      for (const to of leadsOf(state)) transitions.set(keyOf({ from, to }), { from, to })
      stack.push(...scopesIn(state))
    }
  }
  return { states, transitions }
}

const visit = (history: readonly HistoryEvent[], states: Set<string>, transitions: Set<string>): void => {
  for (const event of history) {
    if (!('stateEnteredEventDetails' in event)) continue
    const to = event.stateEnteredEventDetails.name
    states.add(to)
    const previous = history[event.previousEventId - 1]
    if (previous !== undefined && 'stateExitedEventDetails' in previous)
      transitions.add(keyOf({ from: previous.stateExitedEventDetails.name, to }))
  }
}

const share = <A>(all: Iterable<readonly [string, A]>, met: ReadonlySet<string>): Share<A> => {
  const covered: A[] = []
  const missing: A[] = []
  for (const [key, one] of all) (met.has(key) ? covered : missing).push(one)
  return { covered, missing }
}

/**
 * Which states and transitions of a definition these executions went through, child executions of distributed Maps included.
 *
 * @example showCoverage(coverage(definition, [await execute(definition, good), await execute(definition, bad)]))
 */
export const coverage = (definition: unknown, executions: readonly Execution[]): Coverage => {
  const { states, transitions } = inventory(definition)
  const metStates = new Set<string>()
  const metTransitions = new Set<string>()
  for (const { history, mapRuns } of executions) {
    visit(history, metStates, metTransitions)
    for (const run of mapRuns) for (const child of run.executions) visit(child.history, metStates, metTransitions)
  }
  return {
    states: share(
      [...states].map((name) => [name, name] as const),
      metStates,
    ),
    transitions: share(transitions, metTransitions),
  }
}

const percent = ({ covered, missing }: Share<unknown>): string => {
  const all = covered.length + missing.length
  return `${covered.length} of ${all} (${all === 0 ? 100 : Math.floor((covered.length * 100) / all)} %)`
}

/** A coverage as text: two figures, and what is missing. @example console.log(showCoverage(coverage(definition, executions))) */
export const showCoverage = ({ states, transitions }: Coverage): string =>
  [
    `states: ${percent(states)}`,
    ...states.missing.map((name) => `  not entered: ${name}`),
    `transitions: ${percent(transitions)}`,
    ...transitions.missing.map(({ from, to }) => `  not taken: ${from} -> ${to}`),
    '',
  ].join('\n')
