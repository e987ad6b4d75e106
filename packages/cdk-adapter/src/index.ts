/**
 * AWS CDK constructs made from typed workflows.
 *
 * @module @orkestra/cdk-adapter
 */

export {
  awsLambda,
  type FunctionProps,
  type FunctionTask,
  type LambdaOverrides,
  type MakeFunction,
} from './functions/awsLambda.ts'
export type { FunctionOptions } from './functions/functions.ts'
export { type LambdaTask, type TaskOverrides, task } from './functions/task.ts'
export { type AlarmOptions, alarms } from './machine/alarms.ts'
export type { Release, Released, Shift } from './machine/release.ts'
export {
  type MachineScheduleProps,
  type ScheduleWorkflow,
  schedule,
  type When,
  type WorkflowScheduleProps,
} from './machine/schedule.ts'
export type { Permission, Self } from './machine/self.ts'
export { stateMachine, type Workflow, type WorkflowProps } from './machine/stateMachine.ts'
export { type DefinitionOptions, definition } from './states/definition.ts'
export { type BuildStates, fromChainable } from './states/fromChainable.ts'
