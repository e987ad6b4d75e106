/** What the callbacks of `pass`, `when`, `bind` and the like are given, and what they may return. */
import type { Expression, Path, Root } from './expression.ts'

/** Where a reference keeps its expression. Global, so that a second copy of this package finds it too. */
export const expressionOf: unique symbol = Symbol.for('@orkestra/expression') as never

declare const type: unique symbol
declare const at: unique symbol

/** Anything that stands for a value that is known when the workflow runs: a reference, or what a function of references gives. */
export interface Reference<out T, out P = unknown> {
  readonly [type]: T
  readonly [at]: P
}

/**
 * A typed reference to a value of type `T`. Its fields are references to the fields; a field that may be absent is one only after
 * `!`, or where a condition has said that it is there. `P` is the way to it, for conditions to narrow the payload's type.
 */
export type Ref<T, P extends readonly unknown[] = []> = Reference<T, P> &
  (T extends readonly (infer A)[]
    ? { readonly [index: number]: Ref<A, [...P, number]> }
    : T extends object
      ? { readonly [K in keyof T]: Ref<Exclude<T[K], undefined>, [...P, K]> }
      : unknown)

/** A value, or a reference to one. */
export type Of<T> = T | Reference<T>

/** Plain data that may hold references: what a callback returns. */
export type Template =
  | Reference<unknown>
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [key: string]: Template }

/** What a template is once its references are followed. */
// What is no template has been reported already, and is then taken for any of them: looking into that would never end.
export type Value<X> = Template extends X
  ? unknown
  : X extends Reference<infer T>
    ? T
    : X extends string | number | boolean | null
      ? X
      : { -readonly [K in keyof X]: Value<X[K]> }

const step = (key: string): string | number => (/^(?:0|[1-9]\d{0,14})$/.test(key) ? Number(key) : key)

const described = ({ path }: { readonly path: Path }): string =>
  path.length === 0 ? 'a reference' : `the reference to ${path.join('.')}`

const refuse = (what: string, instead: string) => (): never => {
  throw new TypeError(`${what}: the value is known only when the workflow runs. ${instead}`)
}

/** A reference to a place below a root. Reading a field of it gives a reference to that field. */
export const referenceTo = <T>(root: Root, path: Path = []): Ref<T> => {
  const expression: Expression = Object.freeze({
    _tag: 'Reference',
    root: Object.freeze(root),
    path: Object.freeze(path),
  })
  const name = described(expression)
  const fields = new Map<string, unknown>()
  return new Proxy(Object.freeze({}), {
    get: (_, key) => {
      if (key === expressionOf) return expression
      if (key === Symbol.toPrimitive)
        return refuse(`${name} is used as a text or a number`, 'Use concat(…), add(…) or a comparison such as gt(…).')
      if (typeof key === 'symbol') return undefined
      const known = fields.get(key)
      if (known !== undefined) return known
      const field = referenceTo(root, [...path, step(key)])
      fields.set(key, field)
      return field
    },
    has: (_, key) => key === expressionOf,
    ownKeys: refuse(
      `the fields of ${name} are listed`,
      'To add fields to it, use merge(it, { … }) instead of { ...it }.',
    ),
  }) as Ref<T>
}

/** What a function of references gives: a reference to a computed value. */
export const computed = <T>(expression: Expression): Ref<T> => referenceTo({ _tag: 'Computed', expression })

/** Whether a value is a reference. */
export const isReference = (value: unknown): value is { readonly [expressionOf]: Expression } =>
  typeof value === 'object' && value !== null && expressionOf in value

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const literal = (value: string | number | boolean | null): Expression => Object.freeze({ _tag: 'Literal', value })

const isLiteral = (expression: Expression): expression is Expression & { _tag: 'Literal' } =>
  expression._tag === 'Literal'

/** User text as a key: assigning to `__proto__` would set the prototype instead. */
const record = <A>(fields: readonly (readonly [string, A])[]): Record<string, A> => Object.fromEntries(fields)

/**
 * Data that may hold references, as an expression.
 *
 * @throws TypeError, with the place inside the data, when something in it is neither JSON nor a reference.
 */
export const toExpression = (place: string, value: unknown): Expression => {
  if (isReference(value)) {
    const expression = value[expressionOf]
    // What a function gave, with no field read of it, is the function's expression itself.
    return expression._tag === 'Reference' && expression.root._tag === 'Computed' && expression.path.length === 0
      ? expression.root.expression
      : expression
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return literal(value)
  if (typeof value === 'number' && Number.isFinite(value)) return literal(value)
  if (Array.isArray(value)) {
    const items = value.map((item, i) => toExpression(`${place}[${i}]`, item))
    return Object.freeze(
      items.every(isLiteral)
        ? { _tag: 'Literal', value: Object.freeze(items.map((item) => item.value)) }
        : { _tag: 'Array', items: Object.freeze(items) },
    ) as Expression
  }
  if (typeof value === 'object' && isPlain(value)) {
    const fields = Object.entries(value).map(([key, field]) => [key, toExpression(`${place}.${key}`, field)] as const)
    return Object.freeze(
      fields.every(([, field]) => isLiteral(field))
        ? {
            _tag: 'Literal',
            value: Object.freeze(
              record(
                fields.map(([key, field]) => [key, (field as unknown as { readonly value: never }).value] as const),
              ),
            ),
          }
        : { _tag: 'Object', fields: Object.freeze(fields.map((field) => Object.freeze(field))) },
    ) as Expression
  }
  throw new TypeError(
    `${place}: expected JSON or a reference, got ${
      value === undefined ? 'undefined' : typeof value === 'object' ? value.constructor?.name : `a ${typeof value}`
    }${value === undefined ? '. A field that may be absent needs a condition: when((i) => isPresent(i.x), …)' : ''}`,
  )
}
