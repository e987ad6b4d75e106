import { createServer as createHttp } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  CreateActivityCommand,
  CreateStateMachineCommand,
  DeleteActivityCommand,
  DescribeActivityCommand,
  DescribeExecutionCommand,
  GetActivityTaskCommand,
  GetExecutionHistoryCommand,
  ListActivitiesCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn'
import { createServer, type ServerOptions } from '@orkestra/asl/serve'
import { seq, task } from '@orkestra/core'
import { compose } from '@orkestra/handler'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { account, refusal, region, role, served } from '../oracles/sfn.ts'

const test = suite('serve: what tasks do')

const create = async (client: SFNClient, name: string, definition: unknown, type?: 'EXPRESS'): Promise<string> => {
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({
      name,
      definition: JSON.stringify(definition),
      roleArn: role,
      ...(type && { type }),
    }),
  )
  return stateMachineArn as string
}

const start = async (client: SFNClient, stateMachineArn: string, input: unknown = {}): Promise<string> => {
  const { executionArn } = await client.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  )
  return executionArn as string
}

const ended = async (client: SFNClient, executionArn: string) => {
  for (;;) {
    const described = await client.send(new DescribeExecutionCommand({ executionArn }))
    if (described.status !== 'RUNNING') return described
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const run = async (client: SFNClient, stateMachineArn: string, input: unknown = {}) =>
  ended(client, await start(client, stateMachineArn, input))

const lambda = (name: string, more: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name, 'Payload.$': '$' },
  OutputPath: '$.Payload',
  ...more,
})

test('a registered workflow calls its composed handlers, which reload with it', async () => {
  const double = compose({ name: 'double' }, async function double({ n }: { n: number }) {
    return { n: n * 2 }
  })
  const workflow = seq(double, task<{ n: number }, { n: number }>('add-one'))
  const options: ServerOptions = { functions: { 'add-one': ({ n }: { n: number }) => ({ n: n + 1 }) } }
  await served({ ...options, workflows: { w: workflow } }, async (client, server) => {
    const arn = `arn:aws:states:${region}:${account}:stateMachine:w`
    assert.is((await run(client, arn, { n: 4 })).output, '{"n":9}')
    const triple = compose({ name: 'double' }, async function double({ n }: { n: number }) {
      return { n: n * 3 }
    })
    assert.ok(server.register('w', seq(triple, task<{ n: number }, { n: number }>('add-one'))))
    assert.is((await run(client, arn, { n: 4 })).output, '{"n":13}')
    // One that is broken is told of, and the last good one stays.
    assert.not.ok(server.register('w', { workflow: { StartAt: 'A', States: {} } }))
    assert.is(server.problems.get('w')?.issues[0]?.code, 'ASL007')
    assert.is((await run(client, arn, { n: 1 })).output, '{"n":4}')
  })
})

test("a function's error has AWS's shape, and its ARN and alias mean the same function", () =>
  served(
    {
      functions: {
        f: () => {
          throw new RangeError('too far')
        },
      },
    },
    async (client) => {
      const arn = await create(client, 'm', {
        StartAt: 'F',
        States: { F: lambda(`arn:aws:lambda:${region}:${account}:function:f:live`) },
      })
      const { status, error, cause } = await run(client, arn)
      assert.equal([status, error], ['FAILED', 'RangeError'])
      assert.is(JSON.parse(String(cause)).errorMessage, 'too far')
    },
  ))

test('what nothing stands in for fails the execution, with how to supply it, and no Catch gets it', () =>
  served({}, async (client) => {
    const caught = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }], End: true }
    const Z = { Type: 'Pass', End: true }
    const byFunction = await create(client, 'f', { StartAt: 'F', States: { F: lambda('charge', caught), Z } })
    const first = await run(client, byFunction)
    assert.is(first.status, 'FAILED')
    assert.match(String(first.cause), /--function charge=path.*functions: \{ "charge"/)
    const send = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'q', MessageBody: 'm' },
      ...caught,
    }
    const byService = await create(client, 's', { StartAt: 'S', States: { S: send, Z } })
    const executionArn = await start(client, byService)
    const second = await ended(client, executionArn)
    assert.match(String(second.cause), /--endpoint sqs=.*services: \{ "arn:aws:states:::sqs:sendMessage"/)
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }))
    assert.is(events?.at(-1)?.executionFailedEventDetails?.cause, second.cause)
  }))

