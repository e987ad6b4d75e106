/** What an action of the SDK takes and answers, as a task gives and gets it. */
import type { Reference, Template } from '../expressions/reference.ts'
import type { WrittenKey } from './names.ts'

/** Bytes and streams of them, which a task writes as text. */
type Bytes =
  | { readonly byteLength: number }
  | { readonly pipe: unknown }
  | { readonly getReader: unknown }
  | { readonly arrayBuffer: unknown }

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
