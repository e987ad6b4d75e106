/** What the evaluation of an expression is given, and how it fails. */

import type { Expression, Item, Root, Variable } from '@orkestra/core'

/** What the roots of references stand for, and the query language whose rules hold. */
export interface EvaluationScope {
  readonly input: unknown
  readonly result?: unknown
  readonly context: unknown
  /** `undefined` where the variable is not in scope. */
  readonly variableOf: (variable: Variable) => unknown
  /** The element that a callback of `filter` or `each` is about. */
  readonly itemOf?: (item: Item) => unknown
  readonly language: 'JSONPath' | 'JSONata'
}

/** An expression that has no value, with the error that a state of AWS's fails with. */
export class EvaluationFailure extends Error {
  override readonly name = 'EvaluationFailure'
  /** `States.Runtime`, `States.IntrinsicFailure` or `States.QueryEvaluationError`. */
  readonly error: string
  override readonly cause: string

  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`)
    this.error = error
    this.cause = cause
  }
}

/** Whether a value is an object of JSON: no array, not null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a root stands for, once an expression below it has been evaluated. */
export const rootValue = (
  root: Root,
  scope: EvaluationScope,
  computed: (expression: Expression) => unknown,
): unknown => {
  switch (root._tag) {
    case 'Input':
      return scope.input
    case 'Result':
      return scope.result
    case 'Item':
      return scope.itemOf?.(root.item)
    case 'Variable':
      return scope.variableOf(root.variable)
    case 'Context':
      return scope.context
    case 'Computed':
      return computed(root.expression)
  }
}

/** Text of a query language means what its engine says, and there is none here. */
export const cannotEvaluate = (shown: string): Error =>
  new Error(`no meaning of its own: ${shown} is text of a query language`)
