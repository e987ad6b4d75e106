/** The rules of a Choice state: what each one tests, with what, and where it leads. Goes into And, Or and Not at any depth. */
import { isObject } from '../outline/fields.ts'
import type { Members, StateEntry } from '../outline/outline.ts'
import { type Place, within } from '../report/place.ts'
import type { Report } from '../report/report.ts'
import { didYouMean, listed, quoted } from '../report/wording.ts'
import type { PathCheck } from '../values/paths.ts'
import { isTimestamp } from '../values/timestamp.ts'
import { checkShape } from './shape.ts'

const heads = ['And', 'Or', 'Not', 'Variable', 'Condition'] as const
const others: ReadonlySet<string> = new Set([...heads, 'Next', 'Comment', 'Assign', 'Output'])

const orders = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals']

/** The comparison operators. */
export const operators: ReadonlySet<string> = new Set([
  ...['String', 'Numeric', 'Timestamp'].flatMap((kind) =>
    orders.flatMap((order) => [`${kind}${order}`, `${kind}${order}Path`]),
  ),
  'BooleanEquals',
  'BooleanEqualsPath',
  'StringMatches',
  ...['Null', 'Present', 'Numeric', 'String', 'Boolean', 'Timestamp'].map((kind) => `Is${kind}`),
])

/** A literal that is compared with: its type is the operator's. Everything else in a rule has a code by its name. */
const shapeCode = (field: string): 'ASL051' | 'ASL056' | 'ASL057' | undefined => {
  if (field === 'Next') return 'ASL051'
  return operators.has(field) ? (field.endsWith('Path') ? 'ASL057' : 'ASL056') : undefined
}

interface Rule {
  readonly value: Members
  readonly place: Place
  readonly isNested: boolean
}

const checkOperators = (rule: Rule, given: readonly string[], report: Report): void => {
  if (given.length > 1)
    report.error(
      'ASL053',
      rule.place,
      `${listed(given)} exclude each other: a rule makes one comparison.`,
      'Combine several comparisons with "And" or "Or".',
    )
  else if (given.length === 0 && !Object.keys(rule.value).some((field) => !others.has(field)))
    report.error(
      'ASL053',
      rule.place,
      'the rule has a Variable and no comparison.',
      'Add an operator, such as "StringEquals" or "IsPresent".',
    )
}

const checkHead = (rule: Rule, { language }: StateEntry, given: readonly string[], report: Report): void => {
  const { value, place } = rule
  const present = heads.filter((head) => value[head] !== undefined)
  const foreign = language === 'JSONata' ? [...present.filter((head) => head !== 'Condition'), ...given] : []
  if (foreign.length > 0) {
    for (const field of foreign)
      report.error(
        'ASL064',
        within(place, field),
        `the query language is JSONata, and ${field} belongs to JSONPath.`,
        'Write one "Condition", for example "{% $states.input.x = 1 %}".',
        'key',
      )
    return
  }
  if (language === 'JSONPath' && value.Condition !== undefined) {
    report.error(
      'ASL064',
      within(place, 'Condition'),
      'the query language is JSONPath, and Condition belongs to JSONata.',
      'Set "QueryLanguage": "JSONata" on the state, or use "Variable" and an operator.',
      'key',
    )
    return
  }
  if (present.length > 1)
    report.error(
      'ASL054',
      place,
      `${listed(present)} exclude each other in one rule.`,
      'Move one of them to its own rule, and combine the two with "And" or "Or".',
    )
  else if (present.length === 0) {
    if (given.length > 0)
      report.error('ASL054', place, `the rule compares (${given[0]}), but has no Variable.`, 'Add "Variable".')
    else if (language === 'JSONata') report.error('ASL054', place, 'the rule has no Condition.', 'Add "Condition".')
    else
      report.error(
        'ASL054',
        place,
        'the rule has no test.',
        'Add "Variable" with an operator, or "And", "Or" or "Not".',
      )
  } else if (present[0] === 'Variable') checkOperators(rule, given, report)
  else if (given.length > 0)
    report.error(
      'ASL054',
      place,
      `${present[0]} and ${given[0]} exclude each other in one rule.`,
      'Move the comparison to its own rule.',
    )
}

