/** What the callbacks of `pass`, `when`, `bind` and the like are given, and what becomes of what they return. */
import { type Caught, caught } from './caught.ts'
import type { Expression, Path, Root } from './expression.ts'
import { notCalled } from './javascript.ts'
import { showExpression } from './show.ts'
import type { Elsewhere, Ref } from './types.ts'
import { noteBuilt, noteUsed, watched } from './watch.ts'

export type { Checked, Flat, Given, Maybe, Of, Optional, Ref, Reference, Template, Value } from './types.ts'

/** Where a reference keeps its expression. Global, so that a second copy of this package finds it too. */
export const expressionOf: unique symbol = Symbol.for('@orkestra/expression') as never

const step = (key: string): string | number => (/^(?:0|[1-9]\d{0,14})$/.test(key) ? Number(key) : key)

const described = ({ path }: { readonly path: Path }): string =>
  path.length === 0 ? 'a reference' : `the reference to ${path.join('.')}`

const refuse = (what: string, instead: string): never => {
  throw new TypeError(`${what}: the value is known only when the workflow runs. ${instead}`)
}

/** What `{ ...reference }` leaves in an object: a key that no text in a payload is, different each time, and the reference under it. */
const spreadKey = /^\p{Cc}\.\.\.\d+$/u
let spreads = 0

/** Whether a key of an object stands for a reference that was spread into it. */
export const isSpread = (key: string): boolean => spreadKey.test(key)

/** As many elements as somebody may take apart by `[a, b]`; a loop over them would never end. */
const mostElements = 1_000

/** A reference to a place below a root. Reading a field of it gives a reference to that field. */
export const referenceTo = <T, P extends readonly unknown[] = []>(root: Root, path: Path = []): Ref<T, P> => {
  const expression: Expression = Object.freeze({
    _tag: 'Reference',
    root: Object.freeze(root),
    path: Object.freeze(path),
  })
  const name = (): string => described(expression)
  const child = (key: string | number): object => referenceTo(root, [...path, key]) as object
  // A function, so that a method call on it, such as text.toUpperCase(), throws with advice.
  const target = () => undefined
  const reference: object = new Proxy(target, {
    get: (_, key) => {
      noteUsed(reference)
      if (key === expressionOf) return expression
      if (key === caught) return computed(caughtAt(root, path))
      if (key === Symbol.toPrimitive)
        return () =>
          refuse(`${name()} is used as a string or a number`, 'Use concat(…), add(…) or a comparison such as gt(…).')
      if (key === Symbol.iterator)
        return function* () {
          for (let index = 0; index < mostElements; index += 1) yield child(index)
          refuse(
            `the elements of ${name()} are looped over`,
            'Use map(…) for a step per element, each(…) or filter(…) for data.',
          )
        }
      if (typeof key === 'symbol') return undefined
      if (isSpread(key)) return reference
      const field = child(step(key))
      noteBuilt(field, () => described({ path: [...path, key] }))
      return field
    },
    has: (_, key) => {
      if (typeof key === 'string') {
        noteUsed(reference)
        noteBuilt({}, () => `whether ${key} is in ${name()}, which isPresent(…) checks when the workflow runs,`)
      }
      return key === expressionOf || key === caught
    },
    deleteProperty: (_, key) =>
      refuse(`the field ${String(key)} of ${name()} is deleted`, 'Return an object with the fields that stay.'),
    apply: () => refuse(`${name()} is called`, notCalled(path)),
    set: (_, key) => refuse(`the field ${String(key)} of ${name()} is assigned`, 'Use merge(it, { … }).'),
    ownKeys: () => {
      spreads += 1
      const key = `\u0000...${spreads}`
      noteUsed(reference)
      noteBuilt(key, () => `the list of the fields of ${name()}, which are known only when the workflow runs,`)
      return [key]
    },
    getOwnPropertyDescriptor: (_, key) =>
      typeof key === 'string' && isSpread(key)
        ? { configurable: true, enumerable: true, writable: false, value: reference }
        : undefined,
  })
  return reference as Ref<T, P>
}

/** Whether a caught error is at a path: its two fields are there. */
const caughtAt = (root: Root, path: Path): Expression => {
  const isThere = (key: keyof Caught): Expression => ({
    _tag: 'Ask',
    question: 'isPresent',
    value: { _tag: 'Reference', root, path: [...path, key] },
  })
  return { _tag: 'And', conditions: [isThere('Error'), isThere('Cause')] }
}

