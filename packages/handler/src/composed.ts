/** The types of a composed handler: its options, its metadata, and what it is. */
import type { Duration, Graph, Json, LambdaFunction } from '@orkestra/core'
import type { TaskOptions } from '@orkestra/core/lambdaTask'
import type { Context } from './context.ts'
import type { Deadline, DeadlineOptions } from './deadline.ts'
import type { Schema } from './schema.ts'

/** A handler without its types. */
export type Handler = (event: unknown, context: Context) => unknown

/** Wraps handlers in logging, tracing and the like. `powertools(…)` makes one; any object with a `wrap` is one. */
export interface Instrumentation {
  /** The function's default time-out. */
  readonly timeout?: Duration
  /** Whether it needs the execution, state and attempt (`stepOf`): tasks of its handlers then pass them. */
  readonly passContext?: boolean
  readonly wrap: (handler: Handler, name: string) => Handler
  /** Reports an imminent time-out, instead of the console. Its errors are ignored. */
  readonly onDeadline?: (deadline: Deadline) => void
}

/** Options of one handler. All except the schemas, the instrumentation and the guard are data, stored in the graph. */
export interface ComposeOptions extends Omit<TaskOptions, 'entry' | 'waitForToken' | 'heartbeat'> {
  /** The step's name. */
  readonly name?: string
  /** `import.meta.url` of the module that exports the handler, or its path: `__filename` in CommonJS, where `import.meta.url` is empty. */
  readonly entry?: string | URL
  /** Checks and converts the event before the function gets it. Any Standard Schema. */
  readonly input?: Schema
  /** Checks and converts what the function returns. Any Standard Schema. */
  readonly output?: Schema
  /** `withLogger(…)`, `powertools(…)`, or any object with a `wrap`; the first is outermost. `false` disables one from `composeWith` or `handlers`. */
  readonly instrumentation?: Instrumentation | readonly Instrumentation[] | false
  /** The log line before a time-out: how early, and whether it includes the event; `false` for none. */
  readonly deadline?: DeadlineOptions | false
}

/** Options that several handlers may share. */
export type SharedOptions = Omit<ComposeOptions, 'name' | 'handler' | 'input' | 'output'>

/** A composed handler's metadata, as plain data. */
export interface Metadata extends Omit<LambdaFunction, 'kind'> {
  readonly name: string
  readonly handler: string
  readonly taskTimeout?: Duration | false
}

/** A Lambda handler and a step of a workflow in one. A step gets the JSON image of the previous step's result. */
export interface Composed<I, O> extends Metadata {
  (event: I, context?: Context): Promise<O>
  readonly graph: Graph<I, Json<O>>
}

/** A composed handler carries what it was made of under this key, so that `handlers` can name it. */
export const composition: unique symbol = Symbol.for('@orkestra/composition') as never

/** Options with those that `waitForToken` adds. */
export type AllOptions = ComposeOptions & Pick<TaskOptions, 'waitForToken' | 'heartbeat'>

/** What a composed handler was made of. */
export interface Composition {
  readonly options: AllOptions
  readonly fn: Handler
}

/** Whether a value is a composed handler. @example isComposed(compose(() => 1)) // true */
export const isComposed = (value: unknown): value is Composed<never, unknown> =>
  typeof value === 'function' && composition in value

/** What a composed handler was made of, or a plain function. */
export const compositionOf = (fn: Handler): Composition =>
  isComposed(fn) ? (fn as unknown as { readonly [composition]: Composition })[composition] : { options: {}, fn }
