/** The fields of a state that hold paths, templates and expressions, each handed to the check of its query language. */

import { isExpression } from '../../language/jsonata.ts'
import { type Field, fieldsOf, hasPlaceholder, isObject, type StateType } from '../outline/fields.ts'
import type { StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { quoted, shown } from '../report/wording.ts'
import type { JsonataCheck } from './jsonata.ts'
import type { PathCheck } from './paths.ts'
import { isTimestamp } from './timestamp.ts'

export interface ValueContext {
  readonly report: Report
  readonly paths: PathCheck
  readonly jsonata: JsonataCheck
}

const timestampHint = 'Use RFC 3339, with an upper-case T, and Z or an offset: "2030-01-31T00:00:00Z".'

const checkTimestamp = (text: string, place: Place, report: Report): void => {
  if (hasPlaceholder(text) || isTimestamp(text)) return
  report.error(
    'ASL072',
    place,
    `${quoted(text)} is not a timestamp.`,
    text.startsWith('$') ? 'Use "TimestampPath" for a path.' : timestampHint,
  )
}

/**
 * A template is an object. The specification says any JSON, and so does AWS's language service, but of a ResultSelector.
 */
const checkTemplateShape = (field: string, value: unknown, place: Place, report: Report): void => {
  if (isObject(value) || hasPlaceholder(value)) return
  const isRefused = field === 'ResultSelector' && value !== null && !Array.isArray(value)
  const say = isRefused ? report.error : report.warn
  say(
    'ASL165',
    place,
    `${field} is ${shown(value)}; ${isRefused ? 'AWS expects an object' : 'nothing in it is evaluated'}.`,
    'Make it an object with the fields you want.',
  )
}

/** A path or a call inside a Pass state's Result, which nobody evaluates. */
const checkStatic = (root: unknown, place: Place, report: Report): void => {
  const open: { readonly value: unknown; readonly place: Place }[] = [{ value: root, place }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, place: here } = next
    if (typeof value !== 'object' || value === null) continue
    const isList = Array.isArray(value)
    for (const key of Object.keys(value)) {
      const inner: unknown = (value as Readonly<Record<string, unknown>>)[key]
      const at = within(here, isList ? Number(key) : key)
      if (typeof inner === 'object') open.push({ value: inner, place: at })
      else if (!isList && key.endsWith('.$') && typeof inner === 'string')
        report.warn(
          'ASL168',
          at,
          'Result is used literally: nothing in it is evaluated.',
          'Use "Parameters" to compute a result.',
        )
    }
  }
}

const referenceCode = (field: string): 'ASL144' | 'ASL073' | 'ASL162' =>
  field === 'ItemsPath' ? 'ASL144' : field === 'SecondsPath' || field === 'TimestampPath' ? 'ASL073' : 'ASL162'

