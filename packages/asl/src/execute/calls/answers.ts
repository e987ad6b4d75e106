/** Stand-ins for tasks. */

/** One answer of a task: a value to return, an `Error` to throw, or a function that does either. */
export type Answer = unknown

/** A stand-in for a task: a function of the task's input, or a list of answers, one per attempt, in order. */
export type StandIn = ((input: never, ...more: never[]) => unknown) | readonly Answer[]

/**
 * A mistake in a test: a run needs something that was not given, or was given something it cannot use. No `Catch` of the workflow
 * sees it.
 *
 * @example await run(task('price'), {}) // SetupError: run: no handler for "price" …
 */
export class SetupError extends Error {
  override readonly name = 'SetupError'
}

/** A frame of this name in a stack trace has the handler's above it and the engine's below. */
export const orkestraCallsHandler = (handler: (...given: never[]) => unknown, given: readonly unknown[]): unknown =>
  handler(...(given as never[]))

const give = (answer: Answer, given: readonly unknown[]): unknown => {
  if (answer instanceof Error) throw answer
  return typeof answer === 'function' ? orkestraCallsHandler(answer as never, given) : answer
}

const checkCallback = (task: string, standIn: unknown): void => {
  if (typeof standIn === 'function' && standIn.length > 2)
    throw new SetupError(
      `the function for ${JSON.stringify(task)} takes a callback, which Lambda no longer calls from Node.js 24 on. Return a promise: (event, context) => new Promise((resolve, reject) => fn(event, context, (error, result) => (error ? reject(error) : resolve(result))))`,
    )
}

/**
 * A stand-in as a function. A list is used up in order.
 *
 * @throws SetupError for a function that takes a callback, and, when called, if a list has no answer left.
 */
export const answering = (task: string, standIn: StandIn): ((...given: unknown[]) => unknown) => {
  for (const each of typeof standIn === 'function' ? [standIn] : standIn) checkCallback(task, each)
  if (typeof standIn === 'function') return (...given) => orkestraCallsHandler(standIn, given)
  let used = 0
  return (...given) => {
    if (used >= standIn.length)
      throw new SetupError(
        `the task ${JSON.stringify(task)} was started ${used + 1} times, but its list of answers has ${standIn.length}: add an answer`,
      )
    used += 1
    return give(standIn[used - 1], given)
  }
}
