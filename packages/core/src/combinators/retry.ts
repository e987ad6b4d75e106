import type { First } from '../graph/fitting.ts'
import type { RetryPolicy } from '../graph/graph.ts'
import { type AnyStep, type Graph, graphOf, nodeOf } from '../graph/step.ts'
import { longestWait } from '../quotas.ts'
import { checkedErrors } from './errors.ts'

/** Which errors are retried, how often and after how long. The defaults are those of ASL. */
export interface RetryOptions {
  /** The errors' names. Default: all that can be retried. */
  readonly errors?: readonly string[]
  /** Before the first retry; whole seconds, from 1. Default 1. */
  readonly intervalSeconds?: number
  /** How many retries after the first attempt; 0 for none. Default 3. */
  readonly maxAttempts?: number
  /** The factor by which the interval grows after each retry, at least 1. Default 2. */
  readonly backoffRate?: number
  /** The longest wait; whole seconds, more than the interval. */
  readonly maxDelaySeconds?: number
  /** `"FULL"`: each wait is a random part of the interval. `run` waits the full interval. Default `"NONE"`. */
  readonly jitter?: 'FULL' | 'NONE'
}

const inRange = (field: string, value: number | undefined, from: number, isWhole: boolean): void => {
  if (value === undefined) return
  if (!(value >= from && value <= longestWait && (!isWhole || Number.isInteger(value))))
    throw new RangeError(
      `retry: ${field} must be ${isWhole ? 'a whole number' : 'a number'} from ${from}, got ${value}`,
    )
}

const policyOf = (options: RetryOptions): RetryPolicy => {
  const { errors = ['States.ALL'], intervalSeconds, maxAttempts, backoffRate, maxDelaySeconds, jitter } = options
  inRange('intervalSeconds', intervalSeconds, 1, true)
  inRange('maxAttempts', maxAttempts, 0, true)
  inRange('backoffRate', backoffRate, 1, false)
  inRange('maxDelaySeconds', maxDelaySeconds, 1, true)
  if (maxDelaySeconds !== undefined && maxDelaySeconds <= (intervalSeconds ?? 1))
    throw new RangeError(`retry: maxDelaySeconds must be more than the interval, got ${maxDelaySeconds}`)
  return Object.freeze({
    errors: checkedErrors('retry', errors),
    intervalSeconds: intervalSeconds ?? 1,
    maxAttempts: maxAttempts ?? 3,
    backoffRate: backoffRate ?? 2,
    ...(maxDelaySeconds !== undefined && { maxDelaySeconds }),
    ...(jitter === 'FULL' && { jitter }),
  })
}

/**
 * Runs a step again when it fails. A sequence of several steps is retried as a whole, from its start, with its original input.
 *
 * With several policies, the first whose errors match applies; a policy for all errors must be the last. A task still
 * retries transient errors of the Lambda service, unless a policy names them. Retrying a step that cannot fail has no effect.
 *
 * @example retry(charge, { errors: ['Throttled'], intervalSeconds: 2, maxAttempts: 5 })
 * @throws TypeError when the argument is not a step, or an error name is invalid; RangeError when a number is out of ASL's range.
 */
export const retry = <I, S, O>(step: First<I, S, O>, ...policies: readonly RetryOptions[]): Graph<I, O> => {
  const all = (policies.length === 0 ? [{}] : policies).map(policyOf)
  const early = all.findIndex((policy) => policy.errors.includes('States.ALL'))
  if (early !== -1 && early !== all.length - 1)
    throw new TypeError(`retry: policy ${early + 1} matches every error, so later policies are never used: put it last`)
  return graphOf({ _tag: 'Retry', body: nodeOf(step as AnyStep, 'retry'), policies: Object.freeze(all) })
}
