/**
 * Run workflows and any state machine in this process, as AWS runs them. The only entry that loads JSONata.
 *
 * @module @orkestra/asl/execute
 */

export { type Answer, SetupError, type StandIn } from './answers.ts'
export type { Wanted } from './calls.ts'
export { type ExecutionControl, executionControl } from './control.ts'
export { type Coverage, coverage, type Share, showCoverage, type Transition } from './coverage.ts'
export { execute, prepare } from './execute.ts'
export { type ExecuteStateOptions, executeState, type StateExecution } from './executeState.ts'
export { type Execution, ExecutionError, outputOf, type Succeeded, type Unfinished } from './execution.ts'
export type { ErrorDetails, HistoryEvent, StateType } from './history/events.ts'
export { type Visit, visits } from './history/visits.ts'
export type { MapRunControl, MapRunSettings } from './map/pace.ts'
export { type MockConfig, type MockedResponse, mockedStates } from './mockConfig.ts'
export type { ExecuteOptions } from './options.ts'
export type { Resume } from './resume.ts'
export { type RunOptions, run } from './run/run.ts'
export { type StateMock, TestStateError } from './stateRequest.ts'
export type { TaskContext } from './task/attempt.ts'
export { TaskFailure } from './task/taskFailure.ts'
export type { ChildExecution, MapRun } from './thread.ts'
export { type TaskTokens, taskTokens } from './tokens.ts'
