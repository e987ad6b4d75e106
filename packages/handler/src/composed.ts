/** The types of a composed handler, its options and its metadata. */
import type { Duration, Graph, Json, LambdaFunction } from '@orkestra/core'
import type { TaskOptions } from '@orkestra/core/lambdaTask'
import type { Context } from './context.ts'
import type { Deadline, DeadlineOptions } from './deadline.ts'
import type { Schema } from './schema.ts'

/** A handler without its types. */
export type Handler = (event: unknown, context: Context) => unknown

/** Wraps handlers, for example to log or trace them. Create one with `powertools(…)`, or pass any object with a `wrap` method. */
export interface Instrumentation {
  /** The time-out of functions that set none. */
  readonly timeout?: Duration
  /** Makes the tasks of its handlers pass the execution, state and attempt, which `stepOf` reads. */
  readonly passContext?: boolean
  readonly wrap: (handler: Handler, name: string) => Handler
  /** Called shortly before a time-out, instead of logging to the console. Errors it throws are ignored. */
  readonly onDeadline?: (deadline: Deadline) => void
}

/** The options of one handler. All except the schemas, the instrumentation and `deadline` are plain data and stored in the graph. */
export interface ComposeOptions extends Omit<TaskOptions, 'entry' | 'waitForToken' | 'heartbeat'> {
  /** The step's name. */
  readonly name?: string
  /** The module that exports the handler: `import.meta.url`, or a path. In CommonJS, `import.meta.url` is empty: use `__filename`. */
  readonly entry?: string | URL
  /** Validates and converts the event before it is passed to the function. Any Standard Schema. */
  readonly input?: Schema
  /** Validates and converts the function's result. Any Standard Schema. */
  readonly output?: Schema
  /**
   * `withLogger(…)`, `powertools(…)`, or any object with a `wrap` method; the first is outermost. `false` disables the one from `composeWith` or
   * `handlers`.
   */
  readonly instrumentation?: Instrumentation | readonly Instrumentation[] | false
  /** The log line before a time-out: how early it is logged, and whether it includes the event. `false` disables it. */
  readonly deadline?: DeadlineOptions | false
}

/** Options that several handlers can share. */
export type SharedOptions = Omit<ComposeOptions, 'name' | 'handler' | 'input' | 'output'>

/** A composed handler's metadata, as plain data. */
export interface Metadata extends Omit<LambdaFunction, 'kind'> {
  readonly name: string
  readonly handler: string
  readonly taskTimeout?: Duration | false
}

/** A Lambda handler that is also a step of a workflow. A step receives the previous step's result as JSON represents it. */
export interface Composed<I, O> extends Metadata {
  (event: I, context?: Context): Promise<O>
  readonly graph: Graph<I, Json<O>>
}

/** The key under which a composed handler keeps its options and function, so that `handlers` can name it. */
export const composition: unique symbol = Symbol.for('@orkestra/composition') as never

/** All options, including those that `waitForToken` adds. */
export type AllOptions = ComposeOptions & Pick<TaskOptions, 'waitForToken' | 'heartbeat'>

/** The options and the function of a composed handler. */
export interface Composition {
  readonly options: AllOptions
  readonly fn: Handler
}

/** Whether a value is a composed handler. @example isComposed(compose(() => 1)) // true */
export const isComposed = (value: unknown): value is Composed<never, unknown> =>
  typeof value === 'function' && composition in value

/** The options and the function of a composed handler. A plain function has no options. */
export const compositionOf = (fn: Handler): Composition =>
  isComposed(fn) ? (fn as unknown as { readonly [composition]: Composition })[composition] : { options: {}, fn }
