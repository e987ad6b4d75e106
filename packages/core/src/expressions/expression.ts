/**
 * What a workflow computes without a function, as data: references into payloads, literals, calls of a few functions, conditions.
 * Emitted in either query language. Users build these with references and functions (`reference.ts`,
 * `functions.ts`, `conditions.ts`) and never see them.
 */
import type { JsonValue } from '../json.ts'
import type { FunctionName } from './functionTable.ts'

export type { FunctionName } from './functionTable.ts'

/** Keys and, as numbers, indices. */
export type Path = readonly (string | number)[]

/**
 * A variable, as its `bind` and the references to it know it: by a number that differs from that of every `bind` inside the same
 * scope. Absent until the callback of its `bind` has returned.
 */
export interface Variable {
  level?: number
}

/** An element inside of `filter` or `each`, as the callback knows it: numbered one above all that are inside of its callback. */
export interface Item {
  level?: number
}

/** What a path starts from. */
export type Root =
  /** What the step gets. */
  | { readonly _tag: 'Input' }
  /** What a task gave, before anything was selected from it. */
  | { readonly _tag: 'Result' }
  | { readonly _tag: 'Variable'; readonly variable: Variable }
  /** The element that a callback of `filter` or `each` asks. */
  | { readonly _tag: 'Item'; readonly item: Item }
  /** AWS's context object: `$$`, `$states.context`. */
  | { readonly _tag: 'Context' }
  /** What an expression gives. */
  | { readonly _tag: 'Computed'; readonly expression: Expression }

/** How two values are compared. */
export type Comparator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'

/** What a value may be asked. */
export type Question = 'isPresent' | 'isNull' | 'isString' | 'isNumber' | 'isBoolean' | 'isTimestamp'

export type Expression =
  | {
      readonly _tag: 'Literal'
      readonly value: JsonValue
      /** The value is a text `${name}`, which the deployment fills in. */
      readonly isPlaceholder?: true
    }
  | { readonly _tag: 'Object'; readonly fields: readonly (readonly [key: string, value: Expression])[] }
  | { readonly _tag: 'Array'; readonly items: readonly Expression[] }
  | { readonly _tag: 'Reference'; readonly root: Root; readonly path: Path }
  | {
      readonly _tag: 'Call'
      readonly name: FunctionName
      readonly arguments: readonly Expression[]
      /** Of `filter` and `each`: what stands for the element in the second argument. */
      readonly item?: Item
    }
  | {
      readonly _tag: 'Compare'
      readonly comparator: Comparator
      /** As instants, not as texts. */
      readonly isTimestamp?: true
      /** What both are, where that is said. */
      readonly kind?: 'text' | 'number' | 'boolean'
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly _tag: 'Ask'; readonly question: Question; readonly value: Expression }
  /** Whether a text fits a pattern in which `*` stands for any characters. */
  | { readonly _tag: 'Matches'; readonly value: Expression; readonly pattern: string }
  | { readonly _tag: 'And' | 'Or'; readonly conditions: readonly Expression[] }
  | { readonly _tag: 'Not'; readonly condition: Expression }
  /** As the user wrote it, for one query language only. */
  | {
      readonly _tag: 'Source'
      readonly language: 'JSONPath' | 'JSONata'
      /** The text; where there are references in it, as it is shown. */
      readonly source: string
      /** The pieces of text around the references. */
      readonly pieces?: readonly string[]
      readonly arguments?: readonly Expression[]
    }

/**
 * The expressions directly inside an expression.
 *
 * @example parts(expression).flatMap(parts) // two levels down
 */
export const parts = (expression: Expression): readonly Expression[] => {
  switch (expression._tag) {
    case 'Literal':
      return []
    case 'Source':
      return expression.arguments ?? []
    case 'Object':
      return expression.fields.map(([, value]) => value)
    case 'Array':
      return expression.items
    case 'Reference':
      return expression.root._tag === 'Computed' ? [expression.root.expression] : []
    case 'Call':
      return expression.arguments
    case 'Compare':
      return [expression.left, expression.right]
    case 'Ask':
    case 'Matches':
      return [expression.value]
    case 'And':
    case 'Or':
      return expression.conditions
    case 'Not':
      return [expression.condition]
  }
}

/**
 * Whether an expression reads a variable, or anything that `test` accepts.
 *
 * @example reads(expression, (root) => root._tag === 'Input')
 */
export const reads = (expression: Expression, test: (root: Root) => boolean): boolean =>
  (expression._tag === 'Reference' && test(expression.root)) || parts(expression).some((part) => reads(part, test))
