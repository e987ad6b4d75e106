import type { RetryPolicy } from '@orkestra/core'
import { JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions'
import { Duration } from 'aws-cdk-lib/core'

/** Converts a retry policy to the properties of CDK states. */
export const retryProps = (policy: RetryPolicy): RetryProps => ({
  errors: [...policy.errors],
  interval: Duration.seconds(policy.intervalSeconds),
  maxAttempts: policy.maxAttempts,
  backoffRate: policy.backoffRate,
  ...(policy.maxDelaySeconds !== undefined && { maxDelay: Duration.seconds(policy.maxDelaySeconds) }),
  ...(policy.jitter === 'FULL' && { jitterStrategy: JitterType.FULL }),
})
