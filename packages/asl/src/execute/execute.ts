/** A definition, run here and now, as AWS runs it. */

import { isStep } from '@orkestra/core'
import { expressSeconds } from '../language/quotas.ts'
import { SetupError } from './calls/answers.ts'
import { type Calls, createCalls } from './calls/calls.ts'
import { type Execution, showExecution } from './execution.ts'
import { Failure } from './failure/failure.ts'
import type { ErrorDetails } from './history/events.ts'
import { detailsOf, type Recorder } from './history/recorder.ts'
import { resumptionOf } from './history/resume.ts'
import type { ExecuteOptions } from './options.ts'
import { image } from './payload/payload.ts'
import { type Plan, planOf } from './plan/plan.ts'
import { TaskFailure } from './task/taskFailure.ts'
import { machineOf } from './thread/machine.ts'
import { createThread, type Machine, resumed, runScope, type Thread } from './thread/thread.ts'
import { createVariables } from './thread/variables.ts'
import { createFiber, type Fiber, stop } from './time/clock.ts'

// Many executions may share one signal, and each listener on it is one more that Node.js warns of.
const aborting = new WeakMap<AbortSignal, Set<() => void>>()

/** Calls `abort` when a signal is given; what it gives takes that back. */
const onAbort = (signal: AbortSignal, abort: () => void): (() => void) => {
  const known = aborting.get(signal)
  const all = known ?? new Set<() => void>()
  if (known === undefined) {
    aborting.set(signal, all)
    signal.addEventListener('abort', () => {
      for (const one of [...all]) one()
    })
  }
  all.add(abort)
  return () => all.delete(abort)
}

/** What StopExecution is given besides the execution: the reason of the signal, where it is a failure. */
const reasonOf = ({ reason }: AbortSignal): ErrorDetails =>
  reason instanceof TaskFailure
    ? detailsOf({ error: reason.error, cause: reason.reason === '' ? undefined : reason.reason })
    : {}

const isSignal = (given: unknown): given is AbortSignal =>
  typeof given === 'object' && given !== null && 'aborted' in given && 'addEventListener' in given

/** Calls `end` when the time is up or the signal is given; what it gives takes both back. */
const untilEnd = (
  machine: Machine,
  plan: Plan,
  options: Pick<ExecuteOptions, 'type' | 'signal'>,
  end: (status: 'TIMED_OUT' | 'ABORTED') => void,
): (() => void) => {
  const limit = Math.min(
    plan.timeoutSeconds || Number.POSITIVE_INFINITY,
    options.type === 'EXPRESS' ? expressSeconds : Number.POSITIVE_INFINITY,
  )
  const cancel = Number.isFinite(limit) ? machine.clock.alarm(limit * 1000, () => end('TIMED_OUT'), true) : undefined
  const unlisten = options.signal && onAbort(options.signal, () => end('ABORTED'))
  return () => {
    cancel?.()
    unlisten?.()
  }
}

const text = {
  value(this: Execution) {
    return showExecution(this)
  },
}

const ended = (machine: Machine, result: Record<string, unknown>): Execution =>
  // As a text, as messages of assertions are, it says how it ended; not enumerable, so that it is data in every comparison.
  Object.defineProperty(
    { ...result, history: machine.recorder.events, mapRuns: machine.mapRuns },
    'toString',
    text,
  ) as unknown as Execution

const runThread = async (machine: Machine, thread: Thread, plan: Plan): Promise<Execution> => {
  const { recorder } = machine
  try {
    const running = runScope(thread, plan.scope)
    if (running !== undefined) await running
    const output = thread.value
    recorder.end(thread.event, { type: 'ExecutionSucceeded', executionSucceededEventDetails: { output } })
    return ended(machine, { status: 'SUCCEEDED', output })
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    const details = detailsOf(thrown)
    recorder.end(thread.event, { type: 'ExecutionFailed', executionFailedEventDetails: details })
    return ended(machine, { status: 'FAILED', ...details })
  }
}

const begin = (recorder: Recorder, input: unknown, { resume }: Pick<ExecuteOptions, 'resume'>): number =>
  resume === undefined
    ? recorder.add(0, () => ({ type: 'ExecutionStarted', executionStartedEventDetails: { input } }))
    : recorder.add(resume.history.length, () => ({ type: 'ExecutionRedriven' }))

