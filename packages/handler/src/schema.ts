/** Checking what goes in and out of a handler, with any Standard Schema (zod, valibot, arktype, …). */
import type { StandardSchemaV1 } from '@standard-schema/spec'
import { defineError } from './defineError.ts'

export type Schema<I = unknown, O = I> = StandardSchemaV1<I, O>

const Mismatch: ReturnType<typeof defineError<'SchemaError'>> = defineError('SchemaError')

/** Thrown when a handler's input or output does not fit its schema. Its name, `SchemaError`, survives minification. */
export class SchemaError extends Mismatch {
  readonly issues: readonly StandardSchemaV1.Issue[]

  constructor(what: string, issues: readonly StandardSchemaV1.Issue[]) {
    super(`${what} does not fit its schema: ${issues.map(shown).join('; ')}`)
    this.issues = issues
  }
}

const shown = ({ path, message }: StandardSchemaV1.Issue): string => {
  const at = path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  return at ? `${at}: ${message}` : message
}

/** The value as the schema makes it. @throws SchemaError (by rejecting) with all issues. */
export const parse = async <O>(schema: Schema<unknown, O>, value: unknown, what: string): Promise<O> => {
  const result = await schema['~standard'].validate(value)
  if (result.issues) throw new SchemaError(what, result.issues)
  return result.value
}
