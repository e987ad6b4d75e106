/** What expressions can say, for the page that shows what becomes of them: `scripts/generate-reference.mjs`. */
import {
  add,
  and,
  base64Decode,
  base64Encode,
  type Condition,
  concat,
  contains,
  context,
  divide,
  eq,
  ge,
  get,
  gt,
  hash,
  isBoolean,
  isNull,
  isNumber,
  isPresent,
  isString,
  isTimestamp,
  jsonata,
  jsonPath,
  le,
  length,
  lt,
  matches,
  merge,
  modulo,
  multiply,
  ne,
  not,
  or,
  parseJson,
  partition,
  type Ref,
  type Reference,
  random,
  range,
  split,
  stringify,
  subtract,
  type Template,
  timestamp,
  unique,
  uuid,
} from '@orkestra/core'

interface Input {
  readonly a: number
  readonly b: number
  readonly text: string
  readonly flag: boolean
  readonly items: readonly string[]
  readonly order: { readonly id: string }
  readonly at: string
  readonly none: string | null
}

type Row<X> = readonly [name: string, of: (i: Ref<Input>) => X]

/** Values: what `pass`, a service's arguments, a selector and the like may hold. */
export const values: readonly Row<Template>[] = [
  ['a field', (i) => i.order.id],
  ['an element', (i) => i.items[0] as Reference<string>],
  ['the context object', () => context.Execution.Name],
  ['an object', (i) => ({ id: i.order.id, n: 1 })],
  ['an array', (i) => [i.a, i.b]],
  ['concat', (i) => concat('order-', i.order.id)],
  ['add', (i) => add(i.a, 1)],
  ['subtract a number', (i) => subtract(i.a, 1)],
  ['subtract a reference', (i) => subtract(i.a, i.b)],
  ['multiply', (i) => multiply(i.a, i.b)],
  ['divide', (i) => divide(i.a, i.b)],
  ['modulo', (i) => modulo(i.a, i.b)],
  ['length', (i) => length(i.items)],
  ['contains', (i) => contains(i.items, 'new')],
  ['get', (i) => get(i.items, i.a)],
  ['range', (i) => range(1, i.a)],
  ['partition', (i) => partition(i.items, 10)],
  ['unique', (i) => unique(i.items)],
  ['split', (i) => split(i.text, '/')],
  ['parseJson', (i) => parseJson(i.text)],
  ['stringify', (i) => stringify(i.order)],
  ['base64Encode', (i) => base64Encode(i.text)],
  ['base64Decode', (i) => base64Decode(i.text)],
  ['hash', (i) => hash(i.text, 'SHA-256')],
  ['merge references', (i) => merge(i.order, i.order)],
  ['merge with an object of references', (i) => merge(i.order, { n: i.a })],
  ['uuid', () => uuid()],
  ['random', (i) => random(0, i.a)],
  ['a field of what a function gives', (i) => merge(i.order, i.order).id],
  ['a condition as a value', (i) => gt(i.a, 1)],
  ['jsonata', () => jsonata<number>('$sum($states.input.items.price)')],
  ['jsonPath', () => jsonPath<readonly number[]>('$.items[*].price')],
]

/** Conditions: what `when` and `repeatUntil` ask. */
export const conditions: readonly Row<Condition | Reference<boolean>>[] = [
  ['a field that is a boolean', (i) => i.flag],
  ['eq', (i) => eq(i.text, 'paid')],
  ['eq, of two references', (i) => eq(i.a, i.b)],
  ['ne', (i) => ne(i.text, 'paid')],
  ['lt', (i) => lt(i.a, 1)],
  ['le', (i) => le(i.a, 1)],
  ['gt', (i) => gt(i.a, i.b)],
  ['ge', (i) => ge(i.a, 1)],
  ['timestamp', (i) => lt(timestamp(i.at), timestamp('2030-01-31T12:00:00Z'))],
  ['matches', (i) => matches(i.text, 'uploads/*.csv')],
  ['isPresent', (i) => isPresent(i.text)],
  ['isNull', (i) => isNull(i.none)],
  ['isString', (i) => isString(i.text)],
  ['isNumber', (i) => isNumber(i.a)],
  ['isBoolean', (i) => isBoolean(i.flag)],
  ['isTimestamp', (i) => isTimestamp(i.at)],
  ['and', (i) => and(gt(i.a, 1), eq(i.text, 'paid'))],
  ['or', (i) => or(gt(i.a, 1), eq(i.text, 'paid'))],
  ['not', (i) => not(eq(i.text, 'paid'))],
  ['contains', (i) => contains(i.items, 'new')],
  ['of what a function gives', (i) => gt(length(i.items), 1)],
]
