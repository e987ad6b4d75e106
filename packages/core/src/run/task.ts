/** A task in a run: its attempts, its retries, and what JSON makes of its result. */
import { SetupError } from '../execution/answers.ts'
import { createFiber, halt } from '../execution/clock.ts'
import { failureOf, isOverPayloadLimit } from '../execution/failure.ts'
import type { Task } from '../graph/graph.ts'
import { taskRetries } from '../services/serviceRetry.ts'
import { taskTimeoutSeconds } from '../services/taskTimeout.ts'
import type { Call } from './calls.ts'
import { valueOf } from './expressions.ts'
import { enter, exit, Failure, type Here, type Reached, retrying } from './machine.ts'

// A state hands on a value that nobody changes, so only a task's input and output are copied: its handler may do what it
// likes with its own, as on AWS.
export const copy = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value

const attempt = async ({ machine, fiber }: Here, task: Task, given: unknown): Promise<unknown> => {
  const call = machine.calls.get(task.name) as Call
  const seconds = machine.clock.isReal ? taskTimeoutSeconds(task) : undefined
  const result = Promise.resolve(call(copy(given)))
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

/** Runs a task until an attempt succeeds or fails for good. */
export const runTask = async (here: Here, task: Task): Promise<Reached> => {
  const { machine, fiber, at } = here
  const { recorder } = machine
  const entered = enter(here, 'Task')
  let event = entered
  const once = async (): Promise<Reached> => {
    // Each attempt is told anew, as on AWS.
    const given = task.target.kind === 'service' ? valueOf(here, task.target.arguments, entered) : here.input
    if (task.credentials) valueOf(here, task.credentials, entered)
    event = recorder.add({ type: 'TaskScheduled' }, event)
    event = recorder.add({ type: 'TaskStarted' }, event)
    let outcome: { readonly value: unknown } | { readonly error: string; readonly cause: string }
    try {
      const result = await attempt(here, task, given)
      if (fiber.state === 'stopped') return halt()
      outcome = image(at.name, result)
    } catch (thrown) {
      if (fiber.state === 'stopped') return halt()
      if (thrown instanceof SetupError) throw thrown
      outcome = thrown instanceof Failure ? thrown : failureOf(thrown)
    }
    if ('value' in outcome) {
      const { value } = outcome
      event = recorder.add({ type: 'TaskSucceeded', taskSucceededEventDetails: { output: value } }, event)
      return exit(here, 'Task', task.result ? valueOf(here, task.result, entered, here.input, value) : value, event)
    }
    const { error, cause } = outcome
    event = recorder.add(
      error === 'States.Timeout'
        ? { type: 'TaskTimedOut', taskTimedOutEventDetails: { error, cause } }
        : { type: 'TaskFailed', taskFailedEventDetails: { error, cause } },
      event,
    )
    throw new Failure(error, cause, event)
  }
  try {
    return await retrying(here, taskRetries(task, here.retries ?? []), once)
  } catch (thrown) {
    // Over with, for better or worse: a sibling's failure no longer aborts it.
    machine.inState.delete(fiber)
    throw thrown
  }
}
