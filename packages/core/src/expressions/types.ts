/** The types of references, of what callbacks may return, and of what that becomes. */

// Protected members of classes, which TypeScript leaves out of `{ ...reference }` and of what editors offer: only the fields are there.
declare abstract class Referring<out T, out P> {
  protected get '~type'(): T
  protected get '~at'(): P
}
declare abstract class Missing<out T, out P> {
  protected get '~absent'(): T
  protected get '~at'(): P
}

/** Anything that stands for a value that is known when the workflow runs: a reference, or what a function of references gives. */
export interface Reference<out T, out P = unknown> extends Referring<T, P> {}

/** Stands for a value that may be absent: no `Reference`, before a default or a condition says that it is there. */
export interface Absent<out T, out P = unknown> extends Missing<T, P> {}

/** The way to what is not in the payload: a variable, the context object, what a function gives. Such a reference is good for any. */
export type Elsewhere = never

/**
 * A typed reference to a value of type `T`. Its fields are references to the fields, its elements to the elements; a field that may be
 * absent is an `Optional`. `P` is the way to it in the payload, for conditions to narrow the payload's type.
 */
export type Ref<T, P extends readonly unknown[] = []> = Reference<T, P> &
  (T extends readonly (infer A)[]
    ? Elements<T, A, P>
    : T extends object
      ? { readonly [K in keyof T]: Field<T[K], [...P, K]> }
      : unknown)

/** The elements of an array, and what to write for what JavaScript has there. */
interface List<A, P extends readonly unknown[]> {
  readonly [index: number]: Ref<A, [...P, number]>
  readonly length: Instead<'length(array)'>
  map(write: 'each(array, (item) => item.field) for data, map((input) => input.items, step) for steps'): never
  filter(write: 'filter(array, (item) => condition)'): never
  slice(write: 'slice(array, from, to)'): never
}

/** Nothing to work with: what to write instead. */
interface Instead<_Write> extends Missing<never, never> {}

// Types of their own, which TypeScript makes only where somebody reads such a field: it is what makes references cheap.
type Elements<T extends readonly unknown[], A, P extends readonly unknown[]> = number extends T['length']
  ? List<A, P>
  : { readonly [K in keyof T]: Ref<T[K], [...P, K]> }
type Field<V, P extends readonly unknown[]> = undefined extends V ? MissingField<V, P> : Ref<V, P>
type MissingField<V, P extends readonly unknown[]> = unknown extends V ? Ref<V, P> : Optional<Exclude<V, undefined>, P>

/** A typed reference to what may be absent: read it through `orElse`, or where a condition says that it is there. */
export type Optional<T, P extends readonly unknown[] = []> = Absent<T, P> &
  (T extends object ? OptionalFields<T, P> : unknown)
type OptionalFields<T, P extends readonly unknown[]> = T extends readonly (infer A)[]
  ? { readonly [index: number]: Optional<A, [...P, number]> }
  : { readonly [K in keyof T]-?: Optional<Exclude<T[K], undefined>, [...P, K]> }

/** A value, or a reference to one. */
export type Of<T> = T | Reference<T>

/** A reference to what may be there: of a field that may be absent TypeScript says that it may be `undefined`. */
export type Maybe<T, P = unknown> = Reference<T, P> | Absent<T, P> | undefined

/** Plain data that may hold references: what a callback returns. */
export type Template =
  | Reference<unknown>
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [key: string]: Template }

type Leaf = Reference<unknown> | string | number | boolean | null

/** What a template is once its references are followed. */
// What is no template has been reported already, and is then taken for any of them: looking into that would never end.
export type Value<X> = Template extends X
  ? unknown
  : X extends Reference<infer T>
    ? T
    : X extends Absent<infer T>
      ? T
      : X extends undefined
        ? never
        : X extends string | number | boolean | null
          ? X
          : { -readonly [K in keyof X]: Value<X[K]> }

/** What is wrong with what a callback returns, in words, where it is wrong; `unknown` where nothing is: `X & Checked<X>`. */
export type Checked<X> = [X] extends [Template] ? unknown : Fault<X>

type Fault<X> = [Extract<X, Absent<unknown>>] extends [never]
  ? undefined extends X
    ? 'undefined is not JSON: leave the field out, or write null'
    : FaultOfPresent<X>
  : 'this field may be absent: write orElse(field, default), or read it where isPresent(field) holds'

type FaultOfPresent<X> = X extends Leaf
  ? unknown
  : X extends Promise<unknown>
    ? 'a callback runs once, when the workflow is built: it cannot be async'
    : X extends Date
      ? 'a Date is not JSON: write a text, such as date.toISOString()'
      : X extends (...given: never) => unknown
        ? 'a function is not JSON: call it, or write what it gives'
        : X extends readonly unknown[]
          ? { readonly [K in keyof X]: Checked<X[K]> }
          : X extends object
            ? FaultOfFields<X, UndefinedIn<X>>
            : 'this is not JSON'

// A field that is undefined and nothing else is told of by a field that is missing: an intersection with the sentence would be no type at all.
type FaultOfFields<X, U extends string> = [U] extends [never]
  ? { readonly [K in keyof X]: FieldFault<X, K> }
  : Record<`${U} is undefined, which is not JSON: leave it out, or write null`, never>

type UndefinedIn<X> = {
  [K in keyof X]-?: [X[K]] extends [undefined] ? (Record<never, never> extends Pick<X, K> ? never : K & string) : never
}[keyof X]

/** What a spread reference brings along may be absent; what is written out may not. */
type FieldFault<X, K extends keyof X> = undefined extends X[K]
  ? Record<never, never> extends Pick<X, K>
    ? unknown
    : Checked<X[K]>
  : Checked<X[K]>

/** A type as it is, from which nothing is inferred. Unlike `NoInfer` it leaves no trace in what people read. */
export type Given<T> = [T][T extends unknown ? 0 : never]

/** An object with its fields written out, for people to read. */
export type Flat<T> = T extends infer U ? { [K in keyof U]: U[K] } : never
