/** What other state machines need. https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html */
import type { Call, Said } from '../call.ts'

/**
 * Allows actions on a machine. A version or an alias is no resource of any of them: the machine is, and its qualifier a condition.
 * https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html
 */
export const onMachine = ({ said, on, arns }: Call, actions: readonly string[]): void => {
  const machine: Said = said('StateMachineArn')
  const { qualifier = undefined } = typeof machine === 'object' ? arns.machine(machine.text) : {}
  on(
    'StateMachineArn',
    actions,
    (text) => arns.machine(text).arn,
    qualifier === undefined ? undefined : { StringEquals: { 'states:StateMachineQualifier': qualifier } },
  )
}

export const startExecution = (call: Call): void => {
  const { on, isSync, arns, rule } = call
  onMachine(call, ['states:StartExecution'])
  if (!isSync) return
  on('StateMachineArn', ['states:DescribeExecution', 'states:StopExecution'], arns.executions)
  rule('StepFunctionsGetEventsForStepFunctionsExecutionRule')
}
