/** The context of an invocation, made anew for each, as Lambda's runtime client makes it: the time that is left runs down. */
export const invocation = (id) => {
  const end = Date.now() + 30_000
  return {
    functionName: 'bench',
    functionVersion: '1',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:bench',
    memoryLimitInMB: '512',
    awsRequestId: `52fdfc07-2182-154f-163f-${id}`,
    logGroupName: '/aws/lambda/bench',
    logStreamName: '2026/01/01/[1]bench',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => end - Date.now(),
    done() {},
    fail() {},
    succeed() {},
  }
}
