/**
 * Lengths of time as plain data. A leaf: this module imports nothing, so that a Lambda bundle may carry it alone.
 */

/** A length of time. Always in seconds, which is what ASL, Lambda and EventBridge count in; `0.5` is half a second. */
export interface Duration {
  readonly seconds: number
}

const duration = (amount: number, secondsPerUnit: number, unit: string): Duration => {
  if (typeof amount !== 'number' || !Number.isFinite(amount) || amount < 0)
    throw new RangeError(`${unit}(${String(amount)}): a duration is a finite number, zero or more`)
  return Object.freeze({ seconds: amount * secondsPerUnit })
}

/**
 * A duration given in milliseconds.
 *
 * @example millis(1500) // { seconds: 1.5 }
 * @throws RangeError when `amount` is negative or not finite; so do all the functions here.
 */
export const millis = (amount: number): Duration => duration(amount, 1 / 1000, 'millis')

/** A duration given in seconds. @example seconds(6) // { seconds: 6 } */
export const seconds = (amount: number): Duration => duration(amount, 1, 'seconds')

/** A duration given in minutes. @example minutes(5) // { seconds: 300 } */
export const minutes = (amount: number): Duration => duration(amount, 60, 'minutes')

/** A duration given in hours. @example hours(1) // { seconds: 3600 } */
export const hours = (amount: number): Duration => duration(amount, 3600, 'hours')

/** A duration given in days of 24 hours. @example days(1) // { seconds: 86400 } */
export const days = (amount: number): Duration => duration(amount, 86_400, 'days')

/**
 * Whole seconds, rounded up: ASL and Lambda take integers, and a time-out must not come early.
 *
 * @example wholeSeconds(millis(1500)) // 2
 */
export const wholeSeconds = (of: Duration): number => Math.ceil(of.seconds)
