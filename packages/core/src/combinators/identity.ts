import { type Graph, graphOf } from '../graph/step.ts'

const unit: Graph<unknown, unknown> = /* @__PURE__ */ graphOf({ _tag: 'Identity' })

/**
 * The step that does nothing: the unit of `seq`. As a branch of `par` it passes the input on with the results.
 *
 * @example seq(order, par(identity(), price)) // [the order, its price]
 */
export const identity = <A>(): Graph<A, A> => unit as Graph<A, A>
