/** What `when` and `repeatUntil` ask. */
import type { Comparator, Expression, Question } from './expression.ts'
import { computed, type Of, type Reference, toExpression } from './reference.ts'

/**
 * What is true or false of a payload. `N` is what it says of the payload's type where it holds: a pattern of an object, such as
 * `{ kind: 'card' }`, that `when` narrows by.
 */
export interface Condition<out N = unknown> extends Reference<boolean> {
  /** Where the type parameter lives. Absent at run time. */
  readonly '~narrows'?: N | undefined
}

/** Said of an optional field: it is there. */
export interface Present {
  readonly '~present': true
}

/** A pattern: `V`, at the end of a way through an object. */
export type At<P, V> = P extends readonly [infer K extends PropertyKey, ...infer R]
  ? { readonly [key in K]: At<R, V> }
  : V

/** What is known of a payload of type `I` that a pattern fits. */
export type Narrowed<I, N> = N extends Present
  ? Exclude<I, undefined>
  : N extends object
    ? I extends object
      ? NarrowedFields<I, N> extends infer Fields
        ? Uninhabited<Fields> extends true
          ? never
          : Flat<Omit<I, keyof Fields> & Fields>
        : never
      : never
    : I extends N
      ? I
      : N extends I
        ? N
        : never

type Flat<T> = { [K in keyof T]: T[K] }

type NarrowedFields<I, N> = {
  [K in keyof N]-?: K extends keyof I ? Narrowed<Exclude<I[K], undefined>, N[K]> : N[K]
}
type Uninhabited<Fields> = true extends {
  [K in keyof Fields]: [Fields[K]] extends [never] ? true : false
}[keyof Fields]
  ? true
  : false

/** What a condition says by itself when nothing narrower can be said of the type. */
export type Anything = Readonly<Record<never, never>>

type Scalar = string | number | boolean | null

const condition = <N>(expression: Expression): Condition<N> =>
  computed(Object.freeze(expression)) as unknown as Condition<N>

/** An instant, made by `timestamp`. */
export interface Timestamp {
  readonly '~timestamp': true
}

const instants = new WeakSet<object>()

/**
 * An ISO 8601 time with a zone, to be compared as an instant and not as a text.
 *
 * @example when((order) => lt(timestamp(order.placedAt), timestamp('2030-01-01T00:00:00Z')), …)
 */
export const timestamp = (text: Of<string>): Reference<Timestamp> => {
  const reference = computed<Timestamp>(toExpression('timestamp', text))
  instants.add(reference)
  return reference
}

const isInstant = (value: unknown): boolean => typeof value === 'object' && value !== null && instants.has(value)

const compare = <N>(comparator: Comparator, left: unknown, right: unknown): Condition<N> => {
  if (isInstant(left) !== isInstant(right))
    throw new TypeError(`${comparator}: compare an instant with an instant: wrap both in timestamp(…)`)
  return condition({
    _tag: 'Compare',
    comparator,
    ...(isInstant(left) && { isTimestamp: true }),
    left: toExpression(`${comparator}, argument 1`, left),
    right: toExpression(`${comparator}, argument 2`, right),
  })
}

/**
 * Whether a value is another: a text, a number, a boolean or null, or a `timestamp`. Where it holds for a literal, `when` knows the
 * type: of `{ kind: 'card' } | { kind: 'cash' }` the right one.
 *
 * @example when((order) => eq(order.payment.kind, 'card'), chargeCard)
 */
export const eq = <T extends Scalar | Timestamp, P, const V extends T>(
  left: Reference<T, P>,
  right: V | Reference<T>,
): Condition<[V] extends [Scalar] ? At<P, V> : Anything> => compare('eq', left, right)

/** Whether a value is not another. @example ne(order.status, 'cancelled') */
export const ne = <T extends Scalar | Timestamp>(
  left: Reference<T>,
  right: NoInfer<T> | Reference<NoInfer<T>>,
): Condition<Anything> => compare('ne', left, right)

type Ordered = string | number | Timestamp

/** Whether a number, a text (by UTF-16 units) or a `timestamp` is less than another. @example lt(order.total, 100) */
export const lt = <T extends Ordered>(left: Reference<T>, right: Wide<T> | Reference<Wide<T>>): Condition<Anything> =>
  compare('lt', left, right)

/** Less than, or equal. @example le(order.total, order.limit) */
export const le = <T extends Ordered>(left: Reference<T>, right: Wide<T> | Reference<Wide<T>>): Condition<Anything> =>
  compare('le', left, right)

