/**
 * AWS CDK constructs made from typed workflows.
 *
 * @module @orkestra/cdk-adapter
 */

export { type AlarmOptions, alarms } from './alarms.ts'
export {
  awsLambda,
  type FunctionProps,
  type FunctionTask,
  type LambdaOverrides,
  type MakeFunction,
} from './awsLambda.ts'
export { type DefinitionOptions, definition } from './definition.ts'
export { type BuildStates, fromChainable } from './fromChainable.ts'
export type { FunctionOptions } from './functions.ts'
export type { Release, Released, Shift } from './release.ts'
export {
  type MachineScheduleProps,
  type ScheduleWorkflow,
  schedule,
  type When,
  type WorkflowScheduleProps,
} from './schedule.ts'
export type { Permission, Self } from './self.ts'
export { stateMachine, type Workflow, type WorkflowProps } from './stateMachine.ts'
export { type LambdaTask, type TaskOverrides, task } from './task.ts'
