/** The algebra of workflows: graph values, combinators, fold, diagrams as text, and a local run. */
export { comment, named } from './annotate.ts'
export { capture } from './capture.ts'
export { type Arrow, type Diagram, type Group, type Shape, toDiagram } from './diagram/diagram.ts'
export { toDot } from './diagram/toDot.ts'
export { toMermaid } from './diagram/toMermaid.ts'
export { type Duration, days, hours, millis, minutes, seconds, wholeSeconds } from './duration.ts'
export { type Answer, SetupError, type StandIn } from './execution/answers.ts'
export {
  type Execution,
  ExecutionError,
  type Failed,
  outputOf,
  type Succeeded,
  type Unfinished,
} from './execution/execution.ts'
export { TaskFailure } from './execution/failure.ts'
export type { ErrorDetails, HistoryEvent, StateType } from './execution/history.ts'
export { type Visit, visits } from './execution/visits.ts'
export { type Algebra, children, fold } from './fold.ts'
export {
  type Annotated,
  type AnyStep,
  type Capture,
  type Carrier,
  type Each,
  type Graph,
  type Identity,
  type Implementation,
  type InputOf,
  implementation,
  isGraph,
  isStep,
  type LambdaFunction,
  type LayerReference,
  type Node,
  nodeOf,
  type OutputOf,
  type Par,
  type Seq,
  type Step,
  type Task,
} from './graph.ts'
export { identity } from './identity.ts'
export type { Json, JsonValue } from './json.ts'
export { type MapOptions, map, mapCatch } from './map.ts'
export { lengthOf, longestName } from './name.ts'
export { nodes } from './nodes.ts'
export { foldOccurrences, isCaughtInPlace, type Occurrence, occurrences } from './occurrence.ts'
export { type Caught, isCaught, type LambdaCause, type Outcome, parseCause, separate, toEither } from './outcome.ts'
export { par, parAll, parCatch } from './par.ts'
export { depth } from './readers/depth.ts'
export { edges } from './readers/edges.ts'
export { equals } from './readers/equals.ts'
export { type RunOptions, run } from './readers/run.ts'
export { show } from './readers/show.ts'
export { toDag } from './readers/toDag.ts'
export { seq, seqAll } from './seq.ts'
export { type RetryPolicy, retryDelay, serviceRetry } from './serviceRetry.ts'
export { type TaskOptions, task } from './task.ts'
export { taskTimeoutSeconds } from './taskTimeout.ts'
