/**
 * Answers task tokens, for example from a function behind an API.
 *
 * @module @orkestra/handler/tokens
 */

import {
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
} from '@aws-sdk/client-sfn'
import type { TaskToken } from './waitForToken.ts'

/** Answers task tokens. In tests, use `taskTokens` from `@orkestra/asl/execute` instead: a local run waits for its answers. */
export interface TaskTokens {
  /** Completes the step with this result. */
  succeed<A>(token: TaskToken<A>, output: A): Promise<void>
  /** Fails the step. An `Error` sets the error name, and the same cause as if a Lambda function had thrown it. */
  fail(token: TaskToken, error: string | Error, cause?: string): Promise<void>
  /** Reports that work continues, so the step's `heartbeat` does not time out. */
  heartbeat(token: TaskToken): Promise<void>
}

// https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html, in characters.
const longestError = 256
const longestCause = 32_768

const causeOf = ({ name, message, stack }: Error): string => {
  const cause = { errorType: name, errorMessage: message, trace: (stack ?? '').split('\n') }
  const text = JSON.stringify(cause)
  return text.length <= longestCause ? text : JSON.stringify({ ...cause, trace: [] })
}

/**
 * Completes or fails tasks and sends their heartbeats, through the Step Functions API.
 *
 * @example
 * const tokens = taskTokens()
 * await tokens.succeed(token, { approved: true })
 * await tokens.fail(token, new OutOfStock('no guitars left'))
 * @throws All methods reject with the errors of the SDK, such as TaskTimedOut when the step no longer waits.
 */
export const taskTokens = (client: SFNClient = new SFNClient({})): TaskTokens => ({
  async succeed(taskToken, output) {
    // A step's result is JSON, so `undefined` becomes null.
    await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) ?? 'null' }))
  },
  async fail(taskToken, error, cause) {
    const [name, text] = typeof error === 'string' ? [error, cause] : [error.name, cause ?? causeOf(error)]
    await client.send(
      new SendTaskFailureCommand({
        taskToken,
        error: name.slice(0, longestError),
        ...(text !== undefined && { cause: text.slice(0, longestCause) }),
      }),
    )
  },
  async heartbeat(taskToken) {
    await client.send(new SendTaskHeartbeatCommand({ taskToken }))
  },
})
