import { type Expression, fieldNames, functionTable } from '@orkestra/core'
import {
  type Assignment,
  become,
  blank,
  type Draft,
  type DraftScope,
  freshPayload,
  ordered,
  outputOf,
  reading,
  theInput,
} from '../draft/draft.ts'
import { hasConditional, isRoot, project } from '../draft/substitution.ts'
import { withField } from '../lower/keeps.ts'
import type { Variables } from '../lower/scope.ts'
import { splitConditional } from './conditional.ts'
import type { Language } from './language.ts'
import { forget, remember } from './rewriting.ts'
import { riskOf } from './totality.ts'

interface Splitting {
  readonly language: Language
  readonly variables: Variables
}

/** A copy of a state that stands after it; what it was keeps its place, and does something first. */
const behind = (draft: Draft): Draft => ({ ...draft, from: undefined, input: freshPayload() })

/** Makes a state a Pass before what it was. */
const before = (draft: Draft, label: string, next: Draft, does: Pick<Draft, 'assigns' | 'output'>): void => {
  const { input } = draft
  become(draft, { ...blank(), kind: 'Pass', label, input, next, ...does })
}

/** The object and the fields of `merge(object, { … })`. */
const fieldsAdded = (
  output: Expression,
): { readonly object: Expression; readonly fields: readonly (readonly [string, Expression])[] } | undefined => {
  if (output._tag !== 'Call' || output.name !== 'merge' || output.arguments.length !== 2) return undefined
  const [object, added] = output.arguments as readonly [Expression, Expression]
  const names = fieldNames(added)
  return names === undefined ? undefined : { object, fields: names.map((name) => [name, project(added, [name])]) }
}

/** *Fields are put into an object one after the other,* by a state each, what they are made of kept before. */
const splitMerge = ({ variables }: Splitting, draft: Draft): readonly Draft[] | undefined => {
  const added = draft.kind === 'Pass' ? fieldsAdded(outputOf(draft)) : undefined
  if (added === undefined || added.fields.length === 0) return undefined
  const assigns: Assignment[] = [...draft.assigns]
  const values = added.fields.map(([key, value]): readonly [string, Expression] => {
    if (value._tag === 'Literal') return [key, value]
    const variable = variables.fresh(key)
    assigns.push({ variable, value })
    return [key, reading(variable)]
  })
  const all: Draft[] = values.map(([key, value]) => ({
    ...behind(draft),
    assigns: [],
    given: undefined,
    label: `Keep ${key}`,
    output: withField(theInput, key, value),
  }))
  for (const [i, one] of all.entries()) one.next = all[i + 1] ?? draft.next
  const last = all.at(-1) as Draft
  last.given = draft.given
  last.label = draft.label
  before(draft, `Keep ${values.map(([key]) => key).join(', ')}`, all[0] as Draft, {
    assigns,
    output: isRoot(added.object, 'Input') ? undefined : added.object,
  })
  return [draft, ...all]
}

/** *A value is made before a Succeed hands it on.* */
const splitSucceed = (_: Splitting, draft: Draft): readonly Draft[] | undefined => {
  if (draft.kind !== 'Succeed') return undefined
  const end = { ...behind(draft), output: undefined }
  before(draft, `Shape ${draft.label}`, end, { assigns: [], output: draft.output })
  return [draft, end]
}

/** What a Choice, a Map or a Wait must be told by a path, is kept in a variable before. */
type Computed = (expression: Expression, isAsked: boolean) => Expression

/** The rules by which what a function gives is compared, where it gives one kind of value. */
const kindOf = (value: Expression) => {
  const gives = value._tag === 'Call' ? functionTable[value.name].gives : 'any'
  return gives === 'text' || gives === 'number' || gives === 'boolean' ? gives : undefined
}

const operandsOf = (condition: Expression, isAsked: boolean, computed: Computed): Expression => {
  switch (condition._tag) {
    case 'Compare': {
      const kind = condition.kind ?? kindOf(condition.left) ?? kindOf(condition.right)
      const left = computed(condition.left, isAsked)
      return { ...condition, left, right: computed(condition.right, isAsked), ...(kind !== undefined && { kind }) }
    }
    case 'Ask':
      return condition.question === 'isPresent'
        ? condition
        : { ...condition, value: computed(condition.value, isAsked) }
    case 'Matches':
      return { ...condition, value: computed(condition.value, isAsked) }
    case 'And':
    case 'Or':
      // Those after the first may never be asked, and then must not fail either.
      return {
        ...condition,
        conditions: condition.conditions.map((one, i) => operandsOf(one, isAsked && i === 0, computed)),
      }
    case 'Not':
      return { ...condition, condition: operandsOf(condition.condition, isAsked, computed) }
    case 'Call':
      return computed(condition, isAsked)
    case 'Reference':
    case 'Literal':
    case 'Object':
    case 'Array':
    case 'Source':
      return condition
  }
}

