/**
 * The clients of the AWS SDK that a program has: types only. Nothing of the SDK is loaded, and who names no client pays nothing.
 */

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
export type Class<T> = abstract new (...args: any[]) => T

/** The client with a method per action: itself, or the one that a module exports beside its `…Client`. */
export type ClientOf<M> = M extends { readonly send: unknown }
  ? M
  : {
      [K in keyof M & string]: `${K}Client` extends keyof M ? (M[K] extends Class<infer C> ? C : never) : never
    }[keyof M & string]

/** What is no action of the service. */
type Other = 'send' | 'destroy' | 'config' | 'middlewareStack' | `paginate${string}` | `waitUntil${string}`

/** The actions of a client. */
export type SdkAction<S extends keyof SdkClients> = Exclude<keyof ClientOf<SdkClients[S]> & string, Other>
