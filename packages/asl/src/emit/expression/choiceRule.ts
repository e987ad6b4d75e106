/** Conditions as the rules of a Choice in JSONPath. https://states-language.net/#choice-state */
import { type Comparator, type Expression, type JsonValue, type Question, showExpression } from '@orkestra/core'
import { instantOf } from '../../language/timestamp.ts'
import { type Names, pathOf } from './paths.ts'
import { type Problem, report, toJsonata } from './problem.ts'

const relations: Readonly<Record<Exclude<Comparator, 'ne'>, string>> = {
  eq: 'Equals',
  lt: 'LessThan',
  le: 'LessThanEquals',
  gt: 'GreaterThan',
  ge: 'GreaterThanEquals',
}

/** The comparator that says the same with the sides exchanged. */
const mirrored: Readonly<Record<Comparator, Comparator>> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  le: 'ge',
  gt: 'lt',
  ge: 'le',
}

const questions: Readonly<Record<Question, string>> = {
  isPresent: 'IsPresent',
  isNull: 'IsNull',
  isString: 'IsString',
  isNumber: 'IsNumeric',
  isBoolean: 'IsBoolean',
  isTimestamp: 'IsTimestamp',
}

/** A rule without what it leads to. */
export type Rule = Record<string, unknown>

const rule = (fields: Rule): Rule => fields

/** What is compared must be a path: JSONPath computes nothing in a choice. */
const variable = (expression: Expression, names: Names, problems: Problem[], whole: Expression): string | undefined => {
  const path = pathOf(expression, names)
  if (path !== undefined) return path
  return report(
    problems,
    whole,
    `a choice in JSONPath can compare what is in the payload, not ${showExpression(expression)}`,
    `${toJsonata}, or compute it in a pass before and compare that.`,
  )
}

const withLiteral = (
  expression: Expression & { readonly _tag: 'Compare' },
  Variable: string,
  comparator: Exclude<Comparator, 'ne'>,
  value: JsonValue,
  problems: Problem[],
): Rule | undefined => {
  const relation = relations[comparator]
  if (expression.isTimestamp)
    return instantOf(value) === undefined
      ? report(problems, expression, `${JSON.stringify(value)} is not a timestamp`, 'Write it as 2030-01-31T12:00:00Z.')
      : rule({ Variable, [`Timestamp${relation}`]: value })
  if (typeof value === 'string') return rule({ Variable, [`String${relation}`]: value })
  if (typeof value === 'number') return rule({ Variable, [`Numeric${relation}`]: value })
  if (typeof value === 'boolean' && comparator === 'eq') return rule({ Variable, BooleanEquals: value })
  if (value === null && comparator === 'eq') return rule({ Variable, IsNull: true })
  return report(
    problems,
    expression,
    `JSONPath cannot compare with ${JSON.stringify(value)} so`,
    'Compare with a text or a number.',
  )
}

/** The rules for what is compared, where that is said. */
const kinds = { text: 'String', number: 'Numeric', boolean: 'Boolean' } as const

const withReference = (
  { isTimestamp, kind }: Expression & { readonly _tag: 'Compare' },
  Variable: string,
  comparator: Exclude<Comparator, 'ne'>,
  other: string,
): Rule => {
  const relation = relations[comparator]
  if (isTimestamp) return rule({ Variable, [`Timestamp${relation}Path`]: other })
  if (kind !== undefined) return rule({ Variable, [`${kinds[kind]}${relation}Path`]: other })
  const tried = comparator === 'eq' ? ['String', 'Numeric', 'Boolean'] : ['String', 'Numeric']
  const alternatives = tried.map((one) => rule({ Variable, [`${one}${relation}Path`]: other }))
  // Which of them it is shows only at run time; the others are false then.
  return rule({
    Or:
      comparator === 'eq'
        ? [...alternatives, rule({ And: [rule({ Variable, IsNull: true }), rule({ Variable: other, IsNull: true })] })]
        : alternatives,
  })
}

const comparison = (
  expression: Expression & { readonly _tag: 'Compare' },
  names: Names,
  problems: Problem[],
): Rule | undefined => {
  const isTurned = expression.left._tag === 'Literal' && expression.right._tag !== 'Literal'
  const [left, right] = isTurned ? [expression.right, expression.left] : [expression.left, expression.right]
  const asked = isTurned ? mirrored[expression.comparator] : expression.comparator
  const comparator = asked === 'ne' ? 'eq' : asked
  const Variable = variable(left, names, problems, expression)
  let compared: Rule | undefined
  if (right._tag === 'Literal')
    compared = Variable === undefined ? undefined : withLiteral(expression, Variable, comparator, right.value, problems)
  else {
    const other = variable(right, names, problems, expression)
    compared =
      Variable === undefined || other === undefined ? undefined : withReference(expression, Variable, comparator, other)
  }
  return asked === 'ne' && compared !== undefined ? rule({ Not: compared }) : compared
}

const junction = (
  word: 'And' | 'Or',
  conditions: readonly Expression[],
  names: Names,
  problems: Problem[],
): Rule | undefined => {
  const rules = conditions.map((condition) => choiceRule(condition, names, problems))
  const known = rules.filter((one) => one !== undefined)
  if (known.length < rules.length) return undefined
  return known.length === 1 ? known[0] : rule({ [word]: known })
}

/**
 * A condition as a choice rule. `undefined` where there is none, and then there is a problem more.
 *
 * @example choiceRule(toCondition('', gt(i.total, 100)), () => undefined, problems) // { Variable: '$.total', NumericGreaterThan: 100 }
 */
export const choiceRule = (condition: Expression, names: Names, problems: Problem[]): Rule | undefined => {
  switch (condition._tag) {
    case 'Compare':
      return comparison(condition, names, problems)
    case 'Ask': {
      const Variable = variable(condition.value, names, problems, condition)
      return Variable === undefined ? undefined : rule({ Variable, [questions[condition.question]]: true })
    }
    case 'Matches': {
      const Variable = variable(condition.value, names, problems, condition)
      return Variable === undefined ? undefined : rule({ Variable, StringMatches: condition.pattern })
    }
    case 'And':
    case 'Or':
      return junction(condition._tag, condition.conditions, names, problems)
    case 'Not': {
      const inner = choiceRule(condition.condition, names, problems)
      return inner === undefined ? undefined : rule({ Not: inner })
    }
    case 'Reference':
    case 'Source': {
      const Variable = variable(condition, names, problems, condition)
      return Variable === undefined ? undefined : rule({ Variable, BooleanEquals: true })
    }
    case 'Literal':
      // The input is always there.
      if (typeof condition.value === 'boolean') {
        const always = rule({ Variable: '$', IsPresent: true })
        return condition.value ? always : rule({ Not: always })
      }
      break
    case 'Call':
      if (condition.name === 'contains')
        return report(
          problems,
          condition,
          'a choice in JSONPath cannot ask what is in an array',
          `${toJsonata}, or compute it in a pass before and refer to that.`,
        )
      break
    case 'Object':
    case 'Array':
  }
  return report(problems, condition, 'it is not a condition', "Write one such as eq(i.status, 'ok').")
}
