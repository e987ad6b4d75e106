/** Any state machine, run in this process as AWS runs it. The only entry that loads JSONata. */
export { SetupError, type StandIn, TaskFailure } from '@orkestra/core/execution'
export { type Executed, execute, prepare } from './execute.ts'
export { type ExecuteStateOptions, executeState, type StateExecution } from './executeState.ts'
export type { ExecuteOptions } from './options.ts'
export { type StateMock, TestStateError } from './stateRequest.ts'
export type { TaskContext } from './task/attempt.ts'
export type { MapRun } from './thread.ts'
export { type TaskTokens, taskTokens } from './tokens.ts'
