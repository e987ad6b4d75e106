/** Functions of references. What the query languages call them: `docs/reference/expressions.md`. */
import type { Duration } from '../duration.ts'
import { longestWait } from '../quotas.ts'
import { call } from './call.ts'
import { toCondition } from './conditions.ts'
import type { Expression } from './expression.ts'
import {
  computed,
  type Ref as InPayload,
  type Of,
  type Reference,
  type Template,
  toExpression,
  type Value,
} from './reference.ts'
import type { Checked, Elsewhere, Flat, Maybe } from './types.ts'

type Ref<T> = InPayload<T, Elsewhere>

/** Concatenates values: strings unchanged, numbers (in JSONata to 15 digits) and booleans as in JSON. @example concat('order-', i.id) */
export const concat = (
  ...values: readonly [Of<string | number | boolean>, ...Of<string | number | boolean>[]]
): Ref<string> => call('concat', ...values)

/**
 * The sum. In JSONPath AWS rounds both to whole numbers of 32 bits (`States.MathAdd`); JSONata adds any numbers.
 *
 * @example add(i.count, 1)
 */
export const add = (a: Of<number>, b: Of<number>): Ref<number> => call('add', a, b)

/** The difference. In JSONPath the second operand must be a literal. @example subtract(i.count, 1) */
export const subtract = (a: Of<number>, b: Of<number>): Ref<number> => call('subtract', a, b)

/** The product. JSONata only. @example multiply(i.price, i.quantity) */
export const multiply = (a: Of<number>, b: Of<number>): Ref<number> => call('multiply', a, b)

/**
 * The quotient. JSONata only.
 *
 * @example pass((i) => ({ average: divide(i.sum, i.count) }))
 */
export const divide = (a: Of<number>, b: Of<number>): Ref<number> => call('divide', a, b)

/**
 * The remainder. JSONata only.
 *
 * @example pass((i) => ({ shard: modulo(i.id, 8) }))
 */
export const modulo = (a: Of<number>, b: Of<number>): Ref<number> => call('modulo', a, b)

/** Splits a string at separators of one character; empty pieces are dropped. @example split(i.path, '/') */
export const split = (text: Of<string>, separators: string): Ref<readonly string[]> => call('split', text, separators)

/** Parses a JSON string; you state the type. @example parseJson<Order>(message.body) */
export const parseJson = <T = unknown>(text: Of<string>): Ref<T> => call('parseJson', text)

/**
 * A value as a JSON string.
 *
 * @example pass((i) => ({ MessageBody: stringify(i.order) }))
 */
export const stringify = <const X extends Template>(value: X): Ref<string> => call('stringify', value)

/**
 * Encodes a string's UTF-8 bytes as Base64. JSONPath accepts at most 10,000 characters; JSONata encodes only the low byte of each UTF-16
 * unit.
 *
 * @example pass((i) => ({ body: base64Encode(i.text) }))
 */
export const base64Encode = (text: Of<string>): Ref<string> => call('base64Encode', text)

/**
 * Decodes Base64. At most 10,000 characters.
 *
 * @example pass((i) => ({ text: base64Decode(i.body) }))
 */
export const base64Decode = (text: Of<string>): Ref<string> => call('base64Decode', text)

/** The algorithms that Step Functions has. */
export type HashAlgorithm = 'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

/** The hash of a string, in lower-case hexadecimal. At most 10,000 characters. @example hash(i.email, 'SHA-256') */
export const hash = (text: Of<string>, algorithm: HashAlgorithm): Ref<string> => call('hash', text, algorithm)

/** What can be merged: an object, or what nothing is known of. */
type Mergeable<X> = [Value<X>] extends [readonly unknown[]]
  ? 'merge takes objects, and this is an array'
  : [Value<X>] extends [object]
    ? Checked<X>
    : unknown extends Value<X>
      ? Checked<X>
      : 'merge takes objects'

/** Of a field that the second may lack, the first's or the second's. */
type Merged<A, B> = Flat<
  Omit<A, keyof B> & {
    readonly [K in keyof B as Record<never, never> extends Pick<B, K> ? never : K]: B[K]
  } & {
    readonly [K in keyof B & keyof A as Record<never, never> extends Pick<B, K> ? K : never]:
      | A[K]
      | Exclude<B[K], undefined>
  } & {
    readonly [K in keyof Omit<B, keyof A> as Record<never, never> extends Pick<B, K & keyof B> ? K : never]?: Exclude<
      B[K & keyof B],
      undefined
    >
  }
