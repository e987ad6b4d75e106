/** Where states lead: targets that exist, scopes that nobody leaves or enters by a jump, states that are reached, an end. */
import type { Code } from '../codes/codes.ts'
import { hasPlaceholder, isObject } from '../outline/fields.ts'
import type { Outline, Scope, StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { closest, quoted } from '../report/wording.ts'

interface Transition {
  readonly target: unknown
  readonly place: Place
  readonly field: 'StartAt' | 'Next' | 'Default'
}

/** Every way out of a state, whatever its type: a misspelt type is no reason to lose its targets. */
const transitionsOf = ({ value, place }: StateEntry): readonly Transition[] => {
  const found: Transition[] = []
  if (value.Next !== undefined) found.push({ target: value.Next, place: within(place, 'Next'), field: 'Next' })
  if (value.Default !== undefined)
    found.push({ target: value.Default, place: within(place, 'Default'), field: 'Default' })
  for (const list of ['Choices', 'Catch'] as const) {
    const holders = value[list]
    if (!Array.isArray(holders)) continue
    for (const [i, holder] of holders.entries())
      if (isObject(holder) && holder.Next !== undefined)
        found.push({ target: holder.Next, place: within(place, list, i, 'Next'), field: 'Next' })
  }
  return found
}

const nowhere: readonly StateEntry[] = []

/** Where a state leads that has at most a Next, and a right one: most states. */
const leadsPlainly = ({ value }: StateEntry, scope: Scope): readonly StateEntry[] | undefined => {
  if (value.Catch !== undefined || value.Choices !== undefined || value.Default !== undefined) return undefined
  if (value.Next === undefined) return nowhere
  const target = typeof value.Next === 'string' ? scope.byName.get(value.Next) : undefined
  return target === undefined ? undefined : [target]
}

interface Missing {
  /** Transitions to nowhere whose meant target cannot be guessed. */
  count: number
  /** A target is only known at deployment: then everything may be reached. */
  isOpen: boolean
}

/** The state that a transition leads to, or was meant to; what is wrong with it is reported. */
const follow = (
  transition: Transition,
  scope: Scope,
  outline: Outline,
  report: Report,
  missing: Missing,
): StateEntry | undefined => {
  const { target, place, field } = transition
  if (typeof target !== 'string') {
    missing.count += 1
    return undefined
  }
  const there = scope.byName.get(target)
  if (there !== undefined) return there
  if (hasPlaceholder(target)) {
    missing.isOpen = true
    return undefined
  }
  if (outline.nameCount.has(target)) {
    missing.count += 1
    report.error(
      'ASL036',
      place,
      `${field} leads to ${quoted(target)}, which is in another scope.`,
      `A transition stays within one "States" object; end here, and continue after the ${scope.kind === 'machine' ? 'state that contains it' : 'enclosing state'}.`,
    )
    return undefined
  }
  const guess = closest(target, scope.byName.keys())
  const code: Code = field === 'StartAt' ? 'ASL006' : field === 'Default' ? 'ASL060' : 'ASL035'
  report.error(
    code,
    place,
    `${field} leads to ${quoted(target)}, which does not exist.`,
    guess === undefined ? 'Name a state in the same "States" object.' : `Did you mean ${quoted(guess)}?`,
  )
  if (guess === undefined) missing.count += 1
  return guess === undefined ? undefined : scope.byName.get(guess)
}

const isEnd = ({ value, type }: StateEntry): boolean =>
  type === 'Succeed' ||
  type === 'Fail' ||
  type === undefined ||
  (value.End !== undefined && value.End !== false) ||
  // A state without either is an issue of its own, and may have been meant to end.
  (type !== 'Choice' && value.Next === undefined)

/** Adds to `reached` every state that can be reached from these without passing one that is in it already. */
const visit = (
  start: readonly StateEntry[],
  leads: ReadonlyMap<StateEntry, readonly StateEntry[]>,
  reached: Set<StateEntry> = new Set(),
): Set<StateEntry> => {
  const open: StateEntry[] = []
  for (const state of start) {
    reached.add(state)
    open.push(state)
  }
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const target of leads.get(next) ?? [])
      if (!reached.has(target)) {
        reached.add(target)
        open.push(target)
      }
  return reached
}

/** The states from which the rest of the unreached ones follow: one per loose end. */
const looseStarts = (
  unreached: readonly StateEntry[],
  leads: ReadonlyMap<StateEntry, readonly StateEntry[]>,
): number => {
  const entered = new Set(unreached.flatMap((state) => (leads.get(state) ?? []).filter((target) => target !== state)))
  const starts = unreached.filter((state) => !entered.has(state))
  const covered = visit(starts, leads)
  // What is left are cycles that nothing enters; each such cycle counts once.
  let count = starts.length
  for (const state of unreached)
    if (!covered.has(state)) {
      count += 1
      visit([state], leads, covered)
    }
  return count
}

/** Checks the transitions of one scope. */
export const checkTransitions = (scope: Scope, outline: Outline, report: Report): void => {
  const { value, place, states } = scope
  if (!isObject(value.States) || states.length === 0) return
  const missing: Missing = { count: 0, isOpen: false }
  let start: StateEntry | undefined
  if (value.StartAt !== undefined)
    start = follow(
      { target: value.StartAt, place: within(place, 'StartAt'), field: 'StartAt' },
      scope,
      outline,
      report,
      missing,
    )
  const fromStart = missing.count
  const leads = new Map<StateEntry, readonly StateEntry[]>()
  for (const state of states) {
    const targets: StateEntry[] = []
    const next = leadsPlainly(state, scope)
    if (next !== undefined) {
      leads.set(state, next)
      continue
    }
    for (const transition of transitionsOf(state)) {
      const target = follow(transition, scope, outline, report, missing)
      if (target !== undefined) targets.push(target)
    }
    leads.set(state, targets)
  }
  const isLoose = missing.count > 0 || missing.isOpen
  if (!isLoose && !states.some(isEnd)) {
    const say = scope.kind === 'machine' ? report.error : report.warn
    say(
      scope.kind === 'machine' ? 'ASL038' : 'ASL039',
      within(place, 'States'),
      'no state is terminal: every state leads to another.',
      'Give the last state "End": true, or go to a Succeed or Fail state.',
    )
  }
  if (start === undefined || missing.isOpen) return
  const reached = visit([start], leads)
  if (reached.size === states.length) return
  // Nobody knows yet what the name of a state will be that has a placeholder in it.
  const unreached = states.filter((state) => !reached.has(state) && !hasPlaceholder(state.name))
  // A transition to a wrong name is the reason why what it meant is not reached: that is one mistake, and it is reported.
  if (missing.count > fromStart && looseStarts(unreached, leads) <= missing.count - fromStart) return
  for (const state of unreached)
    report.error(
      'ASL037',
      state.place,
      `state ${quoted(state.name)} is not reachable from ${quoted(start.name)}.`,
      'Point a reachable state to it, or remove it.',
      'key',
    )
}