const checkJsonPath = (
  name: string,
  { kind }: Field,
  value: unknown,
  state: StateEntry,
  { report, paths }: ValueContext,
): void => {
  const place = within(state.place, name)
  switch (kind) {
    case 'path':
      if (typeof value === 'string') paths.path('ASL160', value, place, state)
      return
    case 'reference':
      if (typeof value === 'string') paths.reference(referenceCode(name), value, place, state)
      return
    case 'resultPath':
      if (typeof value === 'string') paths.resultPath(value, place)
      return
    case 'textPath':
      if (typeof value === 'string' && !hasPlaceholder(value)) paths.textPath(value, place, state)
      return
    case 'template': {
      if (name !== 'Credentials') checkTemplateShape(name, value, place, report)
      const isItemSelector = state.type === 'Map' && (name === 'ItemSelector' || name === 'Parameters')
      paths.template(value, place, state, { isItemSelector })
      return
    }
    case 'assign':
      paths.template(value, place, state, { isAssign: true })
      return
    case 'static':
      checkStatic(value, place, report)
      return
    case 'text':
      if (typeof value !== 'string') return
      if (name === 'Timestamp') checkTimestamp(value, place, report)
      else if (/^\$\$?\.\w/.test(value) || /^States\.\w+\(/.test(value))
        report.warn(
          'ASL167',
          place,
          `${quoted(value)} looks like a path or a call, but ${name} is used as plain text.`,
          `Use "${name}Path".`,
        )
      return
    case 'number':
    case 'plain':
      return
  }
}

const checkJsonata = (
  name: string,
  { kind }: Field,
  value: unknown,
  state: StateEntry,
  { report, jsonata }: ValueContext,
): void => {
  const place = within(state.place, name)
  switch (kind) {
    case 'template':
      jsonata.template(value, place, state, {
        phase: name === 'Output' ? 'after' : 'before',
        ...(name === 'Items' && { result: ['array', 'object'] }),
        ...(name === 'Arguments' && { result: ['object'] }),
      })
      return
    case 'assign':
      jsonata.template(value, place, state, { phase: 'after', isAssign: true })
      return
    case 'number':
      if (typeof value === 'string') jsonata.template(value, place, state, { phase: 'before', result: ['number'] })
      return
    case 'text':
      if (typeof value !== 'string') return
      if (name === 'Timestamp' && !isExpression(value)) checkTimestamp(value, place, report)
      else jsonata.template(value, place, state, { phase: 'before', result: ['string'] })
      return
    case 'path':
    case 'reference':
    case 'resultPath':
    case 'textPath':
    case 'static':
    case 'plain':
      return
  }
}

const checkCatchers = (state: StateEntry, { paths, jsonata }: ValueContext): void => {
  const { Catch: catchers } = state.value
  if (!Array.isArray(catchers)) return
  for (const [i, catcher] of catchers.entries()) {
    if (!isObject(catcher)) continue
    const place = within(state.place, 'Catch', i)
    if (state.language === 'JSONata') {
      jsonata.template(catcher.Output, within(place, 'Output'), state, { phase: 'error' })
      jsonata.template(catcher.Assign, within(place, 'Assign'), state, { phase: 'error', isAssign: true })
    } else {
      if (typeof catcher.ResultPath === 'string') paths.resultPath(catcher.ResultPath, within(place, 'ResultPath'))
      paths.template(catcher.Assign, within(place, 'Assign'), state, { isAssign: true })
    }
  }
}

const checkCondition = (condition: unknown, place: Place, state: StateEntry, context: ValueContext): void => {
  if (typeof condition !== 'string') return
  if (!condition.startsWith('{%') && !hasPlaceholder(condition)) {
    context.report.error(
      'ASL059',
      place,
      `the Condition ${quoted(condition)} is not an expression.`,
      'Put it between {% and %}.',
    )
    return
  }
  context.jsonata.template(condition, place, state, { phase: 'before', result: ['boolean'] })
}

const checkRules = (state: StateEntry, context: ValueContext): void => {
  const { Choices: rules } = state.value
  if (!Array.isArray(rules)) return
  for (const [i, rule] of rules.entries()) {
    if (!isObject(rule)) continue
    const place = within(state.place, 'Choices', i)
    if (state.language === 'JSONata') {
      checkCondition(rule.Condition, within(place, 'Condition'), state, context)
      context.jsonata.template(rule.Output, within(place, 'Output'), state, { phase: 'before' })
      context.jsonata.template(rule.Assign, within(place, 'Assign'), state, { phase: 'before', isAssign: true })
    } else context.paths.template(rule.Assign, within(place, 'Assign'), state, { isAssign: true })
  }
}

/** Checks everything in a state that is evaluated. A state whose query language is not known is left alone. */
export const checkValues = (state: StateEntry, type: StateType, context: ValueContext): void => {
  const { language, value } = state
  if (language === undefined) return
  const fields = fieldsOf[type]
  for (const name of Object.keys(value)) {
    const field = fields.get(name)
    if (field === undefined || field.kind === 'plain' || value[name] === undefined) continue
    if (field.language !== 'both' && field.language !== language) continue
    if (language === 'JSONata') checkJsonata(name, field, value[name], state, context)
    else checkJsonPath(name, field, value[name], state, context)
  }
  if (type === 'Choice') checkRules(state, context)
  checkCatchers(state, context)
}