/** What a function of references gives: a reference to a computed value. */
export const computed = <T>(expression: Expression): Ref<T, Elsewhere> => {
  const reference = referenceTo<T, Elsewhere>({ _tag: 'Computed', expression })
  noteBuilt(reference, () => showExpression(expression))
  return reference
}

/** Whether a value is a reference. */
export const isReference = (value: unknown): value is { readonly [expressionOf]: Expression } =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') && expressionOf in value

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const literal = (value: string | number | boolean | null): Expression => Object.freeze({ _tag: 'Literal', value })

/** What is the same in every deployment, and so may be part of a larger literal. */
const isLiteral = (expression: Expression): expression is Expression & { _tag: 'Literal' } =>
  expression._tag === 'Literal' && expression.isPlaceholder === undefined

/** User text as a key: assigning to `__proto__` would set the prototype instead. */
const record = <A>(fields: readonly (readonly [string, A])[]): Record<string, A> => Object.fromEntries(fields)

/** An expression of the fields of an object: a literal where all of them are. */
const objectOf = (fields: readonly (readonly [string, Expression])[]): Expression =>
  Object.freeze(
    fields.every(([, field]) => isLiteral(field))
      ? {
          _tag: 'Literal',
          value: Object.freeze(
            record(fields.map(([key, field]) => [key, (field as unknown as { readonly value: never }).value] as const)),
          ),
        }
      : { _tag: 'Object', fields: Object.freeze(fields.map((field) => Object.freeze(field))) },
  ) as Expression

/** `{ a: 1, ...order, b: 2 }`: objects and references merged in the order in which they are written. */
const mergedOf = (place: string, fields: readonly (readonly [string, Expression])[]): Expression => {
  if (fields.some(([key]) => typeof step(key) === 'number'))
    throw new TypeError(
      `${place}: JavaScript moves numeric keys to the front, so the fields after a spread reference are unknown: use merge(…).`,
    )
  const pieces: Expression[] = []
  let own: (readonly [string, Expression])[] = []
  const close = (): void => {
    if (own.length > 0) pieces.push(objectOf(own))
    own = []
  }
  for (const [key, value] of fields)
    if (isSpread(key)) {
      close()
      pieces.push(value)
    } else own.push([key, value])
  close()
  return pieces.reduce((left, right) =>
    Object.freeze({ _tag: 'Call', name: 'merge', arguments: Object.freeze([left, right]) }),
  )
}

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
    const fields = Object.entries(value).map(([key, field]) => {
      if (isSpread(key)) noteUsed(key)
      return [key, toExpression(`${place}.${key}`, field)] as const
    })
    return fields.some(([key]) => isSpread(key)) ? mergedOf(place, fields) : objectOf(fields)
  }
  throw new TypeError(
    `${place}: expected JSON or a reference, got ${
      value === undefined ? 'undefined' : typeof value === 'object' ? value.constructor?.name : `a ${typeof value}`
    }${value === undefined ? '. A field that may be absent needs a default, orElse(i.x, …), or a condition: when((i) => isPresent(i.x), …)' : ''}`,
  )
}

/** Notes that the references in a value are used. */
const useAll = (value: unknown): void => {
  const open = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (isReference(next)) noteUsed(next)
    else if (Array.isArray(next)) open.push(...next)
    else if (typeof next === 'object' && next !== null && isPlain(next))
      for (const [key, field] of Object.entries(next)) {
        noteUsed(key)
        open.push(field)
      }
  }
}

/**
 * Runs a callback that returns data holding references, and gives the data.
 *
 * @throws TypeError when the callback is async, or leaves out of the data what it has read or built, naming it.
 */
export const dataOf = <A>(place: string, callback: () => A): A => watched(place, callback, useAll)

/**
 * Runs a callback that returns a step, and gives the step. The callbacks of that step have used what they needed.
 *
 * @throws as `dataOf` does.
 */
export const stepOf = <A>(place: string, callback: () => A): A => watched(place, callback, () => undefined)

/** The reference to a step's input. */
export const inputReference = <T>(): Ref<T> => referenceTo({ _tag: 'Input' })

/**
 * What a callback makes of a step's input, as an expression.
 *
 * @example ofInput('pass', (i) => ({ id: i.id }))
 * @throws as `dataOf` and `toExpression` do.
 */
export const ofInput = <T>(place: string, callback: (input: Ref<T>) => unknown): Expression =>
  toExpression(
    place,
    dataOf(place, () => callback(inputReference())),
  )

/**
 * Says that references are read for nothing on purpose: by a function that uses a part of what it reads.
 *
 * @example unused(order.note)
 */
export const unused = (...references: readonly unknown[]): void => references.forEach(noteUsed)
