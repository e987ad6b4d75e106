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

/** What reading something of the user's gives; nothing where it throws: a getter or a Proxy may. */
const tried = <A>(read: () => A): A | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

const isError = (thrown: unknown): thrown is Error => tried(() => thrown instanceof Error) === true

const textOf = (read: () => unknown): string | undefined => tried(() => String(read()))

/** What a `TaskFailure` says. A program may hold two copies of this class, one imported and one required, so fields tell it. */
const taskFailureIn = (thrown: unknown): { readonly error: string; readonly cause: string } | undefined => {
  if (!(thrown instanceof Error) || thrown.name !== 'TaskFailure') return undefined
  const { error, reason } = thrown as Partial<TaskFailure>
  return typeof error === 'string' && typeof reason === 'string' ? { error, cause: reason } : undefined
}

/** The error and the cause of what a Lambda function threw, as its Node.js runtime and Step Functions report it. Anything can be thrown. */
export const failureOf = (thrown: unknown): { readonly error: string; readonly cause: string } => {
  const failure = tried(() => taskFailureIn(thrown))
  if (failure !== undefined) return failure
  const report = isError(thrown)
    ? {
        errorType: textOf(() => thrown.name) ?? 'Error',
        errorMessage: textOf(() => thrown.message) ?? '',
        trace: traceOf(textOf(() => thrown.stack ?? '') ?? ''),
      }
    : {
        errorType: typeof thrown,
        errorMessage: textOf(() => thrown) ?? tried(() => Object.prototype.toString.call(thrown)) ?? '[object Object]',
        trace: [],
      }
  return { error: report.errorType, cause: JSON.stringify(report) }
}
