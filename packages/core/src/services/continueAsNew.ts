import { context } from '../expressions/contextObject.ts'
import type { Checked, Ref } from '../expressions/reference.ts'
import { type AnyStep, type Graph, graphOf, nodeOf } from '../graph/step.ts'
import { service } from './service.ts'
import type { ServiceResult } from './serviceResult.ts'

/**
 * Starts a new execution of the same machine with the callback's result as input, for work that exceeds the
 * 25,000 events of one execution. The output is the new execution's ARN; this execution does not wait for it.
 *
 * The role needs `states:StartExecution` on its own machine, which `policy` grants. In `run` the task is called `continueAsNew`.
 *
 * @example
 * choice(
 *   when((page) => isNull(page.token), report),
 *   otherwise(continueAsNew((page) => ({ token: page.token, found: page.found }))),
 * )
 * @throws TypeError when something in the data is neither JSON nor a reference.
 */
export const continueAsNew = <I, const X>(
  input: (payload: Ref<I>) => X & Checked<X>,
): Graph<I, ServiceResult<'states:startExecution'>> => {
  const call = service(
    'states:startExecution',
    (payload: Ref<unknown>) => ({ StateMachineArn: context.StateMachine.Id, Input: input(payload as Ref<I>) as never }),
    { name: 'continueAsNew' },
  )
  return graphOf(nodeOf(call as AnyStep))
}
