/**
 * The task of a Lambda function, made of its name and options: the one place where both are checked, for `task` and for `compose` of
 * `@orkestra/handler`. At run time it needs the leaves `duration.ts` and `frozenCopy.ts` only, so that a Lambda bundle may carry it.
 */

import { type Duration, wholeSeconds } from '../duration.ts'
import { longestWait } from '../quotas.ts'
import { frozenCopy } from './frozenCopy.ts'
import type { LambdaTask } from './graph.ts'
import type { LambdaFunction } from './target.ts'

/** Options of a task besides its name. */
export interface TaskOptions extends Omit<LambdaFunction, 'kind'> {
  /**
   * The state's time-out. Default: the function's `timeout` plus 10 s for a cold start; `false` for none.
   * At least 1 s.
   */
  readonly taskTimeout?: Duration | false
  /** `false`: do not retry transient errors of the Lambda service. */
  readonly retryServiceErrors?: boolean
  /**
   * The function gets `{ input, token }`, and its own result is ignored: the task waits until the token is returned with
   * SendTaskSuccess or SendTaskFailure. https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
   */
  readonly waitForToken?: boolean
  /** With `waitForToken`: the maximum time between heartbeats (SendTaskHeartbeat). At least 1 s, shorter than `taskTimeout`. */
  readonly heartbeat?: Duration
  /** The function finds its execution, state and attempt in the client context. `stepOf` of `@orkestra/handler` reads them. */
  readonly passContext?: boolean
}

/** Names of one to any number of characters are a task's own business; ASL's limit of 80 is checked where ASL is made. */
export const checkedName = (name: string, place: string): string => {
  if (typeof name === 'string' && name.trim()) return name
  throw new TypeError(`${place}: a name needs at least one non-blank character, got ${JSON.stringify(name)}`)
}

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html; TimeoutSeconds:
// https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
const limits = [
  ['timeout', 1, 900],
  ['taskTimeout', 1, longestWait],
  ['heartbeat', 1, longestWait],
  ['memorySize', 128, 10_240],
] as const

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
  const problems = limits.flatMap(([field, least, most]) => {
    const value = options[field]
    if (value === undefined || value === false) return []
    // Parts of a second are rounded up; of a megabyte there are none.
    const [amount, whole, unit] =
      field === 'memorySize'
        ? [value, value, 'whole megabytes']
        : [(value as Duration).seconds, wholeSeconds(value as Duration), 'seconds']
    return Number.isInteger(whole) && (whole as number) >= least && (whole as number) <= most
      ? []
      : [`${field} must be ${least} to ${most} ${unit}, got ${amount}`]
  })
  if (heartbeat && !waitForToken) problems.push('heartbeat needs waitForToken')
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
