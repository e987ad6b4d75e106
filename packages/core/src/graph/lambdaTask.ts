/**
 * The task of a Lambda function, made of its name and options: the one place where both are checked, for `task` and for `compose` of
 * `@orkestra/handler`. At run time it needs the leaves `duration.ts` and `frozenCopy.ts` only, so that a Lambda bundle may carry it.
 */

import { type Duration, wholeSeconds } from '../duration.ts'
import { longestWait } from '../quotas.ts'
import { frozenCopy } from './frozenCopy.ts'
import type { LambdaFunction, LambdaTask } from './graph.ts'

/** Options of a task besides its name. */
export interface TaskOptions extends Omit<LambdaFunction, 'kind'> {
  /**
   * The state's own time-out. Without it, it is the function's `timeout` plus 10 s for a cold start; `false` for none.
   * From 1 s.
   */
  readonly taskTimeout?: Duration | false
  /** `false`: do not retry transient errors of the Lambda service. */
  readonly retryServiceErrors?: boolean
  /**
   * The function gets `{ input, token }`, and its own result is ignored: the task waits until somebody returns the token, with
   * SendTaskSuccess or SendTaskFailure. https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
   */
  readonly waitForToken?: boolean
  /** With `waitForToken`: how long whoever holds the token may be silent (SendTaskHeartbeat). From 1 s, shorter than `taskTimeout`. */
  readonly heartbeat?: Duration
  /** The function finds its execution, state and attempt in the client context. `stepOf` of `@orkestra/handler` reads them. */
  readonly passContext?: boolean
}

/** Names of one to any number of characters are a task's own business; ASL's limit of 80 is checked where ASL is made. */
export const checkedName = (name: string, place: string): string => {
  if (typeof name !== 'string' || name.trim() === '')
    throw new TypeError(`${place}: a name needs at least one non-blank character, got ${JSON.stringify(name)}`)
  return name
}

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; TimeoutSeconds:
// https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
const longest = { timeout: 900, taskTimeout: longestWait, heartbeat: longestWait }

const plain: LambdaFunction = /* @__PURE__ */ Object.freeze({ kind: 'lambda' })

/**
 * The frozen task of a Lambda function. `place` says who asks, in messages.
 *
 * @example lambdaTask('task', 'charge', { timeout: seconds(10) }) // { _tag: 'Task', name: 'charge', target: { kind: 'lambda', timeout: { seconds: 10 } } }
 * @throws TypeError when the name is blank; RangeError, with all of them, when an option is beyond the limits of Lambda or ASL.
 */
export const lambdaTask = (place: string, name: string, options: TaskOptions): LambdaTask => {
  checkedName(name, place)
  const { taskTimeout, retryServiceErrors, waitForToken, heartbeat, passContext, ...lambda } = frozenCopy(options)
  const problems: string[] = []
  for (const [field, value] of [
    ['timeout', lambda.timeout],
    ['taskTimeout', taskTimeout],
    ['heartbeat', heartbeat],
  ] as const) {
    if (!value) continue
    const seconds = wholeSeconds(value)
    if (!(seconds >= 1 && seconds <= longest[field]))
      problems.push(`${field} must be 1 to ${longest[field]} seconds, got ${value.seconds}`)
  }
  const { memorySize } = lambda
  if (memorySize !== undefined && !(Number.isInteger(memorySize) && memorySize >= 128 && memorySize <= 10_240))
    problems.push(`memorySize must be a whole number of megabytes from 128 to 10240, got ${memorySize}`)
  if (heartbeat && !waitForToken)
    problems.push('heartbeat is for tasks with waitForToken: this one waits for nobody else')
  if (heartbeat && taskTimeout && wholeSeconds(heartbeat) >= wholeSeconds(taskTimeout))
    problems.push(`heartbeat (${heartbeat.seconds} s) must be shorter than taskTimeout (${taskTimeout.seconds} s)`)
  if (problems.length > 0) throw new RangeError(`${place} ${JSON.stringify(name)}: ${problems.join('; ')}`)
  return {
    _tag: 'Task',
    name,
    // Most tasks say nothing of their function, and share this.
    target: Object.keys(lambda).length === 0 ? plain : Object.freeze({ kind: 'lambda', ...lambda }),
    ...(taskTimeout !== undefined && { taskTimeout }),
    ...(heartbeat !== undefined && { heartbeat }),
    ...(retryServiceErrors === false && { retryServiceErrors }),
    ...(waitForToken && { waitsForToken: true }),
    ...(passContext && { passesContext: true }),
  }
}
