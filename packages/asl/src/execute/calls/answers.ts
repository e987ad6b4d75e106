/** Stand-ins for tasks. */

/** One answer of a task: a value to return, an `Error` to throw, or a function that does either. */
export type Answer = unknown

/** A stand-in for a task: a function of the task's input, or a list of answers, one per attempt, in order. */
export type StandIn = ((input: never, ...more: never[]) => unknown) | readonly Answer[]

/** The mistake of a test: something that a run needs was not given, or something was given that it has no use for. */
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

/**
 * A stand-in as a function. A list is used up in order.
 *
 * @throws SetupError, when called, if a list has no answer left.
 */
export const answering = (task: string, standIn: StandIn): ((...given: unknown[]) => unknown) => {
  if (typeof standIn === 'function') return (...given) => orkestraCallsHandler(standIn, given)
  let used = 0
  return (...given) => {
    if (used >= standIn.length)
      throw new SetupError(
        `the task ${JSON.stringify(task)} was started ${used + 1} times, and its list of answers holds ${standIn.length}: add an answer`,
      )
    used += 1
    return give(standIn[used - 1], given)
  }
}
