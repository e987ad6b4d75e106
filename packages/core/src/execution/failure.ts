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

/** The error and the cause of what a Lambda function threw, as its Node.js runtime and Step Functions report it. Anything can be thrown. */
export const failureOf = (thrown: unknown): { readonly error: string; readonly cause: string } => {
  if (tried(() => thrown instanceof TaskFailure) === true) {
    const { error, reason } = thrown as TaskFailure
    return { error, cause: reason }
  }
  const report = isError(thrown)
    ? {
        errorType: textOf(() => thrown.name) ?? 'Error',
        errorMessage: textOf(() => thrown.message) ?? '',
        trace: (textOf(() => thrown.stack ?? '') ?? '').split('\n'),
      }
    : {
        errorType: typeof thrown,
        errorMessage: textOf(() => thrown) ?? tried(() => Object.prototype.toString.call(thrown)) ?? '[object Object]',
        trace: [],
      }
  return { error: report.errorType, cause: JSON.stringify(report) }
}

/** The most bytes of JSON that a state may give to the next. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const payloadLimit = 262_144

/** Whether a JSON text is over the payload limit, which counts bytes of UTF-8. */
export const isOverPayloadLimit = (text: string): boolean =>
  text.length > payloadLimit || (text.length * 3 > payloadLimit && new TextEncoder().encode(text).length > payloadLimit)

/** How a failed state says where it was. */
export const causeInState = (state: string, eventId: number, cause: string): string =>
  `An error occurred while executing the state '${state}' (entered at the event id #${eventId}). ${cause}`
