/** The meaning of a graph: a run of it, here and now, with its real handlers. */

import { isTerminal, matches } from '../combinators/errors.ts'
import type { StandIn } from '../execution/answers.ts'
import { createFiber, createRealClock, createVirtualClock, halt } from '../execution/clock.ts'
import type { Execution } from '../execution/execution.ts'
import { createRecorder } from '../execution/history.ts'
import type { AnyStep, Catch, Step } from '../graph/graph.ts'
import { nodes } from '../graph/nodes.ts'
import { isGuard, isWrapper, type Occurrence, occurrences } from '../graph/occurrence.ts'
import { callsOf } from './calls.ts'
import { runBind, runChoice, runFail, runPass, runRepeat, runSucceed, runWait } from './control.ts'
import { Ended, exit, Failure, type Here, type Machine, pass, type Reached } from './machine.ts'
import { runKeep, runMap, runParallel } from './sideBySide.ts'
import { copy, runTask } from './task.ts'

export interface RunOptions {
  /**
   * Stand-ins by task name, for composed handlers and for tasks that have no handler here: a function of the task's input,
   * or a list of answers, one per attempt.
   */
  readonly tasks?: Readonly<Record<string, StandIn>>
  /** `"virtual"`, the default: waits take no time. `"real"`: they do, and a task that takes too long is timed out. */
  readonly clock?: 'virtual' | 'real'
  /** When the execution starts, for waits until an instant and for the context object. Default: now. */
  readonly startTime?: Date | string | number
  /** The query language that the graph is to be emitted in: what AWS makes of some mistakes depends on it. */
  readonly queryLanguage?: 'JSONPath' | 'JSONata'
}

/** Runs the body of a guard: within its state, or within the Parallel that the guard is. */
const runBody = (here: Here): Promise<Reached> =>
  isWrapper(here.at) ? runParallel(here) : proceed({ ...here, at: here.at.children[0] as Occurrence })

/** Runs a graph to its end, or to a Succeed state in it. */
const toEnd = async (here: Here): Promise<Reached> => {
  try {
    return await proceed(here)
  } catch (thrown) {
    if (thrown instanceof Ended) return thrown.reached
    throw thrown
  }
}

/** The state that carries a guard. */
const carrierOf = (at: Occurrence): 'Task' | 'Map' | 'Parallel' => {
  let carrier = at
  while (!isWrapper(carrier) && isGuard(carrier.node)) carrier = carrier.children[0] as Occurrence
  const { _tag } = carrier.node
  return _tag === 'Task' || _tag === 'Map' ? _tag : 'Parallel'
}

/** Runs a body; an error that is caught is the output of the state that carries the guard, and goes on to `caught`. */
const runCatching = async (
  here: Here,
  isCaught: (error: string) => boolean,
  caught: (error: string, reached: Reached) => Promise<Reached> | Reached,
): Promise<Reached> => {
  try {
    return await runBody(here)
  } catch (thrown) {
    if (!(thrown instanceof Failure) || !isCaught(thrown.error)) throw thrown
    if (here.fiber.state === 'stopped') return halt()
    const output = { Error: thrown.error, Cause: thrown.cause }
    return caught(thrown.error, exit(here, carrierOf(here.at), output, thrown.event))
  }
}

const runCapture = (here: Here): Promise<Reached> =>
  runCatching(
    here,
    (error) => !isTerminal(error),
    (_, { value, event }) => pass(here.machine, here.at.failed, value, event),
  )

const runCatch = (here: Here, { handlers }: Catch): Promise<Reached> => {
  const handlerOf = (error: string): number => handlers.findIndex(({ errors }) => matches(errors, error))
  return runCatching(
    here,
    (error) => handlerOf(error) !== -1,
    (error, { value, event }) =>
      proceed({
        ...here,
        retries: undefined,
        at: here.at.children[1 + handlerOf(error)] as Occurrence,
        input: value,
        previous: event,
        depth: here.depth + 1,
      }),
  )
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
        reached = await proceed({
          ...here,
          retries: undefined,
          at: step,
          input: reached.value,
          previous: reached.event,
          depth: depth + 1,
        })
      return reached
    }
    case 'Par':
      return runParallel(here)
    case 'Map':
      return runMap(here, node)
    case 'Capture':
      return runCapture(here)
    case 'Pass':
      return runPass(here, node)
    case 'Choice':
      return runChoice(here, node)
    case 'Bind':
      return runBind(here, node)
    case 'Repeat':
      return runRepeat(here, node)
    case 'Keep':
      return runKeep(here, node)
    case 'Wait':
      return runWait(here, node)
    case 'Succeed':
      return runSucceed(here)
    case 'Fail':
      return runFail(here, node)
    case 'Retry':
      return runBody({ ...here, retries: node.policies })
    case 'Catch':
      return runCatch(here, node)
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
  const start = copy(input)
  const machine: Machine = {
    clock,
    recorder,
    calls,
    queryLanguage: options.queryLanguage ?? 'JSONPath',
    input: start,
    startedAt: new Date(options.startTime ?? Date.now()).getTime(),
    inState: new Map(),
    proceed,
  }
  recorder.add({ type: 'ExecutionStarted', executionStartedEventDetails: { input: start } }, 0)
  try {
    const at = occurrences(graph as AnyStep)
    const { value, event } = await toEnd({
      machine,
      fiber: createFiber(),
      at,
      input: start,
      previous: 0,
      depth: 0,
      variables: undefined,
      item: undefined,
    })
    recorder.add({ type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: value } }, event)
    return { status: 'SUCCEEDED', output: value as O, history: recorder.events }
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    const { error, cause } = thrown
    recorder.add({ type: 'ExecutionFailed', executionFailedEventDetails: { error, cause } }, thrown.event)
    return { status: 'FAILED', error, cause, history: recorder.events }
  }
}
