/** Functions behind Lambda's own API: SAM's `sam local start-lambda`, or any other. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */

import { isRecord } from '../../execute/payload/payload.ts'
import { TaskFailure } from '../../execute/task/taskFailure.ts'

const parsed = (text: string): unknown => {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** What Step Functions reports where the call itself fails. */
const clientError = (endpoint: string, reason: string): TaskFailure =>
  new TaskFailure('Lambda.SdkClientException', `Unable to execute HTTP request to ${endpoint}: ${reason}`)

/**
 * Invokes a function and gives what it returns.
 *
 * @throws TaskFailure with the error and the cause that Step Functions shows: the function's own, or that of the endpoint.
 */
export const invokeEndpoint = async (endpoint: string, name: string, event: unknown): Promise<unknown> => {
  const url = new URL(`/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, endpoint)
  let response: Response
  let text: string
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'RequestResponse' },
      body: JSON.stringify(event ?? {}),
    })
    text = await response.text()
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw clientError(endpoint, cause)
  }
  const body = parsed(text)
  if (response.headers.has('x-amz-function-error')) {
    const type = isRecord(body) && typeof body.errorType === 'string' ? body.errorType : 'Unhandled'
    throw new TaskFailure(type, text)
  }
  if (!response.ok) {
    const type =
      response.headers.get('x-amzn-errortype') ?? (isRecord(body) ? String(body.Type ?? body.__type ?? '') : '')
    const message = isRecord(body) ? String(body.Message ?? body.message ?? text) : text
    throw new TaskFailure(
      `Lambda.${(type.split(':')[0] || 'ServiceException').replace(/Exception$/, '')}Exception`,
      `${message} (Service: Lambda, Status Code: ${response.status})`,
    )
  }
  return body
}
