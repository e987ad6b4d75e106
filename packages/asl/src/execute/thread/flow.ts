/** How data goes into a state and out of it, in either query language. */

import { halt } from '../time/clock.ts'
import type { Thread } from './thread.ts'

export interface Flow {
  /** What the state works on, of its input. */
  readonly work: (thread: Thread) => unknown
  /** Makes the state's output of its result, and assigns variables: both see what there was at entry. */
  readonly finish: (thread: Thread, result: unknown) => unknown
}

/** How a caught error goes on: what the next state is given, and variables. */
export type Recovery = (thread: Thread, errorOutput: unknown) => unknown

/** Whether something has to be waited for. Most has not, and waiting costs more than most states do. */
export const isPending = (value: unknown): value is Promise<unknown> => value instanceof Promise

/** Sets variables all at once. */
export const assign = (thread: Thread, values: unknown): void => {
  if (typeof values !== 'object' || values === null) return
  const assigned = values as Record<string, unknown>
  thread.assigned = assigned
  thread.variables.own ??= new Map()
  for (const name of Object.keys(assigned)) thread.variables.own.set(name, assigned[name])
}

/** Goes on with a value, now or when it is there; not at all in a fiber that was stopped meanwhile. */
export const after = <A>(thread: Thread, value: unknown, then: (value: unknown) => A | Promise<A>): A | Promise<A> =>
  isPending(value) ? value.then((there) => (thread.fiber.state === 'stopped' ? halt() : then(there))) : then(value)
