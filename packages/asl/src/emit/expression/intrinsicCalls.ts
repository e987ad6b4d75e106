/**
 * What each function of references is in JSONPath: a call of an intrinsic function, a path, or nothing.
 * https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
import { type Expression, type FunctionName, type JsonValue, showExpression } from '@orkestra/core'
import { enteredTime, type Names, pathOf, selectionOf } from './paths.ts'
import { type Problem, report, toJsonata } from './problem.ts'

export interface Writing {
  readonly names: Names
  readonly problems: Problem[]
}

/** A call, and how many of them are inside one another. */
export interface Written {
  readonly text: string
  readonly nesting: number
}

/** A call of a function of references, and how its arguments are written. */
interface Call {
  readonly expression: Expression & { readonly _tag: 'Call' }
  readonly given: readonly Expression[]
  readonly writing: Writing
  readonly argument: (part: Expression) => Written | undefined
}

export const escape = (text: string): string => text.replace(/[\\'{}]/g, '\\$&')
export const quoted = (text: string): string => `'${escape(text)}'`

/** A call of an intrinsic function; nothing, where one of its arguments could not be written. */
export const called = (name: string, given: readonly (Written | undefined)[]): Written | undefined => {
  const known = given.filter((argument) => argument !== undefined)
  return known.length < given.length
    ? undefined
    : {
        text: `States.${name}(${known.map(({ text }) => text).join(', ')})`,
        nesting: Math.max(0, ...known.map(({ nesting }) => nesting)) + 1,
      }
}

export const literal = (value: JsonValue): Written | undefined => {
  if (typeof value === 'string') return { text: quoted(value), nesting: 0 }
  if (Array.isArray(value)) return called('Array', value.map(literal))
  return typeof value === 'object' && value !== null
    ? called('StringToJson', [{ text: quoted(JSON.stringify(value)), nesting: 0 }])
    : { text: String(value), nesting: 0 }
}

type Write = (call: Call) => Written | undefined

/** An intrinsic function, with the same arguments. */
const intrinsic =
  (name: string): Write =>
  ({ given, argument }) =>
    called(name, given.map(argument))

/** The literals are part of the template, which so has a place for each of the others. */
const format: Write = ({ given, argument }) => {
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
    ...others.map(argument),
  ])
}

const selection: Write = ({ expression, writing: { names, problems } }) => {
  const text = selectionOf(expression, names, problems)
  return text === undefined ? undefined : { text, nesting: 0 }
}

/** What JSONPath has no words for. */
const missing: Write = ({ expression, writing }) =>
  report(
    writing.problems,
    expression,
    `JSONPath has no function for ${expression.name}`,
    `${toJsonata}, or compute it in a task.`,
  )

/** A Choice before the state chooses it, wherever one can stand: see `fuse/conditional.ts`. */
const chosen: Write = ({ expression, writing }) => {
  const [asked] = expression.arguments
  return expression.name === 'orElse' && asked?._tag === 'Call'
    ? report(
        writing.problems,
        expression,
        `JSONPath can check whether a field is there, not ${showExpression(asked)}`,
        `${toJsonata}, or compute it in a pass before.`,
      )
    : report(
        writing.problems,
        expression,
        'JSONPath chooses between values before a state, not for each element of an array',
        `${toJsonata}, or use choice in the step of a map.`,
      )
}

/** The numbers that are written in an expression. */
const numberIn = (expression: Expression | undefined): number | undefined =>
  expression?._tag === 'Literal' && typeof expression.value === 'number' ? expression.value : undefined

/** The largest offset from UTC of a timestamp: https://docs.oracle.com/javase/8/docs/api/java/time/ZoneOffset.html */
const farthest = 18 * 60

/** The times that Step Functions tells, all in UTC and with a `Z`. */
const isTold = (instant: Expression | undefined): boolean => {
  if (instant?._tag === 'Call') return instant.name === 'now'
  const path = instant?._tag === 'Reference' && instant.root._tag === 'Context' ? instant.path.join('.') : ''
  return path === 'State.EnteredTime' || path === 'Execution.StartTime'
}

/**
 * JSONPath has no arithmetic on times. But an hour that is the same on the clock is later in a zone farther west: 12:00-02:00 is
 * 14:00Z. So a time in UTC with another zone in the place of its `Z` is so many hours and minutes later.
 */
const later: Write = ({ expression, given: [instant, by], writing: { names, problems } }) => {
  const time = instant === undefined || !isTold(instant) ? undefined : pathOf(instant, names)
  if (time === undefined)
    return report(
      problems,
      expression,
      'JSONPath has no arithmetic on times but those of Step Functions: now(), context.State.EnteredTime and context.Execution.StartTime',
      `${toJsonata}.`,
    )
  const minutes = (numberIn(by) ?? 0) / 60
  if (!Number.isInteger(minutes) || minutes > farthest)
    return report(
      problems,
      expression,
      'JSONPath can say of a time from now whole minutes, up to 18 hours',
      `Say it in whole minutes, or ${toJsonata.charAt(0).toLowerCase()}${toJsonata.slice(1)}.`,
    )
  const digits = (value: number): string => String(value).padStart(2, '0')
  return {
    text: `States.Format('{}-${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}', States.ArrayGetItem(States.StringSplit(${time}, 'Z'), 0))`,
    nesting: 3,
  }
}

export const intrinsicCalls: Readonly<Record<FunctionName, Write>> = {
  concat: format,
  add: intrinsic('MathAdd'),
  subtract: ({ expression, given, writing, argument }) => {
    const [from, amount] = given as readonly [Expression, Expression]
    const taken = numberIn(amount)
    return taken === undefined
      ? report(
          writing.problems,
          expression,
          'JSONPath can take away a number written here, no reference',
          `${toJsonata}.`,
        )
      : called('MathAdd', [argument(from), literal(0 - taken)])
  },
  multiply: missing,
  divide: missing,
  modulo: missing,
  length: intrinsic('ArrayLength'),
  contains: intrinsic('ArrayContains'),
  get: intrinsic('ArrayGetItem'),
  range: intrinsic('ArrayRange'),
  partition: intrinsic('ArrayPartition'),
  unique: intrinsic('ArrayUnique'),
  split: intrinsic('StringSplit'),
  parseJson: intrinsic('StringToJson'),
  stringify: intrinsic('JsonToString'),
  base64Encode: intrinsic('Base64Encode'),
  base64Decode: intrinsic('Base64Decode'),
  hash: intrinsic('Hash'),
  merge: ({ given, argument }) => called('JsonMerge', [...given.map(argument), { text: 'false', nesting: 0 }]),
  orElse: chosen,
  cond: chosen,
  filter: selection,
  each: selection,
  slice: selection,
  numberOf: intrinsic('StringToJson'),
  textOf: format,
  lower: missing,
  upper: missing,
  mergeDeep: missing,
  now: () => ({ text: enteredTime, nesting: 0 }),
  later,
  uuid: intrinsic('UUID'),
  random: intrinsic('MathRandom'),
}
