/**
 * What expressions mean in JSONata, as emitted: with its sequences, in which an array of one is its element, and its `undefined`.
 * https://docs.jsonata.org/processing, https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */

import type { Comparator, Expression, FunctionName, Question } from '@orkestra/core'
import { showExpression } from '@orkestra/core'
import { partitioned, ranged } from '../../packages/asl/src/execute/payload/arrays.ts'
import { digest } from '../../packages/asl/src/execute/payload/digest.ts'
import { instantOf } from '../../packages/asl/src/language/timestamp.ts'
import { matchesWildcard, wildcardPieces } from '../../packages/asl/src/language/wildcard.ts'
import { cannotEvaluate, EvaluationFailure, type EvaluationScope, isRecord, rootValue } from './scope.ts'

const failure = (cause: string): EvaluationFailure => new EvaluationFailure('States.QueryEvaluationError', cause)

/** What a path has found so far: a sequence, which is flattened into others, unless it is an array as it stands in the data. */
interface Found {
  readonly items: readonly unknown[]
  readonly isArray: boolean
}

const sequence = (items: readonly unknown[]): Found => ({ items, isArray: false })

/** An array as it is; else a sequence of one, or of none. */
const foundAs = (value: unknown): Found =>
  Array.isArray(value) ? { items: value, isArray: true } : sequence(value === undefined ? [] : [value])

const unwrapped = ({ items, isArray }: Found): unknown => (isArray ? items : items.length > 1 ? items : items[0])

const fieldsOf = (value: unknown, key: string): readonly unknown[] =>
  Array.isArray(value)
    ? value.flatMap((item) => fieldsOf(item, key))
    : isRecord(value) && Object.hasOwn(value, key)
      ? listed(value[key])
      : []

/** What a key finds: in an array, in each of its objects. */
const lookUp = (value: unknown, key: string): unknown => {
  if (Array.isArray(value)) return unwrapped(sequence(fieldsOf(value, key)))
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** What stands in brackets. */
interface Predicate {
  readonly value: () => unknown
  readonly isLiteral: boolean
}

/** A predicate: the element at an index if it is a number, else those elements, all or none, that it is true of. */
const select = ({ items }: Found, { value, isLiteral }: Predicate): Found => {
  // It is evaluated for each element: for none, not at all.
  if (items.length === 0) return sequence([])
  const predicate = value()
  const indices = typeof predicate === 'number' ? [predicate] : predicate
  if (Array.isArray(indices) && indices.length > 0 && indices.every((index) => typeof index === 'number')) {
    const whole = new Set(indices.map((index) => Math.floor(index < 0 ? items.length + Math.floor(index) : index)))
    const chosen = items.filter((_, index) => whole.has(index))
    return isLiteral ? foundAs(chosen[0]) : sequence(chosen)
  }
  return sequence(truth(predicate) ? items : [])
}

/** The predicates, if any, that follow a key; a literal index is one. */
interface Step {
  readonly key: string | undefined
  readonly predicates: Predicate[]
}

const stepsOf = (path: readonly (string | number)[], last?: Predicate): readonly Step[] => {
  const steps: Step[] = [{ key: undefined, predicates: [] }]
  for (const key of path)
    if (typeof key === 'number') steps.at(-1)?.predicates.push({ value: () => key, isLiteral: true })
    else steps.push({ key, predicates: [] })
  if (last) steps.at(-1)?.predicates.push(last)
  return steps
}

/** Follows a path as JSONata does: step by step, each for every item found so far. */
const follow = (root: unknown, steps: readonly Step[]): unknown => {
  let inputs: readonly unknown[] = [root]
  let result: Found = sequence([])
  for (const [i, { key, predicates }] of steps.entries()) {
    const isLast = i === steps.length - 1
    const found = inputs.flatMap((input): Found[] => {
      const value = key === undefined ? input : lookUp(input, key)
      if (value === undefined && predicates.length === 0) return []
      // To a predicate, nothing is one thing that is undefined.
      return [predicates.reduce(select, value === undefined ? sequence([undefined]) : foundAs(value))]
    })
    const only = found[0]
    result = isLast && found.length === 1 && only?.isArray ? only : sequence(found.flatMap(({ items }) => items))
    if (result.items.length === 0) return isLast ? unwrapped(result) : undefined
    inputs = result.items
  }
  return unwrapped(result)
}

/** What JSONata takes for true: `$boolean`. */
const truth = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(truth)
  return isRecord(value) ? Object.keys(value).length > 0 : Boolean(value)
}

