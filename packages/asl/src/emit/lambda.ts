/** A Lambda function as a Task state. https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
import { type RetryPolicy, type Task, taskRetries, taskTimeoutSeconds } from '@orkestra/core'
import type { TaskState } from '../states.ts'
import type { EmitOptions } from './options.ts'
import { placeholder } from './placeholder.ts'
import { retriers } from './retriers.ts'

const invocation = (fn: string, options: EmitOptions): TaskState => {
  if (options.payloadResponseOnly) return { Type: 'Task', Resource: fn }
  const Resource = `arn:${options.partition ?? 'aws'}:states:::lambda:invoke`
  // The integration's result wraps the function's in status and headers; a step's output is the payload alone.
  return options.queryLanguage === 'JSONata'
    ? {
        Type: 'Task',
        Resource,
        Arguments: { FunctionName: fn, Payload: '{% $states.input %}' },
        Output: '{% $states.result.Payload %}',
      }
    : { Type: 'Task', Resource, Parameters: { FunctionName: fn, 'Payload.$': '$' }, OutputPath: '$.Payload' }
}

/** What a task's function is called in its state: a name, an ARN or a placeholder. */
export const functionName = (task: Task, options: EmitOptions): string => (options.functionArn ?? placeholder)(task)

/** The Task state of a Lambda function, but for its name, `Catch` and successor. */
export const lambdaState = (task: Task, fn: string, asked: readonly RetryPolicy[], options: EmitOptions): TaskState => {
  const timeout = taskTimeoutSeconds(task)
  const state = invocation(fn, options)
  if (timeout !== undefined) state.TimeoutSeconds = timeout
  const retries = taskRetries(task, asked)
  if (retries.length > 0) state.Retry = retriers(retries)
  return state
}
