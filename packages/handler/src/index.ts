/**
 * Lambda handlers that are steps of a workflow.
 *
 * @module @orkestra/handler
 */

export { type Batch, type BatchedOptions, batched } from './batched.ts'
export { type Compose, compose, composeWith } from './compose.ts'
export {
  type Composed,
  type ComposeOptions,
  type Handler,
  type Instrumentation,
  isComposed,
  type Metadata,
  type SharedOptions,
} from './composed.ts'
export { type Context, genericContext } from './context.ts'
export type { Deadline, DeadlineOptions } from './deadline.ts'
export { defineError, type NamedErrorClass } from './defineError.ts'
export { type CaughtError, type DataErrorClass, defineErrorWith } from './defineErrorWith.ts'
export { type ComposedOf, type HandlerFunction, type Handlers, handlers } from './handlers.ts'
export { DeadlineExceeded, deadlineSignal, remaining, type Timed } from './remaining.ts'
export { type Schema, SchemaError } from './schema.ts'
export { type StepContext, stepOf } from './step.ts'
export {
  type ComposedWithToken,
  type ComposeWithToken,
  type TaskToken,
  type TokenEvent,
  type TokenOptions,
  waitForToken,
} from './waitForToken.ts'
