/** The validator by itself, without the rest of the package: it starts in a few milliseconds. */
export type { Issue } from '../issue.ts'
export { type DiagnoseOptions, diagnose } from './diagnose.ts'
export { validate } from './validate.ts'
