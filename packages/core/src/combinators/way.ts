import type { Expression } from '../expressions/expression.ts'
import type { Node } from '../graph/graph.ts'

/** A way of a `choice`, made by `when`. `R` is what is left of the payload's type where the condition does not hold. */
export interface Way<in I, out O, out R = unknown> {
  /** Where the type parameters live. Absent at run time. */
  readonly '~io'?: ((input: I) => O) | undefined
  readonly '~rest'?: R | undefined
  readonly condition: Expression
  readonly then: Node
}

/** The last way of a `choice`, made by `otherwise`. */
export interface Otherwise<in I, out O> {
  /** Where the type parameters live. Absent at run time. */
  readonly '~io'?: ((input: I) => O) | undefined
  readonly 'the last way of a choice is otherwise(…)': true
  readonly then: Node
}
