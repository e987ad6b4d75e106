/** All passes over one definition, in one order. Pure: reads the value, and changes nothing in it. */

import { definitionLimit } from '../language/quotas.ts'
import type { Resource } from '../language/resource.ts'
import { checkLimits } from './machine/limits.ts'
import { checkLoops } from './machine/loops.ts'
import { checkNames } from './machine/names.ts'
import { checkTransitions } from './machine/transitions.ts'
import { branchFields, isObject, machineFields, processorFields } from './outline/fields.ts'
import { outlineOf, type Scope, type StateEntry } from './outline/outline.ts'
import { sizeOf, survey } from './outline/survey.ts'
import { type Place, pointerOf, rootPlace, within } from './report/place.ts'
import { createReport, type Finding, type Report } from './report/report.ts'
import { didYouMean, listed, quoted, shown } from './report/wording.ts'
import { checkChoice } from './states/choice.ts'
import { checkHandlers } from './states/handlers.ts'
import { homeOf } from './states/homes.ts'
import { checkMap } from './states/map.ts'
import { checkShape } from './states/shape.ts'
import { checkState } from './states/state.ts'
import { checkTask } from './states/task.ts'
import { createJsonataCheck } from './values/jsonata.ts'
import { createPathCheck } from './values/paths.ts'
import { checkValues } from './values/values.ts'
import { createVariables } from './values/variables.ts'

export interface ExamineOptions {
  /** Of the machine that the definition is for: EXPRESS ones can do less. Default STANDARD. */
  readonly type?: 'STANDARD' | 'EXPRESS'
  /**
   * JSON pointers of the placeholders that stand without quotes in the text of the definition: these may become any value, and the
   * others are texts. Without this, each may be any value. `diagnose` of a text finds them itself.
   */
  readonly bare?: ReadonlySet<string>
}

export interface Examined {
  readonly findings: readonly Finding[]
  /** How many object members the definition has, at every level. */
  readonly members: number
  /** Which variables each state reads, by its name; states that read none are not in it. */
  readonly references: ReadonlyMap<string, ReadonlySet<string>>
}

const none: ReadonlyMap<string, ReadonlySet<string>> = new Map()

const scopeNames: Readonly<Record<Scope['kind'], string>> = {
  machine: 'a state machine',
  branch: 'a branch',
  processor: 'an item processor',
}

const scopeFields: Readonly<Record<Scope['kind'], ReadonlySet<string>>> = {
  machine: machineFields,
  branch: branchFields,
  processor: processorFields,
}

const unknownFieldHint = (field: string, kind: Scope['kind']): string => {
  if (field === '$schema')
    return 'Remove it, and map the schema to your files in the editor: "json.schemas" in .vscode/settings.json.'
  if (field === 'QueryLanguage' && kind !== 'machine')
    return 'Set it on each state inside, or on the whole machine: a branch or an item processor cannot have it.'
  const fields = scopeFields[kind]
  const guess = didYouMean(field, fields).trim()
  if (guess !== '') return guess
  const home = homeOf(field)
  if (home !== undefined) return `Move it to ${home}.`
  const holder = scopeNames[kind]
  return `Remove it. ${holder[0]?.toUpperCase()}${holder.slice(1)} takes ${listed([...fields])}.`
}

const checkScope = (scope: Scope, report: Report): void => {
  const { kind, value, place } = scope
  checkShape(kind === 'machine' ? 'machine' : 'scope', value, place, {
    language: undefined,
    computesNothing: true,
    report,
    name: scopeNames[kind],
    codeFor: (field) => (field === 'TimeoutSeconds' ? 'ASL005' : undefined),
  })
  for (const field of Object.keys(value))
    if (value[field] !== undefined && !scopeFields[kind].has(field))
      report.error(
        kind === 'machine' ? 'ASL003' : 'ASL131',
        within(place, field),
        `${scopeNames[kind]} has no field ${quoted(field)}.`,
        unknownFieldHint(field, kind),
        'key',
      )
  if (kind === 'machine' && value.TimeoutSeconds === 0)
    report.warn(
      'ASL005',
      within(place, 'TimeoutSeconds'),
      'TimeoutSeconds is 0; the specification asks for a positive number.',
      'Use 1 or more.',
    )
}

/** Something that should be an object of its own, and is not. */
const checkIsObject = (value: unknown, place: Place, what: string, report: Report): boolean => {
  if (isObject(value)) return true
  report.error('ASL030', place, `${what} is ${shown(value)}, and must be an object.`, 'Add a "Type" and its fields.')
  return false
}

/** Every issue of a definition that is a value, with its place. */
export const examine = (definition: unknown, options: ExamineOptions = {}, textSize?: number): Examined => {
  const examined = examineFilled(definition, options, textSize)
  const { bare } = options
  if (bare === undefined || bare.size === 0) return examined
  // What is said of the text that stands for such a value says nothing of the value.
  return { ...examined, findings: examined.findings.filter(({ place, isKey }) => isKey || !bare.has(pointerOf(place))) }
}

const examineFilled = (
  definition: unknown,
  { type = 'STANDARD', bare }: ExamineOptions,
  textSize: number | undefined,
): Examined => {
  const report = createReport(bare !== undefined)
  const { findings } = report
  const { members, fault, length, hasLargeParts } = survey(definition)
  if (fault !== undefined) {
    report.error(
      'ASL001',
      fault.place,
      `${fault.message}.`,
      'A definition is plain JSON: objects, arrays, strings, numbers, true, false and null.',
    )
    return { findings, members, references: none }
  }
  if (!isObject(definition)) {
    report.error(
      'ASL001',
      rootPlace,
      `the definition is ${shown(definition)}, and must be an object.`,
      'It has at least "StartAt" and "States".',
    )
    return { findings, members, references: none }
  }
  const size = textSize ?? sizeOf(definition, length, definitionLimit)
  if (size === Number.POSITIVE_INFINITY) {
    report.error(
      'ASL009',
      rootPlace,
      'parts of the definition are repeated so often that its JSON would be far too long.',
      'Move each repeated part to its own machine.',
    )
    return { findings, members, references: none }
  }
  const outline = outlineOf(definition, type === 'EXPRESS')
  const variables = createVariables(report)
  const paths = createPathCheck(report, variables)
  const jsonata = createJsonataCheck(report, variables)
  const resources = new Map<string, Resource | undefined>()
  const names = new Map<string, StateEntry>()
  const context = { report, paths, jsonata, labels: new Map<string, Place>() }
  for (const scope of outline.scopes) {
    variables.enter(scope)
    checkScope(scope, report)
    checkNames(scope, outline, names, report)
    for (const state of scope.states) {
      const raw: unknown = isObject(scope.value.States) ? scope.value.States[state.name] : undefined
      if (!checkIsObject(raw, state.place, 'the state', report)) continue
      checkState(state, outline, report)
      if (state.type === undefined) continue
      checkValues(state, state.type, context)
      variables.check(state)
      if (state.value.Retry !== undefined || state.value.Catch !== undefined) checkHandlers(state, report)
      if (state.type === 'Choice') checkChoice(state, report, paths)
      if (state.type === 'Map') checkMap(state, context)
      if (state.type === 'Task') checkTask(state, resources, report)
    }
    checkTransitions(scope, outline, report)
    checkLoops(scope, report)
  }
  checkLimits(outline, hasLargeParts, size, report)
  return { findings, members, references: variables.references }
}