test('functions are invoked behind a Lambda endpoint', async () => {
  const asked: string[] = []
  const endpoint = createHttp((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      if (request.url?.includes('bad')) {
        response.setHeader('X-Amz-Function-Error', 'Unhandled')
        response.end('{"errorMessage":"no","errorType":"Refused"}')
      } else response.end(JSON.stringify({ got: JSON.parse(text) }))
    })
  })
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve))
  const { port } = endpoint.address() as AddressInfo
  await served({ lambdaEndpoint: `http://127.0.0.1:${port}` }, async (client) => {
    const good = await create(client, 'm', { StartAt: 'F', States: { F: lambda('${good}') } })
    assert.is((await run(client, good, { a: 1 })).output, '{"got":{"a":1}}')
    const bad = await create(client, 'n', { StartAt: 'F', States: { F: lambda('bad') } })
    const { error, cause } = await run(client, bad)
    assert.equal([error, cause], ['Refused', '{"errorMessage":"no","errorType":"Refused"}'])
    assert.is(asked[0], 'POST /2015-03-31/functions/good/invocations')
  })
  endpoint.close()
})

test('a function is scheduled with its time-out and the role of its credentials', () =>
  served({ functions: { f: () => 1 } }, async (client) => {
    const roleArn = 'arn:aws:iam::210987654321:role/other'
    const arn = await create(client, 'm', {
      StartAt: 'F',
      States: {
        F: {
          Type: 'Task',
          Resource: `arn:aws:lambda:${region}:${account}:function:f`,
          TimeoutSeconds: 9,
          Credentials: { RoleArn: roleArn },
          Next: 'G',
        },
        G: { Type: 'Task', Resource: `arn:aws:lambda:${region}:${account}:function:f`, End: true },
      },
    })
    const executionArn = await start(client, arn)
    await ended(client, executionArn)
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }))
    const scheduled = events?.flatMap((event) => event.lambdaFunctionScheduledEventDetails ?? []) ?? []
    assert.equal(
      scheduled.map(({ timeoutInSeconds, taskCredentials }) => [timeoutInSeconds, taskCredentials?.roleArn]),
      [
        [9, roleArn],
        [undefined, undefined],
      ],
    )
  }))

