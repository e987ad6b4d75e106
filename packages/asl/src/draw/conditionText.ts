/** The condition of a choice rule, short enough to stand beside an arrow. */
import { isObject } from '../validate/outline/fields.ts'

/** Rules within rules are shown so far; nobody reads more beside an arrow. */
const deepest = 3

const signs: ReadonlyMap<string, string> = new Map([
  ['Equals', '='],
  ['LessThan', '<'],
  ['GreaterThan', '>'],
  ['LessThanEquals', '≤'],
  ['GreaterThanEquals', '≥'],
  ['Matches', 'matches'],
])

const comparison =
  /^(?:String|Numeric|Boolean|Timestamp)(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals|Matches)(Path)?$/

const questions: ReadonlyMap<string, string> = new Map([
  ['IsNull', 'null'],
  ['IsPresent', 'present'],
  ['IsString', 'text'],
  ['IsNumeric', 'a number'],
  ['IsBoolean', 'a boolean'],
  ['IsTimestamp', 'a timestamp'],
])

const compared = (variable: string, operator: string, value: unknown): string | undefined => {
  const question = questions.get(operator)
  if (question !== undefined) return `${variable} is ${value === false ? 'not ' : ''}${question}`
  const [, name = '', isPath] = comparison.exec(operator) ?? []
  const sign = signs.get(name)
  if (sign === undefined) return undefined
  return `${variable} ${sign} ${isPath !== undefined && typeof value === 'string' ? value : JSON.stringify(value)}`
}

const ruleText = (rule: unknown, depth: number): string => {
  if (!isObject(rule)) return ''
  if (typeof rule.Condition === 'string') return rule.Condition.replace(/^\{%\s*|\s*%\}$/g, '')
  if (rule.Condition !== undefined) return JSON.stringify(rule.Condition)
  if (depth > deepest) return '…'
  const inner = (each: unknown): string => ruleText(each, depth + 1)
  for (const [key, word] of [
    ['And', ' and '],
    ['Or', ' or '],
  ] as const) {
    const rules = rule[key]
    if (Array.isArray(rules)) {
      const text = rules.map(inner).join(word)
      return depth > 0 && rules.length > 1 ? `(${text})` : text
    }
  }
  if (rule.Not !== undefined) return `not (${inner(rule.Not)})`
  const variable = typeof rule.Variable === 'string' ? rule.Variable : ''
  for (const [operator, value] of Object.entries(rule)) {
    const text = compared(variable, operator, value)
    if (text !== undefined) return text
  }
  return variable
}

/** Longer ones are cut. */
const longest = 120

/**
 * A rule of a Choice state in a line.
 *
 * @example conditionText({ Variable: '$.total', NumericGreaterThan: 100, Next: 'Ask' }) // '$.total > 100'
 */
export const conditionText = (rule: unknown): string => {
  const text = ruleText(rule, 0)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
