/** The comparisons of a JSONPath Choice. https://states-language.net/#choice-state */

import { instantOf } from '../../language/timestamp.ts'
import { matchesWildcard } from '../../language/wildcard.ts'
import { runtimeFailure } from '../failure/failure.ts'
import { type Evaluate, type ReadyPath, readyPath } from '../jsonpath/template.ts'
import { isRecord } from '../payload/payload.ts'
import { field, type Raw } from '../plan/fields.ts'
import { checkDepth, refusal, type Where } from '../plan/refuse.ts'
import type { Thread } from '../thread/thread.ts'

/** Whether a rule holds for a state's input. */
export type Rule = (thread: Thread, input: unknown) => boolean

type Relation = (sign: number) => boolean

const relations: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ['Equals', (sign) => sign === 0],
  ['LessThan', (sign) => sign < 0],
  ['GreaterThan', (sign) => sign > 0],
  ['LessThanEquals', (sign) => sign <= 0],
  ['GreaterThanEquals', (sign) => sign >= 0],
])

/** The sign of a comparison; NaN, which is in no relation, for values that are not of this kind. */
type Compare = (a: unknown, b: unknown) => number

const families: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['String', (a, b) => (typeof a === 'string' && typeof b === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : Number.NaN)],
  ['Numeric', (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : Number.NaN)],
  ['Boolean', (a, b) => (typeof a === 'boolean' && typeof b === 'boolean' ? Number(a) - Number(b) : Number.NaN)],
  ['Timestamp', (a, b) => (instantOf(a) ?? Number.NaN) - (instantOf(b) ?? Number.NaN)],
])

const types: ReadonlyMap<string, (value: unknown) => boolean> = new Map<string, (value: unknown) => boolean>([
  ['IsNull', (value) => value === null],
  ['IsNumeric', (value) => typeof value === 'number'],
  ['IsString', (value) => typeof value === 'string'],
  ['IsBoolean', (value) => typeof value === 'boolean'],
  ['IsTimestamp', (value) => instantOf(value) !== undefined],
])

const ofVariable = (variable: ReadyPath): Evaluate => {
  return (thread, input) => {
    const value = variable.find(thread, input)
    if (value === undefined)
      throw runtimeFailure(
        thread,
        `Invalid path '${variable.path.text}': The choice state's condition path references an invalid value.`,
      )
    return value
  }
}

const comparison = (raw: Raw, operator: string, variable: ReadyPath, at: Where): Rule => {
  const operand = field(raw, operator)
  if (operator === 'IsPresent') return (thread, input) => (variable.find(thread, input) !== undefined) === operand
  const value = ofVariable(variable)
  const isType = types.get(operator)
  if (isType !== undefined) return (thread, input) => isType(value(thread, input)) === operand
  if (operator === 'StringMatches') {
    if (typeof operand !== 'string')
      throw refusal('ASL056', [...at, operator], 'the pattern must be a string.', "Write it as 'log-*.txt'.")
    return (thread, input) => {
      const text = value(thread, input)
      return typeof text === 'string' && matchesWildcard(operand, text)
    }
  }
  const parts = /^(String|Numeric|Boolean|Timestamp)(Equals|(?:Less|Greater)Than(?:Equals)?)(Path)?$/.exec(operator)
  const compare = families.get(parts?.[1] ?? '')
  const relation = relations.get(parts?.[2] ?? '')
  if (parts === null || compare === undefined || relation === undefined)
    throw refusal(
      'ASL058',
      [...at, operator],
      `there is no comparison ${operator}.`,
      'https://states-language.net/#choice-state lists them.',
    )
  const other: Evaluate = parts[3] === undefined ? () => operand : ofVariable(readyPath(operand, [...at, operator]))
  return (thread, input) => relation(compare(value(thread, input), other(thread, input)))
}

const notOperators = new Set(['Variable', 'Next', 'Comment', 'Assign', 'Output'])

const nested = (rules: unknown, at: Where, depth: number): readonly Rule[] => {
  if (!Array.isArray(rules) || rules.length === 0)
    throw refusal('ASL055', at, 'it must be an array of rules.', 'Give it at least one rule.')
  return rules.map((rule, i) => readyRule(rule, [...at, i], depth + 1))
}

/** A rule, made ready: a comparison, or `And`, `Or`, `Not` of others. */
export const readyRule = (raw: unknown, at: Where, depth = 0): Rule => {
  checkDepth(depth * 4, at)
  if (!isRecord(raw)) throw refusal('ASL054', at, 'a rule is an object.', 'Give it a Variable and a comparison.')
  if (field(raw, 'And') !== undefined) {
    const rules = nested(raw.And, [...at, 'And'], depth)
    return (thread, input) => rules.every((rule) => rule(thread, input))
  }
  if (field(raw, 'Or') !== undefined) {
    const rules = nested(raw.Or, [...at, 'Or'], depth)
    return (thread, input) => rules.some((rule) => rule(thread, input))
  }
  if (field(raw, 'Not') !== undefined) {
    const rule = readyRule(raw.Not, [...at, 'Not'], depth + 1)
    return (thread, input) => !rule(thread, input)
  }
  const operator = Object.keys(raw).find((key) => !notOperators.has(key))
  if (operator === undefined || field(raw, 'Variable') === undefined)
    throw refusal('ASL054', at, 'it compares nothing.', 'Give it a Variable and one comparison.')
  return comparison(raw, operator, readyPath(raw.Variable, [...at, 'Variable']), at)
}
