/** The errors of the services whose modules a program has named. */
import type { Class, SdkClients } from './clients.ts'
import type { Near } from './names.ts'

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
