/** Stand-ins whose types are those of the step that they stand in for. */
import { type AnyStep, nodeOf, type Step } from '@orkestra/core'
import { SetupError, type StandIn } from '../calls/answers.ts'
import type { TaskContext } from '../task/attempt.ts'

/** One answer of a task: its output, an `Error` to throw, or a function that does either. */
export type AnswerOf<I, O> = O | Error | ((input: I, context: TaskContext) => O | Promise<O>)

/**
 * What `tasks` of `run` takes for one step: a function, or a list of answers, one per attempt. Names and types are those of the step,
 * so a misspelt name or an answer of another type does not compile. Several are spread into one object.
 *
 * @example
 * await run(workflow, input, {
 *   tasks: { ...standIn(fetchUser, ({ id }) => ({ id, name: 'Ada' })), ...standIn(charge, [new TaskFailure('Throttled'), { ok: true }]) },
 * })
 * @throws SetupError for a step that is no task.
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
