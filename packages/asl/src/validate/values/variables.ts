/** Variables: what they may be called, and which of them a state can read. Scopes are visited in document order. */
import { isObject } from '../outline/fields.ts'
import { type Assigned, assignsOf, type Scope, type StateEntry, variableName } from '../outline/outline.ts'
import { type Place, pointerOf, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { charactersIn, closest, quoted, shown } from '../report/wording.ts'

const longestVariable = 80
const identifier = /^[\p{ID_Start}_][\p{ID_Continue}\u200c\u200d]*$/u

export interface Variables {
  /** Goes on to the next scope: what the scopes around it assign is visible in it. */
  readonly enter: (scope: Scope) => void
  /** A state reads a variable. `isOwnAssign`: in its own Assign, where the value before is what is meant. */
  readonly read: (name: string, place: Place, state: StateEntry, isOwnAssign: boolean) => void
  /** Checks the names that a state's Assigns give. */
  readonly check: (state: StateEntry) => void
  /** Which variables were read, by the name of the state. */
  readonly references: ReadonlyMap<string, ReadonlySet<string>>
}

interface Layer {
  readonly depth: number
  readonly assigned: Assigned
}

/** Variables as of the machine, before any scope is entered. */
export const createVariables = (report: Report): Variables => {
  const open: Scope[] = []
  /** For each name, the scopes around that assign it, the innermost last. */
  const layers = new Map<string, Layer[]>()
  const unknown = new Set<string>()
  const references = new Map<string, Set<string>>()

  const enter = (scope: Scope): void => {
    for (let top = open.at(-1); top !== undefined && top.depth >= scope.depth; top = open.at(-1)) {
      open.pop()
      for (const name of top.assigned.keys()) layers.get(name)?.pop()
    }
    for (const [name, assigned] of scope.assigned) {
      const around = layers.get(name) ?? []
      const outer = around.at(-1)
      if (outer !== undefined && outer.depth >= scope.floor) {
        // AWS was seen to let a branch assign what the catcher of its Parallel assigns.
        const say = outer.assigned.isCaught || assigned.isCaught ? report.warn : report.error
        say(
          'ASL203',
          assigned.place,
          `the variable ${quoted(name)} is also assigned in an outer scope, at ${pointerOf(outer.assigned.place)}.`,
          'Choose another name: an inner scope can read outer variables but not assign them.',
          'key',
        )
      }
      around.push({ depth: scope.depth, assigned })
      layers.set(name, around)
    }
    open.push(scope)
  }

  const read = (name: string, place: Place, state: StateEntry, isOwnAssign: boolean): void => {
    const { scope } = state
    const known = references.get(state.name)
    if (known === undefined) references.set(state.name, new Set([name]))
    else known.add(name)
    const around = layers.get(name) ?? []
    const nearest = around.at(-1)
    if (nearest === undefined) {
      // Asked again for each place, but the names are compared once.
      const hint = unknown.has(name) ? undefined : closest(name, layers.keys())
      unknown.add(name)
      report.warn(
        'ASL206',
        place,
        `no state assigns the variable ${quoted(`$${name}`)} in this scope or an enclosing one.`,
        hint === undefined ? 'Assign it in an earlier state.' : `Did you mean ${quoted(`$${hint}`)}?`,
      )
    } else if (nearest.depth < scope.floor)
      report.error(
        'ASL207',
        place,
        `the variable ${quoted(`$${name}`)} is assigned outside the DISTRIBUTED Map, whose child executions do not see their parent's variables.`,
        'Pass it through "ItemSelector" or "ItemBatcher"."BatchInput".',
      )
    else if (
      !isOwnAssign &&
      nearest.assigned.states === 1 &&
      nearest.assigned.last === state.name &&
      nearest.depth === scope.depth &&
      (around.length < 2 || (around.at(-2)?.depth ?? 0) < scope.floor)
    )
      report.warn(
        'ASL208',
        place,
        `the variable ${quoted(`$${name}`)} is first assigned by this state, and has no value here yet.`,
        'Assign it in an earlier state, or read the value that it is assigned from.',
      )
  }

  const checkName = (key: string, place: Place, state: StateEntry): void => {
    const name = variableName(key, state.language)
    if (name.includes('${')) return
    if (name === 'states')
      report.error(
        'ASL201',
        place,
        'the variable "states" is reserved.',
        'Choose another name: Step Functions defines $states.',
        'key',
      )
    else if (!identifier.test(name))
      report.error(
        'ASL200',
        place,
        `${quoted(name)} is not a variable name.`,
        'Start with a letter, and continue with letters, digits and "_".',
        'key',
      )
    else if (name.length > longestVariable && charactersIn(name) > longestVariable)
      report.error(
        'ASL202',
        place,
        `the variable name ${quoted(name)} has ${charactersIn(name)} characters; ${longestVariable} are allowed.`,
        'Shorten it.',
        'key',
      )
  }

  const check = (state: StateEntry): void => {
    for (const { value, place } of assignsOf(state.value, state.place))
      for (const key of Object.keys(value)) checkName(key, within(place, key), state)
  }

  return { enter, read, check, references }
}

/** Reports an Assign that is not an object. */
export const checkAssignShape = (value: unknown, place: Place, report: Report): boolean => {
  if (isObject(value)) return true
  report.error('ASL210', place, `Assign is ${shown(value)}.`, 'Make it an object of variable names and values.')
  return false
}
