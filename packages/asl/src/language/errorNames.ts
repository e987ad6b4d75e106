/** Names of errors, as retries and catches match them. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */

/** Whether an error is one of those named. `States.Runtime` is none: it ends the execution, whatever is there to catch it. */
export const matchesError = (names: readonly string[], error: string): boolean =>
  error !== 'States.Runtime' &&
  names.some(
    (name) => name === 'States.ALL' || name === error || (name === 'States.TaskFailed' && error !== 'States.Timeout'),
  )
