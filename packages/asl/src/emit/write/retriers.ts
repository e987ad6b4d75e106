import type { RetryPolicy } from '@orkestra/core'
import type { Retrier } from '../../states.ts'

const retrier = ({
  errors,
  intervalSeconds,
  maxAttempts,
  backoffRate,
  maxDelaySeconds,
  jitter,
}: RetryPolicy): Retrier => {
  const state: Retrier = {
    ErrorEquals: [...errors],
    IntervalSeconds: intervalSeconds,
    MaxAttempts: maxAttempts,
    BackoffRate: backoffRate,
  }
  if (maxDelaySeconds !== undefined) state.MaxDelaySeconds = maxDelaySeconds
  if (jitter !== undefined) state.JitterStrategy = jitter
  return state
}

/** A state's `Retry`, with every number said, so that no default has to be known to read it. */
export const retriers = (policies: readonly RetryPolicy[]): Retrier[] => policies.map(retrier)