/** *What is computed where only a path may stand is kept in a variable first.* */
const splitOperands = ({ language, variables }: Splitting, draft: Draft): readonly Draft[] | undefined => {
  if (draft.kind !== 'Choice' && draft.kind !== 'Map' && draft.kind !== 'Wait') return undefined
  const assigns: Assignment[] = []
  const keep = (value: Expression): Expression => {
    const variable = variables.fresh('value')
    assigns.push({ variable, value })
    return reading(variable)
  }
  const computed: Computed = (expression, isAsked) => {
    if (!isAsked && riskOf(expression, language.name) !== 'none') return expression
    if (expression._tag === 'Call') return keep(expression)
    if (expression._tag === 'Reference' && expression.root._tag === 'Computed')
      return project(keep(expression.root.expression), expression.path)
    return expression
  }
  const after = behind(draft)
  after.input = draft.input
  after.rules = draft.rules.map((rule, i) => ({ ...rule, condition: operandsOf(rule.condition, i === 0, computed) }))
  if (draft.items !== undefined)
    after.items = { ...draft.items, items: draft.items.items && computed(draft.items.items, true) }
  if (draft.delay !== undefined && draft.delay.kind !== 'duration')
    after.delay = { ...draft.delay, expression: computed(draft.delay.expression, true) }
  if (assigns.length === 0) return undefined
  const label = draft.kind === 'Choice' ? `Compute ${draft.label}` : `Compute ${draft.kind.toLowerCase()}`
  before(draft, label, after, { assigns, output: undefined })
  return [draft, after]
}

/** *What a later rule computes is computed when the rules before it did not hold:* they may be what keeps it from failing. */
const splitRules = (splitting: Splitting, draft: Draft): readonly Draft[] | undefined => {
  if (draft.kind !== 'Choice' || draft.isLoop === true) return undefined
  const { speaks } = splitting.language
  const later = draft.rules.findIndex((rule, i) => i > 0 && !speaks({ ...draft, rules: [rule] }))
  if (later === -1) return undefined
  const rest: Draft = {
    ...behind(draft),
    input: draft.input,
    given: undefined,
    comment: undefined,
    rules: draft.rules.slice(later),
  }
  const first: Draft = { ...draft, rules: draft.rules.slice(0, later), next: rest, output: undefined, assigns: [] }
  become(draft, first)
  const said = (state: Draft): readonly Draft[] =>
    speaks(state) ? [state] : (splitOperands(splitting, state) ?? [state])
  return [...said(draft), ...said(rest).flatMap((state) => splitRules(splitting, state) ?? [state])]
}

/** *What depends on a condition is chosen first;* what that condition is asked of is computed before. */
const splitChosen = (splitting: Splitting, draft: Draft): readonly Draft[] | undefined =>
  splitConditional(splitting.variables, draft)?.flatMap((state) =>
    splitting.language.speaks(state)
      ? [state]
      : (splitOperands(splitting, state) ?? splitMerge(splitting, state) ?? [state]),
  )

const splits = [splitMerge, splitSucceed, splitOperands, splitRules, splitChosen]

const isChoosing = ({ payload, credentials, output }: Draft): boolean =>
  hasConditional(payload) || hasConditional(credentials) || hasConditional(output)

/**
 * *What one state cannot say in this language, two or more can.* What none can say stays as it is, and is reported where it is written.
 * Whether anything was split.
 */
export const split = (scopes: readonly DraftScope[], language: Language, variables: Variables): boolean => {
  let changed = false
  for (const scope of scopes) {
    if (scope.isGone || scope.isPlain) continue
    for (const draft of ordered(scope)) {
      // A task's arguments stay in the task, except for chosen values.
      if (draft.kind === 'Task' && !isChoosing(draft)) continue
      if (language.speaks(draft)) continue
      const copy = { ...draft }
      for (const one of splits) {
        forget(draft)
        const states = one({ language, variables }, draft)
        if (states?.every((state) => language.speaks(state))) {
          for (const state of states) remember(state)
          scope.order = undefined
          changed = true
          break
        }
        become(draft, copy)
        remember(draft)
      }
    }
  }
  return changed
}
