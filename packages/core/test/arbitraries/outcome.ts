/** How runs of random graphs are compared: by what a workflow can see of them. */

import { type RunOptions, run } from '@orkestra/asl/execute'
import { type AnyStep, nodes, parseCause, type Task } from '@orkestra/core'
import { standIns } from './graph.ts'

/** The functions of all tasks of some graphs. */
export const tasksOf = (...graphs: readonly AnyStep[]): Record<string, (input: never) => unknown> =>
  standIns(
    graphs.flatMap((graph) => nodes(graph).flatMap((node) => (node._tag === 'Task' ? [(node as Task).name] : []))),
  )

/** Runs a random graph with the functions that belong to its tasks' names. */
export const play = (graph: AnyStep, input: unknown, options: Omit<RunOptions, 'tasks'> = {}) =>
  run(graph, input as never, { ...options, tasks: tasksOf(graph) })

// A cause tells where the error was, by state and event, and by lines of code. What went wrong is in the rest.
const withoutPlaces = (key: string, value: unknown): unknown =>
  key === 'Cause' && typeof value === 'string'
    ? parseCause({ Error: '', Cause: value }).errorMessage.replace(
        /^An error occurred while executing the state '.*' \(entered at the event id #\d+\)\. /,
        '',
      )
    : value

/** What came of a run, as text: its output, or the name of its error. */
export const outcomeOf = async (
  graph: AnyStep,
  input: unknown,
  options?: Omit<RunOptions, 'tasks'>,
): Promise<string> => {
  const execution = await play(graph, input, options)
  return execution.status === 'SUCCEEDED'
    ? `output ${JSON.stringify(JSON.parse(JSON.stringify(execution.output), withoutPlaces))}`
    : `error ${execution.error}`
}
