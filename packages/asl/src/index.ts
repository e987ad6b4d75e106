/** Amazon States Language out of typed workflows. */
export { emit, emitEither } from './emit/emit.ts'
export type { EmitOptions } from './emit/options.ts'
export { placeholder, placeholderKey, placeholders } from './emit/placeholder.ts'
export { AslError, type Issue, pointer, showIssue } from './issue.ts'
export type * from './states.ts'
export { toText } from './toText.ts'
export { type DiagnoseOptions, diagnose } from './validate/diagnose.ts'
export { validate } from './validate/validate.ts'
