/** What the evaluation of an expression is given, and how it fails. */

import { SetupError } from '../execution/answers.ts'
import type { Expression, Root, Variable } from './expression.ts'

/** What the roots of references stand for, and the query language whose rules hold. */
export interface EvaluationScope {
  readonly input: unknown
  readonly result?: unknown
  readonly context: unknown
  /** `undefined` where the variable is not in scope. */
  readonly variableOf: (variable: Variable) => unknown
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
    case 'Variable':
      return scope.variableOf(root.variable)
    case 'Context':
      return scope.context
    case 'Computed':
      return computed(root.expression)
  }
}

/** For the expressions that a user wrote in a query language: there is no engine of it here. */
export const cannotEvaluate = (shown: string): SetupError =>
  new SetupError(
    `run cannot evaluate ${shown}, which is text of a query language: use execute(emit(workflow), input) of @orkestra/asl/execute`,
  )
