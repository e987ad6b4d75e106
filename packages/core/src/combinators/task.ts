import { type Duration, wholeSeconds } from '../duration.ts'
import { frozenCopy, type Graph, graphOf, type LambdaFunction, type Task } from '../graph/graph.ts'
import type { Json } from '../json.ts'

/** What may be said of a task besides its name. */
export interface TaskOptions extends Omit<LambdaFunction, 'kind'> {
  /**
   * The state's own time-out. Without it, it is the function's `timeout` plus 10 s for a cold start; `false` for none.
   * From 1 s.
   */
  readonly taskTimeout?: Duration | false
  /** `false`: do not retry transient errors of the Lambda service. */
  readonly retryServiceErrors?: boolean
}

/** Names of one to any number of characters are a task's own business; ASL's limit of 80 is checked where ASL is made. */
export const checkedName = (name: string, place: string): string => {
  if (typeof name !== 'string' || name.trim() === '')
    throw new TypeError(
      `${place}: a name must hold at least one character that is not a blank, got ${JSON.stringify(name)}`,
    )
  return name
}

const checkedTimeout = (name: string, field: string, value: Duration | undefined | false): void => {
  if (value && (!Number.isFinite(value.seconds) || wholeSeconds(value) < 1))
    throw new RangeError(`task ${JSON.stringify(name)}: ${field} must be at least one second, got ${value.seconds} s`)
}

// Most tasks say nothing of their function, and share this.
const plain: LambdaFunction = Object.freeze({ kind: 'lambda' })

const lambdaFunction = (said: Omit<LambdaFunction, 'kind'>): LambdaFunction =>
  Object.keys(said).length === 0 ? plain : frozenCopy({ kind: 'lambda', ...said })

/**
 * A Lambda function, by name: the leaf of every graph. `compose` of `@orkestra/handler` makes the same leaf out of the
 * function itself, with its types; use `task` for a function that lives elsewhere.
 *
 * @example const charge = task<{ order: string }, { receipt: string }>('charge', { timeout: seconds(10) })
 * @throws TypeError when the name is empty; RangeError when a time-out is under one second.
 */
export const task = <I = unknown, O = unknown>(name: string, options: TaskOptions = {}): Graph<I, Json<O>> => {
  checkedName(name, 'task')
  const { taskTimeout, retryServiceErrors, ...lambda } = options
  checkedTimeout(name, 'timeout', lambda.timeout)
  checkedTimeout(name, 'taskTimeout', taskTimeout)
  const node: Task = {
    _tag: 'Task',
    name,
    target: lambdaFunction(lambda),
    ...(taskTimeout !== undefined && { taskTimeout: frozenCopy(taskTimeout) }),
    ...(retryServiceErrors === false && { retryServiceErrors }),
  }
  return graphOf(node)
}
