import { lambdaTask, type TaskOptions } from '../graph/lambdaTask.ts'
import { type Graph, graphOf } from '../graph/step.ts'
import type { Json } from '../json.ts'

export { checkedName, type TaskOptions } from '../graph/lambdaTask.ts'

/**
 * A Lambda function by name. `compose` of `@orkestra/handler` makes the same step from the
 * function itself, with its types; use `task` for a function that lives elsewhere.
 *
 * @example const charge = task<{ order: string }, { receipt: string }>('charge', { timeout: seconds(10) })
 * @throws TypeError when the name is blank; RangeError when an option is beyond Lambda's limits (1 to 900 s, 128 to 10,240 MB).
 */
export const task = <I = unknown, O = unknown>(name: string, options: TaskOptions = {}): Graph<I, Json<O>> =>
  graphOf(lambdaTask('task', name, options))
