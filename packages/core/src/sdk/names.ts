/** How Step Functions writes the names of the SDK, and which one was probably meant. */

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

/** Keys that begin with $ are the SDK's own, and none of the service. */
export type WrittenKey<K> = K extends `$${string}` ? never : K extends string ? FieldName<K> : never

/** The text with each of its letters left out. What is found is handed on, so that a name may be longer than types nest. */
type Shortened<
  S extends string,
  Before extends string = '',
  Found extends string = never,
> = S extends `${infer A}${infer Rest}` ? Shortened<Rest, `${Before}${A}`, Found | `${Before}${Rest}`> : Found

/** Those names that one letter makes of another: one too many, too few, or wrong, or two in the wrong order. */
export type Near<S extends string, Names extends string> = Names extends unknown
  ? [(S | Shortened<S>) & (Names | Shortened<Names>)] extends [never]
    ? never
    : Names
  : never
