/** What cannot be said in a query language. */

/** Something in an expression that the query language has no words for, and what to do about it. */
export interface Problem {
  /** The expression, as the user wrote it. */
  readonly expression: string
  readonly what: string
  readonly wayOut: string
}
