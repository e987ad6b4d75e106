/** The meaning of a graph: a run of it, here and now, with its real handlers. */
import { SetupError, type StandIn } from '../execution/answers.ts'
import { type Call, callsOf } from '../execution/calls.ts'
import {
  type Clock,
  createFiber,
  createRealClock,
  createVirtualClock,
  type Fiber,
  halt,
  join,
} from '../execution/clock.ts'
import type { Execution } from '../execution/execution.ts'
import { causeInState, failureOf, isOverPayloadLimit } from '../execution/failure.ts'
import { createRecorder, type Recorder } from '../execution/history.ts'
import type { AnyStep, Step, Task } from '../graph.ts'
import { nodes } from '../nodes.ts'
import { type Occurrence, occurrences } from '../occurrence.ts'
import { retryDelay, serviceRetry } from '../serviceRetry.ts'
import { taskTimeoutSeconds } from '../taskTimeout.ts'

export interface RunOptions {
  /**
   * Stand-ins by task name, for composed handlers and for tasks that have no handler here: a function of the task's input,
   * or a list of answers, one per attempt.
   */
  readonly tasks?: Readonly<Record<string, StandIn>>
  /** `"virtual"`, the default: waits take no time. `"real"`: they do, and a task that takes too long is timed out. */
  readonly clock?: 'virtual' | 'real'
  /** The query language that the graph is to be emitted in: what AWS makes of some mistakes depends on it. */
  readonly queryLanguage?: 'JSONPath' | 'JSONata'
}

