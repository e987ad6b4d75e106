/** Functions of references. What the query languages call them: `docs/reference/expressions.md`. */
import type { Expression, FunctionName } from './expression.ts'
import {
  computed,
  type Of,
  type Ref,
  type Reference,
  referenceTo,
  type Template,
  toExpression,
  type Value,
} from './reference.ts'

const call = <T>(name: FunctionName, ...given: readonly unknown[]): Ref<T> =>
  computed(
    Object.freeze({
      _tag: 'Call',
      name,
      arguments: Object.freeze(given.map((argument, i) => toExpression(`${name}, argument ${i + 1}`, argument))),
    }) as Expression,
  )

/** One text of several values: texts as they are, numbers (in JSONata to 15 digits) and booleans as JSON writes them. @example concat('order-', i.id) */
export const concat = (
  ...values: readonly [Of<string | number | boolean>, ...Of<string | number | boolean>[]]
): Ref<string> => call('concat', ...values)

/**
 * The sum. In JSONPath AWS rounds both to whole numbers of 32 bits (`States.MathAdd`); JSONata adds any numbers.
 *
 * @example add(i.count, 1)
 */
export const add = (a: Of<number>, b: Of<number>): Ref<number> => call('add', a, b)

/** The difference. JSONPath can take a literal away, no reference. @example subtract(i.count, 1) */
export const subtract = (a: Of<number>, b: Of<number>): Ref<number> => call('subtract', a, b)

/** The product. JSONata only. @example multiply(i.price, i.quantity) */
export const multiply = (a: Of<number>, b: Of<number>): Ref<number> => call('multiply', a, b)

/** The quotient. JSONata only. */
export const divide = (a: Of<number>, b: Of<number>): Ref<number> => call('divide', a, b)

/** The remainder. JSONata only. */
export const modulo = (a: Of<number>, b: Of<number>): Ref<number> => call('modulo', a, b)

/** How many elements an array has. @example length(i.items) */
export const length = (array: Of<readonly unknown[]>): Ref<number> => call('length', array)

/** Whether a text, number, boolean or null is in an array. Also a condition, in JSONata. @example contains(i.tags, 'new') */
export const contains = <A extends string | number | boolean | null>(
  array: Of<readonly A[]>,
  element: Of<NoInfer<A>>,
): Ref<boolean> => call('contains', array, element)

/** The element at an index, from 0; an error where there is none. `i.items[0]` does the same for an index known beforehand. */
export const get = <A>(array: Of<readonly A[]>, index: Of<number>): Ref<A> => call('get', array, index)

/** Numbers from the first to the last, which is one of them if a step reaches it. At most 1,000. @example range(1, i.pages) */
export const range = (first: Of<number>, last: Of<number>, step: Of<number> = 1): Ref<readonly number[]> =>
  call('range', first, last, step)

/** An array in pieces of a size, the last one what is left. @example partition(i.items, 10) */
export const partition = <A>(array: Of<readonly A[]>, size: Of<number>): Ref<readonly (readonly A[])[]> =>
  call('partition', array, size)

/** Each of an array's values once, in the order of their first places. */
export const unique = <A>(array: Of<readonly A[]>): Ref<readonly A[]> => call('unique', array)

/** The pieces of a text between separators, one character each; empty pieces are left out. @example split(i.path, '/') */
export const split = (text: Of<string>, separators: string): Ref<readonly string[]> => call('split', text, separators)

/** The value that a text of JSON holds, typed by you. @example parseJson<Order>(message.body) */
export const parseJson = <T = unknown>(text: Of<string>): Ref<T> => call('parseJson', text)

/** A value as a text of JSON. */
export const stringify = <const X extends Template>(value: X): Ref<string> => call('stringify', value)

/** A text's UTF-8 in base 64. In JSONPath at most 10,000 characters; JSONata takes only the lower byte of each UTF-16 unit. */
export const base64Encode = (text: Of<string>): Ref<string> => call('base64Encode', text)

/** The text of a base 64 one. At most 10,000 characters. */
export const base64Decode = (text: Of<string>): Ref<string> => call('base64Decode', text)

/** The algorithms that Step Functions has. */
export type HashAlgorithm = 'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

/** A text's hash in lower-case hexadecimal. At most 10,000 characters. @example hash(i.email, 'SHA-256') */
export const hash = (text: Of<string>, algorithm: HashAlgorithm): Ref<string> => call('hash', text, algorithm)

type Merged<A, B> = { [K in keyof A | keyof B]: K extends keyof B ? B[K] : K extends keyof A ? A[K] : never }

/** The fields of both objects; of a field that both have, the second's. Not deep. @example merge(i, { status: 'paid' }) */
export const merge = <const A extends Template, const B extends Template>(
  a: A,
  b: B,
): Ref<Merged<Value<A>, Value<B>>> => call('merge', a, b)

/** A new UUID, version 4, at each evaluation. */
export const uuid = (): Ref<string> => call('uuid')

/** A whole number from `least` to below `end`, another at each evaluation. @example random(0, 100) */
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
export const context: Ref<ContextObject> = referenceTo({ _tag: 'Context' })

const source = <T>(language: 'JSONPath' | 'JSONata', text: string): Ref<T> => {
  if (typeof text !== 'string' || text.trim() === '')
    throw new TypeError(
      `${language === 'JSONata' ? 'jsonata' : 'jsonPath'}: expected an expression, got ${JSON.stringify(text)}`,
    )
  return computed(Object.freeze({ _tag: 'Source', language, source: text }))
}

/**
 * A JSONata expression as it is written between `{%` and `%}`, typed by you. For what nothing here says; the workflow is then for
 * JSONata only, and runs locally by `execute` of `@orkestra/asl`, not by `run`.
 *
 * @example pass(() => ({ total: jsonata<number>('$sum($states.input.items.price)') }))
 */
export const jsonata = <T = unknown>(text: string): Ref<T> => source('JSONata', text)

/** A path or an intrinsic function of JSONPath, typed by you: see `jsonata`. @example jsonPath<number[]>('$.items[*].price') */
export const jsonPath = <T = unknown>(text: string): Ref<T> => source('JSONPath', text)

export type { Reference }
