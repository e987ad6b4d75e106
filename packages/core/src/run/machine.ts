/** One run: what all its states share, where a fiber stands in it, and what it leaves in the history. */
import type { Clock, Fiber } from '../execution/clock.ts'
import { halt } from '../execution/clock.ts'
import type { Recorder } from '../execution/history.ts'
import type { Occurrence } from '../occurrence.ts'
import type { Call } from './calls.ts'

/** The states that can fail. */
export type Active = 'Task' | 'Parallel' | 'Map'

export interface Machine {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly calls: ReadonlyMap<string, Call>
  readonly queryLanguage: 'JSONPath' | 'JSONata'
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
export const exit = ({ machine, fiber, at }: Here, type: Active, output: unknown, previous: number): Reached => {
  machine.inState.delete(fiber)
  const details = { name: at.name, output }
  return {
    value: output,
    event: machine.recorder.add({ type: `${type}StateExited`, stateExitedEventDetails: details }, previous),
  }
}

/** A Pass state: in and out with the same value. */
export const pass = ({ recorder }: Machine, name: string, value: unknown, previous: number): Reached => {
  const entered = recorder.add({ type: 'PassStateEntered', stateEnteredEventDetails: { name, input: value } }, previous)
  const exited = { type: 'PassStateExited', stateExitedEventDetails: { name, output: value } } as const
  return { value, event: recorder.add(exited, entered) }
}

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
