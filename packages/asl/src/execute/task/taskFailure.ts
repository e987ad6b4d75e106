/** Errors as Step Functions shows them. */

/**
 * An error with exactly this name and this cause. Throw it from a stand-in for a task to play any failure, of a service or
 * of a function.
 *
 * @example run(workflow, input, { tasks: { charge: () => { throw new TaskFailure('Lambda.TooManyRequestsException') } } })
 */
export class TaskFailure extends Error {
  override readonly name = 'TaskFailure'
  readonly error: string
  readonly reason: string

  constructor(error: string, cause = '') {
    super(`${error}: ${cause}`)
    this.error = error
    this.reason = cause
  }
}

/** A stack trace without what the engine is at under the handler. */
const traceOf = (stack: string): readonly string[] => {
  const lines = stack.split('\n')
  const engine = lines.findIndex((line) => /^\s*at (?:async )?(?:\w+\.)?orkestraCallsHandler\b/.test(line))
  return engine === -1 ? lines : lines.slice(0, engine)
}

/** The error and the cause of what a Lambda function threw, as its Node.js runtime and Step Functions report it. */
export const failureOf = (thrown: unknown): { readonly error: string; readonly cause: string } => {
  if (thrown instanceof TaskFailure) return { error: thrown.error, cause: thrown.reason }
  const report =
    thrown instanceof Error
      ? { errorType: thrown.name, errorMessage: thrown.message, trace: traceOf(thrown.stack ?? '') }
      : { errorType: typeof thrown, errorMessage: String(thrown), trace: [] }
  return { error: report.errorType, cause: JSON.stringify(report) }
}
