/** What expressions mean in JSONPath. https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */

import type { Comparator, Expression, FunctionName, Path, Question } from '@orkestra/core'
import { showExpression } from '@orkestra/core'
import { partitioned, ranged } from '../../packages/asl/src/execute/payload/arrays.ts'
import { digest } from '../../packages/asl/src/execute/payload/digest.ts'
import { instantOf } from '../../packages/asl/src/language/timestamp.ts'
import { matchesWildcard } from '../../packages/asl/src/language/wildcard.ts'
import { cannotEvaluate, EvaluationFailure, type EvaluationScope, isRecord, rootValue } from './scope.ts'

/** Longest text that `States.Base64Encode`, `States.Base64Decode` and `States.Hash` take, and longest array of `States.ArrayRange`. */
const maxText = 10_000
const maxRange = 1_000

/** Java's `Math.round`: a half goes up, also below zero. */
const round = (value: number): number => Math.floor(value + 0.5) + 0

/** A value as Java's `toString` writes it, which is how `States.Format` does: no quotes, `=` after a key. */
const javaText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`
  return isRecord(value)
    ? `{${Object.entries(value)
        .map(([key, item]) => `${key}=${javaText(item)}`)
        .join(', ')}}`
    : String(value)
}

const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
}

const find = (root: unknown, path: Path): unknown => {
  let value = root
  for (const step of path)
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined
    else value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined
  return value
}

const found = (expression: Expression, scope: EvaluationScope): unknown =>
  expression._tag === 'Reference'
    ? find(
        rootValue(expression.root, scope, (inner) => valueInJsonPath(inner, scope)),
        expression.path,
      )
    : valueInJsonPath(expression, scope)

const bad = (name: FunctionName, index: number, expected: string): EvaluationFailure =>
  new EvaluationFailure('States.IntrinsicFailure', `${name}, argument ${index + 1}: expected ${expected}`)

/** Reads the arguments of a call, each with its check. */
const reader = (name: FunctionName, given: readonly unknown[]) => {
  const text = (index: number, most = Number.POSITIVE_INFINITY): string => {
    const value = given[index]
    if (typeof value !== 'string') throw bad(name, index, 'a text')
    if (value.length > most) throw bad(name, index, `at most ${most} characters`)
    return value
  }
  const list = (index: number): readonly unknown[] => {
    const value = given[index]
    if (!Array.isArray(value)) throw bad(name, index, 'an array')
    return value
  }
  const number = (index: number): number => {
    const value = given[index]
    if (typeof value !== 'number') throw bad(name, index, 'a number')
    return value
  }
  const object = (index: number): Readonly<Record<string, unknown>> => {
    const value = given[index]
    if (!isRecord(value)) throw bad(name, index, 'an object')
    return value
  }
  return { text, list, number, object, whole: (index: number): number => round(number(index)) }
}

const parsed = (name: FunctionName, text: string): unknown => {
  if (text.trim() === '') return null
  try {
    return JSON.parse(text)
  } catch {
    throw bad(name, 0, 'a text of JSON')
  }
}

/** Deep, where both hold an object. */
const mergedDeep = (a: unknown, b: unknown): unknown =>
  isRecord(a) && isRecord(b)
    ? Object.fromEntries([
        ...Object.entries(a),
        ...Object.entries(b).map(([key, value]) => [key, Object.hasOwn(a, key) ? mergedDeep(a[key], value) : value]),
      ])
    : b

/** Those whose arguments are evaluated one by one are not here. */
const compute = (name: Exclude<FunctionName, Lazy>, given: readonly unknown[]): unknown => {
  const { text, list, number, object, whole } = reader(name, given)
  switch (name) {
    case 'concat':
      return given.map(javaText).join('')
    case 'add':
      return whole(0) + whole(1)
    case 'subtract':
      // It is written as the sum with the opposite, and rounded as such: a half goes up.
      return whole(0) + round(-number(1))
    // JSONPath has none of the next three, and `emit` says so.
    case 'multiply':
      return number(0) * number(1)
    case 'divide':
      return number(0) / number(1)
    case 'modulo':
      return number(0) % number(1)
    case 'length':
      return list(0).length
    case 'contains':
      return list(0).some((item) => isSame(item, given[1]))
    case 'get': {
      const items = list(0)
      const index = whole(1)
      if (index < 0 || index >= items.length)
        throw bad(name, 1, `an index of the array, which has ${items.length} elements`)
      return items[index]
    }
    case 'range': {
      const [first, last, step] = [whole(0), whole(1), whole(2)]
      if (step === 0) throw bad(name, 2, 'a step other than 0')
      if ((last - first) / step >= maxRange) throw bad(name, 1, `at most ${maxRange} numbers`)
      return ranged(first, last, step)
    }
    case 'partition': {
      const size = whole(1)
      if (size <= 0) throw bad(name, 1, 'a positive size')
      return partitioned(list(0), size)
    }
    case 'unique': {
      const unique: unknown[] = []
      for (const item of list(0)) if (!unique.some((other) => isSame(other, item))) unique.push(item)
      return unique
    }
    case 'split': {
      const separators = new Set(text(1))
      const pieces = ['']
      for (const char of text(0))
        if (separators.has(char)) pieces.push('')
        else pieces[pieces.length - 1] += char
      return pieces.filter((piece) => piece !== '')
    }
    case 'parseJson':
      return parsed(name, text(0))
    case 'stringify':
      return JSON.stringify(given[0])
    case 'base64Encode':
      return Buffer.from(text(0, maxText), 'utf8').toString('base64')
    case 'base64Decode':
      return Buffer.from(text(0, maxText), 'base64').toString('utf8')
    case 'hash': {
      const hashed = digest(text(0, maxText), text(1))
      if (hashed === undefined) throw bad(name, 1, 'one of MD5, SHA-1, SHA-256, SHA-384, SHA-512')
      return hashed
    }
    case 'merge':
      return Object.fromEntries([...Object.entries(object(0)), ...Object.entries(object(1))])
    case 'numberOf':
      return parsed(name, text(0))
    case 'textOf':
      return javaText(given[0])
    // JSONPath has none of the next three, and `emit` says so.
    case 'lower':
      return text(0).toLowerCase()
    case 'upper':
      return text(0).toUpperCase()
    case 'mergeDeep':
      return mergedDeep(object(0), object(1))
    case 'now':
      return new Date().toISOString()
    case 'later': {
      const from = instantOf(given[0])
      if (from === undefined) throw bad(name, 0, 'a timestamp')
      return new Date(from + Number(given[1]) * 1000).toISOString()
    }
    case 'uuid':
      return globalThis.crypto.randomUUID()
    case 'random': {
      const [least, end] = [whole(0), whole(1)]
      if (end <= least) throw bad(name, 1, 'more than the first')
      return least + Math.floor(Math.random() * (end - least))
    }
  }
}

/** The sign of the difference; NaN, which is in no relation, for values of different kinds. */
const difference = (left: unknown, right: unknown): number => {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return Number.NaN
}

const isEqual = (left: unknown, right: unknown): boolean =>
  left === right && (typeof left !== 'object' || left === null)

const compare = (comparator: Comparator, isTimestamp: boolean, left: unknown, right: unknown): boolean => {
  const sign = isTimestamp
    ? (instantOf(left) ?? Number.NaN) - (instantOf(right) ?? Number.NaN)
    : difference(left, right)
  switch (comparator) {
    case 'eq':
      return isTimestamp ? sign === 0 : isEqual(left, right)
    case 'ne':
      return isTimestamp ? sign !== 0 : !isEqual(left, right)
    case 'lt':
      return sign < 0
    case 'le':
      return sign <= 0
    case 'gt':
      return sign > 0
    case 'ge':
      return sign >= 0
  }
}

type Lazy = 'orElse' | 'cond' | 'filter' | 'each' | 'slice'
const isLazy = (name: FunctionName): name is Lazy =>
  name === 'orElse' || name === 'cond' || name === 'filter' || name === 'each' || name === 'slice'

const lazily = (
  { arguments: given, item }: Expression & { readonly _tag: 'Call' },
  name: Lazy,
  scope: EvaluationScope,
): unknown => {
  const [first, second, third] = given as readonly [Expression, Expression, Expression]
  switch (name) {
    case 'orElse':
      return found(first, scope) ?? valueInJsonPath(second, scope)
    case 'slice': {
      const items = first._tag === 'Reference' ? found(first, scope) : valueInJsonPath(first, scope)
      const [from, to] = [valueInJsonPath(second, scope), third && valueInJsonPath(third, scope)]
      return Array.isArray(items) ? items.slice(from as number, to as number | undefined) : []
    }
    case 'cond':
      return valueInJsonPath(conditionInJsonPath(first, scope) ? second : third, scope)
    case 'filter':
    case 'each': {
      // A path to any number of nodes finds none where there is nothing, and what is not an array.
      const items = first._tag === 'Reference' ? found(first, scope) : valueInJsonPath(first, scope)
      const about = (one: unknown): EvaluationScope => ({
        ...scope,
        itemOf: (asked) => (asked === item ? one : scope.itemOf?.(asked)),
      })
      if (name === 'filter') return Array.isArray(items) ? items.filter((one) => isSelected(second, about(one))) : []
      const all = Array.isArray(items) ? items : isRecord(items) ? Object.values(items) : []
      return all.map((one) => found(second, about(one))).filter((one) => one !== undefined)
    }
  }
}

/** Whether a filter takes an element: a comparison with what is not there does not hold. */
const isSelected = (condition: Expression, scope: EvaluationScope): boolean => {
  switch (condition._tag) {
    case 'And':
      return condition.conditions.every((one) => isSelected(one, scope))
    case 'Or':
      return condition.conditions.some((one) => isSelected(one, scope))
    case 'Compare': {
      const [left, right] = [found(condition.left, scope), found(condition.right, scope)]
      return left !== undefined && right !== undefined && compare(condition.comparator, false, left, right)
    }
    case 'Literal':
    case 'Object':
    case 'Array':
    case 'Reference':
    case 'Call':
    case 'Ask':
    case 'Matches':
    case 'Not':
    case 'Source':
      return conditionInJsonPath(condition, scope)
  }
}

const answers: Readonly<Record<Exclude<Question, 'isPresent'>, (value: unknown) => boolean>> = {
  isNull: (value) => value === null,
  isString: (value) => typeof value === 'string',
  isNumber: (value) => typeof value === 'number',
  isBoolean: (value) => typeof value === 'boolean',
  isTimestamp: (value) => instantOf(value) !== undefined,
}

/** The value of an expression in a JSONPath state. @throws EvaluationFailure */
export const valueInJsonPath = (expression: Expression, scope: EvaluationScope): unknown => {
  const value = (part: Expression): unknown => valueInJsonPath(part, scope)
  switch (expression._tag) {
    case 'Literal':
      return expression.value
    case 'Object':
      return Object.fromEntries(expression.fields.map(([key, field]) => [key, value(field)]))
    case 'Array':
      return expression.items.map(value)
    case 'Reference': {
      const at = found(expression, scope)
      if (at === undefined)
        throw new EvaluationFailure('States.Runtime', `${showExpression(expression)} could not be found`)
      return at
    }
    case 'Call':
      return isLazy(expression.name)
        ? lazily(expression, expression.name, scope)
        : compute(expression.name, expression.arguments.map(value))
    case 'Compare':
      return compare(
        expression.comparator,
        expression.isTimestamp === true,
        value(expression.left),
        value(expression.right),
      )
    case 'Ask':
      return expression.question === 'isPresent'
        ? found(expression.value, scope) !== undefined
        : answers[expression.question](value(expression.value))
    case 'Matches': {
      const text = value(expression.value)
      return typeof text === 'string' && matchesWildcard(expression.pattern, text)
    }
    case 'And':
      return expression.conditions.every((condition) => conditionInJsonPath(condition, scope))
    case 'Or':
      return expression.conditions.some((condition) => conditionInJsonPath(condition, scope))
    case 'Not':
      return !conditionInJsonPath(expression.condition, scope)
    case 'Source':
      throw cannotEvaluate(showExpression(expression))
  }
}

/** Whether a condition holds: anything but true does not. @throws EvaluationFailure */
export const conditionInJsonPath = (condition: Expression, scope: EvaluationScope): boolean =>
  valueInJsonPath(condition, scope) === true
