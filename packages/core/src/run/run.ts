/** The meaning of a graph: a run of it, here and now, with its real handlers. */
import type { StandIn } from '../execution/answers.ts'
import { createFiber, createRealClock, createVirtualClock, halt } from '../execution/clock.ts'
import type { Execution } from '../execution/execution.ts'
import { createRecorder } from '../execution/history.ts'
import type { AnyStep, Step } from '../graph.ts'
import { nodes } from '../nodes.ts'
import { type Occurrence, occurrences } from '../occurrence.ts'
import { callsOf } from './calls.ts'
import { exit, Failure, type Here, type Machine, pass, type Reached } from './machine.ts'
import { runMap, runParallel } from './sideBySide.ts'
import { copy, runTask } from './task.ts'

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

/** Which errors a Catch of `States.ALL` lets pass. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const isTerminal = (error: string): boolean => error === 'States.Runtime'

const runCapture = async (here: Here): Promise<Reached> => {
  const { machine, fiber, at } = here
  const body = at.children[0] as Occurrence
  const isWrapped = at.name !== body.name
  try {
    return await (isWrapped ? runParallel(here) : proceed({ ...here, at: body }))
  } catch (thrown) {
    if (!(thrown instanceof Failure) || isTerminal(thrown.error)) throw thrown
    if (fiber.state === 'stopped') return halt()
    const caught = { Error: thrown.error, Cause: thrown.cause }
    const carrier = isWrapped ? 'Par' : body.node._tag
    const type = carrier === 'Task' ? 'Task' : carrier === 'Map' ? 'Map' : 'Parallel'
    return pass(machine, at.failed, caught, exit(here, type, caught, thrown.event).event)
  }
}

// Calls of async functions run at once until they first wait; without a pause now and then a deep graph would overflow the stack.
const levelsPerTurn = 100

const proceed = async (here: Here): Promise<Reached> => {
  const { machine, fiber, at, input, previous, depth } = here
  if (depth % levelsPerTurn === levelsPerTurn - 1) await Promise.resolve()
  // A sibling may have failed since the step before this one ended.
  if (fiber.state === 'stopped') return halt()
  const { node } = at
  switch (node._tag) {
    case 'Task':
      return runTask(here, node)
    case 'Identity':
      return pass(machine, at.name, input, previous)
    case 'Seq': {
      let reached: Reached = { value: input, event: previous }
      for (const step of at.children)
        reached = await proceed({ ...here, at: step, input: reached.value, previous: reached.event, depth: depth + 1 })
      return reached
    }
    case 'Par':
      return runParallel(here)
    case 'Map':
      return runMap(here, node.maxConcurrency ?? 0)
    case 'Capture':
      return runCapture(here)
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
    proceed,
  }
  const start = copy(input)
  recorder.add({ type: 'ExecutionStarted', executionStartedEventDetails: { input: start } }, 0)
  try {
    const at = occurrences(graph as AnyStep)
    const { value, event } = await proceed({ machine, fiber: createFiber(), at, input: start, previous: 0, depth: 0 })
    recorder.add({ type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: value } }, event)
    return { status: 'SUCCEEDED', output: value as O, history: recorder.events }
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    const { error, cause } = thrown
    recorder.add({ type: 'ExecutionFailed', executionFailedEventDetails: { error, cause } }, thrown.event)
    return { status: 'FAILED', error, cause, history: recorder.events }
  }
}
