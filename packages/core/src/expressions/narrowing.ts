/** What a condition says of a payload's type, where it holds and where it does not. */
import type { Flat } from './types.ts'

/** Said of an optional field: it is there. */
export interface Present {
  readonly '~present': true
}

/** A pattern: `V`, at the end of a way through an object. */
export type At<P, V> = [P] extends [never]
  ? Anything
  : P extends readonly [infer K extends PropertyKey, ...infer R]
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

type NarrowedFields<I, N> = {
  [K in keyof N]-?: K extends keyof I ? Narrowed<Exclude<I[K], undefined>, N[K]> : N[K]
}
type Uninhabited<Fields> = true extends {
  [K in keyof Fields]: [Fields[K]] extends [never] ? true : false
}[keyof Fields]
  ? true
  : false

/** What is left of a payload of type `I` where a condition that excludes `E` does not hold. */
export type Left<I, E> = [E] extends [never]
  ? I
  : unknown extends E
    ? I
    : [E] extends [readonly [infer P, infer V]]
      ? IsUnion<P, P> extends true
        ? I
        : Without<I, P, V>
      : I

// Two ways at once: each excludes a value of its own, which a union of pairs does not tell apart.
type IsUnion<P, Whole> = (P extends unknown ? ([Whole] extends [P] ? false : true) : never) extends false ? false : true

type Without<I, P, V> = P extends readonly [infer K, ...infer R]
  ? I extends unknown
    ? K extends keyof I
      ? Without<I[K], R, V> extends infer W
        ? [W] extends [never]
          ? never
          : [I[K]] extends [W]
            ? I
            : Flat<Omit<I, K> & { readonly [k in K]: W }>
        : never
      : I
    : never
  : I extends V
    ? never
    : I

/** The exclusion of a value at the end of a way; none of what is elsewhere. */
export type Out<P, V> = [P] extends [never] ? never : readonly [P, V]

/** What a condition says by itself when nothing narrower can be said of the type. */
export type Anything = Readonly<Record<never, never>>
