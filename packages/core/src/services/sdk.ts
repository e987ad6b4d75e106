/**
 * The types of the AWS SDK, for whoever has it: what an action takes and answers, as Step Functions writes it, and its errors. Types
 * only: nothing of the SDK is loaded, and who names no client pays nothing.
 */
import type { Reference, Template } from '../expressions/reference.ts'

/**
 * The clients whose calls are checked, by the service's name in a resource. Empty; a program adds those that it has, once:
 *
 * @example
 * declare module '@orkestra/core/sdk' {
 *   interface SdkClients {
 *     readonly dynamodb: typeof import('@aws-sdk/client-dynamodb') // actions, arguments, results, errors
 *     readonly s3: import('@aws-sdk/client-s3').S3 // all but the errors
 *   }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: programs add to it
export interface SdkClients {}

// biome-ignore lint/suspicious/noExplicitAny: stands for whatever a constructor takes
type Class<T> = abstract new (...args: any[]) => T

/** The client with a method per action: itself, or the one that a module exports beside its `…Client`. */
type ClientOf<M> = M extends { readonly send: unknown }
  ? M
  : {
      [K in keyof M & string]: `${K}Client` extends keyof M ? (M[K] extends Class<infer C> ? C : never) : never
    }[keyof M & string]

/** What is no action of the service. */
type Other = 'send' | 'destroy' | 'config' | 'middlewareStack' | `paginate${string}` | `waitUntil${string}`

/** The actions of a client. */
export type SdkAction<S extends keyof SdkClients> = Exclude<keyof ClientOf<SdkClients[S]> & string, Other>

type Upper =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F'
  | 'G'
  | 'H'
  | 'I'
  | 'J'
  | 'K'
  | 'L'
  | 'M'
  | 'N'
  | 'O'
  | 'P'
  | 'Q'
  | 'R'
  | 'S'
  | 'T'
  | 'U'
  | 'V'
  | 'W'
  | 'X'
  | 'Y'
  | 'Z'
type Lower = Lowercase<Upper>

/** The capitals at the beginning lowered, but for the last of several before a small letter: `DBInstance` is `dbInstance`. */
type Lowered<S extends string, Done extends string = ''> = S extends `${infer A}${infer B}${infer After}`
  ? B extends Upper
    ? After extends `${infer C}${string}`
      ? C extends Lower
        ? `${Done}${Lowercase<A>}${B}${After}`
        : Lowered<`${B}${After}`, `${Done}${Lowercase<A>}`>
      : `${Done}${Lowercase<A>}${Lowercase<B>}`
    : `${Done}${Lowercase<A>}${B}${After}`
  : `${Done}${Lowercase<S>}`

/**
 * A field as Step Functions writes it: in capitals at the beginning of each word, as a variable of Java would be.
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 *
 * @example FieldName<'tableName'> // 'TableName'
 * @example FieldName<'DBInstanceIdentifier'> // 'DbInstanceIdentifier'
 */
export type FieldName<S extends string> = S extends 'equals' | 'Equals'
  ? 'EqualsValue'
  : S extends `${infer A}${infer B}${string}`
    ? // Letter by letter: a pattern of two out of 26 would be 676 patterns.
      A extends Upper
      ? B extends Upper
        ? Capitalize<Lowered<S>>
        : S
      : Capitalize<S>
    : Capitalize<S>

/** Bytes and streams of them, which a task writes as text. */
type Bytes = { readonly byteLength: number } | { readonly pipe: unknown } | { readonly getReader: unknown }

/** A value that an action takes, any part of which may be a reference. */
export type SdkArgument<T> = T extends undefined
  ? never
  : T extends string
    ? T | Reference<string>
    : T extends number
      ? T | Reference<number>
      : T extends boolean
        ? T | Reference<boolean>
        : T extends Date
          ? string | number | Reference<string | number>
          : T extends Bytes
            ? string | Reference<unknown>
            : T extends readonly (infer A)[]
              ? readonly SdkArgument<A>[] | Reference<readonly unknown[]>
              : T extends object
                ?
                    | (string extends keyof T ? { readonly [key: string]: SdkArgument<T[keyof T]> } : SdkFields<T>)
                    | Reference<object>
                : Template

/** Fields of an object have the names that Step Functions gives them; the keys of a map are the user's. */
export type SdkFields<T> = { readonly [K in keyof T as WrittenKey<K>]: SdkArgument<T[K]> }

/** Keys that begin with $ are the SDK's own, and none of the service. */
type WrittenKey<K> = K extends `$${string}` ? never : K extends string ? FieldName<K> : never

/** A value that an action answers, as JSON: bytes and times are text. */
export type SdkResult<T> = T extends string | number | boolean | null
  ? T
  : T extends Date | Bytes
    ? string
    : T extends readonly (infer A)[]
      ? readonly SdkResult<A>[]
      : T extends object
        ? string extends keyof T
          ? { readonly [key: string]: SdkResult<T[keyof T]> }
          : { readonly [K in keyof T as WrittenKey<K>]: SdkResult<Exclude<T[K], undefined>> }
        : unknown

/** What a method takes and answers, by the last of its signatures. */
type Method<F> = F extends (input: infer I, options: never, done: (error: never, output?: infer O) => void) => void
  ? { readonly input: I; readonly output: O }
  : never

/** A resource without its pattern. */
type Bare<A extends string> = A extends `${infer Action}.${string}` ? Action : A

/** The optimized integrations whose service has another name in the SDK. */
interface SdkNames {
  readonly events: 'eventbridge'
  readonly states: 'sfn'
}

type MethodOf<S, A> = S extends keyof SdkClients
  ? A extends SdkAction<S>
    ? Method<ClientOf<SdkClients[S]>[A]>
    : never
  : never

