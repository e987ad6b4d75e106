import type { Duration } from './duration.ts'
import { type Graph, graphOf } from './graph.ts'

/** The longest wait: AWS's Wait state takes so many seconds. */
const longest = 99_999_999

/**
 * Waits, and hands its input on. In a run with the virtual clock it takes no time. Whole seconds, rounded up.
 *
 * @example seq(order, wait(hours(1)), remind)
 * @throws RangeError when the duration is negative or over 99,999,999 s.
 */
export const wait = <A>(duration: Duration): Graph<A, A> => {
  if (!(duration.seconds >= 0 && duration.seconds <= longest))
    throw new RangeError(`wait: a wait is from 0 to ${longest} s, got ${duration.seconds} s`)
  return graphOf({ _tag: 'Wait', duration: Object.freeze({ seconds: Math.ceil(duration.seconds) }) })
}