const isDeepEqual = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => isDeepEqual(item, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isDeepEqual(a[key], b[key]))
  )
}

/** JSON as `$string` writes it: numbers to 15 digits. */
const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, item) => (typeof item === 'number' ? Number(item.toPrecision(15)) : item))

const asText = (value: unknown): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw failure(`${value} has no text`)
  return typeof value === 'string' ? value : jsonText(value)
}

/** An array constructor: what is missing is left out. */
const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** The pattern that JSONata checks before `Date.parse`. Wider than RFC 3339 in places, narrower where there are no seconds. */
const iso8601 = /^\d{4}(-[01]\d)*(-[0-3]\d)*(T[0-2]\d:[0-5]\d:[0-5]\d)*(\.\d+)?([+-][0-2]\d:?[0-5]\d|Z)?$/

const millis = (value: unknown): number | undefined => {
  if (value === undefined) return undefined
  if (typeof value !== 'string' || !iso8601.test(value)) throw failure(`${JSON.stringify(value)} is not a timestamp`)
  return Date.parse(value)
}

/** Reads the arguments of a call, each with its check. A missing one is `undefined`. */
const reader = (name: FunctionName, given: readonly unknown[]) => {
  const bad = (index: number, expected: string): EvaluationFailure =>
    failure(`${name}, argument ${index + 1}: expected ${expected}`)
  const number = (index: number): number | undefined => {
    const value = given[index]
    if (value !== undefined && (typeof value !== 'number' || Number.isNaN(value))) throw bad(index, 'a number')
    return value
  }
  /** An operand of arithmetic, in which there is no infinity. */
  const operand = (index: number): number | undefined => {
    const value = number(index)
    if (value !== undefined && !Number.isFinite(value)) throw bad(index, 'a finite number')
    return value
  }
  const text = (index: number): string | undefined => {
    const value = given[index]
    if (value !== undefined && typeof value !== 'string') throw bad(index, 'a text')
    return value
  }
  return { bad, number, operand, text }
}

const arithmetic = (
  { operand }: ReturnType<typeof reader>,
  compute: (a: number, b: number) => number,
): number | undefined => {
  const [a, b] = [operand(0), operand(1)]
  return a === undefined || b === undefined ? undefined : compute(a, b)
}

/** Deep, where both hold an object. */
const mergedDeep = (a: object, b: object): object =>
  Object.fromEntries([
    ...Object.entries(a),
    ...Object.entries(b).map(([key, value]) => {
      const before: unknown = Object.hasOwn(a, key) ? (a as Record<string, unknown>)[key] : undefined
      return [key, isRecord(value) && isRecord(before) ? mergedDeep(before, value) : value]
    }),
  ])

/** A sequence in the brackets of an array: an array that is alone in it is flattened. */
const unwrappedOnce = (items: readonly unknown[]): readonly unknown[] =>
  items.length === 1 && Array.isArray(items[0]) ? items[0] : items

