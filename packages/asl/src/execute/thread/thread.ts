/** What runs: a machine with its clock and history, and a thread for each scope that is at work in it. */

import { SetupError } from '../calls/answers.ts'
import type { Calls } from '../calls/calls.ts'
import type { Tokens } from '../calls/tokens.ts'
import { Failure, tooDeep, tooLarge } from '../failure/failure.ts'
import type { HistoryEvent } from '../history/events.ts'
import type { Recorder } from '../history/recorder.ts'
import type { Parts, Resumption } from '../history/resume.ts'
import type { MapRunControl } from '../map/pace.ts'
import { faultOf } from '../payload/payload.ts'
import { type Clock, type Fiber, halt } from '../time/clock.ts'
import { contextOf as contextFor, type Identity, type Item } from './context.ts'
import type { Gate } from './control.ts'
import type { Limits } from './limits.ts'
import type { Random } from './random.ts'
import type { Variables } from './variables.ts'

/** What all threads of one execution share. */
export interface Machine {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly random: Random
  readonly calls: Calls
  readonly tokens: Tokens
  readonly identity: Identity
  readonly limits: Limits
  /** Which states are open in which fiber, to be named in the history when they are cut off. */
  readonly open: Map<Fiber, { readonly type: string; readonly event: number }>
  /** How many states were entered, in all executions that belong to this one. */
  readonly count: { transitions: number }
  /** The child executions of distributed Maps, kept where there is a history. */
  readonly mapRuns: MapRun[]
  /** Told of every event as it happens; absent unless somebody asked. */
  readonly onEvent?: (event: HistoryEvent, child: ChildExecution | undefined) => void
  /** Told of every run of a distributed Map when it begins; absent unless somebody asked. */
  readonly onMapRun?: (run: MapRunControl) => void
  /** Where threads can be held between states; absent unless somebody asked. */
  readonly gate?: Gate
  /** Set where one state is tried by itself. */
  readonly trial?: Trial
  /** Told of the data at every stage of a state; absent unless somebody asked. */
  readonly inspect?: (stage: string, value: unknown) => void
}

/** How one state is tried by itself: what it is to have met already, and what came of it besides its output. */
export interface Trial {
  /** How often the retrier that decides was used before. */
  readonly retrierRetryCount: number
  /** In the place of a Map's iterations or a Parallel's branches. */
  readonly mock: { readonly result: unknown } | { readonly failure: Failure } | undefined
  readonly mapIterationFailureCount: number
  readonly hasItemReaderData: boolean
  readonly met: {
    status?: 'RETRIABLE' | 'CAUGHT_ERROR'
    failure?: Failure
    details?: Record<string, number>
  }
}

/** Which child execution of a distributed Map an event is of. */
export interface ChildExecution {
  readonly mapRunArn: string
  /** The name of the Map. */
  readonly state: string
  /** From 0, in the order of the items or batches. */
  readonly index: number
}

/** One run of a distributed Map, and the executions in it. */
export interface MapRun {
  readonly state: string
  readonly mapRunArn: string
  readonly executions: readonly {
    readonly status: 'SUCCEEDED' | 'FAILED'
    readonly input: unknown
    readonly history: readonly HistoryEvent[]
  }[]
}

/** One scope at work. What changes from state to state is changed in place: it is nobody else's. */
export interface Thread {
  readonly machine: Machine
  readonly fiber: Fiber
  readonly variables: Variables
  readonly depth: number
  readonly item: Item | undefined
  /** Told at once of what ends the scope, so that its siblings stop. */
  readonly fail: ((thrown: unknown) => void) | undefined
  /** The input of the state that it is in, and after it, its output. */
  value: unknown
  /** The last event. */
  event: number
  /** The state that it is in. */
  name: string
  enteredEvent: number
  enteredAt: number
  retries: number
  /** Whether `$$.State.RetryCount` is part of the context. */
  hasRetries: boolean
  token: string | undefined
  /** The role that the task at hand assumes. */
  roleArn: string | undefined
  /** What the state just left assigned. */
  assigned: Record<string, unknown> | undefined
  /** Where it goes on, until it does. */
  resume: Resumption | undefined
  /** What the branches or iterations of the state that it went on in had come to. */
  parts: Parts | undefined
}

/** A state, made ready to run. `run` gives the state after it, or nothing at the end. */
export interface ReadyState {
  readonly name: string
  readonly type: string
  run: (thread: Thread) => ReadyState | undefined | Promise<ReadyState | undefined>
}

/** A `States` object, made ready. */
export interface ReadyScope {
  start: ReadyState
  readonly states: Map<string, ReadyState>
}

/** The machine of each branch or iteration: with a seed, each draws for itself. */
export const machines = ({ machine }: Thread): ((index: number) => Machine) => {
  const fork = machine.random.fork?.()
  return fork === undefined ? () => machine : (index) => ({ ...machine, random: fork(index) })
}

export const createThread = (
  machine: Machine,
  fiber: Fiber,
  from: Pick<Thread, 'variables' | 'depth' | 'item' | 'value' | 'event'> & Partial<Pick<Thread, 'fail'>>,
): Thread => ({
  machine,
  fiber,
  variables: from.variables,
  depth: from.depth,
  item: from.item,
  fail: from.fail,
  value: from.value,
  event: from.event,
  name: '',
  enteredEvent: 0,
  enteredAt: 0,
  retries: 0,
  hasRetries: false,
  token: undefined,
  roleArn: undefined,
  assigned: undefined,
  resume: undefined,
  parts: undefined,
})

/** The context object, `$$` and `$states.context`, as a thread sees it now. */
export const contextOf = (thread: Thread): Record<string, unknown> => contextFor(thread.machine.identity, thread)

