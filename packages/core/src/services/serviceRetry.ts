import type { RetryPolicy, Task } from '../graph/graph.ts'

/**
 * The errors of the Lambda service that pass by themselves, and how they are retried: the list and the numbers of CDK's
 * LambdaInvoke and of AWS's guide, and `Lambda.TooManyRequestsException`, which AWS's console adds.
 * https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html
 */
export const serviceRetry: RetryPolicy = /* @__PURE__ */ Object.freeze({
  errors: /* @__PURE__ */ Object.freeze([
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

const serviceAlone: readonly RetryPolicy[] = [serviceRetry]

/**
 * The retries of a task's state: those asked for around it, and that of the service's transient errors, which goes before one
 * for all errors, as the first that matches decides.
 *
 * @example taskRetries(nodeOf(task('x')), []).length // 1: the transient errors of Lambda
 */
export const taskRetries = (task: Task, asked: readonly RetryPolicy[]): readonly RetryPolicy[] => {
  if (task.retryServiceErrors === false || task.target.kind !== 'lambda') return asked
  if (asked.length === 0) return serviceAlone
  const last = asked.at(-1)
  return last?.errors.includes('States.ALL') ? [...asked.slice(0, -1), serviceRetry, last] : [...asked, serviceRetry]
}
