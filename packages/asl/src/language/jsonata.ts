/** The parser of the `jsonata` library, loaded when the first expression is met: most definitions have none. */
import { createRequire } from 'node:module'

/** A node of a parsed expression; which fields it has depends on its type. */
export interface JsonataNode {
  readonly type: string
  readonly value?: unknown
  readonly [field: string]: unknown
}

type Parse = (expression: string) => { readonly ast: () => unknown }

let parse: Parse | undefined

/** Whether a value is a text that JSONata evaluates: all of it, from the first character to the last. */
export const isExpression = (text: unknown): text is `{%${string}%}` =>
  typeof text === 'string' && text.length >= 4 && text.startsWith('{%') && text.endsWith('%}')

/** What the library says about a text that is not an expression. */
export interface JsonataProblem {
  readonly message: string
  /** After how many UTF-16 units of the expression; `undefined` when it does not tell. */
  readonly at: number | undefined
}

/** An expression longer than this is left to those who run it. */
const longest = 1_048_576

/**
 * An expression, without its `{%` and `%}`, as the library reads it. `undefined` when the expression is too long or too deep
 * for its parser: then nobody knows.
 *
 * @example parseJsonata('1 +') // { problem: { message: 'Unexpected end of expression', at: 3 } }
 */
export const parseJsonata = (
  expression: string,
): { readonly node: JsonataNode } | { readonly problem: JsonataProblem } | undefined => {
  if (expression.length > longest) return undefined
  parse ??= createRequire(import.meta.url)('jsonata') as Parse
  try {
    return { node: parse(expression).ast() as JsonataNode }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    const { message, position } = error as { readonly message?: unknown; readonly position?: unknown }
    return { problem: { message: String(message), at: typeof position === 'number' ? position : undefined } }
  }
}
