/** The algebra of workflows: graph values, combinators, fold, diagrams as text, and a local run. */

export { type ActivityOptions, activity } from './activity.ts'
export { comment, named } from './annotate.ts'
export { bind } from './bind.ts'
export { capture } from './capture.ts'
export { catchError, type ErrorHandler, on, onAny } from './catchError.ts'
export { choice, otherwise, type Way, when } from './choice.ts'
export { edges } from './dag/edges.ts'
export { type DagError, type Edges, type FromDag, fromDag } from './dag/fromDag.ts'
export { toDag } from './dag/toDag.ts'
export { type Arrow, type Diagram, type Group, type Shape, toDiagram } from './diagram/diagram.ts'
export { toDot } from './diagram/toDot.ts'
export { toMermaid } from './diagram/toMermaid.ts'
export {
  type Batcher,
  type DistributionOptions,
  distributedMap,
  type ResultsTo,
  type WrittenResults,
} from './distributedMap.ts'
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
export {
  and,
  type Condition,
  eq,
  ge,
  gt,
  isBoolean,
  isNull,
  isNumber,
  isPresent,
  isString,
  isTimestamp,
  le,
  lt,
  matches,
  ne,
  not,
  or,
  type Timestamp,
  timestamp,
} from './expression/conditions.ts'
export { evaluate } from './expression/evaluate.ts'
export type { Comparator, Expression, FunctionName, Path, Question, Root, Variable } from './expression/expression.ts'
export { parts, reads } from './expression/expression.ts'
export { fieldNames } from './expression/fields.ts'
export {
  add,
  base64Decode,
  base64Encode,
  type ContextObject,
  concat,
  contains,
  context,
  divide,
  get,
  type HashAlgorithm,
  hash,
  jsonata,
  jsonPath,
  length,
  merge,
  modulo,
  multiply,
  parseJson,
  partition,
  random,
  range,
  split,
  stringify,
  subtract,
  unique,
  uuid,
} from './expression/functions.ts'
export type { Of, Ref, Reference, Template, Value } from './expression/reference.ts'
export { EvaluationFailure, type EvaluationScope } from './expression/scope.ts'
export { placeholder } from './expression/placeholder.ts'
export { showExpression } from './expression/show.ts'
export { fail } from './fail.ts'
export { type Algebra, children, fold } from './fold.ts'
export {
  type Activity,
  type Annotated,
  type AnyStep,
  type Bind,
  type Capture,
  type Carrier,
  type Catch,
  type Choice,
  type Delay,
  type Distributed,
  type Each,
  type Fail,
  type Fragment,
  type Graph,
  type Handler,
  type Identity,
  type Implementation,
  type InputOf,
  type ItemReader,
  implementation,
  isGraph,
  isLambdaTask,
  isStep,
  type Keep,
  type LambdaFunction,
  type LambdaTask,
  type LayerReference,
  type Node,
  nodeOf,
  type OutputOf,
  type Par,
  type Pass,
  type Repeat,
  type Retry,
  type RetryPolicy,
  type Seq,
  type ServiceCall,
  type Step,
  type Succeed,
  type Target,
  type Task,
  type Wait,
} from './graph.ts'
export { identity } from './identity.ts'
export {
  type Integration,
  type IntegrationPattern,
  type Integrations,
  integrations,
  type OptimizedResource,
  type SdkResource,
  type ServiceArguments,
  type ServiceResource,
  type SupportedResource,
} from './integrations.ts'
export type { Json, JsonValue } from './json.ts'
export { keeping, type With } from './keeping.ts'
export { type MapOptions, map, mapCatch } from './map.ts'
export { lengthOf, longestName, numbered } from './name.ts'
export { nodes } from './nodes.ts'
export { foldOccurrences, isGuard, isWrapper, type Occurrence, occurrences, statesOf } from './occurrence.ts'
export { type Caught, isCaught, type LambdaCause, type Outcome, parseCause, separate, toEither } from './outcome.ts'
export { par, parAll, parCatch } from './par.ts'
export { pass } from './pass.ts'
export { depth } from './readers/depth.ts'
export { equals } from './readers/equals.ts'
export { show } from './readers/show.ts'
export { type RepeatOptions, repeatLimitCause, repeatLimitReached, repeatUntil } from './repeatUntil.ts'
export { type RetryOptions, retry } from './retry.ts'
export { type RunOptions, run } from './run/run.ts'
export {
  type CsvRow,
  type ItemSource,
  type S3CsvFile,
  type S3File,
  type S3JsonFile,
  type S3Object,
  type S3Prefix,
  s3Csv,
  s3Json,
  s3Jsonl,
  s3Manifest,
  s3Objects,
  type TextFrom,
} from './s3Items.ts'
export { seq, seqAll } from './seq.ts'
export { type ServiceOptions, type ServiceTemplate, service } from './service.ts'
export type { DynamoAttribute, DynamoItem, ServiceResult } from './serviceResult.ts'
export { retryDelay, serviceRetry, taskRetries } from './serviceRetry.ts'
export { succeed } from './succeed.ts'
export { type TaskOptions, task } from './task.ts'
export { taskTimeoutSeconds } from './taskTimeout.ts'
export { wait, waitUntil } from './wait.ts'
