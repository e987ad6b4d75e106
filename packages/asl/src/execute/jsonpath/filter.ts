/**
 * Whether a filter's condition holds for an element, by the rules of Jayway's library, which AWS evaluates with: a number equals the
 * text of it, nothing equals what is not there, and an object has no size.
 * https://github.com/json-path/JsonPath/blob/master/json-path/src/main/java/com/jayway/jsonpath/internal/filter/EvaluatorFactory.java
 */
import type { Comparison, Condition, Operand, Path } from '../../language/pathTree.ts'
import { isRecord, isSame } from '../payload/payload.ts'
import { type Matches, readyMatch } from '../work/pattern.ts'
import { spend, type Work } from '../work/work.ts'

/** Makes a path ready to be looked up below a value. */
type Find = (path: Path) => (root: unknown, work: Work) => unknown

type Pattern = Operand & { readonly _tag: 'Pattern' }

const patterns = new WeakMap<Pattern, Matches>()

const matcherOf = (pattern: Pattern): Matches => {
  let ready = patterns.get(pattern)
  if (ready === undefined) {
    ready = readyMatch(pattern)
    patterns.set(pattern, ready)
  }
  return ready
}

const valueOf = (operand: Operand, item: unknown, root: unknown, find: Find, work: Work): unknown => {
  if (operand._tag === 'Literal') return operand.value
  if (operand._tag === 'Pattern') return operand
  return find(operand.path)(operand.path.root._tag === 'Current' ? item : root, work)
}

const isEqual = (a: unknown, b: unknown): boolean => {
  if (typeof a === 'number' && typeof b === 'string') return b.trim() !== '' && a === Number(b)
  if (typeof a === 'string' && typeof b === 'number') return a === String(b)
  return a !== undefined && b !== undefined && isSame(a, b)
}

const isOrdered = (a: unknown, b: unknown, test: (sign: number) => boolean): boolean => {
  if (typeof a === 'number' && typeof b === 'number') return test(a - b)
  const isText = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'
  if (!isText(a) || !isText(b)) return false
  const [left, right] = [String(a), String(b)]
  return test(left < right ? -1 : left > right ? 1 : 0)
}

const includes = (list: unknown, value: unknown): boolean =>
  Array.isArray(list) && list.some((item) => isEqual(value, item))

const textToMatch = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** Whether all, or one, of a list is in another; no list is in anything. */
const among = (left: unknown, right: unknown, of: 'every' | 'some'): boolean =>
  Array.isArray(left) && Array.isArray(right) && left[of]((item) => includes(right, item))

const compare = (operator: Exclude<Comparison, '=~'>, left: unknown, right: unknown): boolean => {
  switch (operator) {
    case '==':
      return isEqual(left, right)
    case '!=':
      return !isEqual(left, right)
    case '===':
      return typeof left === typeof right && isEqual(left, right)
    case '!==':
      return !(typeof left === typeof right && isEqual(left, right))
    case '<':
      return isOrdered(left, right, (sign) => sign < 0)
    case '<=':
      return isOrdered(left, right, (sign) => sign <= 0)
    case '>':
      return isOrdered(left, right, (sign) => sign > 0)
    case '>=':
      return isOrdered(left, right, (sign) => sign >= 0)
    case 'in':
      return includes(right, left)
    case 'nin':
      return !includes(right, left)
    case 'contains':
      return typeof left === 'string' && typeof right === 'string' ? left.includes(right) : includes(left, right)
    case 'all':
      // An object contains all of anything: the library only looks into arrays.
      return isRecord(left) || among(right, left, 'every')
    case 'subsetof':
      return among(left, right, 'every')
    case 'anyof':
      return among(left, right, 'some')
    case 'noneof':
      return Array.isArray(left) && Array.isArray(right) && !among(left, right, 'some')
    case 'size':
      return typeof right === 'number' && (Array.isArray(left) || typeof left === 'string') && left.length === right
    case 'empty':
      return typeof left === 'string' || Array.isArray(left)
        ? (left.length === 0) === right
        : isRecord(left) && (Object.keys(left).length === 0) === right
  }
}

/** Whether a condition holds for `item`, an element of what `root` holds. @throws TooMuchWork */
export const holds = (condition: Condition, item: unknown, root: unknown, find: Find, work: Work): boolean => {
  spend(work, 1)
  switch (condition._tag) {
    case 'And':
      return condition.conditions.every((one) => holds(one, item, root, find, work))
    case 'Or':
      return condition.conditions.some((one) => holds(one, item, root, find, work))
    case 'Not':
      return !holds(condition.condition, item, root, find, work)
    case 'Exists':
      return valueOf(condition.operand, item, root, find, work) !== undefined
    case 'Compare': {
      const { operator, left, right } = condition
      const [one, other] = [valueOf(left, item, root, find, work), valueOf(right, item, root, find, work)]
      if (operator !== '=~') {
        if (Array.isArray(one)) spend(work, one.length * (Array.isArray(other) ? other.length : 1))
        else if (Array.isArray(other)) spend(work, other.length)
        return compare(operator, one, other)
      }
      const pattern = right._tag === 'Pattern' ? right : left._tag === 'Pattern' ? left : undefined
      if (pattern === undefined || right._tag === left._tag) return false
      const matches = matcherOf(pattern)
      const value = pattern === right ? one : other
      return Array.isArray(value)
        ? value.some((text) => matches(textToMatch(text), work))
        : matches(textToMatch(value), work)
    }
  }
}
