import { ofInput, type Ref, type Template } from '../expressions/reference.ts'
import { type Graph, graphOf } from '../graph/graph.ts'

/**
 * Ends the branch, the item or the workflow that it is in, here and now: the one that you wrote, whatever guards are around it. Its
 * output is its input, or what the callback makes of that. Nothing can come after it.
 *
 * @example choice(when((order) => eq(order.status, 'paid'), succeed()), otherwise(charge))
 * @example choice(when((order) => eq(order.status, 'paid'), succeed((order) => ({ id: order.id }))), otherwise(charge))
 * @throws TypeError when the callback gives something that is neither JSON nor a reference.
 */
export const succeed = <I = unknown, const X extends Template = Template>(
  output?: (input: Ref<I>) => X,
): Graph<I, never> =>
  graphOf({
    _tag: 'Succeed',
    ...(output !== undefined && { output: ofInput<I>('succeed', output) }),
  })
