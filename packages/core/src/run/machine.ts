/** One run: what all its states share, where a fiber stands in it, and what it leaves in the history. */

import { matches } from '../combinators/errors.ts'
import type { Clock, Fiber } from '../execution/clock.ts'
import { halt } from '../execution/clock.ts'
import type { Recorder } from '../execution/history.ts'
import type { RetryPolicy } from '../graph/graph.ts'
import type { Occurrence } from '../graph/occurrence.ts'
import { retryDelay } from '../services/serviceRetry.ts'
import type { Call } from './calls.ts'
import type { Item, Variables } from './expressions.ts'

/** The states that last, or that can fail. */
export type Active = 'Task' | 'Parallel' | 'Map' | 'Wait' | 'Fail'

export interface Machine {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly calls: ReadonlyMap<string, Call>
  readonly queryLanguage: 'JSONPath' | 'JSONata'
  /** What the execution was started with. */
  readonly input: unknown
  /** When, in milliseconds since 1970. */
  readonly startedAt: number
  /** The state that each fiber is in, for the history to say what was cut off. */
  readonly inState: Map<Fiber, { readonly type: Active; readonly event: number }>
  /** Runs whatever stands somewhere: how states run what is inside them. */
  readonly proceed: (here: Here) => Promise<Reached>
}

/** A fiber about to enter a place of the graph. */
export interface Here {
  readonly machine: Machine
  readonly fiber: Fiber
  readonly at: Occurrence
  readonly input: unknown
  /** The event that led here. */
  readonly previous: number
  /** How many calls deep. */
  readonly depth: number
  /** How the state here is to be retried, where a retry around it is carried by the state itself. */
  readonly retries?: readonly RetryPolicy[] | undefined
  readonly variables: Variables | undefined
  readonly item: Item | undefined
}

/** A payload and the event that it came with. */
export interface Reached {
  readonly value: unknown
  readonly event: number
}

/** An error of the workflow, on its way to whoever catches it. Anything else that is thrown here is a defect, and nobody does. */
export class Failure {
  readonly error: string
  readonly cause: string
  /** The event to which what follows is linked. */
  readonly event: number

  constructor(error: string, cause: string, event: number) {
    this.error = error
    this.cause = cause
    this.event = event
  }
}

/** A Succeed state ends the branch, the item or the execution that it is in. */
export class Ended {
  readonly reached: Reached

  constructor(reached: Reached) {
    this.reached = reached
  }
}

/** Makes attempts until one succeeds, or fails with an error that is not, or no longer, retried. Each policy counts for itself. */
export const retrying = async <A>(
  { machine, fiber }: Here,
  policies: readonly RetryPolicy[],
  attempt: () => Promise<A>,
): Promise<A> => {
  const used = policies.map(() => 0)
  for (;;)
    try {
      return await attempt()
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown
      if (fiber.state === 'stopped') return halt()
      const { error } = thrown
      const i = policies.findIndex(({ errors }) => matches(errors, error))
      const policy = policies[i]
      const retries = used[i] ?? 0
      if (policy === undefined || retries >= policy.maxAttempts) throw thrown
      used[i] = retries + 1
      await machine.clock.sleep(fiber, retryDelay(policy, retries) * 1000)
    }
}

/** Notes that a state is entered which takes no time, and gives the event. */
export const note = (
  { recorder }: Machine,
  type: 'Pass' | 'Choice' | 'Succeed',
  name: string,
  input: unknown,
  previous: number,
): number => recorder.add({ type: `${type}StateEntered`, stateEnteredEventDetails: { name, input } }, previous)

/** Notes that such a state is left. */
export const left = (
  { recorder }: Machine,
  type: 'Pass' | 'Choice' | 'Succeed',
  name: string,
  output: unknown,
  entered: number,
): Reached => ({
  value: output,
  event: recorder.add({ type: `${type}StateExited`, stateExitedEventDetails: { name, output } }, entered),
})

/** Notes that a state is entered, and gives the event. */
export const enter = ({ machine, fiber, at, input, previous }: Here, type: Active): number => {
  const event = machine.recorder.add(
    { type: `${type}StateEntered`, stateEnteredEventDetails: { name: at.name, input } },
    previous,
  )
  machine.inState.set(fiber, { type, event })
  return event
}

/** Notes that a state is left with an output. */
export const exit = (
  { machine, fiber, at }: Here,
  type: Exclude<Active, 'Fail'>,
  output: unknown,
  previous: number,
): Reached => {
  machine.inState.delete(fiber)
  const details = { name: at.name, output }
  return {
    value: output,
    event: machine.recorder.add({ type: `${type}StateExited`, stateExitedEventDetails: details }, previous),
  }
}

/** A Pass state: in and out with the same value. */
export const pass = (machine: Machine, name: string, value: unknown, previous: number): Reached =>
  left(machine, 'Pass', name, value, note(machine, 'Pass', name, value, previous))

/** Passes on what was thrown inside a state, as that state's own failure. A fiber that was stopped meanwhile has none. */
export const failedIn = (
  { machine, fiber }: Here,
  thrown: unknown,
  type: 'ParallelStateFailed' | 'MapStateFailed',
  previous: number,
): Promise<never> => {
  if (!(thrown instanceof Failure)) throw thrown
  if (fiber.state === 'stopped') return halt()
  machine.inState.delete(fiber)
  throw new Failure(thrown.error, thrown.cause, machine.recorder.add({ type }, previous))
}