/** The method of a client that a resource calls; `never` for one that is not named among the clients, or is none of the SDK's. */
// Not distributive: the type checker would go through all resources there are to find out what this may be.
type Called<R> = [R] extends [`aws-sdk:${infer S}:${infer A}`]
  ? MethodOf<S, Bare<A>>
  : [R] extends [`${infer S}:${infer A}`]
    ? MethodOf<S extends keyof SdkNames ? SdkNames[S] : S, Bare<A>>
    : never

/** Fields in which an optimized integration takes any JSON where the service itself takes text. */
interface AnyJson {
  readonly 'lambda:invoke': 'Payload'
  readonly 'sns:publish': 'Message'
  readonly 'sqs:sendMessage': 'MessageBody'
  readonly 'states:startExecution': 'Input'
}

/** The same of the events that are put. */
type WithDetail<T> = T extends readonly (infer Entry)[]
  ? readonly { readonly [K in keyof Entry]: K extends 'Detail' ? Template : Entry[K] }[]
  : T

/** Whether the types of a resource are known. */
export type IsTyped<R> = [Called<R>] extends [never] ? false : true

/** The arguments of a resource whose types are known. */
export type SdkArguments<R> = [R] extends [`aws-sdk:${string}`]
  ? SdkFields<Called<R>['input']>
  : [R] extends [string]
    ? Bare<R> extends keyof AnyJson
      ? {
          readonly [K in keyof SdkFields<Called<R>['input']>]: K extends AnyJson[Bare<R>]
            ? Template
            : SdkFields<Called<R>['input']>[K]
        }
      : Bare<R> extends 'events:putEvents'
        ? { readonly [K in keyof SdkFields<Called<R>['input']>]: WithDetail<SdkFields<Called<R>['input']>[K]> }
        : SdkFields<Called<R>['input']>
    : never

/**
 * What is given to a resource whose types are known: as it is, or with a sentence that no value is in the place of each field that
 * there is not. TypeScript itself looks for such only in what is written as an argument, not in what a callback returns.
 */
export type CheckedFields<R, G> = string extends keyof G
  ? SdkArguments<R>
  : [Exclude<keyof G, keyof SdkArguments<R>>] extends [never]
    ? G & SdkArguments<R>
    : {
        readonly [K in keyof G]: K extends keyof SdkArguments<R>
          ? G[K]
          : NotAField<K & string, keyof SdkArguments<R> & string>
      }

type NotAField<K extends string, Fields extends string> = [Meant<K, Fields>] extends [never]
  ? `There is no field ${K}.`
  : `There is no field ${K}. Did you mean ${Meant<K, Fields>}?`

/** A name in another case, or one letter away. */
type Meant<K extends string, Fields extends string> = [InOtherCase<K, Fields>] extends [never]
  ? Near<K, Fields>
  : InOtherCase<K, Fields>
type InOtherCase<K extends string, Fields extends string> = Fields extends unknown
  ? Lowercase<K> extends Lowercase<Fields>
    ? Fields
    : never
  : never

/** What a resource answers whose types are known. */
export type SdkAnswer<R> = SdkResult<Called<R>['output']>

/** The text with each of its letters left out. */
type Shortened<S extends string, Before extends string = ''> = S extends `${infer A}${infer Rest}`
  ? `${Before}${Rest}` | Shortened<Rest, `${Before}${A}`>
  : never

/** Those names that one letter makes of another: one too many, too few, or wrong, or two in the wrong order. */
type Near<S extends string, Names extends string> = Names extends unknown
  ? [(S | Shortened<S>) & (Names | Shortened<Names>)] extends [never]
    ? never
    : Names
  : never

/** The resource, or those that it may have been meant to be, where it is an action that a named client does not have. */
export type CheckedSdk<R> = [keyof SdkClients] extends [never] ? R : CheckedAction<R>
type CheckedAction<R> = [R] extends [`aws-sdk:${infer S}:${infer A}`]
  ? S extends keyof SdkClients
    ? Bare<A> extends SdkAction<S>
      ? R
      : [Near<Bare<A>, SdkAction<S>>] extends [never]
        ? `aws-sdk:${S}:${SdkAction<S>}`
        : `There is no action ${Bare<A>} of ${S}. Did you mean ${Near<Bare<A>, SdkAction<S>>}?`
    : R
  : R

/** The names of the errors that a module exports, with the ending that Step Functions gives all of them. */
type ErrorsIn<M> = {
  [K in keyof M & string]: M[K] extends Class<{ readonly $fault: unknown }>
    ? K extends `${string}Exception`
      ? K
      : `${K}Exception`
    : never
}[keyof M & string]

/**
 * The name of an error, or those that it may have been meant to be, where it is one that a named module does not have. Errors that
 * the service does not model have the service's own name, as `DynamoDb.DynamoDbException`.
 */
export type CheckedError<N> = [keyof SdkClients] extends [never] ? N : CheckedName<N>
type CheckedName<N> = N extends `${infer P}.${infer E}`
  ? Lowercase<P> extends keyof SdkClients
    ? [ErrorsIn<SdkClients[Lowercase<P>]>] extends [never]
      ? N
      : E extends
            | ErrorsIn<SdkClients[Lowercase<P>]>
            | `${P}Exception`
            | `Amazon${string}Exception`
            | 'SdkClientException'
        ? N
        : [Near<E, ErrorsIn<SdkClients[Lowercase<P>]>>] extends [never]
          ? `${P}.${ErrorsIn<SdkClients[Lowercase<P>]>}`
          : `There is no error ${E} of ${P}. Did you mean ${Near<E, ErrorsIn<SdkClients[Lowercase<P>]>>}?`
    : N
  : N
