/** The second argument of a Lambda function. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
import { randomUUID } from 'node:crypto'
import type { Execution } from '../world.ts'

/** Of functions that run here, where nothing cuts them off: what Lambda allows at most, 15 minutes. */
const longest = 900_000

/** @example lambdaContextOf(execution, 'charge').functionName // 'charge' */
export const lambdaContextOf = ({ machine: { scope } }: Execution, name: string): Readonly<Record<string, unknown>> => {
  const end = Date.now() + longest
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:${scope.partition}:lambda:${scope.region}:${scope.account}:function:${name}`,
    memoryLimitInMB: '128',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, end - Date.now()),
  }
}
