import { type Graph, graphOf } from '../graph/graph.ts'

/**
 * Ends the branch, the item or the workflow that it is in, here and now, with its input as the output. Nothing can come after it.
 *
 * @example choice(when((order) => eq(order.status, 'paid'), succeed()), otherwise(charge))
 */
export const succeed = <I = unknown>(): Graph<I, never> => graphOf({ _tag: 'Succeed' })
