/** How a Lambda function is called. https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
import type { Task } from '@orkestra/core'
import type { EmitOptions } from '../options.ts'
import { placeholder } from '../placeholder.ts'

/** The optimized integration. Its result wraps the function's in status and headers; a token's result is as it was returned. */
export const invokeArn = ({ partition = 'aws' }: EmitOptions, task?: Task): string =>
  `arn:${partition}:states:::lambda:invoke${task?.waitsForToken ? '.waitForTaskToken' : ''}`

/** What a task's function is called in its state: a name, an ARN or a placeholder. */
export const functionName = (task: Task, options: EmitOptions): string => (options.functionArn ?? placeholder)(task)
