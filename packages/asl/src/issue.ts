/** What is wrong with a definition, as data. */

export interface Issue {
  /** `ASL0xx`: each has an entry in the docs. */
  readonly code: `ASL${string}`
  readonly severity: 'error' | 'warning'
  /** Where, as a JSON pointer into the definition (RFC 6901); `''` is the whole. */
  readonly path: string
  readonly message: string
  /** The way out. */
  readonly hint: string
  /** Where in the text, when the definition was given as text: both count from 1. */
  readonly line?: number
  readonly column?: number
}

/**
 * Formats an issue as one or two lines of text.
 *
 * @example diagnose(definition).map(showIssue).join('\n')
 */
export const showIssue = ({ code, severity, path, message, hint, line, column }: Issue): string =>
  `${severity} ${code} at ${path === '' ? 'the definition' : path}${line === undefined ? '' : ` (${line}:${column})`}: ${message}\n  ${hint}`

/**
 * Thrown by `emit`: carries every issue, not only the first.
 *
 * @example try { emit(workflow) } catch (error) { if (error instanceof AslError) console.error(error.issues) }
 */
export class AslError extends Error {
  override readonly name = 'AslError'
  readonly issues: readonly Issue[]

  constructor(issues: readonly Issue[]) {
    super(issues.map(showIssue).join('\n'))
    this.issues = issues
  }
}

/** A path of keys and indices as a JSON pointer. @example pointer(['States', 'a/b']) // '/States/a~1b' */
export const pointer = (path: readonly (string | number)[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
