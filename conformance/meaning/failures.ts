/** Errors of a workflow, and what is done about them. */
import type { RetryPolicy } from '@orkestra/core'

/** An error of the workflow. */
export class Failed extends Error {
  readonly error: string | null
  override readonly cause: string | null

  constructor(error: string | null, cause: string | null) {
    super(`${error}: ${cause}`)
    this.error = error
    this.cause = cause
  }
}

/** Siblings failed in different ways. Nothing catches it: it is no error of the workflow, but the end of its meaning. */
export class Race extends Error {}

/** `Succeed`: the end of the scope that it is in. */
export class Ended {
  readonly output: unknown

  constructor(output: unknown) {
    this.output = output
  }
}

export const isTerminal = ({ error }: Failed): boolean => error === 'States.Runtime'

export const isNamed = (errors: readonly string[], failure: Failed): boolean =>
  !isTerminal(failure) &&
  errors.some(
    (name) =>
      name === 'States.ALL' ||
      name === failure.error ||
      (name === 'States.TaskFailed' && failure.error !== 'States.Timeout'),
  )

/** Attempts, until one succeeds or none is left. Each policy counts for itself. */
export const retried = (policies: readonly RetryPolicy[], attempt: () => unknown): unknown => {
  const left = policies.map(({ maxAttempts }) => maxAttempts)
  for (;;)
    try {
      return attempt()
    } catch (thrown) {
      const decides = thrown instanceof Failed ? policies.findIndex(({ errors }) => isNamed(errors, thrown)) : -1
      if (decides === -1 || left[decides] === 0) throw thrown
      left[decides] = (left[decides] as number) - 1
    }
}

/** What becomes of a failure: what `caught` makes of it, unless nobody may have it. */
export const catching = (body: () => unknown, caught: (failure: Failed) => unknown): unknown => {
  try {
    return body()
  } catch (thrown) {
    if (!(thrown instanceof Failed) || isTerminal(thrown)) throw thrown
    return caught(thrown)
  }
}

/** What is known of an error by whoever catches it. */
export const errorOutput = ({ error, cause }: Failed): unknown => ({ Error: error, Cause: cause })
