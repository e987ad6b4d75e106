/** Lambda handlers that are steps of workflows. */
export {
  type Compose,
  type Composed,
  type ComposeOptions,
  compose,
  composeWith,
  type Handler,
  type Instrumentation,
  isComposed,
  type Metadata,
} from './compose.ts'
export { type Context, genericContext } from './context.ts'
export { defineError, type NamedErrorClass } from './defineError.ts'
export { type Schema, SchemaError } from './schema.ts'
