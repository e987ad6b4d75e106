import { wholeSeconds } from '../duration.ts'
import type { Task } from '../graph/graph.ts'

/** What a cold start may add to a function's own time-out, in seconds. */
const coldStart = 10

/**
 * After how many seconds a task's state times out: its `taskTimeout`, or else its function's time-out and room for a cold
 * start, so that Lambda's own, more telling error comes first, and a task that hangs or is lost still ends.
 *
 * @example taskTimeoutSeconds(nodeOf(task('x', { timeout: seconds(6) }))) // 16
 */
export const taskTimeoutSeconds = (task: Task): number | undefined => {
  if (task.taskTimeout === false) return undefined
  if (task.taskTimeout !== undefined) return wholeSeconds(task.taskTimeout)
  const { target } = task
  // Whoever holds a token takes longer than the function that passed it on.
  return target.kind !== 'lambda' || target.timeout === undefined || task.waitsForToken
    ? undefined
    : wholeSeconds(target.timeout) + coldStart
}
