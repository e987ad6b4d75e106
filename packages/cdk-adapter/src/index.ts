/** AWS CDK constructs out of typed workflows. */
export { awsLambda, type LambdaOverrides } from './awsLambda.ts'
export { type DefinitionOptions, definition } from './definition.ts'
export type { FunctionOptions } from './functions.ts'
export { schedule, type When, type WorkflowScheduleProps } from './schedule.ts'
export { stateMachine, type Workflow, type WorkflowProps } from './stateMachine.ts'
export { type LambdaTask, type TaskOverrides, task } from './task.ts'