/** Enters a state. */
export const enter = (thread: Thread, state: Pick<ReadyState, 'name' | 'type'>): void => {
  const { recorder, clock } = thread.machine
  thread.name = state.name
  thread.retries = 0
  thread.hasRetries = state.type === 'Task' || state.type === 'Parallel' || state.type === 'Map'
  thread.assigned = undefined
  thread.enteredAt = clock.now()
  if (thread.resume !== undefined && isReentered(thread, thread.resume)) return
  thread.enteredEvent = recorder.entered(state.type, state.name, thread.value, thread.event)
  thread.event = thread.enteredEvent
}

/** Goes on in a state; whether it was entered before. */
const isReentered = (thread: Thread, { enteredEvent, parts }: Resumption): boolean => {
  thread.resume = undefined
  if (enteredEvent === undefined) return false
  thread.parts = parts
  thread.enteredEvent = enteredEvent
  thread.event = enteredEvent
  return true
}

/** A thread that goes on where a history ended. */
export const resumed = (thread: Thread, resumption: Resumption | undefined): Thread => {
  if (resumption === undefined) return thread
  thread.resume = resumption
  thread.value = resumption.input
  if (resumption.variables.size > 0) thread.variables.own = new Map(resumption.variables)
  return thread
}

/** What the branches of the state at hand had come to, for the one attempt that goes on with it. */
export const takeParts = (thread: Thread): Parts | undefined => {
  const { parts } = thread
  thread.parts = undefined
  return parts
}

/** The state that a scope begins with, or goes on in. */
const startOf = ({ resume }: Thread, { start, states }: ReadyScope): ReadyState =>
  resume === undefined ? start : (states.get(resume.state) ?? start)

/** Leaves it, with its output in `thread.value`. */
export const exit = (thread: Thread, type: string): void => {
  checkSize(thread)
  thread.event = thread.machine.recorder.exited(type, thread.name, thread.value, thread.assigned, thread.event)
}

const checkSize = (thread: Thread): void => {
  if (typeof thread.value !== 'object' && typeof thread.value !== 'string') return
  const fault = faultOf(thread.value)
  if (fault === undefined || (fault === 'large' && !thread.machine.limits.payload)) return
  throw fault === 'deep' ? tooDeep(thread.name) : tooLarge(thread.name, true)
}

// Calls of async functions run at once until they first wait; without a pause now and then a deep definition would overflow the stack.
const levelsPerTurn = 100

/** The state after a step, while it may have to be waited for. */
type Next = ReadyState | undefined | Promise<ReadyState | undefined>

const count = ({ machine }: Thread): number => {
  machine.count.transitions += 1
  if (machine.count.transitions > machine.limits.transitions) throw endless(machine)
  return machine.count.transitions
}

// So that a signal to stop is heard, also in a machine that never waits.
const transitionsPerTurn = 5_000
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const noted = (thread: Thread, thrown: unknown): unknown => {
  if (thrown instanceof Failure) noteFailure(thread, thrown)
  thread.fail?.(thrown)
  return thrown
}

const runOn = async (thread: Thread, from: Next): Promise<void> => {
  try {
    for (let at = await from; at !== undefined; ) {
      const { gate } = thread.machine
      if (gate?.isShut()) await gate.pass(thread, at.name)
      if (thread.fiber.state === 'stopped') return halt()
      if (count(thread) % transitionsPerTurn === 0) await turn()
      const next: Next = at.run(thread)
      at = next instanceof Promise ? await next : next
    }
  } catch (thrown) {
    throw thread.fiber.state === 'stopped' ? await halt() : noted(thread, thrown)
  }
  if (thread.fiber.state === 'stopped') return halt()
}

/**
 * Runs a scope to its end. What comes out is in `thread.value`. Gives a promise only where something has to be waited for:
 * most states need no waiting, and a promise costs more than they do.
 */
export const runScope = (thread: Thread, scope: ReadyScope): undefined | Promise<void> => {
  if (thread.depth % levelsPerTurn === levelsPerTurn - 1) return runOn(thread, Promise.resolve(startOf(thread, scope)))
  const { gate } = thread.machine
  try {
    for (let at: ReadyState | undefined = startOf(thread, scope); at !== undefined; ) {
      if (gate?.isShut()) return runOn(thread, at)
      if (count(thread) % transitionsPerTurn === 0)
        return runOn(
          thread,
          turn().then(() => at),
        )
      const next: Next = at.run(thread)
      if (next instanceof Promise) return runOn(thread, next)
      at = next
    }
  } catch (thrown) {
    throw noted(thread, thrown)
  }
  return undefined
}

const endless = (machine: Machine): SetupError =>
  new SetupError(
    `execute: the execution entered ${machine.limits.transitions} states and is still running. Is it a loop? \`limits: { transitions }\` allows more${machine.recorder.isOn ? ', and `history: false` needs far less memory' : ''}`,
  )

/** Writes down that an evaluation failed, once, where AWS does. */
export const noteFailure = (thread: Thread, failure: Failure): void => {
  if (failure.event !== 0) return
  failure.event =
    failure.location === undefined
      ? thread.event
      : thread.machine.recorder.evaluationFailed(failure, thread.name, failure.location, thread.event)
  thread.event = failure.event
}

/** Writes down that a state was cut off, for a fiber that is stopped. */
export const stopped =
  ({ open, recorder }: Machine): ((fiber: Fiber) => void) =>
  (fiber) => {
    const at = open.get(fiber)
    if (at !== undefined) recorder.add(at.event, () => ({ type: `${at.type}StateAborted` }))
    open.delete(fiber)
  }
