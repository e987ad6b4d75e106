/** What a runner of workflows is made of: clocks and fibers, histories, failures and stand-ins. For packages of Orkestra. */

export { partitioned, ranged } from '../expressions/arrays.ts'
export { digest } from '../expressions/digest.ts'
export { matchesWildcard, wildcardPieces } from '../expressions/wildcard.ts'
export { type Answer, answering, SetupError, type StandIn } from './answers.ts'
export {
  type Clock,
  createFiber,
  createRealClock,
  createVirtualClock,
  type Fiber,
  halt,
  join,
  stop,
} from './clock.ts'
export type { Execution, Failed, Succeeded, Unfinished } from './execution.ts'
export { causeInState, failureOf, isOverPayloadLimit, payloadLimit, TaskFailure } from './failure.ts'
export { createRecorder, type ErrorDetails, type HistoryEvent, type Recorder, type StateType } from './history.ts'
export { instantOf } from './timestamp.ts'
