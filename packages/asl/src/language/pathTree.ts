/** A path of JSONPath as data. Nothing is read or evaluated here. https://github.com/json-path/JsonPath */

/** Where a path starts: the input `$`, the context object `$$`, a variable `$name`, or, inside a filter, the element `@`. */
export type Root =
  | { readonly _tag: 'Input' }
  | { readonly _tag: 'Context' }
  | { readonly _tag: 'Variable'; readonly name: string }
  | { readonly _tag: 'Current' }

/** One step of a path. `Descend` (`..`) makes the step after it apply at every level below. */
export type Segment =
  | { readonly _tag: 'Field'; readonly name: string }
  | { readonly _tag: 'Fields'; readonly names: readonly string[] }
  | { readonly _tag: 'Index'; readonly index: number }
  | { readonly _tag: 'Indices'; readonly indices: readonly number[] }
  | { readonly _tag: 'Slice'; readonly start: number | undefined; readonly end: number | undefined }
  | { readonly _tag: 'Wildcard' }
  | { readonly _tag: 'Filter'; readonly condition: Condition }
  | { readonly _tag: 'Descend' }
  /** `text` is the whole call, as it was written. */
  | {
      readonly _tag: 'Function'
      readonly name: PathFunction
      readonly arguments: readonly PathArgument[]
      readonly text: string
    }

/** What a function of a path is given besides what the path finds: a value, or what another path finds from the root. */
export type PathArgument =
  | { readonly _tag: 'Literal'; readonly value: unknown }
  | { readonly _tag: 'Path'; readonly path: Path }

/**
 * The functions that may end a path, as in `$.items.length()`, in later versions of the library than AWS's, which looks for a property
 * of that name. https://github.com/json-path/JsonPath#functions
 */
export const pathFunctions = [
  'min',
  'max',
  'avg',
  'stddev',
  'length',
  'size',
  'sum',
  'keys',
  'first',
  'last',
  'index',
  'append',
  'concat',
] as const

export type PathFunction = (typeof pathFunctions)[number]

export interface Path {
  /** As it was written. */
  readonly text: string
  readonly root: Root
  readonly segments: readonly Segment[]
}

/** One side of a comparison. */
export type Operand =
  | { readonly _tag: 'Literal'; readonly value: unknown }
  | { readonly _tag: 'Pattern'; readonly source: string; readonly flags: string }
  | { readonly _tag: 'Path'; readonly path: Path }

export type Comparison = (typeof symbols)[number] | (typeof words)[number]

/** Longest first: `<=` is not `<` and then something. */
export const symbols = ['===', '!==', '==', '!=', '<=', '>=', '=~', '<', '>'] as const
/** In any case, as Jayway reads them. */
export const words = ['in', 'nin', 'contains', 'size', 'empty', 'all', 'subsetof', 'anyof', 'noneof'] as const

export type Condition =
  | { readonly _tag: 'Or'; readonly conditions: readonly Condition[] }
  | { readonly _tag: 'And'; readonly conditions: readonly Condition[] }
  | { readonly _tag: 'Not'; readonly condition: Condition }
  | { readonly _tag: 'Compare'; readonly operator: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly _tag: 'Exists'; readonly operand: Operand }