/** Greater than. @example gt(order.total, 100) */
export const gt = <T extends Ordered>(left: Reference<T>, right: Wide<T> | Reference<Wide<T>>): Condition<Anything> =>
  compare('gt', left, right)

/** Greater than, or equal. @example ge(order.total, 100) */
export const ge = <T extends Ordered>(left: Reference<T>, right: Wide<T> | Reference<Wide<T>>): Condition<Anything> =>
  compare('ge', left, right)

/** What a value may be compared with: of the same kind. */
type Wide<T> = [T] extends [string]
  ? string
  : [T] extends [number]
    ? number
    : [T] extends [Timestamp]
      ? Timestamp
      : never

type Both<C extends readonly Condition[]> = C extends readonly [
  Condition<infer N>,
  ...infer R extends readonly Condition[],
]
  ? N & Both<R>
  : unknown

/** Whether all hold; asks no further than the first that does not. Narrows by all of them. @example and(isPresent(i.x), gt(i.x!, 1)) */
export const and = <const C extends readonly [Condition, ...Condition[]]>(...conditions: C): Condition<Both<C>> =>
  junction('And', conditions)

/** Whether one holds; asks no further than the first that does. @example or(eq(i.kind, 'a'), eq(i.kind, 'b')) */
export const or = <const C extends readonly [Condition, ...Condition[]]>(
  ...conditions: C
): Condition<C[number] extends Condition<infer N> ? N : never> => junction('Or', conditions)

const junction = <N>(_tag: 'And' | 'Or', conditions: readonly unknown[]): Condition<N> => {
  const word = _tag.toLowerCase()
  if (conditions.length === 0) throw new TypeError(`${word}: expected at least one condition`)
  const all = conditions.map((c, i) => toCondition(`${word}, argument ${i + 1}`, c))
  return condition({ _tag, conditions: Object.freeze(all) })
}

/** Whether a condition does not hold. @example not(isPresent(i.coupon)) */
export const not = (negated: Reference<boolean>): Condition<Anything> =>
  condition({ _tag: 'Not', condition: toCondition('not', negated) })

const ask = <N>(question: Question, value: unknown): Condition<N> =>
  condition({ _tag: 'Ask', question, value: toExpression(question, value) })

/** Whether a field is there; also when it is null. @example when((order) => isPresent(order.coupon), redeem) */
export const isPresent = <T, P>(value: Reference<T, P> | undefined): Condition<At<P, Present>> =>
  ask('isPresent', value)

/** Whether a value is null. */
export const isNull = <T, P>(value: Reference<T, P>): Condition<At<P, null>> => ask('isNull', value)

/** Whether a value is a text. */
export const isString = <T, P>(value: Reference<T, P>): Condition<At<P, string>> => ask('isString', value)

/** Whether a value is a number. */
export const isNumber = <T, P>(value: Reference<T, P>): Condition<At<P, number>> => ask('isNumber', value)

/** Whether a value is true or false. */
export const isBoolean = <T, P>(value: Reference<T, P>): Condition<At<P, boolean>> => ask('isBoolean', value)

/** Whether a value is a text that is an ISO 8601 time with a zone. */
export const isTimestamp = <T, P>(value: Reference<T, P>): Condition<At<P, string>> => ask('isTimestamp', value)

/**
 * Whether a text fits a pattern in which `*` stands for any characters, also none; `\\*` is a star.
 *
 * @example matches(file.key, 'uploads/*.csv')
 */
export const matches = (value: Reference<string>, pattern: string): Condition<Anything> => {
  if (typeof pattern !== 'string') throw new TypeError(`matches: the pattern must be a text, got ${typeof pattern}`)
  return condition({ _tag: 'Matches', value: toExpression('matches', value), pattern })
}

/** A condition as an expression; a reference to a boolean is one by itself. */
export const toCondition = (place: string, value: unknown): Expression => {
  const expression = toExpression(place, value)
  switch (expression._tag) {
    case 'Compare':
    case 'Ask':
    case 'Matches':
    case 'And':
    case 'Or':
    case 'Not':
    case 'Reference':
    case 'Source':
      return expression
    case 'Call':
      if (expression.name === 'contains') return expression
      break
    case 'Literal':
      if (typeof expression.value === 'boolean') return expression
      break
    case 'Object':
    case 'Array':
  }
  throw new TypeError(`${place}: expected a condition such as eq(i.status, 'ok'), or a reference to a boolean`)
}