/** Something that speaks the JSON of DynamoDB: it notes what it is asked, and answers what it is told to. */
const dynamodb = async (
  body: (url: string, asked: readonly Record<string, unknown>[]) => Promise<void>,
): Promise<void> => {
  const asked: Record<string, unknown>[] = []
  const server = createHttp((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      const action = String(request.headers['x-amz-target']).split('.')[1]
      const input = JSON.parse(text)
      asked.push({ action, input, host: request.headers.host })
      response.setHeader('content-type', 'application/x-amz-json-1.0')
      if (input.Key?.id?.S === 'none') {
        response.statusCode = 400
        response.end('{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"no"}')
      } else if (action === 'DescribeTable')
        response.end(
          '{"Table":{"TableName":"orders","CreationDateTime":1700000000.5,"SSEDescription":{"Status":"ENABLED"}}}',
        )
      else response.end('{"Item":{"id":{"S":"7"},"Total":{"N":"3"}}}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await body(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const service = (resource: string, parameters: object) => ({
  StartAt: 'S',
  States: { S: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters: parameters, End: true } },
})

test("another service is called at its endpoint, by AWS's own client of it", () =>
  dynamodb((url, asked) =>
    served({ endpoints: { dynamodb: url } }, async (client) => {
      const key = { TableName: 'orders', Key: { id: { 'S.$': '$.id' } } }
      const get = await create(client, 'get', service('dynamodb:getItem', key))
      assert.equal(JSON.parse(String((await run(client, get, { id: '7' })).output)), {
        Item: { id: { S: '7' }, Total: { N: '3' } },
      })
      assert.equal(asked, [
        { action: 'GetItem', input: { TableName: 'orders', Key: { id: { S: '7' } } }, host: new URL(url).host },
      ])
      assert.is((await run(client, get, { id: 'none' })).error, 'DynamoDB.ConditionalCheckFailedException')
      const sdk = await create(client, 'sdk', service('aws-sdk:dynamodb:getItem', key))
      assert.is((await run(client, sdk, { id: 'none' })).error, 'DynamoDb.ConditionalCheckFailedException')
      // Times are text, and fields have the names that Step Functions gives them.
      const describe = await create(
        client,
        'describe',
        service('aws-sdk:dynamodb:describeTable', { TableName: 'orders' }),
      )
      assert.equal(JSON.parse(String((await run(client, describe)).output)), {
        Table: {
          TableName: 'orders',
          CreationDateTime: '2023-11-14T22:13:20.500Z',
          SseDescription: { Status: 'ENABLED' },
        },
      })
    }),
  ))

test('an endpoint that nobody answers at, one whose client is not installed, and a job that is waited for', () =>
  served(
    {
      endpoints: { dynamodb: 'http://127.0.0.1:1', cloudwatchlogs: 'http://127.0.0.1:1', batch: 'http://127.0.0.1:1' },
    },
    async (client) => {
      const down = await create(client, 'down', service('aws-sdk:dynamodb:listTables', {}))
      assert.is((await run(client, down)).error, 'DynamoDb.SdkClientException')
      const logs = await create(client, 'logs', service('aws-sdk:cloudwatchlogs:describeLogGroups', {}))
      assert.match(String((await run(client, logs)).cause), /npm install @aws-sdk\/client-cloudwatch-logs/)
      const job = await create(
        client,
        'job',
        service('batch:submitJob.sync', { JobName: 'j', JobDefinition: 'd', JobQueue: 'q' }),
      )
      assert.match(String((await run(client, job)).cause), /waits for a job/)
    },
  ))

test('a MockConfigFile answers for a test case', () =>
  served(
    {
      mocks: {
        StateMachines: { m: { TestCases: { Happy: { F: 'ok' }, Sad: { F: 'no' } } } },
        MockedResponses: {
          ok: { '0': { Return: { Payload: { paid: true } } } },
          no: { '0': { Throw: { Error: 'Declined', Cause: 'no money' } } },
        },
      },
    },
    async (client) => {
      const arn = await create(client, 'm', { StartAt: 'F', States: { F: lambda('f') } })
      assert.is((await run(client, `${arn}#Happy`)).output, '{"paid":true}')
      const sad = await run(client, `${arn}#Sad`)
      assert.equal([sad.error, sad.cause], ['Declined', 'no money'])
      const message = await refusal(start(client, `${arn}#None`))
      assert.match(message, /^ValidationException: .*None.*Happy/)
    },
  ))

const asking = (more: object = {}) => ({
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: { FunctionName: 'ask', Payload: { 'token.$': '$$.Task.Token' } },
      End: true,
      ...more,
    },
  },
})