>

/**
 * The fields of both objects; the second object wins. Shallow. `{ ...i, status: 'paid' }` is the same.
 *
 * @example merge(i, { status: 'paid' })
 * @example merge({ limit: 10 }, i) // 10 where there is no limit
 */
export const merge = <const A, const B>(a: A & Mergeable<A>, b: B & Mergeable<B>): Ref<Merged<Value<A>, Value<B>>> =>
  call('merge', a, b)

/** Like `merge`, but merges nested objects too. JSONata only. @example mergeDeep(i.defaults, i.own) */
export const mergeDeep = <const A, const B>(
  a: A & Mergeable<A>,
  b: B & Mergeable<B>,
): Ref<Merged<Value<A>, Value<B>>> => call('mergeDeep', a, b)

/**
 * A value, or another if it is absent or null. Use it instead of `value ?? other`, which JavaScript would evaluate on the reference. In JSONPath it adds a
 * Choice state; `{ note: 'none', ...i }` is a default without one.
 *
 * @example pass((i) => ({ note: orElse(i.note, 'none') }))
 */
export const orElse = <T, const D>(value: Maybe<T>, other: D & Checked<D>): Ref<NonNullable<T> | Value<D>> =>
  computed(
    withDefault(toExpression('orElse, argument 1', value), toExpression('orElse, argument 2', other)),
  ) as unknown as Ref<NonNullable<T> | Value<D>>

/** Associative by construction: `orElse(orElse(a, b), c)` is `orElse(a, orElse(b, c))`, which evaluates nothing twice. */
const withDefault = (value: Expression, other: Expression): Expression => {
  const [first, second] = value._tag === 'Call' && value.name === 'orElse' ? value.arguments : []
  return Object.freeze({
    _tag: 'Call',
    name: 'orElse',
    arguments: Object.freeze(
      first !== undefined && second !== undefined ? [first, withDefault(second, other)] : [value, other],
    ),
  })
}

/**
 * One value if a condition is true, another if not. Use it instead of `condition ? one : other`, which JavaScript would evaluate on the
 * condition object. In JSONPath it adds a Choice state.
 *
 * @example pass((i) => ({ rate: cond(gt(i.total, 100), 0.1, 0) }))
 */
export const cond = <const A, const B>(
  condition: Reference<boolean>,
  one: A & Checked<A>,
  other: B & Checked<B>,
): Ref<Value<A> | Value<B>> => {
  toCondition('cond, argument 1', condition)
  return call('cond', condition, one, other)
}

/** Parses a number from a string, such as DynamoDB's. @example numberOf(row.Item.count.N) */
export const numberOf = (text: Of<string>): Ref<number> => call('numberOf', text)

/** A number as a string. @example textOf(i.count) */
export const textOf = (value: Of<number | boolean>): Ref<string> => call('textOf', value)

/** A string in lower case. JSONata only. @example lower(i.email) */
export const lower = (text: Of<string>): Ref<string> => call('lower', text)

/** A string in upper case. JSONata only. @example upper(i.code) */
export const upper = (text: Of<string>): Ref<string> => call('upper', text)

/** The time when the state is entered (in JSONata, when it is evaluated), as an ISO 8601 string in UTC. @example pass((i) => ({ ...i, at: now() })) */
export const now = (): Ref<string> => call('now')

/**
 * Adds a duration to a time, as an ISO 8601 string. JSONPath supports it for `now()` and
 * `context.Execution.StartTime` only, with whole minutes up to 18 hours.
 *
 * @example pass((i) => ({ ...i, expiresAt: later(now(), hours(2)) }))
 * @throws RangeError when the duration is not a whole number of seconds, or over 99,999,999 s.
 */
export const later = (instant: Of<string>, by: Duration): Ref<string> => {
  if (!(Number.isInteger(by.seconds) && by.seconds >= 0 && by.seconds <= longestWait))
    throw new RangeError(`later: expected whole seconds, from 0 to ${longestWait}, got ${by.seconds} s`)
  return call('later', instant, by.seconds)
}

/**
 * A new version 4 UUID at each evaluation.
 *
 * @example pass((i) => ({ id: uuid(), order: i.order }))
 */
export const uuid = (): Ref<string> => call('uuid')

/** A random whole number from `least` to below `end`, new at each evaluation. @example random(0, 100) */
export const random = (least: Of<number>, end: Of<number>): Ref<number> => call('random', least, end)
