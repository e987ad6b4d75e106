/** The time that is left of an invocation, as a number and as a signal. Nothing is set up before it is asked for. */
import type { Context } from './context.ts'
import { defineError } from './defineError.ts'

/** The part of a context that is asked. */
export type Timed = Pick<Context, 'getRemainingTimeInMillis'>

/** How many milliseconds before the end the signal aborts, where nothing else is said. */
const usualMargin = 500

/**
 * The reason with which the signal of `deadlineSignal` aborts. The aborted operation rejects with this error, so a workflow can catch it
 * by name.
 *
 * @example catchError(fetchReport, on('DeadlineExceeded', retryLater))
 */
export const DeadlineExceeded: ReturnType<typeof defineError<'DeadlineExceeded'>> = defineError('DeadlineExceeded')

/**
 * The milliseconds that an invocation has left for its work: Lambda's remaining time minus a margin for an orderly end. Never
 * negative.
 *
 * @example while (remaining(context) > 2_000) await importPage()
 */
export const remaining = (context: Timed, margin: number = usualMargin): number =>
  Math.max(0, context.getRemainingTimeInMillis() - margin)

const signals = new WeakMap<Timed, Map<number, AbortSignal>>()

/**
 * An `AbortSignal` that aborts `margin` milliseconds before the invocation's time-out, with `DeadlineExceeded` as its reason. There is
 * one signal per invocation and margin.
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