/** A server whose function `ask` hands its tokens to the test. */
const withTokens = (
  options: ServerOptions,
  body: (client: SFNClient, next: () => Promise<string>) => Promise<void>,
) => {
  const tokens: string[] = []
  const next = async (): Promise<string> => {
    for (;;) {
      const token = tokens.shift()
      if (token !== undefined) return token
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  const functions = { ask: ({ token }: { token: string }) => void tokens.push(token) }
  return served({ ...options, functions }, (client) => body(client, next))
}

for (const clock of ['real', 'virtual'] as const)
  test(`a token is answered, beaten and failed (${clock} clock)`, () =>
    withTokens({ clock }, async (client, next) => {
      const arn = await create(client, 'm', asking({ TimeoutSeconds: 300, HeartbeatSeconds: 60 }))
      const first = await start(client, arn)
      const taskToken = await next()
      await client.send(new SendTaskHeartbeatCommand({ taskToken }))
      assert.match(
        await refusal(client.send(new SendTaskSuccessCommand({ taskToken, output: 'no json' }))),
        /^InvalidOutput: Invalid Output: 'Unrecognized token 'no'/,
      )
      await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"approved":true}' }))
      const { status, output } = await ended(client, first)
      assert.equal([status, output], ['SUCCEEDED', '{"approved":true}'])
      const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn: first }))
      assert.equal(
        events?.map(({ type }) => type),
        [
          'ExecutionStarted',
          'TaskStateEntered',
          'TaskScheduled',
          'TaskStarted',
          'TaskSubmitted',
          'TaskSucceeded',
          'TaskStateExited',
          'ExecutionSucceeded',
        ],
      )
      const { timeoutInSeconds, heartbeatInSeconds } = events?.[2]?.taskScheduledEventDetails ?? {}
      assert.equal([timeoutInSeconds, heartbeatInSeconds], [300, 60])
      assert.equal(
        [events?.[2]?.taskScheduledEventDetails?.resourceType, events?.[2]?.taskScheduledEventDetails?.resource],
        ['lambda', 'invoke.waitForTaskToken'],
      )
      assert.is(events?.[5]?.taskSucceededEventDetails?.resource, 'invoke.waitForTaskToken')
      const late = "TaskTimedOut: Task Timed Out: 'Provided task does not exist anymore'"
      assert.is(await refusal(client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))), late)
      const second = await start(client, arn)
      await client.send(new SendTaskFailureCommand({ taskToken: await next(), error: 'E', cause: 'c' }))
      const failed = await ended(client, second)
      assert.equal([failed.status, failed.error, failed.cause], ['FAILED', 'E', 'c'])
      assert.is(
        await refusal(client.send(new SendTaskHeartbeatCommand({ taskToken: 'none' }))),
        "InvalidToken: Invalid Token: 'Invalid token'",
      )
    }))

test('on the virtual clock waits and retries take no time', () =>
  served({ clock: 'virtual', functions: { f: [new Error('once'), { ok: true }] } }, async (client) => {
    const arn = await create(client, 'm', {
      StartAt: 'W',
      States: {
        W: { Type: 'Wait', Seconds: 86_400, Next: 'F' },
        F: lambda('f', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 3600 }], End: true }),
      },
    })
    const { status, startDate, stopDate } = await run(client, arn)
    assert.is(status, 'SUCCEEDED')
    const seconds = ((stopDate as Date).getTime() - (startDate as Date).getTime()) / 1000
    assert.is(Math.round(seconds), 90_000)
  }))

test('workers poll for the tasks of an activity, before and after they are scheduled', () =>
  served({}, async (client) => {
    const { activityArn } = await client.send(new CreateActivityCommand({ name: 'work' }))
    assert.is((await client.send(new DescribeActivityCommand({ activityArn }))).name, 'work')
    assert.equal(
      (await client.send(new ListActivitiesCommand({}))).activities?.map(({ name }) => name),
      ['work'],
    )
    const arn = await create(client, 'm', {
      StartAt: 'A',
      States: { A: { Type: 'Task', Resource: activityArn, TimeoutSeconds: 60, End: true } },
    })
    const poll = () => client.send(new GetActivityTaskCommand({ activityArn, workerName: 'w1' }))
    const waiting = poll()
    const first = await start(client, arn, { a: 1 })
    const taken = await waiting
    assert.is(taken.input, '{"a":1}')
    await client.send(new SendTaskHeartbeatCommand({ taskToken: taken.taskToken }))
    await client.send(new SendTaskSuccessCommand({ taskToken: taken.taskToken, output: '{"b":2}' }))
    assert.is((await ended(client, first)).output, '{"b":2}')
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn: first }))
    assert.equal(
      events?.map(({ type }) => type),
      [
        'ExecutionStarted',
        'TaskStateEntered',
        'ActivityScheduled',
        'ActivityStarted',
        'ActivitySucceeded',
        'TaskStateExited',
        'ExecutionSucceeded',
      ],
    )
    assert.equal(events?.[3]?.activityStartedEventDetails, { workerName: 'w1' })
    assert.is(events?.[2]?.activityScheduledEventDetails?.timeoutInSeconds, 60)
    const second = await start(client, arn)
    const before = await client.send(new GetExecutionHistoryCommand({ executionArn: second }))
    assert.is(before.events?.at(-1)?.type, 'ActivityScheduled', 'no worker has taken it')
    const { taskToken } = await poll()
    await client.send(new SendTaskFailureCommand({ taskToken, error: 'Programmatic Error', cause: 'x' }))
    assert.is((await ended(client, second)).error, 'Programmatic Error')
    await client.send(new DeleteActivityCommand({ activityArn }))
    assert.is(await refusal(poll()), `ActivityDoesNotExist: Activity Does Not Exist: '${activityArn}'`)
    const third = await run(client, arn)
    assert.equal([third.status, third.error], ['FAILED', 'States.Runtime'])
    assert.match(String(third.cause), /The activity .*activity:work does not exist\.$/)
  }))

