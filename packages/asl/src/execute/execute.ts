/** A definition, run here and now, as AWS runs it. */

import { isStep } from '@orkestra/core'
import { SetupError } from './answers.ts'
import { type Calls, createCalls } from './calls.ts'
import type { Execution } from './execution.ts'
import { Failure } from './failure.ts'
import { machineOf } from './machine.ts'
import type { ExecuteOptions } from './options.ts'
import { image } from './payload.ts'
import { type Plan, planOf } from './plan.ts'
import { detailsOf } from './recorder.ts'
import { createThread, type Machine, runScope, stopped, type Thread } from './thread.ts'
import { createFiber, type Fiber, stop } from './time/clock.ts'
import { createVariables } from './variables.ts'

/** How long an Express workflow may take. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const expressSeconds = 300

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
  const cancel = Number.isFinite(limit) ? machine.clock.alarm(limit * 1000, () => end('TIMED_OUT')) : undefined
  const abort = (): void => end('ABORTED')
  options.signal?.addEventListener('abort', abort)
  return () => {
    cancel?.()
    options.signal?.removeEventListener('abort', abort)
  }
}

const ended = (machine: Machine, result: Record<string, unknown>): Execution =>
  ({ ...result, history: machine.recorder.events, mapRuns: machine.mapRuns }) as unknown as Execution

const runThread = async (machine: Machine, thread: Thread, plan: Plan): Promise<Execution> => {
  const { recorder } = machine
  try {
    const running = runScope(thread, plan.scope)
    if (running !== undefined) await running
    const output = thread.value
    recorder.add(thread.event, () => ({ type: 'ExecutionSucceeded', executionSucceededEventDetails: { output } }))
    return ended(machine, { status: 'SUCCEEDED', output })
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    const details = detailsOf(thrown)
    recorder.add(thread.event, () => ({ type: 'ExecutionFailed', executionFailedEventDetails: details }))
    return ended(machine, { status: 'FAILED', ...details })
  }
}

/** Runs what was made ready. */
export const runPlan = (
  plan: Plan,
  given: unknown,
  options: Omit<ExecuteOptions, 'lambdas' | 'states' | 'services'>,
  calls: Calls,
): Promise<Execution> => {
  const input = image(given)
  const machine = machineOf(options, input, calls)
  const { recorder, clock } = machine
  const fiber: Fiber = createFiber()
  const variables = createVariables(undefined)
  if (options.variables) variables.own = new Map(Object.entries(image(options.variables) as Record<string, unknown>))
  const event = recorder.add(0, () => ({ type: 'ExecutionStarted', executionStartedEventDetails: { input } }))
  // AWS links the first state to nothing.
  const thread = createThread(machine, fiber, { variables, depth: 0, item: undefined, value: input, event: event - 1 })
  if (plan.timeoutSeconds === undefined && options.type !== 'EXPRESS' && options.signal === undefined)
    return runThread(machine, thread, plan)
  return new Promise((resolve, reject) => {
    const end = (status: 'TIMED_OUT' | 'ABORTED'): void => {
      release()
      stop(clock, fiber, stopped(machine))
      recorder.add(thread.event, () => ({ type: status === 'TIMED_OUT' ? 'ExecutionTimedOut' : 'ExecutionAborted' }))
      resolve(ended(machine, { status }))
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
    const calls = createCalls(options.lambdas, options.states, options.services)
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
 *   that is no JSON.
 */
export const execute = async <O = unknown>(
  definition: unknown,
  input: unknown,
  options: ExecuteOptions = {},
): Promise<Execution<O>> => prepare(definition, options)<O>(input, options)
