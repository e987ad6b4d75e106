/** What happens when a state fails: Retry, then Catch. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */

import type { Retrier } from '../../states.ts'
import { after, isPending, type Recovery } from '../thread/flow.ts'
import { exit, noteFailure, type ReadyState, type Thread, type Trial } from '../thread/thread.ts'
import { halt } from '../time/clock.ts'
import { errorOutputOf, Failure } from './failure.ts'

/** A catcher, made ready. */
export interface ReadyCatcher {
  readonly names: readonly string[]
  readonly recover: Recovery
  readonly next: () => ReadyState | undefined
}

/** One kind of state that can fail and be retried. */
export interface Attempts {
  readonly type: 'Task' | 'Parallel' | 'Map'
  readonly retriers: readonly Retrier[]
  readonly catchers: readonly ReadyCatcher[]
  /** Does the state's work once, and leaves it. */
  readonly attempt: (thread: Thread) => ReadyState | undefined | Promise<ReadyState | undefined>
  /** Told when the state is given up. */
  readonly onGivenUp?: (thread: Thread, failure: Failure) => void
}

const isNamed = (names: readonly string[], failure: Failure, type: Attempts['type']): boolean =>
  names.some(
    (name) =>
      name === 'States.ALL' ||
      name === failure.error ||
      (failure.alias !== undefined && name === failure.alias) ||
      // "A wildcard that matches any known error name except for States.Timeout", says
      // https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
      (name === 'States.TaskFailed' && failure.error !== 'States.Timeout') ||
      (name === 'States.BranchFailed' && type === 'Parallel'),
  )

/** Seconds before the next attempt, after `used` of them. */
export const delayOf = (retrier: Retrier, used: number): number =>
  Math.min(
    (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** used,
    retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY,
  )

/** The index of the retrier that decides about a failure, or of the catcher: the first that names it; -1 for none. */
export const deciding = (
  all: readonly { readonly ErrorEquals: readonly string[] }[],
  failure: Failure,
  type: Attempts['type'],
): number => (failure.isTerminal ? -1 : all.findIndex(({ ErrorEquals }) => isNamed(ErrorEquals, failure, type)))

const caught = (
  { catchers, type, onGivenUp }: Attempts,
  thread: Thread,
  failure: Failure,
): ReadyState | undefined | Promise<ReadyState | undefined> => {
  const catcher = failure.isTerminal ? undefined : catchers.find(({ names }) => isNamed(names, failure, type))
  onGivenUp?.(thread, failure)
  if (catcher === undefined) {
    thread.fail?.(failure)
    throw failure
  }
  return after(thread, catcher.recover(thread, errorOutputOf(failure)), () => {
    exit(thread, type)
    return catcher.next()
  })
}

const isStopped = ({ fiber }: Thread): boolean => fiber.state === 'stopped'

/** A state that is tried by itself does not wait for its retry: that it would be retried is the result. */
const tried = async (
  attempts: Attempts,
  thread: Thread,
  failure: Failure,
  { met, retrierRetryCount }: Trial,
  index: number,
): Promise<ReadyState | undefined> => {
  const retrier = attempts.retriers[index]
  met.failure = failure
  if (retrier !== undefined) {
    met.details = { retryIndex: index }
    if (retrierRetryCount < (retrier.MaxAttempts ?? 3)) {
      met.details.retryBackoffIntervalSeconds = delayOf(retrier, retrierRetryCount)
      met.status = 'RETRIABLE'
      throw failure
    }
  }
  const catchIndex = failure.isTerminal
    ? -1
    : attempts.catchers.findIndex(({ names }) => isNamed(names, failure, attempts.type))
  if (catchIndex !== -1) {
    met.details = { ...met.details, catchIndex }
    met.status = 'CAUGHT_ERROR'
  }
  return caught(attempts, thread, failure)
}

const recover = async (attempts: Attempts, thread: Thread, first: unknown): Promise<ReadyState | undefined> => {
  const { retriers, type, attempt } = attempts
  const used = new Map<Retrier, number>()
  const { clock, random } = thread.machine
  for (let thrown = first; ; ) {
    if (!(thrown instanceof Failure)) throw thrown
    if (isStopped(thread)) return halt()
    noteFailure(thread, thrown)
    const index = deciding(retriers, thrown, type)
    const retrier = retriers[index]
    const { trial } = thread.machine
    if (trial !== undefined) return tried(attempts, thread, thrown, trial, index)
    const count = retrier === undefined ? 0 : (used.get(retrier) ?? 0)
    if (retrier === undefined || count >= (retrier.MaxAttempts ?? 3)) {
      const next = await caught(attempts, thread, thrown)
      return isStopped(thread) ? halt() : next
    }
    used.set(retrier, count + 1)
    const delay = delayOf(retrier, count) * (retrier.JitterStrategy === 'FULL' ? random.next() : 1)
    await clock.sleep(thread.fiber, delay * 1000)
    thread.retries += 1
    try {
      return await attempt(thread)
    } catch (error) {
      thrown = error
    }
  }
}

const settled = async (
  attempts: Attempts,
  thread: Thread,
  pending: Promise<ReadyState | undefined>,
): Promise<ReadyState | undefined> => {
  try {
    return await pending
  } catch (thrown) {
    return recover(attempts, thread, thrown)
  }
}

/** Runs a state as often as its retriers say, and then lets its catchers have the failure. */
export const withRetries = (
  attempts: Attempts,
  thread: Thread,
): ReadyState | undefined | Promise<ReadyState | undefined> => {
  try {
    const result = attempts.attempt(thread)
    return isPending(result) ? settled(attempts, thread, result) : result
  } catch (thrown) {
    return recover(attempts, thread, thrown)
  }
}
