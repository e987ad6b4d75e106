/**
 * Expressions as JSONPath: paths, intrinsic functions, payload templates and choice rules. Not all can be said; what cannot is added
 * to a list of problems, so that all of them are reported at once.
 * https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
import {
  type Comparator,
  type Expression,
  type FunctionName,
  type JsonValue,
  type Path,
  type Question,
  type Root,
  showExpression,
} from '@orkestra/core'
import * as Either from 'fp-ts/lib/Either.js'
import { type IntrinsicCall, maxNesting, parseIntrinsic } from '../../language/intrinsic.ts'
import { instantOf } from '../../language/timestamp.ts'
import type { Names } from './jsonata.ts'
import type { Problem } from './problem.ts'

const toJsonata = "Use emit's queryLanguage: 'JSONata'"

const report = (problems: Problem[], expression: Expression, what: string, wayOut = `${toJsonata}.`): undefined => {
  problems.push({ expression: showExpression(expression), what, wayOut })
}

const segment = (step: string | number): string => {
  if (typeof step === 'number') return `[${step}]`
  return /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `['${step.replace(/[\\']/g, '\\$&')}']`
}

const rootText = (root: Root, names: Names): string | undefined => {
  switch (root._tag) {
    case 'Input':
    case 'Result':
      return '$'
    case 'Context':
      return '$$'
    case 'Variable': {
      const name = names(root.variable)
      return name === undefined ? undefined : `$${name}`
    }
    case 'Computed':
      return undefined
  }
}

const pathText = (root: Root, path: Path, names: Names): string | undefined => {
  const start = rootText(root, names)
  return start === undefined ? undefined : start + path.map(segment).join('')
}

/**
 * A plain reference as a path: `$`, `$.a[0]`, `$$.Execution.Id`, `$name.b`, `$['a b']`. `undefined` for any other expression.
 *
 * @example pathOf(toExpression('', i.order.id), () => undefined) // '$.order.id'
 */
export const pathOf = (expression: Expression, names: Names): string | undefined => {
  if (expression._tag === 'Reference') return pathText(expression.root, expression.path, names)
  const isPath = expression._tag === 'Source' && expression.language === 'JSONPath' && expression.source.startsWith('$')
  return isPath ? expression.source : undefined
}

