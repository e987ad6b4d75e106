/**
 * Answer task tokens from a function behind an API, or from anywhere else.
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

/** Returns task tokens. In tests, `taskTokens` of `@orkestra/asl/execute` takes its place: a local run waits for that one. */
export interface TaskTokens {
  /** Ends the step with its result. */
  succeed<A>(token: TaskToken<A>, output: A): Promise<void>
  /** Fails the step. An error that was thrown gives its name, and the cause that it would have as a function's. */
  fail(token: TaskToken, error: string | Error, cause?: string): Promise<void>
  /** Says that the work goes on, for the step's `heartbeat`. */
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
 * Answers, fails and heartbeats by the API of Step Functions.
 *
 * @example
 * const tokens = taskTokens()
 * await tokens.succeed(token, { approved: true })
 * await tokens.fail(token, new OutOfStock('no guitars left'))
 * @throws the errors of the SDK, such as TaskTimedOut when the step no longer waits; by rejecting.
 */
export const taskTokens = (client: SFNClient = new SFNClient({})): TaskTokens => ({
  async succeed(taskToken, output) {
    // A step's result is JSON, and of nothing that is null.
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