/** Runs what was made ready. */
export const runPlan = (
  plan: Plan,
  given: unknown,
  options: Omit<ExecuteOptions, 'lambdas' | 'states' | 'services'>,
  calls: Calls,
): Promise<Execution> => {
  if (options.signal !== undefined && !isSignal(options.signal))
    throw new TypeError('execute: the signal is not an AbortSignal. Give it new AbortController().signal')
  const input = image(given)
  const machine = machineOf(options, input, calls)
  const { recorder, clock } = machine
  const fiber: Fiber = createFiber()
  const variables = createVariables(undefined)
  if (options.variables) variables.own = new Map(Object.entries(image(options.variables) as Record<string, unknown>))
  const event = begin(recorder, input, options)
  // AWS links the first state to nothing.
  const thread = createThread(machine, fiber, { variables, depth: 0, item: undefined, value: input, event: event - 1 })
  if (options.resume !== undefined) resumed(thread, resumptionOf(plan.definition, options.resume))
  if (plan.timeoutSeconds === undefined && options.type !== 'EXPRESS' && options.signal === undefined)
    return runThread(machine, thread, plan)
  return new Promise((resolve, reject) => {
    const end = (status: 'TIMED_OUT' | 'ABORTED'): void => {
      release()
      // AWS writes the end, linked to nothing, and no word of the states that it cut off.
      const given = status === 'ABORTED' && options.signal ? reasonOf(options.signal) : {}
      recorder.end(
        0,
        status === 'TIMED_OUT'
          ? { type: 'ExecutionTimedOut', executionTimedOutEventDetails: { error: 'States.Timeout' } }
          : { type: 'ExecutionAborted', executionAbortedEventDetails: given },
      )
      stop(clock, fiber, () => {})
      resolve(ended(machine, { status, ...given }))
    }
    const release = untilEnd(machine, plan, options, end)
    if (options.signal?.aborted) return end('ABORTED')
    runThread(machine, thread, plan).then(resolve, reject).finally(release)
  })
}

interface Planned {
  readonly text: string
  readonly plan: Plan
}

// Tests run one definition many times, and reading it takes longer than running it. Its text tells whether it is still the same.
const planned: Readonly<Record<'STANDARD' | 'EXPRESS', WeakMap<object, Planned>>> = {
  STANDARD: new WeakMap(),
  EXPRESS: new WeakMap(),
}

const textOf = (definition: object): string | undefined => {
  try {
    return JSON.stringify(definition)
  } catch {
    // Too deep for JSON, or none: then it is read anew each time.
    return undefined
  }
}

const planFor = (definition: unknown, type: 'STANDARD' | 'EXPRESS'): Plan => {
  const text = typeof definition === 'object' && definition !== null ? textOf(definition) : undefined
  if (text === undefined) return planOf(definition, type)
  const known = planned[type].get(definition as object)
  if (known?.text === text) return known.plan
  const plan = planOf(definition, type)
  planned[type].set(definition as object, { text, plan })
  return plan
}

/**
 * Makes a definition ready to be run many times: what can be wrong with it comes up here, once.
 *
 * @example
 * const machine = prepare(definition)
 * await machine({ id: '1' }, { lambdas })
 * @throws AslError for a definition that cannot be run; SetupError for a workflow, which `run` is for.
 */
export const prepare = (
  definition: unknown,
  { type = 'STANDARD' }: Pick<ExecuteOptions, 'type'> = {},
): (<O = unknown>(input: unknown, options?: Omit<ExecuteOptions, 'type'>) => Promise<Execution<O>>) => {
  if (isStep(definition)) throw new SetupError('execute takes a definition. A workflow is run by run(workflow, input)')
  const plan = planFor(definition, type)
  return async <O>(input: unknown, options: Omit<ExecuteOptions, 'type'> = {}) => {
    const calls = createCalls(options.lambdas, options.states, options.services, options.standIn)
    return (await runPlan(plan, input, { ...options, type }, calls)) as Execution<O>
  }
}

/**
 * Runs a state machine in this process, as AWS runs it: any definition, in JSONPath or JSONata. A workflow is run by `run`.
 *
 * Time is virtual: an hour's wait takes none. A failure is a result, with the error and the cause that AWS shows. What is missing
 * in the set-up is thrown to the caller, and no `Catch` of the workflow gets it.
 *
 * @example
 * const execution = await execute(definition, { id: '1' }, { lambdas: { charge: (event) => ({ ok: true }) } })
 * execution.status // 'SUCCEEDED'
 * @throws AslError for a definition that cannot be run; SetupError for a task that nothing stands in for; TypeError for an input
 *   that is not JSON.
 */
export const execute = async <O = unknown>(
  definition: unknown,
  input: unknown,
  options: ExecuteOptions = {},
): Promise<Execution<O>> => prepare(definition, options)<O>(input, options)
