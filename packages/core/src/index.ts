/**
 * Build workflows as immutable, typed values: combinators, expressions, `fold`, DAGs, and diagrams as text.
 *
 * @module @orkestra/core
 */

export { comment, named } from './combinators/annotate.ts'
export { bind } from './combinators/bind.ts'
export { capture } from './combinators/capture.ts'
export { catchError, type ErrorHandler, type HandlerOptions, on, onAny } from './combinators/catchError.ts'
export { choice, type Otherwise, otherwise, type Way, when } from './combinators/choice.ts'
export { type Failing, fail } from './combinators/fail.ts'
export { identity } from './combinators/identity.ts'
export { keeping, type With } from './combinators/keeping.ts'
export { type LoopOptions, loop } from './combinators/loop.ts'
export { type MapOptions, map, mapCatch } from './combinators/map.ts'
export { par, parAll, parCatch } from './combinators/par.ts'
export { pass } from './combinators/pass.ts'
export { type RepeatOptions, repeatUntil } from './combinators/repeatUntil.ts'
export { type RetryOptions, retry } from './combinators/retry.ts'
export { seq, seqAll } from './combinators/seq.ts'
export { succeed } from './combinators/succeed.ts'
export { tap, tapCatch } from './combinators/tap.ts'
export { type TaskOptions, task } from './combinators/task.ts'
export { wait, waitUntil } from './combinators/wait.ts'
export { edges } from './dag/edges.ts'
export { type DagError, type Edges, type FromDag, fromDag } from './dag/fromDag.ts'
export { toDag } from './dag/toDag.ts'
export { type Arrow, type Diagram, type Group, type Shape, toDiagram } from './diagram/diagram.ts'
export { toDot } from './diagram/toDot.ts'
export { toMermaid } from './diagram/toMermaid.ts'
export { type Duration, days, hours, millis, minutes, seconds, wholeSeconds } from './duration.ts'
export { contains, each, filter, get, length, partition, range, slice, unique } from './expressions/arrays.ts'
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
  present,
  type Timestamp,
  timestamp,
} from './expressions/conditions.ts'
export { type ContextObject, context, executionInput } from './expressions/contextObject.ts'
export type {
  Comparator,
  Expression,
  FunctionName,
  Item,
  Path,
  Question,
  Root,
  Variable,
} from './expressions/expression.ts'
export { parts, reads } from './expressions/expression.ts'
export { fieldNames } from './expressions/fields.ts'
export {
  add,
  base64Decode,
  base64Encode,
  concat,
  cond,
  divide,
  type HashAlgorithm,
  hash,
  later,
  lower,
  merge,
  mergeDeep,
  modulo,
  multiply,
  now,
  numberOf,
  orElse,
  parseJson,
  random,
  split,
  stringify,
  subtract,
  textOf,
  upper,
  uuid,
} from './expressions/functions.ts'
export { type FunctionFacts, functionTable } from './expressions/functionTable.ts'
export { placeholder } from './expressions/placeholder.ts'
export { unused } from './expressions/reference.ts'
export { forEachRoot } from './expressions/roots.ts'
export { showExpression } from './expressions/show.ts'
export { jsonata, jsonPath } from './expressions/sourceText.ts'
export type {
  Absent,
  Checked,
  Elsewhere,
  Flat,
  Given,
  Maybe,
  Of,
  Optional,
  Ref,
  Reference,
  Template,
  Value,
} from './expressions/types.ts'
export { type Algebra, children, fold } from './graph/fold.ts'
export {
  type Annotated,
  type Arm,
  type Bind,
  type Capture,
  type Catch,
  type Choice,
  type Delay,
  type Distributed,
  type Each,
  type Fail,
  type Handler,
  type Identity,
  type ItemReader,
  isLambdaTask,
  type Keep,
  type LambdaTask,
  type Node,
  type Par,
  type Pass,
  type Pause,
  type Repeat,
  type Retry,
  type RetryPolicy,
  type Seq,
  type Succeed,
  type Task,
  type Wait,
} from './graph/graph.ts'
export { choiceLabel, loopWords, passLabel, waitLabel, wordsOf } from './graph/labels.ts'
export { fitted, lengthOf, longestName, numbered } from './graph/names.ts'
export { nodes } from './graph/nodes.ts'
export { foldOccurrences, isGuard, isWrapper, type Occurrence, occurrences } from './graph/occurrence.ts'
export {
  type Caught,
  isCaught,
  type LambdaCause,
  type Outcome,
  parseCause,
  separate,
  toEither,
} from './graph/outcome.ts'
export { depth } from './graph/readers/depth.ts'
export { equals } from './graph/readers/equals.ts'
export { show } from './graph/readers/show.ts'
export { repeatLimitCause, repeatLimitReached, repeatTimeCause } from './graph/repeatLimit.ts'
export {
  type AnyStep,
  type Carrier,
  type Graph,
  type Implementation,
  type InputOf,
  implementation,
  isGraph,
  isStep,
  nodeOf,
  type OutputOf,
  type Step,
} from './graph/step.ts'
export type { Activity, Fragment, LambdaFunction, LayerReference, ServiceCall, Target } from './graph/target.ts'
export type { Json, JsonValue } from './json.ts'
export type { SdkClients } from './sdk/clients.ts'
export type { FieldName } from './sdk/names.ts'
export { type ActivityOptions, activity } from './services/activity.ts'
export { continueAsNew } from './services/continueAsNew.ts'
export {
  type Batcher,
  type DistributionOptions,
  distributedMap,
  type ResultsTo,
  type WrittenResults,
} from './services/distributedMap.ts'
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
} from './services/integrations.ts'
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
} from './services/s3Items.ts'
export { type ServiceFields, type ServiceOptions, type ServiceTemplate, service } from './services/service.ts'
export type { DynamoAttribute, DynamoItem, ServiceResult } from './services/serviceResult.ts'
export { serviceRetry, taskRetries } from './services/serviceRetry.ts'
export { taskTimeoutSeconds } from './services/taskTimeout.ts'
export { type UnlistedOptions, unlistedService } from './services/unlistedService.ts'
