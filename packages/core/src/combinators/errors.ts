/** Names of errors, as retries and catches match them. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */

/** The names, frozen; not none, not empty ones, and the wildcard alone. */
export const checkedErrors = (place: string, errors: readonly string[]): readonly string[] => {
  if (errors.length === 0) throw new TypeError(`${place}: expected at least one error's name`)
  for (const name of errors)
    if (typeof name !== 'string' || name.trim() === '')
      throw new TypeError(`${place}: an error's name must not be empty, got ${JSON.stringify(name)}`)
  if (errors.includes('States.ALL') && errors.length > 1)
    throw new TypeError(`${place}: "States.ALL" matches every error, so it must be the only name`)
  return Object.freeze([...errors])
}

/** An error that ends the execution, whatever is there to catch it. */
export const isTerminal = (error: string): boolean => error === 'States.Runtime'

/** Whether an error is one of those named. */
export const matches = (names: readonly string[], error: string): boolean =>
  !isTerminal(error) &&
  names.some(
    (name) => name === 'States.ALL' || name === error || (name === 'States.TaskFailed' && error !== 'States.Timeout'),
  )
