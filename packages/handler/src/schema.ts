/** Validates the input and output of a handler with any Standard Schema (zod, valibot, arktype, …). */
import type { StandardSchemaV1 } from '@standard-schema/spec'
import { defineError } from './defineError.ts'

/** Any Standard Schema that converts an `I` to an `O`. */
export type Schema<I = unknown, O = I> = StandardSchemaV1<I, O>

/** The type that a schema accepts. */
export type InputOf<S> = S extends Schema<infer I, unknown> ? I : never
/** The type that a schema returns. */
export type ParsedBy<S> = S extends Schema<infer _, infer O> ? O : never

const Mismatch: ReturnType<typeof defineError<'SchemaError'>> = defineError('SchemaError')

/** How many issues a message lists; `issues` has all of them. */
const shownIssues = 10

/**
 * Thrown when a handler's input or output does not match its schema. `issues` lists all mismatches. Minification keeps the name `SchemaError`.
 *
 * @example await charge({ total: 'many' }).catch((error) => error.issues) // when charge has an input schema
 */
export class SchemaError extends Mismatch {
  declare readonly issues: readonly StandardSchemaV1.Issue[]

  constructor(what: string, issues: readonly StandardSchemaV1.Issue[]) {
    const hidden = issues.length - shownIssues
    const list = issues.slice(0, shownIssues).map(shown).join('; ')
    super(`${what} does not fit its schema: ${list}${hidden > 0 ? `; and ${hidden} more` : ''}`)
    // Not enumerable: a log line of the error is as long as its message, however many there are.
    Object.defineProperty(this, 'issues', { value: issues })
  }
}

const shown = ({ path, message }: StandardSchemaV1.Issue): string => {
  // Some libraries pass a subclass of Array, whose `map` may behave differently.
  const at = Array.from(path ?? [], (part) => String(typeof part === 'object' ? part.key : part)).join('.')
  return at ? `${at}: ${message}` : message
}

/**
 * Passes the parsed value to `next`: synchronously, unless the schema is asynchronous.
 *
 * @throws SchemaError with all issues.
 */
export const parsed = <T>(
  schema: Schema,
  value: unknown,
  what: string,
  next: (value: unknown) => T,
): T | Promise<T> => {
  const fitting = (result: StandardSchemaV1.Result<unknown>): T => {
    if (result.issues) throw new SchemaError(what, result.issues)
    return next(result.value)
  }
  const result = schema['~standard'].validate(value)
  return 'then' in result ? result.then(fitting) : fitting(result)
}
