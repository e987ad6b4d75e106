/** How a loop fails whose condition does not come to hold. */

/**
 * The error of a loop whose condition never became true.
 *
 * @example catchError(poll, on(repeatLimitReached, giveUp))
 */
export const repeatLimitReached = 'RepeatLimitReached'

/**
 * The cause of `RepeatLimitReached` after `maxAttempts` rounds.
 *
 * @example repeatLimitCause(20) // 'The condition did not hold after 20 attempts.'
 */
export const repeatLimitCause = (maxAttempts: number): string =>
  `The condition did not hold after ${maxAttempts} ${maxAttempts === 1 ? 'attempt' : 'attempts'}.`

/**
 * The cause of `RepeatLimitReached` when `timeLimit` has passed.
 *
 * @example repeatTimeCause(60) // 'The condition did not hold within 60 s.'
 */
export const repeatTimeCause = (seconds: number): string => `The condition did not hold within ${seconds} s.`
