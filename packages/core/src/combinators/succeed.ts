import { ofInput, type Ref, type Template } from '../expressions/reference.ts'
import { type Graph, graphOf } from '../graph/step.ts'

/**
 * Ends the enclosing branch, item or workflow successfully: the one that you wrote, regardless of guards around it. Its
 * output is the input, or the callback's result. No step can follow.
 *
 * @example choice(when((order) => eq(order.status, 'paid'), succeed()), otherwise(charge))
 * @example choice(when((order) => eq(order.status, 'paid'), succeed((order) => ({ id: order.id }))), otherwise(charge))
 * @throws TypeError when the callback returns something that is neither JSON nor a reference.
 */
export const succeed = <I = unknown, const X extends Template = Template>(
  output?: (input: Ref<I>) => X,
): Graph<I, never> =>
  graphOf({
    _tag: 'Succeed',
    ...(output !== undefined && { output: ofInput<I>('succeed', output) }),
  })
