/** What `when` and `repeatUntil` ask. */
import type { Comparator, Expression, Question } from './expression.ts'
import { functionTable } from './functionTable.ts'
import type { Anything, At, Out, Present } from './narrowing.ts'
import {
  computed,
  type Given,
  isReference,
  type Maybe,
  type Of,
  type Ref,
  type Reference,
  toExpression,
} from './reference.ts'

/**
 * What is true or false of a payload. `N` is what it says of the payload's type where it holds: a pattern of an object, such as
 * `{ kind: 'card' }`, that `when` narrows by. `E` is what the payload is not where it does not hold: pairs of the way to a field and
 * the type that is excluded there.
 */
export interface Condition<out N = unknown, out E = unknown> extends Reference<boolean> {
  /** Where the type parameters live. Absent at run time. */
  readonly '~narrows'?: N | undefined
  readonly '~excludes'?: E | undefined
}

/** What a callback returns that asks for something. Its first argument is what `tsc` prints where the callback returns something else. */
export type Asked<_Hint = AskBy, N = unknown, E = unknown> = Condition<N, E> | Reference<boolean>
export type AskBy = 'ask by eq(a, b), ne, gt, lt, isPresent(a), not(a), and(a, b), or(a, b): not by ===, >, !, && or ||'

/** What a value is compared with. Its first argument is what `tsc` prints where that is of another kind. */
export type Compared<_Hint, V, R = V> = V | Reference<R>
type SameKind = 'both sides of a comparison are of one kind'

type Scalar = string | number | boolean | null

/** What two references hold, for JSONPath, which compares texts, numbers and booleans by different rules; without it all of them are tried. */
type KindOf<T> = [T] extends [string]
  ? 'text'
  : [T] extends [number]
    ? 'number'
    : [T] extends [boolean]
      ? 'boolean'
      : never

const condition = <N, E>(expression: Expression): Condition<N, E> =>
  computed(Object.freeze(expression)) as unknown as Condition<N, E>

/** An instant, made by `timestamp`. */
export interface Timestamp {
  readonly '~timestamp': true
}

const instants = new WeakSet<object>()

/**
 * An ISO 8601 time with a time zone, compared as an instant and not as a string.
 *
 * @example when((order) => lt(timestamp(order.placedAt), timestamp('2030-01-01T00:00:00Z')), …)
 */
export const timestamp = (text: Of<string>): Reference<Timestamp> => {
  const reference = computed<Timestamp>(toExpression('timestamp', text))
  instants.add(reference)
  return reference
}

const isInstant = (value: unknown): boolean => isReference(value) && instants.has(value)

const compare = <N, E = never>(
  comparator: Comparator,
  left: unknown,
  right: unknown,
  kind?: unknown,
): Condition<N, E> => {
  if (kind !== undefined && kind !== 'text' && kind !== 'number' && kind !== 'boolean')
    throw new TypeError(`${comparator}: the type must be 'text', 'number' or 'boolean', got ${JSON.stringify(kind)}`)
  if (isInstant(left) !== isInstant(right))
    throw new TypeError(`${comparator}: compare an instant with an instant: wrap both in timestamp(…)`)
  return condition({
    _tag: 'Compare',
    comparator,
    ...(isInstant(left) && { isTimestamp: true }),
    ...(kind !== undefined && { kind }),
    left: toExpression(`${comparator}, argument 1`, left),
    right: toExpression(`${comparator}, argument 2`, right),
  })
}

/**
 * Whether two values are equal: strings, numbers, booleans, null, or a `timestamp`. Comparing with a literal narrows the type in
 * `when`, as of `{ kind: 'card' } | { kind: 'cash' }`. If both sides are references, pass their type as the third argument,
 * 'text', 'number' or 'boolean': JSONPath then needs one rule instead of one per type. The same holds for `ne`, `lt`, `le`, `gt` and `ge`.
 *
 * @example when((order) => eq(order.payment.kind, 'card'), chargeCard)
 */
export const eq = <T extends Scalar | Timestamp, P, const V extends T>(
  left: Reference<T, P>,
  right: Compared<SameKind, V, T>,
  kind?: KindOf<T>,
): Condition<[V] extends [Scalar] ? At<P, V> : Anything, [V] extends [Scalar] ? Out<P, V> : never> =>
  compare('eq', left, right, kind)

/** Whether two values differ. @example ne(order.status, 'cancelled') */
export const ne = <T extends Scalar | Timestamp>(
  left: Reference<T>,
  right: Compared<SameKind, Given<T>>,
  kind?: KindOf<T>,
): Condition<Anything, never> => compare('ne', left, right, kind)

type Ordered = string | number | Timestamp

/** Whether a number, a string (by UTF-16 units) or a `timestamp` is less than another. @example lt(order.total, 100) */
export const lt = <T extends Ordered>(
  left: Reference<T>,
  right: Compared<SameKind, Wide<T>>,
  kind?: KindOf<T>,
): Condition<Anything, never> => compare('lt', left, right, kind)

