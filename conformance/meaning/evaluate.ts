/** The value of an expression: exactly what AWS makes of the text that is emitted for it. */
import type { Expression } from '@orkestra/core'
import type { EvaluationScope } from './scope.ts'
import { conditionInJsonata, valueInJsonata } from './valueInJsonata.ts'
import { conditionInJsonPath, valueInJsonPath } from './valueInJsonPath.ts'

/**
 * The value of an expression by the rules of a query language, which differ where something is missing or of the wrong type.
 *
 * In JSONPath, a path that finds nothing fails with `States.Runtime` and an argument that a function has no use for with
 * `States.IntrinsicFailure`. In JSONata, a path that finds nothing is undefined, and what is undefined where a value is needed, and
 * all else that fails, is `States.QueryEvaluationError`.
 *
 * @example evaluate(toExpression('sum', add(i.a, 1)), { input: { a: 1 }, context: {}, variableOf: () => undefined, language: 'JSONata' }) // 2
 * @throws EvaluationFailure with the name of AWS's error.
 * @throws SetupError for an expression that is text of a query language.
 */
export const evaluate = (expression: Expression, scope: EvaluationScope): unknown =>
  scope.language === 'JSONata' ? valueInJsonata(expression, scope) : valueInJsonPath(expression, scope)

/**
 * Whether a condition holds, as a Choice state asks it.
 *
 * @throws EvaluationFailure as `evaluate`, and in JSONata for a condition that is neither true nor false.
 */
export const holds = (condition: Expression, scope: EvaluationScope): boolean =>
  scope.language === 'JSONata' ? conditionInJsonata(condition, scope) : conditionInJsonPath(condition, scope)
