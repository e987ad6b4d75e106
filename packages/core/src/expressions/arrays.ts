/** Functions of arrays. What the query languages call them: `docs/reference/expressions.md`. */
import { call } from './call.ts'
import { toCondition } from './conditions.ts'
import { type Expression, type Item, parts } from './expression.ts'
import {
  computed,
  dataOf,
  type Ref as InPayload,
  type Of,
  type Reference,
  referenceTo,
  toExpression,
  type Value,
} from './reference.ts'
import type { Checked, Elsewhere, Given } from './types.ts'

type Ref<T> = InPayload<T, Elsewhere>

/** The number of elements of an array. @example length(i.items) */
export const length = (array: Of<readonly unknown[]>): Ref<number> => call('length', array)

/** Whether an array contains a string, number, boolean or null. In JSONata it is also a condition. @example contains(i.tags, 'new') */
export const contains = <A extends string | number | boolean | null>(
  array: Of<readonly A[]>,
  element: Of<Given<A>>,
): Ref<boolean> => call('contains', array, element)

/**
 * The element at an index, from 0. The state fails if there is none. For a fixed index, use `i.items[0]`.
 *
 * @example pass((i) => ({ current: get(i.items, i.index) }))
 */
export const get = <A>(array: Of<readonly A[]>, index: Of<number>): Ref<A> => call('get', array, index)

/** Numbers from the first to the last, inclusive if a step reaches it. At most 1,000. @example range(1, i.pages) */
export const range = (first: Of<number>, last: Of<number>, step: Of<number> = 1): Ref<readonly number[]> =>
  call('range', first, last, step)

/** Splits an array into chunks of a size; the last may be smaller. @example partition(i.items, 10) */
export const partition = <A>(array: Of<readonly A[]>, size: Of<number>): Ref<readonly (readonly A[])[]> =>
  call('partition', array, size)

/**
 * The distinct values of an array, in order of first occurrence.
 *
 * @example pass((i) => ({ ids: unique(i.ids) }))
 */
export const unique = <A>(array: Of<readonly A[]>): Ref<readonly A[]> => call('unique', array)

const ofItem = (name: 'filter' | 'each', array: unknown, make: (item: InPayload<never>) => Expression): Expression => {
  const item: Item = {}
  const root = referenceTo<never>({ _tag: 'Item', item })
  const body = make(root)
  item.level = itemLevel(body) + 1
  Object.freeze(item)
  return Object.freeze({
    _tag: 'Call',
    name,
    arguments: Object.freeze([toExpression(`${name}, argument 1`, array), body]),
    item,
  })
}

/** The highest number of an element inside an expression. */
const itemLevel = (expression: Expression): number =>
  Math.max(expression._tag === 'Call' ? (expression.item?.level ?? 0) : 0, ...parts(expression).map(itemLevel), 0)

/**
 * The elements of an array for which a condition is true. In JSONPath it compares the element's fields with literals only.
 *
 * @example filter(i.lines, (line) => gt(line.count, 0))
 */
export const filter = <A>(
  array: Of<readonly A[]>,
  condition: (item: InPayload<A>) => Reference<boolean>,
): Ref<readonly A[]> =>
  computed(
    ofItem('filter', array, (item) =>
      toCondition(
        'filter',
        dataOf('filter', () => condition(item)),
      ),
    ),
  )

/**
 * Maps each element of an array. JSONPath can only select a field: `$.lines[*].sku`.
 *
 * @example each(i.lines, (line) => line.sku)
 */
export const each = <A, const X>(
  array: Of<readonly A[]>,
  make: (item: InPayload<A>) => X & Checked<X>,
): Ref<readonly Value<X>[]> =>
  computed(
    ofItem('each', array, (item) =>
      toExpression(
        'each',
        dataOf('each', () => make(item)),
      ),
    ),
  )

/** The elements from one index, from 0, to another, exclusive. JSONPath accepts literals only. @example slice(i.items, 0, 10) */
export const slice = <A>(array: Of<readonly A[]>, from: Of<number>, to?: Of<number>): Ref<readonly A[]> => {
  for (const index of [from, to])
    if (typeof index === 'number' && !(Number.isInteger(index) && index >= 0))
      throw new RangeError(`slice: an index is a whole number from 0, got ${index}`)
  return to === undefined ? call('slice', array, from) : call('slice', array, from, to)
}