/** An error of the workflow, on its way to whoever catches it. Anything else that is thrown here is a defect, and nobody does. */
class Failure {
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

/** A payload and the event that it came with. */
interface Reached {
  readonly value: unknown
  readonly event: number
}

interface Machine {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly calls: ReadonlyMap<string, Call>
  readonly queryLanguage: 'JSONPath' | 'JSONata'
  readonly inState: Map<Fiber, { readonly type: 'Task' | 'Parallel' | 'Map'; readonly event: number }>
}

// A state hands on a value that nobody changes, so only a task's input and output are copied: its handler may do what it
// likes with its own, as on AWS.
const copy = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value

const attempt = async (machine: Machine, fiber: Fiber, task: Task, input: unknown): Promise<unknown> => {
  const call = machine.calls.get(task.name) as Call
  const seconds = machine.clock.isReal ? taskTimeoutSeconds(task) : undefined
  const result = Promise.resolve(call(copy(input)))
  if (seconds === undefined) return result
  const watch = createFiber()
  // However the attempt ends, by its result or by a sibling's failure, the timer must not keep the process alive.
  fiber.cancel = () => watch.cancel?.()
  return Promise.race([
    result.finally(() => watch.cancel?.()),
    machine.clock.sleep(watch, seconds * 1000).then(() => {
      if (fiber.state === 'stopped') return halt()
      throw new Failure('States.Timeout', '', 0)
    }),
  ])
}

/** The payload as JSON makes it, or why JSON cannot. */
const image = (
  state: string,
  result: unknown,
): { readonly value: unknown } | { readonly error: string; readonly cause: string } => {
  let text: string | undefined
  try {
    text = JSON.stringify(result)
  } catch (error) {
    // What the Node.js runtime of Lambda answers when it cannot write a response.
    const errorMessage = `Unable to stringify response body: ${error instanceof Error ? error.message : String(error)}`
    return {
      error: 'Runtime.MarshalError',
      cause: JSON.stringify({ errorType: 'Runtime.MarshalError', errorMessage, trace: [] }),
    }
  }
  if (text === undefined) return { value: null }
  if (isOverPayloadLimit(text))
    return {
      error: 'States.DataLimitExceeded',
      cause: `The state/task '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    }
  // What JSON keeps as it is needs no reading back; NaN is not among it.
  return { value: typeof result === 'string' || typeof result === 'boolean' ? result : JSON.parse(text) }
}

const enter = (
  machine: Machine,
  fiber: Fiber,
  at: Occurrence,
  type: 'Task' | 'Parallel' | 'Map',
  input: unknown,
  previous: number,
): number => {
  const event = machine.recorder.add(
    { type: `${type}StateEntered`, stateEnteredEventDetails: { name: at.name, input } },
    previous,
  )
  machine.inState.set(fiber, { type, event })
  return event
}

const exit = (
  machine: Machine,
  fiber: Fiber,
  type: 'Task' | 'Parallel' | 'Map',
  name: string,
  output: unknown,
  previous: number,
): number => {
  machine.inState.delete(fiber)
  return machine.recorder.add({ type: `${type}StateExited`, stateExitedEventDetails: { name, output } }, previous)
}

const pass = (machine: Machine, name: string, value: unknown, previous: number): Reached => {
  const entered = machine.recorder.add(
    { type: 'PassStateEntered', stateEnteredEventDetails: { name, input: value } },
    previous,
  )
  return {
    value,
    event: machine.recorder.add({ type: 'PassStateExited', stateExitedEventDetails: { name, output: value } }, entered),
  }
}

const runTask = async (
  machine: Machine,
  fiber: Fiber,
  at: Occurrence,
  task: Task,
  input: unknown,
  previous: number,
): Promise<Reached> => {
  const { recorder, clock } = machine
  let event = enter(machine, fiber, at, 'Task', input, previous)
  for (let retries = 0; ; retries++) {
    event = recorder.add({ type: 'TaskScheduled' }, event)
    event = recorder.add({ type: 'TaskStarted' }, event)
    let failure: { readonly error: string; readonly cause: string }
    try {
      const result = await attempt(machine, fiber, task, input)
      if (fiber.state === 'stopped') return halt()
      const output = image(at.name, result)
      if ('value' in output) {
        event = recorder.add({ type: 'TaskSucceeded', taskSucceededEventDetails: { output: output.value } }, event)
        return { value: output.value, event: exit(machine, fiber, 'Task', at.name, output.value, event) }
      }
      failure = output
    } catch (thrown) {
      if (fiber.state === 'stopped') return halt()
      if (thrown instanceof SetupError) throw thrown
      failure = thrown instanceof Failure ? thrown : failureOf(thrown)
    }
    const { error, cause } = failure
    event = recorder.add(
      error === 'States.Timeout'
        ? { type: 'TaskTimedOut', taskTimedOutEventDetails: { error, cause } }
        : { type: 'TaskFailed', taskFailedEventDetails: { error, cause } },
      event,
    )
    const isRetried =
      task.retryServiceErrors !== false && retries < serviceRetry.maxAttempts && serviceRetry.errors.includes(error)
    if (!isRetried) {
      // Over with, for better or worse: a sibling's failure no longer aborts it.
      machine.inState.delete(fiber)
      throw new Failure(error, cause, event)
    }
    await clock.sleep(fiber, retryDelay(serviceRetry, retries) * 1000)
  }
}

/** Fibers side by side inside a state; `onStop` tells the history which of their states were cut off. */
const sideBySide = (
  machine: Machine,
  fiber: Fiber,
  count: number,
  body: (inner: Fiber, index: number) => Promise<void>,
): Promise<void> =>
  join(machine.clock, fiber, count, body, (stopped) => {
    const open = machine.inState.get(stopped)
    if (open) machine.recorder.add({ type: `${open.type}StateAborted` }, open.event)
    machine.inState.delete(stopped)
  })

const runParallel = async (
  machine: Machine,
  fiber: Fiber,
  at: Occurrence,
  input: unknown,
  previous: number,
  depth: number,
): Promise<Reached> => {
  const entered = enter(machine, fiber, at, 'Parallel', input, previous)
  const started = machine.recorder.add({ type: 'ParallelStateStarted' }, entered)
  const branches = at.children
  const results: unknown[] = new Array(branches.length)
  let last = started
  try {
    await sideBySide(machine, fiber, branches.length, async (inner, index) => {
      const reached = await runNode(machine, inner, branches[index] as Occurrence, input, started, depth + 1)
      results[index] = reached.value
      last = reached.event
    })
  } catch (thrown) {
    return failedIn(machine, fiber, thrown, 'ParallelStateFailed', started)
  }
  if (fiber.state === 'stopped') return halt()
  const keys = at.node._tag === 'Par' ? at.node.keys : undefined
  const output =
    at.node._tag === 'Capture'
      ? results[0]
      : keys
        ? Object.fromEntries(keys.map((key, i) => [key, results[i]]))
        : results
  return { value: output, event: exit(machine, fiber, 'Parallel', at.name, output, last) }
}

/** Passes on what was thrown inside a state, as that state's own failure. A fiber that was stopped meanwhile has none. */
const failedIn = (
  machine: Machine,
  fiber: Fiber,
  thrown: unknown,
  type: 'ParallelStateFailed' | 'MapStateFailed',
  previous: number,
): Promise<never> => {
  if (!(thrown instanceof Failure)) throw thrown
  if (fiber.state === 'stopped') return halt()
  machine.inState.delete(fiber)
  throw new Failure(thrown.error, thrown.cause, machine.recorder.add({ type }, previous))
}

/** An inline Map runs at most this many items at once, whatever it asks for. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
const inlineConcurrency = 40

const runMap = async (
  machine: Machine,
  fiber: Fiber,
  at: Occurrence,
  maxConcurrency: number,
  input: unknown,
  previous: number,
  depth: number,
): Promise<Reached> => {
  const { recorder } = machine
  const entered = enter(machine, fiber, at, 'Map', input, previous)
  if (!Array.isArray(input)) {
    const [error, problem] =
      machine.queryLanguage === 'JSONata'
        ? ['States.QueryEvaluationError', `Map state input must be an array but was: ${JSON.stringify(input)}`]
        : ['States.Runtime', 'Reference path "$" must point to array.']
    const cause = causeInState(at.name, entered, problem)
    const failed = recorder.add(
      { type: 'EvaluationFailed', evaluationFailedEventDetails: { error, cause, state: at.name } },
      entered,
    )
    return failedIn(machine, fiber, new Failure(error, cause, failed), 'MapStateFailed', failed)
  }
  const started = recorder.add(
    { type: 'MapStateStarted', mapStateStartedEventDetails: { length: input.length } },
    entered,
  )
  const results: unknown[] = new Array(input.length)
  const item = at.children[0] as Occurrence
  const workers = Math.min(input.length, inlineConcurrency, maxConcurrency || inlineConcurrency)
  let next = 0
  try {
    await sideBySide(machine, fiber, workers, async (inner) => {
      while (next < input.length) {
        const index = next++
        const details = { mapIterationEventDetails: { name: at.name, index } }
        const begun = recorder.add({ type: 'MapIterationStarted', ...details }, started)
        try {
          const reached = await runNode(machine, inner, item, input[index], begun, depth + 1)
          if (inner.state === 'stopped') return halt()
          results[index] = reached.value
          recorder.add({ type: 'MapIterationSucceeded', ...details }, begun)
        } catch (thrown) {
          if (thrown instanceof Failure && inner.state !== 'stopped')
            recorder.add({ type: 'MapIterationFailed', ...details }, begun)
          throw thrown
        }
      }
    })
  } catch (thrown) {
    return failedIn(machine, fiber, thrown, 'MapStateFailed', started)
  }
  if (fiber.state === 'stopped') return halt()
  const succeeded = recorder.add({ type: 'MapStateSucceeded' }, started)
  return { value: results, event: exit(machine, fiber, 'Map', at.name, results, succeeded) }
}

/** Which errors a Catch of `States.ALL` lets pass. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const isTerminal = (error: string): boolean => error === 'States.Runtime'

const runCapture = async (
  machine: Machine,
  fiber: Fiber,
  at: Occurrence,
  input: unknown,
  previous: number,
  depth: number,
): Promise<Reached> => {
  const body = at.children[0] as Occurrence
  const isWrapped = at.name !== body.name
  try {
    return await (isWrapped
      ? runParallel(machine, fiber, at, input, previous, depth)
      : runNode(machine, fiber, body, input, previous, depth))
  } catch (thrown) {
    if (!(thrown instanceof Failure) || isTerminal(thrown.error)) throw thrown
    if (fiber.state === 'stopped') return halt()
    const caught = { Error: thrown.error, Cause: thrown.cause }
    const carrier = isWrapped ? 'Par' : body.node._tag
    const type = carrier === 'Task' ? 'Task' : carrier === 'Map' ? 'Map' : 'Parallel'
    return pass(machine, at.failed, caught, exit(machine, fiber, type, at.name, caught, thrown.event))
  }
}

// Calls of async functions run at once until they first wait; without a pause now and then a deep graph would overflow the stack.
const levelsPerTurn = 100

const runNode = async (
  machine: Machine,
  fiber: Fiber,
  at: Occurrence,
  input: unknown,
  previous: number,
  depth: number,
): Promise<Reached> => {
  if (depth % levelsPerTurn === levelsPerTurn - 1) await undefined
  // A sibling may have failed since the step before this one ended.
  if (fiber.state === 'stopped') return halt()
  const { node } = at
  switch (node._tag) {
    case 'Task':
      return runTask(machine, fiber, at, node, input, previous)
    case 'Identity':
      return pass(machine, at.name, input, previous)
    case 'Seq': {
      let reached: Reached = { value: input, event: previous }
      for (const step of at.children)
        reached = await runNode(machine, fiber, step, reached.value, reached.event, depth + 1)
      return reached
    }
    case 'Par':
      return runParallel(machine, fiber, at, input, previous, depth)
    case 'Map':
      return runMap(machine, fiber, at, node.maxConcurrency ?? 0, input, previous, depth)
    case 'Capture':
      return runCapture(machine, fiber, at, input, previous, depth)
  }
}

/**
 * Runs a graph in this process. This is what a graph means: the emitted definition behaves alike.
 *
 * Composed handlers bring their own implementation. Payloads pass from step to step as JSON, so a `Date` arrives as a
 * string. A failure is a result, with the `Error` and `Cause` that Step Functions shows; a defect, of a stand-in's list or
 * of the runner, is thrown to the caller and never caught by the workflow.
 *
 * @example
 * const execution = await run(workflow, { id: '1' }, { tasks: { charge: [new TaskFailure('Lambda.TooManyRequestsException'), { ok: true }] } })
 * execution.status // 'SUCCEEDED', after one retry, two virtual seconds later
 * @throws SetupError (by rejecting) when a task has no handler, or a stand-in fits no task. TypeError when the input is no JSON.
 */
export const run = async <I, O>(
  graph: Step<I, O>,
  input: NoInfer<I>,
  options: RunOptions = {},
): Promise<Execution<O>> => {
  const calls = callsOf(nodes(graph as AnyStep), options.tasks ?? {})
  const clock = options.clock === 'real' ? createRealClock() : createVirtualClock()
  const recorder = createRecorder(clock.now)
  const machine: Machine = {
    clock,
    recorder,
    calls,
    queryLanguage: options.queryLanguage ?? 'JSONPath',
    inState: new Map(),
  }
  const start = copy(input)
  recorder.add({ type: 'ExecutionStarted', executionStartedEventDetails: { input: start } }, 0)
  try {
    const { value, event } = await runNode(machine, createFiber(), occurrences(graph as AnyStep), start, 0, 0)
    recorder.add({ type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: value } }, event)
    return { status: 'SUCCEEDED', output: value as O, history: recorder.events }
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    const { error, cause } = thrown
    recorder.add({ type: 'ExecutionFailed', executionFailedEventDetails: { error, cause } }, thrown.event)
    return { status: 'FAILED', error, cause, history: recorder.events }
  }
}
