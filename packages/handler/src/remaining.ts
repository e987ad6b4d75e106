/** The remaining time of an invocation, as a number and as a signal. Nothing is set up until it is used. */
import type { Context } from './context.ts'
import { defineError } from './defineError.ts'

/** The part of a Lambda context that these functions use. */
export type Timed = Pick<Context, 'getRemainingTimeInMillis'>

/** How many milliseconds before the time-out the signal aborts by default. */
const usualMargin = 500

/**
 * The reason of an aborted `deadlineSignal`. The aborted operation rejects with this error, so a workflow can catch it by name.
 *
 * @example catchError(fetchReport, on('DeadlineExceeded', retryLater))
 */
export const DeadlineExceeded: ReturnType<typeof defineError<'DeadlineExceeded'>> = defineError('DeadlineExceeded')

/**
 * Returns the milliseconds that an invocation has left for its work: Lambda's remaining time minus a margin (default 500 ms) for an orderly end.
 * Never negative.
 *
 * @example while (remaining(context) > 2_000) await importPage()
 */
export const remaining = (context: Timed, margin: number = usualMargin): number =>
  Math.max(0, context.getRemainingTimeInMillis() - margin)

const signals = new WeakMap<Timed, Map<number, AbortSignal>>()

/**
 * Returns an `AbortSignal` that aborts `margin` milliseconds (default 500) before the invocation's time-out, with `DeadlineExceeded` as its reason.
 * Each invocation has one signal per margin.
 *
 * @example await fetch(url, { signal: deadlineSignal(context) })
 */
export const deadlineSignal = (context: Timed, margin: number = usualMargin): AbortSignal => {
  const known = signals.get(context) ?? new Map<number, AbortSignal>()
  signals.set(context, known)
  const there = known.get(margin)
  if (there) return there
  const controller = new AbortController()
  const end = (): void => {
    const left = remaining(context, margin)
    // The timer may ring early, and a longer time than it can hold takes several.
    if (left > 0) setTimeout(end, Math.min(left, 2 ** 31 - 1)).unref?.()
    else controller.abort(new DeadlineExceeded(`${margin} ms before the invocation's time-out`))
  }
  end()
  known.set(margin, controller.signal)
  return controller.signal
}
