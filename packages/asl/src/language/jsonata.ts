/** The `jsonata` library, loaded when the first expression is met: most definitions have none, and it takes as long to load as all else. */
import { createRequire } from 'node:module'
import type jsonata from 'jsonata'

/** A node of a parsed expression; which fields it has depends on its type. */
export interface JsonataNode {
  readonly type: string
  readonly value?: unknown
  readonly [field: string]: unknown
}

let loaded: typeof jsonata | undefined

/** An expression as the library compiles it; throws what the library throws of a text that is none. */
export const compileJsonata = (expression: string): jsonata.Expression => {
  loaded ??= createRequire(import.meta.url)('jsonata') as typeof jsonata
  return loaded(expression)
}

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
  try {
    return { node: compileJsonata(expression).ast() as unknown as JsonataNode }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    const { message, position } = error as { readonly message?: unknown; readonly position?: unknown }
    return { problem: { message: String(message), at: typeof position === 'number' ? position : undefined } }
  }
}
