/** Functions of references. What the query languages call them: `docs/reference/expressions.md`. */
import type { Duration } from '../duration.ts'
import { longestWait } from '../quotas.ts'
import { toCondition } from './conditions.ts'
import { type Expression, type FunctionName, type Item, parts } from './expression.ts'
import {
  computed,
  dataOf,
  type Ref as InPayload,
  type Of,
  type Reference,
  referenceTo,
  type Template,
  toExpression,
  type Value,
} from './reference.ts'
import { showExpression } from './show.ts'
import type { Checked, Elsewhere, Flat, Given, Maybe } from './types.ts'

type Ref<T> = InPayload<T, Elsewhere>

const call = <T>(name: FunctionName, ...given: readonly unknown[]): Ref<T> =>
  computed(
    Object.freeze({
      _tag: 'Call',
      name,
      arguments: Object.freeze(given.map((argument, i) => toExpression(`${name}, argument ${i + 1}`, argument))),
    }) as Expression,
  )

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
export const merge = <const A, const B>(a: A & Checked<A>, b: B & Checked<B>): Ref<Merged<Value<A>, Value<B>>> =>
  call('merge', a, b)

/** Like `merge`, but merges nested objects too. JSONata only. @example mergeDeep(i.defaults, i.own) */
export const mergeDeep = <const A, const B>(a: A & Checked<A>, b: B & Checked<B>): Ref<Merged<Value<A>, Value<B>>> =>
  call('mergeDeep', a, b)

/**
 * A value, or another if it is absent or null. Use it instead of `value ?? other`, which JavaScript would evaluate on the reference. In JSONPath it adds a
 * Choice state; `{ note: 'none', ...i }` is a default without one.
 *
 * @example pass((i) => ({ note: orElse(i.note, 'none') }))
 */
export const orElse = <T, const D>(value: Maybe<T>, other: D & Checked<D>): Ref<NonNullable<T> | Value<D>> =>
  call('orElse', value, other)

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
 * The execution's input; you state the type. Inside a distributed map, it is the child execution's item or batch.
 *
 * @example pass((i) => ({ ...i, order: executionInput<Order>().id }))
 */
export const executionInput = <T>(): Ref<T> => referenceTo<T, never>({ _tag: 'Context' }, ['Execution', 'Input'])

/**
 * A new version 4 UUID at each evaluation.
 *
 * @example pass((i) => ({ id: uuid(), order: i.order }))
 */
export const uuid = (): Ref<string> => call('uuid')

/** A random whole number from `least` to below `end`, new at each evaluation. @example random(0, 100) */
export const random = (least: Of<number>, end: Of<number>): Ref<number> => call('random', least, end)

/** AWS's context object. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
export interface ContextObject {
  readonly Execution: {
    readonly Id: string
    readonly Name: string
    readonly Input: unknown
    readonly StartTime: string
    readonly RoleArn: string
  }
  readonly StateMachine: { readonly Id: string; readonly Name: string }
  readonly State: { readonly Name: string; readonly EnteredTime: string }
  /** Inside a map. */
  readonly Map: { readonly Item: { readonly Index: number; readonly Value: unknown } }
}

/** The context object of the execution, as a reference. @example pass(() => ({ run: context.Execution.Name })) */
export const context: Ref<ContextObject> = /* @__PURE__ */ referenceTo({ _tag: 'Context' })

type Written = (text: string | TemplateStringsArray, ...given: readonly unknown[]) => unknown

const source =
  (language: 'JSONPath' | 'JSONata', name: 'jsonPath' | 'jsonata'): Written =>
  (text, ...given) => {
    if (typeof text === 'object') {
      // What is written is what the language gets, so that `\\d` need not be `\\\\d`; only JavaScript's own marks are taken back.
      const pieces = text.raw.map((piece) => piece.replace(/\\(`|\$\{)/g, '$1'))
      const references = given.map((value, i) => toExpression(`${name}, value ${i + 1}`, value))
      if (references.length === 0) return source(language, name)(pieces[0] as string)
      const shown = pieces.reduce(
        (all, piece, i) => `${all}\${${showExpression(references[i - 1] as Expression)}}${piece}`,
      )
      return computed(
        Object.freeze({
          _tag: 'Source',
          language,
          source: shown,
          pieces: Object.freeze(pieces),
          arguments: Object.freeze(references),
        }),
      )
    }
    if (typeof text !== 'string' || text.trim() === '')
      throw new TypeError(`${name}: expected an expression, got ${JSON.stringify(text)}`)
    return computed(Object.freeze({ _tag: 'Source', language, source: text }))
  }

/** Text of a query language: as it is, or a template with references in it. */
interface Text {
  <T = unknown>(text: string): Ref<T>
  <T = unknown>(text: TemplateStringsArray, ...references: readonly Template[]): Ref<T>
}

/**
 * A JSONata expression, as written between `{%` and `%}`, which may contain references; you state the type. Use it for what these functions cannot express; the
 * workflow then needs JSONata. `emit` rejects invalid JSONata.
 *
 * @example pass((i) => ({ name: jsonata<string>`$trim(${i.name})` }))
 */
export const jsonata: Text = /* @__PURE__ */ source('JSONata', 'jsonata') as Text

/**
 * A JSONPath path or intrinsic function; you state the type. See `jsonata`.
 *
 * @example pass((i) => ({ prices: jsonPath<number[]>`${i.items}[*].price` }))
 */
export const jsonPath: Text = /* @__PURE__ */ source('JSONPath', 'jsonPath') as Text

export type { Reference }
