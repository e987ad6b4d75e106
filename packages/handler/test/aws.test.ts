/** Tokens and stored values, with the SDK's own clients against a service on loopback. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { S3Client } from '@aws-sdk/client-s3'
import { SFNClient } from '@aws-sdk/client-sfn'
import { emit, manifest } from '@orkestra/asl'
import { execute, taskTokens as localTokens } from '@orkestra/asl/execute'
import { hours } from '@orkestra/core'
import { compose, defineError, type TokenEvent, waitForToken } from '@orkestra/handler'
import { createStore } from '@orkestra/handler/store'
import { taskTokens } from '@orkestra/handler/tokens'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { approval, ask, asked, type Decision, type Expense, pay } from './fixtures/approval.ts'

const test = suite('tokens and stored values')

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

interface Call {
  readonly method: string
  readonly url: string
  readonly target: string | undefined
  readonly body: string
}

const calls: Call[] = []
const objects = new Map<string, string>()
const server: Server = createServer(async (request, response) => {
  const { method = '', url = '' } = request
  const target = request.headers['x-amz-target'] as string | undefined
  const body = await bodyOf(request)
  const [path = ''] = url.split('?')
  calls.push({ method, url: path, target, body })
  if (target !== undefined) {
    const isGone = JSON.parse(body).taskToken === 'gone'
    response.writeHead(isGone ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' })
    response.end(isGone ? JSON.stringify({ __type: 'TaskTimedOut', message: 'too late' }) : '{}')
  } else if (method === 'PUT') {
    objects.set(path, body)
    response.end()
  } else {
    response.statusCode = objects.has(path) ? 200 : 404
    response.end(objects.get(path))
  }
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
test.after(() => {
  server.close()
  server.closeAllConnections()
})

const client = {
  endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
  maxAttempts: 1,
}
const rejection = async (act: Promise<unknown>): Promise<Error> =>
  act.then(
    () => assert.unreachable('it did not reject'),
    (error) => error,
  )

test('succeed, fail and heartbeat reach Step Functions', async () => {
  const tokens = taskTokens(new SFNClient(client))
  const OutOfStock = defineError('OutOfStock')
  calls.length = 0
  await tokens.succeed('t', { approved: true })
  await tokens.succeed('t', undefined)
  await tokens.fail('t', 'Rejected', 'too dear')
  await tokens.fail('t', 'Rejected')
  await tokens.fail('t', new OutOfStock('no guitars'))
  await tokens.fail('t', 'x'.repeat(300), 'y'.repeat(40_000))
  await tokens.heartbeat('t')
  const seen = calls.map(({ target, body }) => [target?.replace('AWSStepFunctions.', ''), JSON.parse(body)])
  assert.equal(seen.slice(0, 4), [
    ['SendTaskSuccess', { taskToken: 't', output: '{"approved":true}' }],
    ['SendTaskSuccess', { taskToken: 't', output: 'null' }],
    ['SendTaskFailure', { taskToken: 't', error: 'Rejected', cause: 'too dear' }],
    ['SendTaskFailure', { taskToken: 't', error: 'Rejected' }],
  ])
  const [, thrown] = seen[4] as [string, { error: string; cause: string }]
  assert.is(thrown.error, 'OutOfStock')
  const { trace, ...cause } = JSON.parse(thrown.cause)
  assert.equal(cause, { errorType: 'OutOfStock', errorMessage: 'no guitars' })
  assert.ok(trace.length > 1)
  const [, long] = seen[5] as [string, { error: string; cause: string }]
  assert.equal([long.error.length, long.cause.length], [256, 32_768])
  assert.equal(seen[6], ['SendTaskHeartbeat', { taskToken: 't' }])
})

test('a token that nobody waits for is an error of the SDK', async () => {
  assert.is((await rejection(taskTokens(new SFNClient(client)).succeed('gone', 1))).name, 'TaskTimedOut')
})

for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
  test(`a workflow waits for the answer, and it is the next step’s input: ${queryLanguage}`, async () => {
    const definition = emit(approval, { queryLanguage })
    const tokens = localTokens()
    asked.length = 0
    const running = execute(
      definition,
      { id: '7' },
      {
        tokens,
        lambdas: {
          ask: async (event: TokenEvent<Expense, Decision>) => {
            await ask(event)
            tokens.succeed(event.token, { approved: true })
          },
          pay,
        },
      },
    )
    const execution = await running
    assert.is(execution.status === 'SUCCEEDED' && execution.output, 'paid')
    assert.equal(asked[0]?.input, { id: '7' })
    assert.type(asked[0]?.token, 'string')
  })

test('its state has the pattern, the time-outs and no output of its own; its function is deployed like any', () => {
  const { States } = emit(approval, { payloadResponseOnly: true })
  const { Retry: _, ...state } = States.ask as unknown as Record<string, unknown>
  assert.equal(state, {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
    Parameters: { FunctionName: '${ask}', Payload: { 'input.$': '$', 'token.$': '$$.Task.Token' } },
    TimeoutSeconds: 604_800,
    HeartbeatSeconds: 90_000,
    Next: 'pay',
  })
  assert.equal(
    manifest(approval).map(({ name, timeout }) => [name, timeout]),
    [
      ['ask', 6],
      ['pay', 6],
    ],
  )
  const [waiting] = Object.values(emit(waitForToken<1>()({ name: 'a', timeout: { seconds: 6 } }, () => 1)).States)
  assert.is((waiting as { TimeoutSeconds?: number }).TimeoutSeconds, undefined)
})

test('an EXPRESS machine waits for no token', () => {
  assert.throws(() => emit(approval, { type: 'EXPRESS' }), /"ask" waits for a token/)
})

test('a heartbeat is shorter than the time-out, and for tokens only', () => {
  const refused = (options: object) => () => waitForToken<1>()({ name: 'a', ...options }, () => 1)
  assert.throws(refused({ taskTimeout: hours(1), heartbeat: hours(1) }), /must be shorter than taskTimeout/)
  assert.throws(refused({ heartbeat: { seconds: 0 } }), /heartbeat must be 1 to/)
  assert.throws(() => compose({ name: 'a', heartbeat: hours(1) } as object, () => 1), /heartbeat needs waitForToken/)
})

for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
  test(`a task passes its execution, state and attempt on in the client context: ${queryLanguage}`, async () => {
    const handler = compose({ name: 'a "quoted" {name}', passContext: true }, async () => 1)
    const execution = await execute(
      emit(handler, { queryLanguage, functionArn: () => 'f' }),
      {},
      { lambdas: { f: () => 1 } },
    )
    const details = execution.history.flatMap((event) => {
      const { taskScheduledEventDetails } = event as {
        taskScheduledEventDetails?: { parameters: { ClientContext: string } }
      }
      return taskScheduledEventDetails ? [taskScheduledEventDetails.parameters] : []
    })
    const { custom } = JSON.parse(Buffer.from(details[0]?.ClientContext ?? '', 'base64').toString())
    assert.match(custom.execution, /^arn:aws:states:/)
    const { EnteredTime, ...state } = custom.state
    assert.equal(state, { Name: 'a "quoted" {name}', RetryCount: 0 })
    assert.match(EnteredTime, /^\d{4}-/)
  })

const store = createStore({ bucket: 'payloads', client: new S3Client({ ...client, forcePathStyle: true }) })

test('a small value is handed on as it is; a large one goes to S3, under its hash', async () => {
  calls.length = 0
  assert.equal(await store.put([1, 2]), { inline: [1, 2] })
  assert.equal(await store.get(await store.put('text')), 'text')
  assert.equal(calls, [])
  const large = { rows: Array.from({ length: 30_000 }, (_, i) => `größe ${i}`) }
  const stored = await store.put(large)
  assert.is(stored.s3?.bucket, 'payloads')
  assert.match(stored.s3?.key ?? '', /^payloads\/[0-9a-f]{64}\.json$/)
  assert.is(stored.s3?.bytes, Buffer.byteLength(JSON.stringify(large)))
  assert.ok(JSON.stringify(stored).length < 300)
  assert.equal(await store.put(large), stored)
  assert.equal(await store.get(JSON.parse(JSON.stringify(stored))), large)
  assert.equal(
    calls.map(({ method }) => method),
    ['PUT', 'PUT', 'GET'],
  )
})

test('what is not there, and what is not JSON, is an error', async () => {
  await rejection(store.get({ s3: { bucket: 'payloads', key: 'gone', bytes: 1 } }))
  assert.instance(await rejection(store.put(undefined)), TypeError)
  assert.throws(() => createStore({ bucket: '' }), /there is no bucket/)
})

test.run()
