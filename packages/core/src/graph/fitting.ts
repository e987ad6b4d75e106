/**
 * The types of the places where combinators take a step. A step that does not fit there is refused in a sentence: it is the first thing
 * that `tsc` prints.
 */
import type { Given } from '../expressions/types.ts'
import type { AnyStep, Carrier, Graph, InputOf, Step } from './graph.ts'
import type { Caught } from './outcome.ts'

// `S` is the step as it is. While TypeScript looks at an argument for the first time it is not known, and then any is: so a call that is
// written in place, as pass(…), finds what comes in. Both ways of the conditions take a step that fits, so that they also work in
// generic functions, where TypeScript cannot tell yet which way to go. `Extract<S, never>` is nothing: from there `S` is inferred.

/** A step after one that gives a `B`. */
export type After<B, S, O> = [S] extends [Step<B, unknown>]
  ? Step<B, O>
  : Mismatch<NotAfter<B, S>, B> | Extract<S, never>

/** A step that says itself what comes in. */
export type First<I, S, O> = [S] extends [AnyStep] ? Step<I, O> : Mismatch<NoStep<S>, Given<I>> | Extract<S, never>

/** What a step takes where nothing around it says what comes in; of what is no step, or is not known yet, anything. */
export type Taken<S> = [S] extends [never] ? unknown : [S] extends [AnyStep] ? InputOf<S> : unknown

/** What is asked for where a step does not fit: the reason, for people to read, and a step that takes an `I`. */
export type Mismatch<_Reason, I> = Graph<I, unknown> | Carrier<I, unknown>

type Function = (...given: never) => unknown

/** Why something is no step. */
export type NoStep<S> = S extends (...given: never) => AnyStep
  ? 'this function gives a step: call it, or put what it reads into bind(…)'
  : S extends Function
    ? 'this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler'
    : 'this is not a step: expected a graph, a composed handler, or { graph }'

/** Why something is no step after one that gives a `B`. */
export type NotAfter<B, S> = S extends AnyStep
  ? unknown extends B
    ? 'the step before it does not say what it gives: write task<Input, Output>(…)'
    : Why<Unfit<B, InputOf<S>>, InputOf<S>, '', []>
  : NoStep<S>

/** Those kinds of what is given that are not taken. */
type Unfit<B, T> = B extends T ? never : B

// Further down than this it is said of the whole.
type Deepest = 4

/** Why a `B` is no `T`, as a union of sentences: what differs at `P`, the way to it. */
type Why<B, T, P extends string, D extends readonly unknown[]> = [B] extends [never]
  ? `this step takes other data${At<P>} than the step before it gives`
  : [B] extends [Caught]
    ? `the step before it may give a caught error${At<P>}: tell it apart with when((r) => isCaught(r${P}), …)`
    : [B] extends [undefined]
      ? `this step needs ${Path<P>}, which may be absent in what the step before it gives: orElse, or when isPresent`
      : [B] extends [null]
        ? `the step before it may give null${At<P>}, which this step does not take: orElse, or when isNull`
        : D['length'] extends Deepest
          ? `this step takes other data${At<P>} than the step before it gives`
          : IsPlural<T> extends true
            ? `this step takes other data${At<P>} than the step before it gives`
            : [B, T] extends [readonly (infer A)[], readonly (infer E)[]]
              ? number extends (B & readonly unknown[])['length' & keyof B]
                ? Why<Unfit<A, E>, E, `${P}[0]`, [...D, 0]>
                : WhyTuple<B, T, P, D>
              : [B, T] extends [object, object]
                ? WhyFields<B, T, P, D>
                : `this step takes ${Kind<T>}${At<P>}, but the step before it gives ${Kind<B>}`

type WhyFields<B, T, P extends string, D extends readonly unknown[]> = T extends unknown
  ? {
      [K in keyof T & (string | number)]-?: K extends keyof B
        ? Unfit<B[K], T[K]> extends infer F
          ? [F] extends [never]
            ? never
            : Why<F, T[K], `${P}.${K}`, [...D, 0]>
          : never
        : Record<never, never> extends Pick<T, K>
          ? never
          : `this step takes ${Path<`${P}.${K}`>}, which the step before it does not give`
    }[keyof T & (string | number)]
  : never

type WhyTuple<B, T, P extends string, D extends readonly unknown[]> = {
  [K in keyof T & `${number}`]: K extends keyof B
    ? Unfit<B[K], T[K]> extends infer F
      ? [F] extends [never]
        ? never
        : Why<F, T[K], `${P}[${K}]`, [...D, 0]>
      : never
    : `this step takes ${Path<`${P}[${K}]`>}, which the step before it does not give`
}[keyof T & `${number}`]

type IsPlural<T, Whole = T> = [T] extends [boolean]
  ? false
  : (T extends unknown ? ([Whole] extends [T] ? false : true) : never) extends false
    ? false
    : true

type At<P extends string> = P extends '' ? '' : ` at ${Path<P>}`
type Path<P extends string> = P extends `.${infer Rest}` ? Rest : P extends '' ? 'a value' : P

type Kind<T> = [T] extends [readonly unknown[]]
  ? 'an array'
  : [T] extends [object]
    ? 'an object'
    : [T] extends [string]
      ? string extends T
        ? 'a string'
        : `"${T}"`
      : [T] extends [number]
        ? number extends T
          ? 'a number'
          : `${T}`
        : [T] extends [boolean]
          ? 'a boolean'
          : [T] extends [null]
            ? 'null'
            : [T] extends [undefined]
              ? 'nothing'
              : 'other data'
