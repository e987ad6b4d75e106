/** The scopes of a machine and their states, found once for all passes: every `States` object, however deep, in document order. */

import { type Place, rootPlace, within } from '../report/place.ts'
import { closest } from '../report/wording.ts'
import { isObject, type StateType, stateTypes } from './fields.ts'

export type Language = 'JSONPath' | 'JSONata'
export type Members = Readonly<Record<string, unknown>>

export interface StateEntry {
  readonly name: string
  readonly value: Members
  readonly place: Place
  /** The type it has, or the one that was meant by a misspelt one. */
  readonly type: StateType | undefined
  /** `undefined` when it is not known, because it is wrong or a placeholder. */
  readonly language: Language | undefined
  readonly scope: Scope
}

export interface Assigned {
  /** Where the first time is; of those outside catchers, when there are any. */
  place: Place
  /** Whether only catchers assign it. */
  isCaught: boolean
  states: number
  last: string
}

export interface Scope {
  readonly value: Members
  readonly place: Place
  readonly kind: 'machine' | 'branch' | 'processor'
  readonly depth: number
  /** Whether this is what a DISTRIBUTED Map runs, in executions of its own. */
  readonly isDistributed: boolean
  /** The depth of the nearest scope, this one included, that sees no variables from outside. */
  readonly floor: number
  /** Why only what EXPRESS machines can do is allowed here: the machine is one, or a child execution is. */
  readonly express: 'machine' | 'child' | undefined
  readonly states: readonly StateEntry[]
  /** By name; a name that is there twice in JSON text has one entry. */
  readonly byName: ReadonlyMap<string, StateEntry>
  /** The query language of the state around, which those inside do not inherit. */
  readonly around: Language | undefined
  /** Whether the states here run once per item of a Map, however far up that is. */
  readonly isInMap: boolean
  /** The variables that states here assign: the place of the first time, and how many states do. */
  readonly assigned: ReadonlyMap<string, Assigned>
}

export interface Outline {
  readonly language: Language | undefined
  /** The machine first, then every scope after the one it is in. */
  readonly scopes: readonly Scope[]
  /** How many scopes have a state of this name. */
  readonly nameCount: ReadonlyMap<string, number>
}

interface Waiting {
  readonly value: Members
  readonly place: Place
  readonly kind: Scope['kind']
  readonly parent: Scope | undefined
  readonly around: Language | undefined
  readonly isDistributed: boolean
  readonly express: Scope['express']
}

const languageOf = (value: unknown, inherited: Language | undefined): Language | undefined =>
  value === undefined ? inherited : value === 'JSONPath' || value === 'JSONata' ? value : undefined

const types: ReadonlyMap<unknown, StateType> = new Map(stateTypes.map((type) => [type, type]))

const typeOf = (value: unknown): StateType | undefined => {
  const exact = types.get(value)
  if (exact !== undefined || typeof value !== 'string') return exact
  return types.get(closest(value, stateTypes))
}

/** The name that an Assign key gives a value to. */
export const variableName = (key: string, language: Language | undefined): string =>
  language !== 'JSONata' && key.endsWith('.$') ? key.slice(0, -2) : key

export interface Assign {
  readonly value: Members
  readonly place: Place
  /** Whether a catcher has it. */
  readonly isCaught: boolean
}

/** Each `Assign` of a state: its own, its catchers', its choice rules'. */
export const assignsOf = (value: Members, place: Place): readonly Assign[] => {
  const found: Assign[] = []
  const add = (holder: unknown, at: () => Place, isCaught = false): void => {
    if (isObject(holder) && isObject(holder.Assign))
      found.push({ value: holder.Assign, place: within(at(), 'Assign'), isCaught })
  }
  if (value.Assign !== undefined) add(value, () => place)
  for (const list of ['Catch', 'Choices'] as const) {
    const holders = value[list]
    if (Array.isArray(holders))
      for (const [i, holder] of holders.entries()) add(holder, () => within(place, list, i), list === 'Catch')
  }
  return found
}