test('a machine starts another, and waits for it', () =>
  served({}, async (client) => {
    const inner = await create(client, 'inner', {
      StartAt: 'A',
      States: {
        A: { Type: 'Choice', Choices: [{ Variable: '$.fail', BooleanEquals: true, Next: 'F' }], Default: 'P' },
        F: { Type: 'Fail', Error: 'E', Cause: 'c' },
        P: { Type: 'Pass', Result: { done: true }, End: true },
      },
    })
    const outer = (resource: string) => ({
      StartAt: 'S',
      States: {
        S: {
          Type: 'Task',
          Resource: `arn:aws:states:::${resource}`,
          Parameters: { StateMachineArn: inner, Input: { 'fail.$': '$.fail' } },
          End: true,
        },
      },
    })
    const parsed = await create(client, 'parsed', outer('states:startExecution.sync:2'))
    const good = JSON.parse(String((await run(client, parsed, { fail: false })).output))
    assert.equal([good.Status, good.Output, good.Input], ['SUCCEEDED', { done: true }, { fail: false }])
    const text = await create(client, 'text', outer('states:startExecution.sync'))
    assert.is(JSON.parse(String((await run(client, text, { fail: false })).output)).Output, '{"done":true}')
    const bad = await run(client, parsed, { fail: true })
    assert.is(bad.error, 'States.TaskFailed')
    assert.equal([JSON.parse(String(bad.cause)).Error, JSON.parse(String(bad.cause)).Cause], ['E', 'c'])
    const fireAndForget = await create(client, 'fire', outer('states:startExecution'))
    const fired = JSON.parse(String((await run(client, fireAndForget, { fail: false })).output))
    assert.match(fired.ExecutionArn, /:execution:inner:/)
    const sdk = await create(client, 'sdk', {
      StartAt: 'S',
      States: {
        S: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:sfn:describeStateMachine',
          Parameters: { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:none' },
          End: true,
        },
      },
    })
    assert.is((await run(client, sdk)).error, 'Sfn.StateMachineDoesNotExistException')
  }))

test('services are called by given functions', () =>
  served(
    {
      services: {
        'arn:aws:states:::sqs:sendMessage': ({ MessageBody }: { MessageBody: string }) => ({ MessageId: MessageBody }),
      },
    },
    async (client) => {
      const arn = await create(
        client,
        'm',
        {
          StartAt: 'S',
          States: {
            S: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sqs:sendMessage',
              Parameters: { QueueUrl: 'q', 'MessageBody.$': '$.m' },
              End: true,
            },
          },
        },
        'EXPRESS',
      )
      const { output } = await client.send(new StartSyncExecutionCommand({ stateMachineArn: arn, input: '{"m":"x"}' }))
      assert.is(output, '{"MessageId":"x"}')
    },
  ))

test('a workflow that makes no valid definition is refused at once', async () => {
  try {
    await createServer({ port: 0, workflows: { w: { workflow: '{"StartAt":"A","States":{}}' } } })
    assert.unreachable()
  } catch (error) {
    assert.is((error as Error).name, 'AslError')
  }
})

test.run()
