/** What cannot be said in a query language. */
import { type Expression, showExpression } from '@orkestra/core'

/** Something in an expression that the query language has no words for, and what to do about it. */
export interface Problem {
  /** The expression, as the user wrote it. */
  readonly expression: string
  readonly what: string
  readonly wayOut: string
}

export const toJsonata = "Use emit's queryLanguage: 'JSONata'"

/** Notes a problem. Gives nothing, which is what the expression comes to. */
export const report = (
  problems: Problem[],
  expression: Expression,
  what: string,
  wayOut: string = `${toJsonata}.`,
): undefined => {
  problems.push({ expression: showExpression(expression), what, wayOut })
}

/** Thrown where text is written of an expression that has none in the query language; whoever writes states makes a `Problem` of it. */
export class Inexpressible extends Error {
  override readonly name = 'Inexpressible'
}
