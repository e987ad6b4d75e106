import { compose } from '@orkestra/handler'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'

/** What the function needs of Step Functions: told apart, so that a test can stand in for it. */
export interface Machine {
  start(input: string): Promise<{ readonly executionArn?: string | undefined }>
}

export const startOrder =
  (machine: Machine) =>
  async ({ body }: Pick<APIGatewayProxyEvent, 'body'>): Promise<APIGatewayProxyResult> => {
    if (!body) return { statusCode: 400, body: JSON.stringify({ message: 'an order is expected' }) }
    const { executionArn } = await machine.start(body)
    return { statusCode: 202, body: JSON.stringify({ executionArn }) }
  }

/** The SDK is loaded when it is first needed: it comes with Lambda's runtime, and is no dependency of the tests. */
const stepFunctions: Machine = {
  async start(input) {
    const { SFNClient, StartExecutionCommand } = await import('@aws-sdk/client-sfn')
    return new SFNClient({}).send(new StartExecutionCommand({ stateMachineArn: process.env.STATE_MACHINE_ARN, input }))
  },
}

export const api = compose(
  { entry: import.meta.url, name: 'api', timeout: { seconds: 10 }, memorySize: 256 },
  startOrder(stepFunctions),
)