const escape = (text: string): string => text.replace(/[\\'{}]/g, '\\$&')
const quoted = (text: string): string => `'${escape(text)}'`

const intrinsics: Readonly<Partial<Record<FunctionName, string>>> = {
  add: 'MathAdd',
  length: 'ArrayLength',
  contains: 'ArrayContains',
  get: 'ArrayGetItem',
  range: 'ArrayRange',
  partition: 'ArrayPartition',
  unique: 'ArrayUnique',
  split: 'StringSplit',
  parseJson: 'StringToJson',
  stringify: 'JsonToString',
  base64Encode: 'Base64Encode',
  base64Decode: 'Base64Decode',
  hash: 'Hash',
  uuid: 'UUID',
  random: 'MathRandom',
}

interface Writing {
  readonly names: Names
  readonly problems: Problem[]
}

/** A call, and how many of them are inside one another. */
interface Written {
  readonly text: string
  readonly nesting: number
}

const called = (name: string, given: readonly (Written | undefined)[]): Written | undefined => {
  const known = given.filter((argument) => argument !== undefined)
  return known.length < given.length
    ? undefined
    : {
        text: `States.${name}(${known.map(({ text }) => text).join(', ')})`,
        nesting: Math.max(0, ...known.map(({ nesting }) => nesting)) + 1,
      }
}

const literal = (value: JsonValue): Written | undefined => {
  if (typeof value === 'string') return { text: quoted(value), nesting: 0 }
  if (Array.isArray(value)) return called('Array', value.map(literal))
  return typeof value === 'object' && value !== null
    ? called('StringToJson', [{ text: quoted(JSON.stringify(value)), nesting: 0 }])
    : { text: String(value), nesting: 0 }
}

/** The literals are part of the template, which so has a place for each of the others. */
const format = (given: readonly Expression[], writing: Writing): Written | undefined => {
  const texts = given.map((part) =>
    part._tag === 'Literal' && (typeof part.value !== 'object' || part.value === null)
      ? part.isPlaceholder
        ? String(part.value)
        : escape(String(part.value))
      : undefined,
  )
  const others = given.filter((_, index) => texts[index] === undefined)
  return called('Format', [
    { text: `'${texts.map((text) => text ?? '{}').join('')}'`, nesting: 0 },
    ...others.map((part) => argument(part, writing)),
  ])
}

const call = (expression: Expression & { readonly _tag: 'Call' }, writing: Writing): Written | undefined => {
  const { name, arguments: given } = expression
  const { problems } = writing
  const written = (): (Written | undefined)[] => given.map((part) => argument(part, writing))
  const [, second] = given
  switch (name) {
    case 'concat':
      return format(given, writing)
    case 'merge':
      return called('JsonMerge', [...written(), { text: 'false', nesting: 0 }])
    case 'subtract': {
      if (second?._tag !== 'Literal' || typeof second.value !== 'number')
        return report(
          problems,
          expression,
          'JSONPath can take away a number written here, no reference',
          `${toJsonata}.`,
        )
      return called('MathAdd', [argument(given[0] as Expression, writing), literal(0 - second.value)])
    }
    case 'multiply':
    case 'divide':
    case 'modulo':
      return report(
        problems,
        expression,
        `JSONPath has no function for ${name}`,
        `${toJsonata}, or compute it in a task.`,
      )
    default:
      return called(intrinsics[name] as string, written())
  }
}

/** How deep the calls of a text nest that the user wrote; of one that is none, the validator says what is wrong. */
const nestingOf = (source: string): number => {
  const parsed = parseIntrinsic(source)
  const depth = (one: IntrinsicCall): number =>
    1 + Math.max(0, ...one.arguments.map((given) => (given._tag === 'Call' ? depth(given.call) : 0)))
  return Either.isRight(parsed) ? depth(parsed.right) : 0
}

/** What stands inside the parentheses of a call, or is the whole of a field. */
const argument = (expression: Expression, writing: Writing): Written | undefined => {
  const { names, problems } = writing
  switch (expression._tag) {
    case 'Literal':
      // Filled in before Step Functions reads it: its braces are not part of the text.
      return expression.isPlaceholder ? { text: `'${expression.value}'`, nesting: 0 } : literal(expression.value)
    case 'Array':
      return called(
        'Array',
        expression.items.map((item) => argument(item, writing)),
      )
    case 'Object':
      return report(
        problems,
        expression,
        'JSONPath cannot make an object of references inside a function or beside a reference in an array',
        `${toJsonata}, or make the object in a pass before.`,
      )
    case 'Call':
      return call(expression, writing)
    case 'Reference': {
      const text = pathOf(expression, names)
      if (text !== undefined) return { text, nesting: 0 }
      return expression.root._tag === 'Computed'
        ? report(
            problems,
            expression,
            'JSONPath has no path into what a function gives',
            `${toJsonata}, or compute it in a pass before and refer to that.`,
          )
        : report(
            problems,
            expression,
            'the variable is read outside of its bind',
            'Use it inside the callback that is given it.',
          )
    }
    case 'Source':
      return expression.language === 'JSONPath'
        ? { text: expression.source, nesting: nestingOf(expression.source) }
        : report(problems, expression, 'it is written in JSONata', `${toJsonata}, or write it with jsonPath(…).`)
    default:
      return report(
        problems,
        expression,
        'JSONPath has conditions in choices only, not as values',
        `${toJsonata}, or use choice.`,
      )
  }
}

/**
 * An expression as a path or a call of an intrinsic function: what a field whose name ends in `.$` holds. `undefined` where there is
 * none, and then there is a problem more.
 *
 * @example intrinsicOf(toExpression('', add(i.a, 1)), () => undefined, problems) // 'States.MathAdd($.a, 1)'
 */
export const intrinsicOf = (expression: Expression, names: Names, problems: Problem[]): string | undefined => {
  const written = argument(expression, { names, problems })
  if (written === undefined) return undefined
  return written.nesting > maxNesting
    ? report(
        problems,
        expression,
        `calls nest ${written.nesting} levels deep, and AWS takes ${maxNesting}`,
        'Compute a part of it in a pass before.',
      )
    : written.text
}

/** Whether a value can only be written as the text of a field whose name ends in `.$`. */
const isText = (expression: Expression): boolean => {
  switch (expression._tag) {
    case 'Literal':
    case 'Object':
      return false
    case 'Array':
      return expression.items.some(isText)
    default:
      return true
  }
}

const badKeys = (value: JsonValue): readonly string[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(Array.isArray(value) ? [] : Object.keys(value).filter((key) => key.endsWith('.$'))),
        ...Object.values(value).flatMap((inner) => badKeys(inner as JsonValue)),
      ]
    : []

const reportKeys = (keys: readonly string[], expression: Expression, problems: Problem[]): void => {
  for (const key of keys)
    report(
      problems,
      expression,
      `JSONPath would take the field ${JSON.stringify(key)} for a path`,
      `${toJsonata}, or give it another name.`,
    )
}

/**
 * An object or an array as a payload template. What is no object, and what a template has no words for otherwise, is
 * `intrinsicOf`'s or `pathOf`'s: this one gives a problem for it.
 *
 * @example jsonPathTemplate(toExpression('', { id: i.id, n: 1 }), () => undefined, problems) // { 'id.$': '$.id', n: 1 }
 */
export const jsonPathTemplate = (expression: Expression, names: Names, problems: Problem[]): unknown => {
  switch (expression._tag) {
    case 'Literal':
      reportKeys(badKeys(expression.value), expression, problems)
      return expression.value
    case 'Object':
      return Object.fromEntries(
        expression.fields.map(([key, value]) => {
          if (key.endsWith('.$')) reportKeys([key], expression, problems)
          return isText(value)
            ? [`${key}.$`, intrinsicOf(value, names, problems)]
            : [key, jsonPathTemplate(value, names, problems)]
        }),
      )
    case 'Array':
      if (!isText(expression)) return expression.items.map((item) => jsonPathTemplate(item, names, problems))
      return report(
        problems,
        expression,
        'JSONPath has no template for an array of references by itself',
        `${toJsonata}, or put it into a field of an object.`,
      )
    default:
      return report(
        problems,
        expression,
        'a template of JSONPath is an object',
        `${toJsonata}, or put it into a field of an object.`,
      )
  }
}

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
      ? report(problems, expression, `${JSON.stringify(value)} is no timestamp`, 'Write it as 2030-01-31T12:00:00Z.')
      : rule({ Variable, [`Timestamp${relation}`]: value })
  switch (typeof value) {
    case 'string':
      return rule({ Variable, [`String${relation}`]: value })
    case 'number':
      return rule({ Variable, [`Numeric${relation}`]: value })
    case 'boolean':
      if (comparator === 'eq') return rule({ Variable, BooleanEquals: value })
      break
    default:
      if (comparator === 'eq' && value === null) return rule({ Variable, IsNull: true })
  }
  return report(
    problems,
    expression,
    `JSONPath cannot compare with ${JSON.stringify(value)} so`,
    'Compare with a text or a number.',
  )
}

const withReference = (
  isTimestamp: boolean,
  Variable: string,
  comparator: Exclude<Comparator, 'ne'>,
  other: string,
): Rule => {
  const relation = relations[comparator]
  if (isTimestamp) return rule({ Variable, [`Timestamp${relation}Path`]: other })
  const kinds = comparator === 'eq' ? ['String', 'Numeric', 'Boolean'] : ['String', 'Numeric']
  const alternatives = kinds.map((kind) => rule({ Variable, [`${kind}${relation}Path`]: other }))
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
      Variable === undefined || other === undefined
        ? undefined
        : withReference(expression.isTimestamp === true, Variable, comparator, other)
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
  return report(problems, condition, 'it is no condition', "Write one such as eq(i.status, 'ok').")
}
