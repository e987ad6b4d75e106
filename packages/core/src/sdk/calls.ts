/** The calls whose types are known: those of the clients that a program has named. */
import type { Reference, Template } from '../expressions/reference.ts'
import type { ClientOf, SdkAction, SdkClients } from './clients.ts'
import type { ListedFields, NeededFields } from './generated/listedFields.ts'
import type { Near } from './names.ts'
import type { OwnFields } from './ownFields.ts'
import type { SdkFields, SdkResult } from './values.ts'

/** What a method takes and answers, by the last of its signatures. */
type Method<F> = F extends (input: infer I, options: never, done: (error: never, output?: infer O) => void) => void
  ? { readonly input: I; readonly output: O }
  : never

/** A resource without its pattern. */
type Bare<A extends string> = A extends `${infer Action}.${string}` ? Action : A

/** The optimized integrations whose service has another name in the SDK. */
interface SdkNames {
  readonly 'emr-containers': 'emrcontainers'
  readonly 'emr-serverless': 'emrserverless'
  readonly events: 'eventbridge'
  readonly states: 'sfn'
}

type MethodOf<S, A> = S extends keyof SdkClients
  ? A extends SdkAction<S>
    ? Method<ClientOf<SdkClients[S]>[A]>
    : never
  : never

/** Those that are an operation of another service, or by another name. */
interface SdkOperations {
  readonly 'bedrock:invokeModel': readonly ['bedrockruntime', 'invokeModel']
  readonly 'elasticmapreduce:createCluster': readonly ['emr', 'runJobFlow']
}

/** The method of an optimized integration. */
type MethodOfOptimized<S extends string, A extends string> = `${S}:${A}` extends keyof SdkOperations
  ? MethodOf<SdkOperations[`${S}:${A}`][0], SdkOperations[`${S}:${A}`][1]>
  : MethodOf<S extends keyof SdkNames ? SdkNames[S] : S, A>

/** The method of a client that a resource calls; `never` for one that is not named among the clients, or is none of the SDK's. */
// Not distributive: the type checker would go through all resources there are to find out what this may be.
type Called<R> = [R] extends [`aws-sdk:${infer S}:${infer A}`]
  ? MethodOf<S, Bare<A>>
  : [R] extends [`${infer S}:${infer A}`]
    ? MethodOfOptimized<S, Bare<A>>
    : never

/** Fields in which an optimized integration takes any JSON where the service itself takes text. */
interface AnyJson {
  readonly 'bedrock:invokeModel': 'Body'
  readonly 'lambda:invoke': 'Payload'
  readonly 'sns:publish': 'Message'
  readonly 'sqs:sendMessage': 'MessageBody'
  readonly 'states:startExecution': 'Input'
}

/** The same of the events that are put. */
type WithDetail<T> = T extends readonly (infer Entry)[]
  ? readonly { readonly [K in keyof Entry]: K extends 'Detail' ? Template : Entry[K] }[]
  : T

/** An object in S3. https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html */
interface InS3 {
  readonly S3Uri: string | Reference<string>
}

/** Fields of Step Functions' own, beside those of the operation. */
interface Added {
  readonly 'bedrock:invokeModel': { readonly Input?: InS3; readonly Output?: InS3 }
}

/** Fields of the operation that the integration does not take. https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html */
interface Refused {
  readonly 'elasticmapreduce:createCluster': 'Steps'
}

/** Whether the types of a resource are known from a client. As long as none is named, what the SDK has is never looked into, and costs nothing. */
export type IsTyped<R> = [keyof SdkClients] extends [never] ? false : [Called<R>] extends [never] ? false : true

/** Whether the fields of a resource are known. */
export type IsKnown<R> = [R] extends [keyof OwnFields | keyof ListedFields] ? true : IsTyped<R>

/** The arguments of a resource whose fields are known: as Step Functions documents them, as a client has them, or by their names. */
export type SdkArguments<R> = [R] extends [keyof OwnFields]
  ? OwnFields[R]
  : IsTyped<R> extends true
    ? OfClient<R>
    : [R] extends [keyof ListedFields]
      ? FieldsByName<R>
      : never

/** What the integration takes, by the names of its fields alone. */
type FieldsByName<R extends keyof ListedFields> = { readonly [K in NeededFields[R]]: Template } & {
  readonly [K in ListedFields[R]]?: Template
}
type OfClient<R> = [R] extends [`aws-sdk:${string}`]
  ? SdkFields<Called<R>['input']>
  : [R] extends [string]
    ? Bare<R> extends keyof AnyJson
      ? {
          readonly [K in keyof SdkFields<Called<R>['input']>]: K extends AnyJson[Bare<R>]
            ? Template
            : SdkFields<Called<R>['input']>[K]
        } & (Bare<R> extends keyof Added ? Added[Bare<R>] : unknown)
      : Bare<R> extends 'events:putEvents'
        ? { readonly [K in keyof SdkFields<Called<R>['input']>]: WithDetail<SdkFields<Called<R>['input']>[K]> }
        : Bare<R> extends keyof Refused
          ? Omit<SdkFields<Called<R>['input']>, Refused[Bare<R>]>
          : SdkFields<Called<R>['input']>
    : never

/**
 * What is given to a resource whose types are known: as it is, or with a sentence that no value is in the place of each field that
 * there is not. TypeScript itself looks for such only in what is written as an argument, not in what a callback returns.
 */
export type CheckedFields<R, G> = string extends keyof G
  ? SdkArguments<R>
  : [Exclude<keyof G, keyof SdkArguments<R>>] extends [never]
    ? Complete<R, G>
    : {
        readonly [K in keyof G]: K extends keyof SdkArguments<R>
          ? G[K]
          : NotAField<K & string, keyof SdkArguments<R> & string>
      }

/** A field that is missing is told of the integration by its name, without all that is there. */
type Complete<R, G> = [R] extends [keyof ListedFields]
  ? [NeededFields[R]] extends [keyof G]
    ? G & SdkArguments<R>
    : SdkArguments<R>
  : G & SdkArguments<R>

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
