import { type Duration, wholeSeconds } from '../duration.ts'
import { type Asked, toCondition } from '../expressions/conditions.ts'
import { dataOf, inputReference, type Ref, type Reference } from '../expressions/reference.ts'
import type { Given } from '../expressions/types.ts'
import type { First } from '../graph/fitting.ts'
import type { Pause, Repeat } from '../graph/graph.ts'
import { isEnd } from '../graph/isEnd.ts'
import { type AnyStep, type Graph, graphOf, nodeOf } from '../graph/step.ts'
import { longestWait } from '../quotas.ts'
import { type NameOptions, nameIn } from './annotate.ts'

/** How often a body is repeated, and how long a loop waits. */
export interface RepeatOptions extends NameOptions {
  /** The wait between iterations, rounded up to whole seconds. Default: no wait. */
  readonly every?: Duration
  /** `"wait"`: wait before the first iteration too. Needs `every`. */
  readonly first?: 'wait'
  /** The factor by which the wait grows after each iteration, at least 1; each wait is rounded to whole seconds. Needs `every`. */
  readonly backoffRate?: number
  /** The longest wait with `backoffRate`. */
  readonly maxDelay?: Duration
  /** The maximum number of iterations, at least 1. Then the workflow fails with `RepeatLimitReached`. Default: no limit. */
  readonly maxAttempts?: number
  /**
   * Checked after each iteration, with the condition: once this time has passed since the loop started, the workflow fails with `RepeatLimitReached`.
   * It does not interrupt an iteration. JSONPath supports whole minutes, up to 18 hours.
   */
  readonly timeLimit?: Duration
}

const inSeconds = (place: string, field: string, duration: Duration, least: number): number => {
  const seconds = wholeSeconds(duration)
  if (!(seconds >= least && seconds <= longestWait))
    throw new RangeError(`${place}: ${field} must be from ${least} to ${longestWait} s, got ${duration.seconds} s`)
  return seconds
}

const pauseOf = (place: string, { every, first, backoffRate, maxDelay }: RepeatOptions): Pause | undefined => {
  if (every === undefined) {
    if (first !== undefined || backoffRate !== undefined || maxDelay !== undefined)
      throw new TypeError(`${place}: first, backoffRate and maxDelay need every`)
    return undefined
  }
  const seconds = inSeconds(place, 'every', every, 0)
  if (first !== undefined && first !== 'wait')
    throw new TypeError(`${place}: first can be "wait", got ${JSON.stringify(first)}`)
  if (backoffRate !== undefined && !(backoffRate >= 1 && Number.isFinite(backoffRate)))
    throw new RangeError(`${place}: backoffRate must be a number from 1, got ${backoffRate}`)
  if (maxDelay !== undefined && backoffRate === undefined)
    throw new TypeError(`${place}: maxDelay bounds a wait that grows, and needs backoffRate`)
  return Object.freeze({
    seconds,
    ...(backoffRate !== undefined && backoffRate !== 1 && { backoffRate }),
    ...(maxDelay !== undefined && { maxSeconds: inSeconds(place, 'maxDelay', maxDelay, seconds) }),
    ...(first === 'wait' && { isFirst: true as const }),
  })
}

/** The loop of a body. @throws TypeError and RangeError as `repeatUntil` and `loop` do. */
export const repeating = (
  place: string,
  step: AnyStep,
  condition: (output: Ref<unknown>) => Reference<boolean>,
  options: RepeatOptions,
): Repeat => {
  const { maxAttempts, timeLimit } = options
  if (maxAttempts !== undefined && !(Number.isInteger(maxAttempts) && maxAttempts >= 1))
    throw new RangeError(`${place}: maxAttempts must be a whole number from 1, got ${maxAttempts}`)
  const pause = pauseOf(place, options)
  const body = nodeOf(step, place)
  if (isEnd(body)) throw new TypeError(`${place}: a step that always ends the workflow is never repeated`)
  return {
    _tag: 'Repeat',
    body,
    until: toCondition(
      place,
      dataOf(place, () => condition(inputReference())),
    ),
    ...(pause !== undefined && { pause }),
    ...(maxAttempts !== undefined && { maxAttempts }),
    ...(timeLimit !== undefined && { timeLimitSeconds: inSeconds(place, 'timeLimit', timeLimit, 1) }),
    ...nameIn(place, options),
  }
}

/**
 * Polls: runs a step until a condition on its output is true, and returns that output. Each iteration gets the same input.
 *
 * @example repeatUntil(jobStatus, (job) => eq(job.status, 'done'), { every: seconds(30), maxAttempts: 20 })
 * @example repeatUntil(jobStatus, (job) => eq(job.status, 'done'), { every: seconds(5), backoffRate: 2, first: 'wait' })
 * @throws TypeError when an argument is not a step, or an option needs another; RangeError when a number is out of range.
 */
export const repeatUntil = <I, S, O>(
  step: First<I, S, O>,
  condition: (output: Ref<Given<O>>) => Asked,
  options: RepeatOptions = {},
): Graph<I, O> => graphOf(repeating('repeatUntil', step as AnyStep, condition as never, options))
