/**
 * Run workflows and any state machine in this process, as AWS runs them. The only entry that loads JSONata.
 *
 * @module @orkestra/asl/execute
 */

export { type Answer, SetupError, type StandIn } from './calls/answers.ts'
export type { Wanted } from './calls/calls.ts'
export { type MockConfig, type MockedResponse, mockedStates } from './calls/mockConfig.ts'
export { type TaskTokens, taskTokens } from './calls/tokens.ts'
export { type Coverage, coverage, type Share, showCoverage, type Transition } from './coverage.ts'
export { execute, prepare } from './execute.ts'
export { type ExecuteStateOptions, executeState, type StateExecution } from './executeState.ts'
export {
  type Execution,
  ExecutionError,
  outputOf,
  type Succeeded,
  showExecution,
  type Unfinished,
} from './execution.ts'
export type { ErrorDetails, HistoryEvent, StateType } from './history/events.ts'
export type { Resume } from './history/resume.ts'
export { type Visit, visits } from './history/visits.ts'
export type { MapRunControl, MapRunSettings } from './map/pace.ts'
export type { ExecuteOptions } from './options.ts'
export { type RunOptions, run } from './run/run.ts'
export { type AnswerOf, standIn } from './run/standIn.ts'
export { type StateMock, TestStateError } from './stateRequest.ts'
export type { TaskContext } from './task/attempt.ts'
export { TaskFailure } from './task/taskFailure.ts'
export { type ExecutionControl, executionControl } from './thread/control.ts'
export type { ChildExecution, MapRun } from './thread/thread.ts'
