/**
 * The errors of the Lambda service that pass by themselves, and how they are retried. The list and the numbers are those of
 * CDK's LambdaInvoke and of AWS's guide, and `Lambda.TooManyRequestsException`, which AWS's console adds.
 * https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html
 */
export interface RetryPolicy {
  readonly errors: readonly string[]
  readonly intervalSeconds: number
  readonly maxAttempts: number
  readonly backoffRate: number
}

/** The retry of every Lambda task, unless its `retryServiceErrors` is false. */
export const serviceRetry: RetryPolicy = Object.freeze({
  errors: Object.freeze([
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
  ]),
  intervalSeconds: 2,
  maxAttempts: 6,
  backoffRate: 2,
})

/** How long to wait before the next attempt, in seconds, after `retries` of them. */
export const retryDelay = (policy: RetryPolicy, retries: number): number =>
  policy.intervalSeconds * policy.backoffRate ** retries
