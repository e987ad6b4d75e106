/** A Lambda function as a Task state. https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
import { type RetryPolicy, type Task, taskRetries, taskTimeoutSeconds, wholeSeconds } from '@orkestra/core'
import type { TaskState } from '../states.ts'
import { lambdaCall } from './lambdaCall.ts'
import type { EmitOptions } from './options.ts'
import { placeholder } from './placeholder.ts'
import { retriers } from './retriers.ts'

/** What a task's function is called in its state: a name, an ARN or a placeholder. */
export const functionName = (task: Task, options: EmitOptions): string => (options.functionArn ?? placeholder)(task)

/** The Task state of a Lambda function, but for its name, `Catch` and successor. */
export const lambdaState = (task: Task, fn: string, asked: readonly RetryPolicy[], options: EmitOptions): TaskState => {
  const timeout = taskTimeoutSeconds(task)
  const state = lambdaCall(task, fn, options)
  if (timeout !== undefined) state.TimeoutSeconds = timeout
  if (task.heartbeat) state.HeartbeatSeconds = wholeSeconds(task.heartbeat)
  const retries = taskRetries(task, asked)
  if (retries.length > 0) state.Retry = retriers(retries)
  return state
}
