import { type Graph, graphOf } from '../graph/graph.ts'

/**
 * Fails, with an error and its cause. Nothing can come after it.
 *
 * @example catchError(charge, on('OutOfStock', fail({ error: 'OrderRejected', cause: 'out of stock' })))
 */
export const fail = ({
  error,
  cause,
}: {
  readonly error?: string
  readonly cause?: string
} = {}): Graph<unknown, never> =>
  graphOf({ _tag: 'Fail', ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) })
