/** Stand-ins with the types of their step. */
import { type AnyStep, nodeOf, type Step } from '@orkestra/core'
import { SetupError, type StandIn } from '../calls/answers.ts'
import type { TaskContext } from '../task/attempt.ts'

/** One answer of a task: its output, an `Error` to throw, or a function that does either. */
export type AnswerOf<I, O> = O | Error | ((input: I, context: TaskContext) => O | Promise<O>)

/**
 * An entry of `run`'s `tasks` for one step: a function, or a list of answers, one per attempt. It has the step's name and types,
 * so a misspelt name or an answer of the wrong type does not compile. Spread several into one object.
 *
 * @example
 * await run(workflow, input, {
 *   tasks: { ...standIn(fetchUser, ({ id }) => ({ id, name: 'Ada' })), ...standIn(charge, [new TaskFailure('Throttled'), { ok: true }]) },
 * })
 * @throws SetupError for a step that is not a task.
 */
export const standIn = <I, O>(
  step: Step<I, O>,
  answer:
    | ((input: NoInfer<I>, context: TaskContext) => NoInfer<O> | Promise<NoInfer<O>>)
    | readonly AnswerOf<NoInfer<I>, NoInfer<O>>[],
): Readonly<Record<string, StandIn>> => {
  const node = nodeOf(step as AnyStep, 'standIn')
  if (node._tag !== 'Task')
    throw new SetupError(`standIn: expected a task or a composed handler, got ${JSON.stringify(node._tag)}`)
  return { [node.name]: answer as StandIn }
}