/** All but `get`, whose index is evaluated where it is used. */
const compute = (
  name: Exclude<FunctionName, 'get' | 'orElse' | 'cond' | 'filter' | 'each'>,
  given: readonly unknown[],
): unknown => {
  const read = reader(name, given)
  const { bad, number, text } = read
  switch (name) {
    case 'concat':
      return given.map((value) => (value === undefined ? '' : asText(value))).join('')
    case 'add':
      return arithmetic(read, (a, b) => a + b)
    case 'subtract':
      return arithmetic(read, (a, b) => a - b)
    case 'multiply':
      return arithmetic(read, (a, b) => a * b)
    case 'divide':
      return arithmetic(read, (a, b) => a / b)
    case 'modulo':
      return arithmetic(read, (a, b) => a % b)
    case 'length':
      return listed(given[0]).length
    case 'contains':
      return given[1] !== undefined && listed(given[0]).includes(given[1])
    case 'range': {
      const [first, last, step] = [number(0), number(1), number(2)].map((value) => value ?? Number.NaN) as [
        number,
        number,
        number,
      ]
      if (step === 0) throw bad(2, 'a step other than 0')
      if ((last - first) / step > 1e6) throw bad(1, 'at most a million numbers')
      return ranged(first, last, step)
    }
    case 'partition': {
      const size = number(1)
      if (size === undefined || !(size > 0)) throw bad(1, 'a positive size')
      if (given[0] === undefined) throw bad(0, 'an array')
      return partitioned(listed(given[0]), Math.max(1, Math.floor(size)))
    }
    case 'unique': {
      const unique: unknown[] = []
      for (const item of listed(given[0])) if (!unique.some((other) => isDeepEqual(item, other))) unique.push(item)
      return unique
    }
    case 'split': {
      const value = text(0)
      const separators = new Set(String(given[1]))
      const pieces = ['']
      for (const char of value ?? '')
        if (separators.has(char)) pieces.push('')
        else pieces[pieces.length - 1] += char
      return pieces.filter((piece) => piece !== '')
    }
    case 'parseJson':
      try {
        return JSON.parse(text(0) as string)
      } catch {
        throw bad(0, 'a text of JSON')
      }
    case 'stringify': {
      const [value] = given
      return typeof value === 'string' ? JSON.stringify(value) : value === undefined ? undefined : asText(value)
    }
    // The library's own `btoa`: of each UTF-16 unit the lower byte.
    case 'base64Encode': {
      const value = text(0)
      return value === undefined ? undefined : Buffer.from(value, 'latin1').toString('base64')
    }
    case 'base64Decode': {
      const value = text(0)
      return value === undefined ? undefined : Buffer.from(value, 'base64').toString('latin1')
    }
    case 'hash': {
      const value = text(0)
      const hashed = value === undefined ? undefined : digest(value, given[1])
      if (hashed === undefined) throw bad(value === undefined ? 0 : 1, 'a text, and the name of an algorithm')
      return hashed
    }
    case 'merge': {
      const all = given.flatMap(listed)
      if (!all.every(isRecord)) throw bad(0, 'objects')
      return Object.fromEntries(all.flatMap((object) => Object.entries(object as object)))
    }
    case 'slice': {
      const [from, to] = [number(1), given.length > 2 ? number(2) : Number.POSITIVE_INFINITY]
      if (from === undefined || to === undefined) throw bad(from === undefined ? 1 : 2, 'a number')
      return unwrappedOnce(listed(given[0]).filter((_, index) => index >= from && index < to))
    }
    case 'numberOf': {
      const value = given[0]
      if (value === undefined || typeof value === 'number') return value
      if (typeof value === 'boolean') return Number(value)
      if (
        typeof value === 'string' &&
        /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][-+]?\d+)?|0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][01]+)$/.test(value) &&
        Number.isFinite(Number(value))
      )
        return Number(value)
      throw bad(0, 'a text that is a number')
    }
    case 'textOf':
      return given[0] === undefined ? undefined : asText(given[0])
    case 'lower':
      return text(0)?.toLowerCase()
    case 'upper':
      return text(0)?.toUpperCase()
    case 'mergeDeep':
      if (!given.every((one) => one === undefined || isRecord(one))) throw bad(0, 'two objects')
      return mergedDeep(given[0] ?? {}, given[1] ?? {})
    case 'now':
      return new Date().toISOString()
    case 'later': {
      const from = millis(given[0])
      return from === undefined ? undefined : new Date(from + Number(given[1]) * 1000).toISOString()
    }
    case 'uuid':
      return globalThis.crypto.randomUUID()
    case 'random':
      return arithmetic(read, (least, end) => Math.floor(Math.random() * (end - least)) + least)
  }
}

const order = (
  comparator: Exclude<Comparator, 'eq' | 'ne'>,
  left: string | number,
  right: string | number,
): boolean => {
  switch (comparator) {
    case 'lt':
      return left < right
    case 'le':
      return left <= right
    case 'gt':
      return left > right
    case 'ge':
      return left >= right
  }
}

const isOrdered = (value: unknown): value is string | number | undefined =>
  value === undefined || typeof value === 'string' || typeof value === 'number'

const compare = (comparator: Comparator, left: unknown, right: unknown): boolean | undefined => {
  if (comparator === 'eq' || comparator === 'ne')
    return left !== undefined && right !== undefined && isDeepEqual(left, right) === (comparator === 'eq')
  if (!isOrdered(left) || !isOrdered(right)) throw failure(`${comparator}: expected numbers or texts`)
  if (left === undefined || right === undefined) return undefined
  if (typeof left !== typeof right) throw failure(`${comparator}: expected two numbers or two texts`)
  return order(comparator, left, right)
}

const answers: Readonly<Record<Question, (value: unknown) => boolean>> = {
  isPresent: (value) => value !== undefined,
  isNull: (value) => value === null,
  isString: (value) => typeof value === 'string',
  isNumber: (value) => typeof value === 'number',
  isBoolean: (value) => typeof value === 'boolean',
  isTimestamp: (value) => instantOf(value) !== undefined,
}

