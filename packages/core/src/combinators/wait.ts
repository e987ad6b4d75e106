import type { Duration } from '../duration.ts'
import { type Of, ofInput, type Ref } from '../expressions/reference.ts'
import { type Graph, graphOf } from '../graph/step.ts'
import { longestWait } from '../quotas.ts'
import { type NameOptions, nameIn } from './annotate.ts'

/** The wait of a callback, which asks a payload. */
const asked = <A>(
  kind: 'seconds' | 'until',
  place: string,
  callback: (input: Ref<A>) => unknown,
  options: NameOptions | undefined,
): Graph<A, A> =>
  graphOf({
    _tag: 'Wait',
    delay: Object.freeze({ kind, expression: ofInput(place, callback) }),
    ...nameIn(place, options),
  })

/**
 * Waits; the output is the input. `run` with the virtual clock does not wait. The duration is rounded up to whole seconds, or comes from
 * the payload, as a whole number of seconds.
 *
 * @example seq(order, wait(hours(1), { name: 'Give them an hour' }), remind)
 * @example seq(throttled, wait((reply) => reply.retryAfterSeconds), call)
 * @throws RangeError when the duration is negative or over 99,999,999 s.
 */
export const wait = <A>(duration: Duration | ((input: Ref<A>) => Of<number>), options?: NameOptions): Graph<A, A> => {
  if (typeof duration === 'function') return asked('seconds', 'wait', duration, options)
  if (!(duration.seconds >= 0 && duration.seconds <= longestWait))
    throw new RangeError(`wait: a wait is from 0 to ${longestWait} s, got ${duration.seconds} s`)
  return graphOf({
    _tag: 'Wait',
    delay: Object.freeze({ kind: 'duration', seconds: Math.ceil(duration.seconds) }),
    ...nameIn('wait', options),
  })
}

/**
 * Waits until a time in the payload, an ISO 8601 string with a time zone; the output is the input. A time in the past does not wait.
 *
 * @example seq(appointment, waitUntil((a) => a.remindAt), remind)
 */
export const waitUntil = <A>(at: (input: Ref<A>) => Of<string>, options?: NameOptions): Graph<A, A> =>
  asked('until', 'waitUntil', at, options)
