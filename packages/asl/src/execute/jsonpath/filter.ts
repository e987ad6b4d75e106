/** Whether a filter's condition holds for an element. */
import type { Comparison, Condition, Operand } from '../../language/filter.ts'
import type { Path } from '../../language/path.ts'
import { matches } from '../pattern.ts'
import { isRecord, isSame } from '../payload.ts'

/** Makes a path ready to be looked up below a value. */
type Find = (path: Path) => (root: unknown) => unknown

const valueOf = (operand: Operand, item: unknown, root: unknown, find: Find): unknown => {
  if (operand._tag === 'Literal') return operand.value
  if (operand._tag === 'Pattern') return operand
  return find(operand.path)(operand.path.root._tag === 'Current' ? item : root)
}

const sizeOf = (value: unknown): number | undefined =>
  Array.isArray(value) || typeof value === 'string'
    ? value.length
    : isRecord(value)
      ? Object.keys(value).length
      : undefined

const isOrdered = (a: unknown, b: unknown, test: (sign: number) => boolean): boolean => {
  if (typeof a === 'number' && typeof b === 'number') return test(a - b)
  return typeof a === 'string' && typeof b === 'string' && test(a < b ? -1 : a > b ? 1 : 0)
}

const includes = (list: unknown, value: unknown): boolean =>
  Array.isArray(list) && list.some((item) => isSame(item, value))

const compare = (operator: Comparison, left: unknown, right: unknown): boolean => {
  switch (operator) {
    case '==':
      return left !== undefined && right !== undefined && isSame(left, right)
    case '!=':
      return !(left !== undefined && right !== undefined && isSame(left, right))
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
    case 'size':
      return sizeOf(left) === (typeof right === 'number' ? right : sizeOf(right))
    case 'empty':
      return sizeOf(left) !== undefined && (sizeOf(left) === 0) === right
    case '=~':
      return false
  }
}

/** Whether a condition holds for `item`, an element of what `root` holds. */
export const holds = (condition: Condition, item: unknown, root: unknown, find: Find): boolean => {
  switch (condition._tag) {
    case 'And':
      return condition.conditions.every((one) => holds(one, item, root, find))
    case 'Or':
      return condition.conditions.some((one) => holds(one, item, root, find))
    case 'Not':
      return !holds(condition.condition, item, root, find)
    case 'Exists':
      return valueOf(condition.operand, item, root, find) !== undefined
    case 'Compare': {
      const { operator, left, right } = condition
      if (operator === '=~') {
        const text = valueOf(left, item, root, find)
        return typeof text === 'string' && right._tag === 'Pattern' && matches(right, text)
      }
      return compare(operator, valueOf(left, item, root, find), valueOf(right, item, root, find))
    }
  }
}
