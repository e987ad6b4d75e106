/** What cannot be said in a query language. */

/** Something in an expression that the query language has no words for, and what to do about it. */
export interface Problem {
  /** The expression, as the user wrote it. */
  readonly expression: string
  readonly what: string
  readonly wayOut: string
}

/** Thrown where text is written of an expression that has none in the query language; whoever writes states makes a `Problem` of it. */
export class Inexpressible extends Error {
  override readonly name = 'Inexpressible'
}
