import type { Context } from 'aws-lambda'

export type { Context }

/**
 * Creates a new Lambda context for tests. Its remaining time counts down from 30 s. A composed handler that is called without a context
 * gets one of these.
 *
 * @example await price({ id: '1' }, genericContext({ functionName: 'price', getRemainingTimeInMillis: () => 100 }))
 */
export const genericContext = (fields: Partial<Context> = {}): Context => {
  const end = Date.now() + 30_000
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'test',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:test',
    memoryLimitInMB: '128',
    awsRequestId: '52fdfc07-2182-154f-163f-5f0f9a621d72',
    logGroupName: '/aws/lambda/test',
    logStreamName: '2026/01/01/[$LATEST]test',
    getRemainingTimeInMillis: () => end - Date.now(),
    done() {},
    fail() {},
    succeed() {},
    ...fields,
  }
}