const checkNextAndOutput = (rule: Rule, { language }: StateEntry, report: Report): void => {
  const { value, place, isNested } = rule
  if (!isNested) {
    if (value.Next === undefined)
      report.error('ASL051', place, 'the rule has no Next.', 'Add "Next" with a state\'s name.')
    if (value.Output !== undefined && language === 'JSONPath')
      report.error(
        'ASL191',
        within(place, 'Output'),
        'the query language is JSONPath, and Output belongs to JSONata.',
        'Set "QueryLanguage": "JSONata" on the state, or use "OutputPath".',
        'key',
      )
    return
  }
  if (value.Next !== undefined)
    report.error(
      'ASL052',
      within(place, 'Next'),
      'a rule inside And, Or or Not cannot have Next.',
      'Put "Next" on the top-level rule only.',
      'key',
    )
  if (value.Output !== undefined)
    report.error(
      'ASL063',
      within(place, 'Output'),
      'a rule inside And, Or or Not has no Output.',
      'Put it on the top-level rule.',
      'key',
    )
  if (value.Assign !== undefined)
    report.warn(
      'ASL063',
      within(place, 'Assign'),
      'a rule inside And, Or or Not does not reliably assign.',
      'Put "Assign" on the top-level rule.',
      'key',
    )
}

const checkRule = (rule: Rule, state: StateEntry, report: Report, paths: PathCheck): void => {
  const { value, place } = rule
  checkShape('rule', value, place, {
    language: state.language,
    report,
    name: 'a rule',
    codeFor: shapeCode,
    onUnknown: (field) =>
      report.error(
        'ASL058',
        within(place, field),
        `there is no operator or field ${quoted(field)}.`,
        `${didYouMean(field, [...operators, ...others]).trim() || 'Use one of the comparison operators, such as "StringEquals".'}`,
        'key',
      ),
  })
  const given = Object.keys(value).filter((field) => value[field] !== undefined && operators.has(field))
  checkHead(rule, state, given, report)
  checkNextAndOutput(rule, state, report)
  if (state.language === 'JSONata') return
  if (typeof value.Variable === 'string') paths.path('ASL057', value.Variable, within(place, 'Variable'), state)
  for (const field of given) {
    const operand = value[field]
    if (typeof operand !== 'string' || operand.includes('${')) continue
    if (field.endsWith('Path')) paths.path('ASL057', operand, within(place, field), state)
    else if (field.startsWith('Timestamp') && !isTimestamp(operand))
      report.error(
        'ASL062',
        within(place, field),
        `${quoted(operand)} is not a timestamp.`,
        'Use RFC 3339, with an upper-case T, and Z or an offset: "2030-01-31T00:00:00Z".',
      )
  }
}

/** Checks a Choice state. `onRule` sees every outermost rule, for what its expressions say. */
export const checkChoice = (state: StateEntry, report: Report, paths: PathCheck): void => {
  const { value, place } = state
  if (value.Default === undefined)
    report.warn(
      'ASL061',
      place,
      'there is no Default: an execution fails when no rule matches.',
      'Add "Default", even if it goes to a Fail state that describes the unexpected value.',
    )
  if (!Array.isArray(value.Choices)) return
  const open: Rule[] = []
  const push = (values: readonly unknown[], at: Place, isNested: boolean): void => {
    for (let i = values.length - 1; i >= 0; i -= 1) {
      const rule = values[i]
      if (isObject(rule)) open.push({ value: rule, place: within(at, i), isNested })
    }
  }
  push(value.Choices, within(place, 'Choices'), false)
  for (let rule = open.pop(); rule !== undefined; rule = open.pop()) {
    checkRule(rule, state, report, paths)
    if (isObject(rule.value.Not)) open.push({ value: rule.value.Not, place: within(rule.place, 'Not'), isNested: true })
    for (const joined of ['And', 'Or'] as const) {
      const rules = rule.value[joined]
      if (Array.isArray(rules)) push(rules, within(rule.place, joined), true)
    }
  }
}