/** Less than, or equal. @example le(order.total, order.limit) */
export const le = <T extends Ordered>(
  left: Reference<T>,
  right: Compared<SameKind, Wide<T>>,
  kind?: KindOf<T>,
): Condition<Anything, never> => compare('le', left, right, kind)

/** Greater than. @example gt(order.total, 100) */
export const gt = <T extends Ordered>(
  left: Reference<T>,
  right: Compared<SameKind, Wide<T>>,
  kind?: KindOf<T>,
): Condition<Anything, never> => compare('gt', left, right, kind)

/** Greater than, or equal. @example ge(order.total, 100) */
export const ge = <T extends Ordered>(
  left: Reference<T>,
  right: Compared<SameKind, Wide<T>>,
  kind?: KindOf<T>,
): Condition<Anything, never> => compare('ge', left, right, kind)

/** What a value may be compared with: of the same kind. */
type Wide<T> = [T] extends [string] ? string : [T] extends [number] ? number : [T] extends [Timestamp] ? Timestamp : T

type Both<C extends readonly Condition[]> = C extends readonly [
  Condition<infer N>,
  ...infer R extends readonly Condition[],
]
  ? N & Both<R>
  : unknown

/** Whether all conditions are true; stops at the first false one. Narrows by all of them. @example and(isPresent(i.x), gt(i.x!, 1)) */
export const and = <const C extends readonly [Condition, ...Condition[]]>(
  ...conditions: C
): Condition<Both<C>, never> => junction('And', conditions)

/** Whether one condition is true; stops at the first true one. @example or(eq(i.kind, 'a'), eq(i.kind, 'b')) */
export const or = <const C extends readonly [Condition, ...Condition[]]>(
  ...conditions: C
): Condition<
  C[number] extends Condition<infer N> ? N : never,
  C[number] extends Condition<unknown, infer E> ? E : never
> => junction('Or', conditions)

const junction = <N, E>(_tag: 'And' | 'Or', conditions: readonly unknown[]): Condition<N, E> => {
  const word = _tag.toLowerCase()
  if (conditions.length === 0) throw new TypeError(`${word}: expected at least one condition`)
  const all = conditions.map((c, i) => toCondition(`${word}, argument ${i + 1}`, c))
  return condition({ _tag, conditions: Object.freeze(all) })
}

/** Whether a condition is false. @example not(isPresent(i.coupon)) */
export const not = (negated: Reference<boolean>): Condition<Anything, never> =>
  condition({ _tag: 'Not', condition: toCondition('not', negated) })

const ask = <N, E>(question: Question, value: unknown): Condition<N, E> =>
  condition({ _tag: 'Ask', question, value: toExpression(question, value) })

/** Whether a field is present, even if it is null. @example when((order) => isPresent(order.coupon), redeem) */
export const isPresent = <T, P>(value: Maybe<T, P>): Condition<At<P, Present>, never> => ask('isPresent', value)

/**
 * An optional field that you know is present: changes only the type; nothing is checked at run time.
 *
 * @example and(isPresent(i.limit), gt(present(i.limit), 1))
 */
export const present = <T, P extends readonly unknown[]>(value: Maybe<T, P>): Ref<T, P> => value as unknown as Ref<T, P>

/**
 * Whether a value is null.
 *
 * @example when((page) => isNull(page.token), done)
 */
export const isNull = <T, P>(value: Reference<T, P>): Condition<At<P, null>, Out<P, null>> => ask('isNull', value)

/**
 * Whether a value is a string.
 *
 * @example when((i) => isString(i.note), withNote)
 */
export const isString = <T, P>(value: Reference<T, P>): Condition<At<P, string>, Out<P, string>> =>
  ask('isString', value)

/**
 * Whether a value is a number.
 *
 * @example when((i) => isNumber(i.total), charge)
 */
export const isNumber = <T, P>(value: Reference<T, P>): Condition<At<P, number>, Out<P, number>> =>
  ask('isNumber', value)

/**
 * Whether a value is true or false.
 *
 * @example when((i) => isBoolean(i.paid), ship)
 */
export const isBoolean = <T, P>(value: Reference<T, P>): Condition<At<P, boolean>, Out<P, boolean>> =>
  ask('isBoolean', value)

/**
 * Whether a value is a string with an ISO 8601 time and time zone.
 *
 * @example when((i) => isTimestamp(i.due), schedule)
 */
export const isTimestamp = <T, P>(value: Reference<T, P>): Condition<At<P, string>, never> => ask('isTimestamp', value)

/**
 * Whether a string matches a pattern in which `*` matches any characters, including none; `\\*` is a literal star.
 *
 * @example matches(file.key, 'uploads/*.csv')
 */
export const matches = (value: Reference<string>, pattern: string): Condition<Anything, never> => {
  if (typeof pattern !== 'string') throw new TypeError(`matches: the pattern must be a string, got ${typeof pattern}`)
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
      if (functionTable[expression.name].gives === 'boolean' || functionTable[expression.name].gives === 'any')
        return expression
      break
    case 'Literal':
      if (typeof expression.value === 'boolean') return expression
      break
    case 'Object':
    case 'Array':
  }
  throw new TypeError(`${place}: expected a condition such as eq(i.status, 'ok'), or a reference to a boolean`)
}
