import type { Duration } from '../duration.ts'
import { type Of, ofInput, type Ref } from '../expressions/reference.ts'
import { type Graph, graphOf } from '../graph/graph.ts'
import { longestWait } from '../quotas.ts'

/** The wait of a callback, which asks a payload. */
const asked = <A>(kind: 'seconds' | 'until', place: string, callback: (input: Ref<A>) => unknown): Graph<A, A> =>
  graphOf({
    _tag: 'Wait',
    delay: Object.freeze({ kind, expression: ofInput(place, callback) }),
  })

/**
 * Waits, and hands its input on. In a run with the virtual clock it takes no time. Whole seconds, rounded up; or as many seconds as
 * the payload says, which must be a whole number.
 *
 * @example seq(order, wait(hours(1)), remind)
 * @example seq(throttled, wait((reply) => reply.retryAfterSeconds), call)
 * @throws RangeError when the duration is negative or over 99,999,999 s.
 */
export const wait = <A>(duration: Duration | ((input: Ref<A>) => Of<number>)): Graph<A, A> => {
  if (typeof duration === 'function') return asked('seconds', 'wait', duration)
  if (!(duration.seconds >= 0 && duration.seconds <= longestWait))
    throw new RangeError(`wait: a wait is from 0 to ${longestWait} s, got ${duration.seconds} s`)
  return graphOf({
    _tag: 'Wait',
    delay: Object.freeze({ kind: 'duration', seconds: Math.ceil(duration.seconds) }),
  })
}

/**
 * Waits until an instant that the payload names, an ISO 8601 text with a zone, and hands its input on. One in the past is no wait.
 *
 * @example seq(appointment, waitUntil((a) => a.remindAt), remind)
 */
export const waitUntil = <A>(at: (input: Ref<A>) => Of<string>): Graph<A, A> => asked('until', 'waitUntil', at)