/** The scopes directly inside a state. */
const inside = (state: StateEntry, type: string): readonly Waiting[] => {
  const found: Waiting[] = []
  const { value, place, scope } = state
  const { Branches: branches } = value
  if (type !== 'Map' && Array.isArray(branches))
    for (const [i, branch] of branches.entries())
      if (isObject(branch))
        found.push({
          value: branch,
          place: within(place, 'Branches', i),
          kind: 'branch',
          parent: scope,
          around: state.language,
          isDistributed: false,
          express: scope.express,
        })
  if (type !== 'Parallel')
    for (const field of ['ItemProcessor', 'Iterator'] as const) {
      const processor = value[field]
      if (!isObject(processor)) continue
      const config = isObject(processor.ProcessorConfig) ? processor.ProcessorConfig : {}
      const isDistributed = config.Mode === 'DISTRIBUTED'
      found.push({
        value: processor,
        place: within(place, field),
        kind: 'processor',
        parent: scope,
        around: state.language,
        isDistributed,
        express: scope.express ?? (isDistributed && config.ExecutionType === 'EXPRESS' ? 'child' : undefined),
      })
    }
  return found
}

const scopeOf = (waiting: Waiting, machine: Language | undefined): Scope => {
  const { value, place, kind, parent, around, isDistributed, express } = waiting
  const states: StateEntry[] = []
  const byName = new Map<string, StateEntry>()
  const assigned = new Map<string, Assigned>()
  const depth = parent === undefined ? 0 : parent.depth + 1
  const floor = isDistributed || parent === undefined ? depth : parent.floor
  const isInMap = kind === 'processor' || parent?.isInMap === true
  const scope: Scope = {
    value,
    place,
    kind,
    depth,
    isDistributed,
    floor,
    express,
    states,
    byName,
    around,
    isInMap,
    assigned,
  }
  if (!isObject(value.States)) return scope
  const statesPlace = within(place, 'States')
  for (const name of Object.keys(value.States)) {
    const state = value.States[name]
    if (state === undefined) continue
    const members = isObject(state) ? state : {}
    const language = languageOf(members.QueryLanguage, machine)
    const type = isObject(state) ? typeOf(members.Type) : undefined
    const entry: StateEntry = { name, value: members, place: within(statesPlace, name), type, language, scope }
    states.push(entry)
    byName.set(name, entry)
    if (members.Assign === undefined && members.Catch === undefined && members.Choices === undefined) continue
    for (const assign of assignsOf(members, entry.place))
      for (const key of Object.keys(assign.value)) {
        const variable = variableName(key, language)
        const before = assigned.get(variable)
        const { isCaught } = assign
        if (before === undefined) {
          assigned.set(variable, { place: within(assign.place, key), isCaught, states: 1, last: name })
          continue
        }
        if (before.isCaught && !isCaught) {
          before.isCaught = false
          before.place = within(assign.place, key)
        }
        if (before.last === name) continue
        before.states += 1
        before.last = name
      }
  }
  return scope
}

/** The outline of a machine. Goes down with a stack of its own: any depth. */
export const outlineOf = (machine: Members, isExpress: boolean): Outline => {
  const language = languageOf(machine.QueryLanguage, 'JSONPath')
  const scopes: Scope[] = []
  const nameCount = new Map<string, number>()
  const waiting: Waiting[] = [
    {
      value: machine,
      place: rootPlace,
      kind: 'machine',
      parent: undefined,
      around: undefined,
      isDistributed: false,
      express: isExpress ? 'machine' : undefined,
    },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const scope = scopeOf(next, language)
    scopes.push(scope)
    const below: Waiting[] = []
    for (const state of scope.states) {
      nameCount.set(state.name, (nameCount.get(state.name) ?? 0) + 1)
      if (state.type === 'Parallel' || state.type === 'Map' || state.type === undefined)
        for (const found of inside(state, state.type ?? '')) below.push(found)
    }
    for (let i = below.length - 1; i >= 0; i -= 1) waiting.push(below[i] as Waiting)
  }
  return { language, scopes, nameCount }
}
