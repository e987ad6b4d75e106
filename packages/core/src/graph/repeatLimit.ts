/** How a loop fails whose condition does not come to hold. */

/** The error of a loop whose condition never held. */
export const repeatLimitReached = 'RepeatLimitReached'

/** What it says. */
export const repeatLimitCause = (maxAttempts: number): string =>
  `The condition did not hold after ${maxAttempts} ${maxAttempts === 1 ? 'attempt' : 'attempts'}.`

/** What it says when time is up. */
export const repeatTimeCause = (seconds: number): string => `The condition did not hold within ${seconds} s.`