const isMatch = (pattern: string, value: unknown): boolean | undefined => {
  // Patterns that an empty text fits are no regular expressions: JSONata refuses a match of nothing.
  if (wildcardPieces(pattern).every((piece) => piece === ''))
    return typeof value === 'string' && matchesWildcard(pattern, value)
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw failure('matches: expected a text')
  return matchesWildcard(pattern, value)
}

/** The value of an expression inside `{% … %}`; `undefined` where JSONata finds nothing. */
const inside = (expression: Expression, scope: EvaluationScope): unknown => {
  const value = (part: Expression): unknown => inside(part, scope)
  switch (expression._tag) {
    case 'Literal':
      return expression.value
    case 'Object':
      return Object.fromEntries(
        expression.fields
          .map(([key, field]) => [key, value(field)] as const)
          .filter(([, field]) => field !== undefined),
      )
    case 'Array':
      return expression.items.map(value).filter((item) => item !== undefined)
    case 'Reference':
      return follow(rootValue(expression.root, scope, value), stepsOf(expression.path))
    case 'Call': {
      const { name } = expression
      if (name === 'orElse') {
        const [first, second] = expression.arguments as readonly [Expression, Expression]
        return value(first) ?? value(second)
      }
      if (name === 'cond') {
        const [condition, one, other] = expression.arguments as readonly [Expression, Expression, Expression]
        return truth(value(condition)) ? value(one) : value(other)
      }
      if (name === 'filter' || name === 'each') {
        const [array, body] = expression.arguments as readonly [Expression, Expression]
        const about = (one: unknown): unknown =>
          inside(body, {
            ...scope,
            itemOf: (asked) => (asked === expression.item ? one : scope.itemOf?.(asked)),
          })
        const items = listed(value(array))
        return name === 'filter'
          ? unwrappedOnce(items.filter((one) => truth(about(one))))
          : items.map(about).filter((one) => one !== undefined)
      }
      if (name === 'get') {
        const [array, index] = expression.arguments as readonly [Expression, Expression]
        const at: Predicate = {
          value: () => value(index),
          isLiteral: index._tag === 'Literal' && typeof index.value === 'number',
        }
        return array._tag === 'Reference'
          ? follow(rootValue(array.root, scope, value), stepsOf(array.path, at))
          : follow(value(array), stepsOf([], at))
      }
      return compute(name, expression.arguments.map(value))
    }
    case 'Compare': {
      const { comparator, left, right, isTimestamp } = expression
      return isTimestamp
        ? compare(comparator, millis(value(left)), millis(value(right)))
        : compare(comparator, value(left), value(right))
    }
    case 'Ask':
      return answers[expression.question](value(expression.value))
    case 'Matches':
      return isMatch(expression.pattern, value(expression.value))
    case 'And':
    case 'Or': {
      const { conditions } = expression
      const [only] = conditions
      // One alone is written as it is, and is not made a boolean.
      if (conditions.length === 1 && only) return value(only)
      const isTrue = (condition: Expression): boolean => truth(value(condition))
      return expression._tag === 'And' ? conditions.every(isTrue) : conditions.some(isTrue)
    }
    case 'Not': {
      const condition = value(expression.condition)
      return condition === undefined ? undefined : !truth(condition)
    }
    case 'Source':
      throw cannotEvaluate(showExpression(expression))
  }
}

/** JSON has no words for these. */
const written = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value

/** The value of a template in a JSONata state. @throws EvaluationFailure */
export const valueInJsonata = (expression: Expression, scope: EvaluationScope): unknown => {
  switch (expression._tag) {
    case 'Object':
      return Object.fromEntries(expression.fields.map(([key, field]) => [key, valueInJsonata(field, scope)]))
    case 'Array':
      return expression.items.map((item) => valueInJsonata(item, scope))
    case 'Literal':
    case 'Reference':
    case 'Call':
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
    case 'Source': {
      const value = inside(expression, scope)
      if (value === undefined) throw failure(`${showExpression(expression)} returned nothing (undefined).`)
      return written(value)
    }
  }
}

/** Whether a condition holds. @throws EvaluationFailure when it is neither true nor false. */
export const conditionInJsonata = (condition: Expression, scope: EvaluationScope): boolean => {
  const value = inside(condition, scope)
  if (typeof value !== 'boolean')
    throw failure(
      `${showExpression(condition)} returned an unexpected result type. Expected 'boolean', but was ${value === undefined ? 'nothing' : jsonText(value)}`,
    )
  return value
}
