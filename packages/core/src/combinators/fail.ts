import { dataOf, inputReference, type Of, type Ref, type Reference, toExpression } from '../expressions/reference.ts'
import { type Graph, graphOf } from '../graph/step.ts'

/** The error with which a workflow fails. */
export interface Failing {
  /** The error's name. A caught error without one, whose `Error` is null, fails with `States.Runtime`. */
  readonly error?: string | Reference<string | null>
  /** The reason. */
  readonly cause?: string | Reference<string | null>
}

/**
 * Fails the workflow with an error and a cause: strings, references to strings, or a callback that gets the payload. No step can follow.
 *
 * @example catchError(charge, on('OutOfStock', fail({ error: 'OrderRejected', cause: 'out of stock' })))
 * @example catchError(charge, onAny(seq(notify, fail((e) => ({ error: e.Error, cause: e.Cause })))))
 * @throws TypeError when one is neither a string nor a reference.
 */
export const fail = <I = unknown>(failing: Failing | ((input: Ref<I>) => Failing) = {}): Graph<I, never> => {
  const { error, cause } = typeof failing === 'function' ? dataOf('fail', () => failing(inputReference<I>())) : failing
  const text = (field: string, value: Of<string | null>) => {
    const expression = toExpression(`fail, ${field}`, value)
    if (
      expression._tag === 'Object' ||
      expression._tag === 'Array' ||
      (expression._tag === 'Literal' && typeof expression.value !== 'string')
    )
      throw new TypeError(`fail: ${field} must be a string or a reference to one, got ${JSON.stringify(value)}`)
    return expression
  }
  return graphOf({
    _tag: 'Fail',
    ...(error !== undefined && { error: text('error', error) }),
    ...(cause !== undefined && { cause: text('cause', cause) }),
  })
}
