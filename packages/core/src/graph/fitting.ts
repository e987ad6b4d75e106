/**
 * The types of the places where combinators take a step. A step that does not fit there is refused in a sentence: it is the first thing
 * that `tsc` prints.
 */
import type { Given } from '../expressions/types.ts'
import type { Caught } from './outcome.ts'
import type { AnyStep, Carrier, Graph, InputOf, Step } from './step.ts'

// `S` is the step as it is. While TypeScript looks at an argument for the first time it is not known, and then any is: so a call that is
// written in place, as pass(…), finds what comes in. Both ways of the conditions take a step that fits, so that they also work in
// generic functions, where TypeScript cannot tell yet which way to go. `Extract<S, never>` is nothing: from there `S` is inferred.

/** A step after one that gives a `B`; `By` names who gives it. */
export type After<B, S, O, By extends string = Before> = [S] extends [Step<B, unknown>]
  ? Step<B, O>
  : Mismatch<NotAfter<B, S, By>, B> | Extract<S, never>

/** The same, or a function of references that gives such a step. TypeScript looks at a function last: `S` is `never` until then. */
export type AfterOrOf<B, S, O, Given extends readonly unknown[], By extends string = Before> = [S] extends [
  Step<B, unknown>,
]
  ? Step<B, O> | ((...given: Given) => Step<B, O>)
  : S extends (...given: never) => AnyStep
    ? (...given: Given) => S extends (...given: never) => infer R ? After<B, R, O, By> : never
    : Mismatch<NotAfter<B, S, By>, B> | Extract<S, never>

/** A step that says itself what comes in. */
export type First<I, S, O> = [S] extends [AnyStep] ? Step<I, O> : Mismatch<NoStep<S>, Given<I>> | Extract<S, never>

/** What a step takes where nothing around it says what comes in; of what is no step, or is not known yet, anything. */
export type Taken<S> = [S] extends [never] ? unknown : [S] extends [AnyStep] ? InputOf<S> : unknown

/** What is asked for where a step does not fit: the reason, for people to read, and a step that takes an `I`. */
export type Mismatch<_Reason, I> = Graph<I, unknown> | Carrier<I, unknown>

type Before = 'the output of the step before it'

/** Who gives what the handler of an error takes. */
export type OfError = 'the caught error'

/** Why something is no step. */
export type NoStep<S> = S extends (...given: never) => AnyStep
  ? 'this function gives a step: call it, or put what it reads into bind(…)'
  : S extends (...given: never) => unknown
    ? 'this function is not a step: wrap it with compose(…) or handlers(…) of @orkestra/handler'
    : 'this is not a step: expected a graph, a composed handler, or { graph }'

/** Why something is no step after one that gives a `B`. */
export type NotAfter<B, S, By extends string = Before> = S extends AnyStep
  ? unknown extends B
    ? `nothing says what ${By} is: write task<Input, Output>(…) before this step`
    : Why<Unfit<B, InputOf<S>>, InputOf<S>, '', By>
  : NoStep<S>

/** Those kinds of what is given that are not taken. */
type Unfit<B, T> = B extends T ? never : B

/** Why a `B` is no `T`, as a union of sentences: what differs at `P`, the way to it. */
type Why<B, T, P extends string, By extends string> = [T] extends [never]
  ? `nothing fits this step${At<P>}: what it takes excludes itself`
  : [B] extends [never]
    ? Differs<P, By>
    : [B] extends [By extends OfError ? never : Caught]
      ? `${By} may be a caught error${At<P>}: tell it apart with when((r) => isCaught(r${P}), …)`
      : [B] extends [null | undefined]
        ? [B] extends [null]
          ? `${Path<P, By>} may be null, which this step does not take: orElse(…), or when((r) => isNull(r${P}), …) before it`
          : `${Path<P, By>} may be absent, and this step takes it: orElse(…), or when((r) => isPresent(r${P}), …) before it`
        : [T] extends [Date]
          ? `this step takes a Date${At<P>}, but steps give JSON, in which a Date is a string`
          : IsPlural<T> extends true
            ? Differs<P, By>
            : [B, T] extends [readonly (infer A)[], readonly (infer E)[]]
              ? number extends (B & readonly unknown[])['length']
                ? Deeper<Unfit<A, E>, E, `${P}[0]`, By>
                : WhyTuple<B, T, P, By>
              : [T] extends [readonly unknown[]]
                ? Unlike<B, T, P, By>
                : [B, T] extends [object, object]
                  ? WhyFields<B, T, P, By>
                  : Unlike<B, T, P, By>

type Unlike<B, T, P extends string, By extends string> = P extends ''
  ? `this step takes ${Kind<T>}, but ${By} is ${Kind<B>}`
  : `this step takes ${Kind<T>}${At<P>}, but ${By} has ${Kind<B>} there`
type Differs<P extends string, By extends string> = `this step takes other data${At<P>} than ${By} has`

// Types may hold themselves: after three fields it is said of the whole.
type Deeper<
  B,
  T,
  P extends string,
  By extends string,
> = P extends `${string}${Mark}${string}${Mark}${string}${Mark}${string}` ? Differs<P, By> : Why<B, T, P, By>
type Mark = '.' | '['

type WhyFields<B, T, P extends string, By extends string> = T extends unknown
  ? {
      [K in keyof T & (string | number)]-?: K extends keyof B
        ? [B[K]] extends [T[K]]
          ? never
          : Deeper<Unfit<B[K], T[K]>, T[K], `${P}.${K}`, By>
        : Record<never, never> extends Pick<T, K>
          ? never
          : `this step takes ${Path<`${P}.${K}`, By>}, which ${By} does not have`
    }[keyof T & (string | number)]
  : never

type WhyTuple<B, T, P extends string, By extends string> = T extends unknown
  ? {
      [K in keyof T & `${number}`]: K extends keyof B
        ? [B[K]] extends [T[K]]
          ? never
          : Deeper<Unfit<B[K], T[K]>, T[K], `${P}[${K}]`, By>
        : `this step takes ${Path<`${P}[${K}]`, By>}, which ${By} does not have`
    }[keyof T & `${number}`]
  : never

type IsPlural<T, Whole = T> = [T] extends [boolean]
  ? false
  : (T extends unknown ? ([Whole] extends [T] ? false : true) : never) extends false
    ? false
    : true

type At<P extends string> = P extends '' ? '' : ` at ${Path<P, ''>}`
type Path<P extends string, By extends string> = P extends `.${infer Rest}` ? Rest : P extends '' ? By : P

/** What a type is called in a sentence. */
export type Kind<T> = [T] extends [readonly unknown[]]
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
              : unknown extends T
                ? 'of unknown type'
                : 'other data'
