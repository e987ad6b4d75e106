/**
 * Values cross steps as JSON. These types say what JSON makes of a value: the "JSON image".
 */

/** Any value that JSON can write. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

// biome-ignore lint/suspicious/noConfusingVoidType: what a function that returns nothing gives is null to the next step
type Dropped = undefined | void | symbol | ((...args: never[]) => unknown)

/** Keys whose value may be left out: JSON writes no property for `undefined`, a function or a symbol. */
type OptionalKeys<T> = {
  [K in keyof T]-?: [T[K]] extends [Dropped] ? never : Extract<T[K], Dropped> extends never ? never : K
}[keyof T]
type PresentKeys<T> = {
  [K in keyof T]-?: K extends symbol ? never : [Extract<T[K], Dropped>] extends [never] ? K : never
}[keyof T]

type ImageOfObject<T> = { [K in PresentKeys<T>]: Json<T[K]> } & {
  [K in Exclude<OptionalKeys<T>, symbol>]?: Json<Exclude<T[K], Dropped>>
}

/** The declared type itself where JSON changes nothing, so that a hover shows the user's own name for it. */
type Same<T, Image> = [T] extends [Image] ? ([Image] extends [T] ? T : Image) : Image

type Element<T> = [T] extends [Dropped] ? null : T extends Dropped ? null : Json<T>

/** The type of all JSON refers to itself without end; it need not be looked into. */
type IsJsonValue<T> = [T] extends [JsonValue] ? ([JsonValue] extends [T] ? true : false) : false

/**
 * The JSON image of a type: what the next step receives when a step returns a `T`.
 *
 * A `Date` is a string, `undefined` and functions are left out of objects and are `null` in arrays and on their own,
 * whatever has `toJSON` is what that gives, a `Map` or a `Set` is `{}`, a `bigint` cannot be written (`never`).
 *
 * @example Json<{ at: Date; note: string | undefined }> // { at: string; note?: string }
 */
export type Json<T> = unknown extends T
  ? T
  : IsJsonValue<T> extends true
    ? T
    : T extends string | number | boolean | null
      ? T
      : T extends bigint
        ? never
        : T extends Dropped
          ? null
          : T extends { toJSON(): infer R }
            ? Json<R>
            : T extends readonly unknown[]
              ? Same<T, { [K in keyof T]: Element<T[K]> }>
              : T extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
                ? Record<string, never>
                : T extends object
                  ? ImageOfObject<T> extends infer Image
                    ? Same<T, { [K in keyof Image]: Image[K] }>
                    : never
                  : T
