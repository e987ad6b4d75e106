import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  DescribeStateMachineForExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  paginateListStateMachines,
  type SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
  TestStateCommand,
  UpdateStateMachineCommand,
  ValidateStateMachineDefinitionCommand,
} from '@aws-sdk/client-sfn'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { account, clientFor, refusal, region, role, served } from '../oracles/sfn.ts'

const test = suite("serve: AWS's client, machines and executions")

const arn = (type: string, rest: string): string => `arn:aws:states:${region}:${account}:${type}:${rest}`
const pass = { StartAt: 'A', States: { A: { Type: 'Pass', Result: { Arg1: 'argument1' }, End: true } } }
const waits = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 1000, End: true } } }

const create = (client: SFNClient, name: string, definition: unknown, more: object = {}) =>
  client.send(new CreateStateMachineCommand({ name, definition: JSON.stringify(definition), roleArn: role, ...more }))

/** Waits for the end of an execution: by asking, as a client does. */
const ended = async (client: SFNClient, executionArn: string | undefined) => {
  for (;;) {
    const described = await client.send(new DescribeExecutionCommand({ executionArn }))
    if (described.status !== 'RUNNING') return described
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('a machine is created, described, updated, listed and deleted', () =>
  served({}, async (client) => {
    const { stateMachineArn, creationDate } = await create(client, 'm', pass)
    assert.is(stateMachineArn, arn('stateMachine', 'm'))
    assert.ok(Math.abs((creationDate as Date).getTime() - Date.now()) < 60_000)
    const described = await client.send(new DescribeStateMachineCommand({ stateMachineArn }))
    assert.equal(
      [described.name, described.type, described.status, described.roleArn, described.definition],
      ['m', 'STANDARD', 'ACTIVE', role, JSON.stringify(pass)],
    )
    assert.equal(described.loggingConfiguration, { level: 'OFF', includeExecutionData: false })
    assert.equal(described.tracingConfiguration, { enabled: false })
    assert.is(described.revisionId, undefined)
    const { revisionId } = await client.send(
      new UpdateStateMachineCommand({ stateMachineArn, definition: JSON.stringify(waits) }),
    )
    const after = await client.send(new DescribeStateMachineCommand({ stateMachineArn }))
    assert.is(after.revisionId, revisionId)
    assert.is(after.definition, JSON.stringify(waits))
    const { stateMachines } = await client.send(new ListStateMachinesCommand({}))
    assert.equal(
      stateMachines?.map(({ name, type }) => [name, type]),
      [['m', 'STANDARD']],
    )
    await client.send(new DeleteStateMachineCommand({ stateMachineArn }))
    assert.is(
      await refusal(client.send(new DescribeStateMachineCommand({ stateMachineArn }))),
      `StateMachineDoesNotExist: State Machine Does Not Exist: '${stateMachineArn}'`,
    )
    await client.send(new DeleteStateMachineCommand({ stateMachineArn }))
  }))

test('the same machine again is the same; another definition, type or configuration is refused', () =>
  served({}, async (client) => {
    const first = await create(client, 'm', pass)
    assert.equal(await create(client, 'm', pass).then(({ creationDate }) => creationDate), first.creationDate)
    const already = `StateMachineAlreadyExists: State Machine Already Exists: '${arn('stateMachine', 'm')}'`
    assert.is(await refusal(create(client, 'm', waits)), already)
    assert.is(await refusal(create(client, 'm', pass, { type: 'EXPRESS' })), already)
    assert.is(await refusal(create(client, 'm', pass, { tracingConfiguration: { enabled: true } })), already)
  }))

test('what is wrong with a request is said as AWS says it', () =>
  served({}, async (client) => {
    const cases: readonly [() => Promise<unknown>, string][] = [
      [() => create(client, 'a b', pass), "InvalidName: Invalid Name: 'a b'"],
      [() => create(client, 'a/b', pass), "InvalidName: Invalid Name: 'a/b'"],
      [
        () => create(client, 'n'.repeat(81), pass),
        `ValidationException: 1 validation error detected: Value '${'n'.repeat(81)}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 80`,
      ],
      [
        () => create(client, 'm', { StartAt: 'A' }),
        "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'",
      ],
      [
        () => client.send(new DescribeStateMachineCommand({ stateMachineArn: 'not_a_valid_arn' })),
        "InvalidArn: Invalid Arn: 'Invalid ARN prefix: not_a_valid_arn'",
      ],
      [
        () => client.send(new DescribeExecutionCommand({ executionArn: 'invalid_state_machine_arn' })),
        "InvalidArn: Invalid Arn: 'Invalid ARN prefix: invalid_state_machine_arn'",
      ],
      [
        () => client.send(new DescribeExecutionCommand({ executionArn: arn('execution', 'm:x') })),
        `ExecutionDoesNotExist: Execution Does Not Exist: '${arn('execution', 'm:x')}'`,
      ],
      [
        () => client.send(new DescribeExecutionCommand({ executionArn: arn('express', 'm:x:y') })),
        "InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'",
      ],
      [
        () => client.send(new ListStateMachinesCommand({ maxResults: 1001 })),
        "ValidationException: 1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
      ],
      [
        () => client.send(new ListStateMachinesCommand({ nextToken: 'x' })),
        "InvalidToken: Invalid Token: 'Invalid token'",
      ],
      [
        () => client.send(new UpdateStateMachineCommand({ stateMachineArn: arn('stateMachine', 'none') })),
        `StateMachineDoesNotExist: State Machine Does Not Exist: '${arn('stateMachine', 'none')}'`,
      ],
      [
        () => client.send(new CreateStateMachineCommand({ name: 'm', roleArn: role } as never)),
        "ValidationException: 1 validation error detected: Value null at 'definition' failed to satisfy constraint: Member must not be null",
      ],
      [
        () => create(client, 'm', pass, { versionDescription: 'x' }),
        'ValidationException: Version description can only be set when publish is true',
      ],
      [
        () => create(client, 'm', pass, { loggingConfiguration: { level: 'ALL' } }),
        'InvalidLoggingConfiguration: Invalid Logging Configuration: Must specify exactly one Log Destination.',
      ],
    ]
    for (const [call, expected] of cases) assert.is(await refusal(call()), expected)
    const { stateMachineArn } = await create(client, 'm', pass)
    assert.is(
      await refusal(client.send(new UpdateStateMachineCommand({ stateMachineArn }))),
      'MissingRequiredParameter: Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    )
  }))

test('an execution is started, described, and its history read', () =>
  served({}, async (client) => {
    const { stateMachineArn } = await create(client, 'm', pass)
    const { executionArn, startDate } = await client.send(
      new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{"a":1}', traceHeader: 'Root=1' }),
    )
    assert.is(executionArn, arn('execution', 'm:one'))
    const described = await ended(client, executionArn)
    assert.equal(
      [described.status, described.output, described.input, described.name, described.stateMachineArn],
      ['SUCCEEDED', '{"Arg1":"argument1"}', '{"a":1}', 'one', stateMachineArn],
    )
    assert.equal(described.startDate, startDate)
    assert.equal(described.inputDetails, { included: true })
    assert.is(described.redriveCount, 0)
    assert.is(described.redriveStatus, 'NOT_REDRIVABLE')
    assert.is(described.redriveStatusReason, 'Execution is SUCCEEDED and cannot be redriven')
    assert.is(described.traceHeader, 'Root=1')
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn }))
    assert.equal(
      events.map(({ timestamp: _, ...event }) => event),
      [
        {
          id: 1,
          previousEventId: 0,
          type: 'ExecutionStarted',
          executionStartedEventDetails: { input: '{"a":1}', inputDetails: { truncated: false }, roleArn: role },
        },
        {
          id: 2,
          previousEventId: 0,
          type: 'PassStateEntered',
          stateEnteredEventDetails: { name: 'A', input: '{"a":1}', inputDetails: { truncated: false } },
        },
        {
          id: 3,
          previousEventId: 2,
          type: 'PassStateExited',
          stateExitedEventDetails: {
            name: 'A',
            output: '{"Arg1":"argument1"}',
            outputDetails: { truncated: false },
          },
        },
        {
          id: 4,
          previousEventId: 3,
          type: 'ExecutionSucceeded',
          executionSucceededEventDetails: { output: '{"Arg1":"argument1"}', outputDetails: { truncated: false } },
        },
      ],
    )
    const without = await client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false }))
    assert.equal(without.events?.[1]?.stateEnteredEventDetails, { name: 'A' })
    const metadata = await client.send(new DescribeExecutionCommand({ executionArn, includedData: 'METADATA_ONLY' }))
    assert.equal([metadata.input, metadata.inputDetails], [undefined, { included: false }])
    const of = await client.send(new DescribeStateMachineForExecutionCommand({ executionArn }))
    assert.equal([of.stateMachineArn, of.definition, of.name], [stateMachineArn, JSON.stringify(pass), 'm'])
  }))

test('starting is idempotent by name while it runs, and a name is used once', () =>
  served({}, async (client) => {
    const { stateMachineArn } = await create(client, 'm', waits)
    const start = (input?: string) =>
      client.send(new StartExecutionCommand({ stateMachineArn, name: 'one', ...(input && { input }) }))
    const first = await start('{"a":1}')
    assert.equal((await start('{"a":1}')).startDate, first.startDate)
    const already = `ExecutionAlreadyExists: Execution Already Exists: '${first.executionArn}'`
    assert.is(await refusal(start('{"a":2}')), already)
    await client.send(new StopExecutionCommand({ executionArn: first.executionArn }))
    assert.is(await refusal(start('{"a":1}')), already)
  }))

test('an input that is not JSON is refused', () =>
  served({}, async (client) => {
    const { stateMachineArn } = await create(client, 'm', pass)
    const start = (input: string) => refusal(client.send(new StartExecutionCommand({ stateMachineArn, input })))
    const prefix = 'InvalidExecutionInput: Invalid State Machine Execution Input:'
    assert.is(
      await start('not some json'),
      `${prefix} 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'`,
    )
    assert.is(await start(''), `${prefix} 'Invalid execution input.'`)
    assert.ok((await start('{')).startsWith(prefix))
    assert.ok((await start(JSON.stringify('x'.repeat(262_144)))).startsWith('ValidationException: 1 validation error'))
  }))

test('a running execution has a history, and is stopped with an error and a cause', () =>
  served({}, async (client) => {
    const { stateMachineArn } = await create(client, 'm', waits)
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }))
    const before = await client.send(new GetExecutionHistoryCommand({ executionArn }))
    assert.equal(
      before.events?.map(({ type }) => type),
      ['ExecutionStarted', 'WaitStateEntered'],
    )
    const running = await client.send(new DescribeExecutionCommand({ executionArn }))
    assert.equal([running.status, running.stopDate], ['RUNNING', undefined])
    const { stopDate } = await client.send(new StopExecutionCommand({ executionArn, error: 'E', cause: 'why' }))
    assert.ok(stopDate instanceof Date)
    const after = await client.send(new DescribeExecutionCommand({ executionArn }))
    assert.equal([after.status, after.error, after.cause, after.output], ['ABORTED', 'E', 'why', undefined])
    const { events = [] } = await client.send(new GetExecutionHistoryCommand({ executionArn, reverseOrder: true }))
    assert.equal(events[0]?.executionAbortedEventDetails, { error: 'E', cause: 'why' })
    // Stopping what has ended changes nothing.
    await client.send(new StopExecutionCommand({ executionArn, error: 'other' }))
    assert.is((await client.send(new DescribeExecutionCommand({ executionArn }))).error, 'E')
  }))

test('lists are paged, newest executions first, and tokens belong to their list', () =>
  served({}, async (client) => {
    for (let i = 0; i < 7; i += 1) await create(client, `m${i}`, pass)
    const names: (string | undefined)[] = []
    for await (const page of paginateListStateMachines({ client, pageSize: 3 }, {}))
      names.push(...(page.stateMachines ?? []).map(({ name }) => name))
    assert.equal(names, ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6'])
    const stateMachineArn = arn('stateMachine', 'm0')
    for (let i = 0; i < 7; i += 1) {
      const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, name: `e${i}` }))
      await ended(client, executionArn)
    }
    const executions: (string | undefined)[] = []
    for await (const page of paginateListExecutions({ client, pageSize: 2 }, { stateMachineArn }))
      executions.push(...(page.executions ?? []).map(({ name }) => name))
    assert.equal(executions, ['e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0'])
    const { nextToken } = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2 }))
    // What comes meanwhile moves nothing.
    await client.send(new StartExecutionCommand({ stateMachineArn, name: 'e7' }))
    const next = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2, nextToken }))
    assert.equal(
      next.executions?.map(({ name }) => name),
      ['e4', 'e3'],
    )
    assert.is(
      await refusal(client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'FAILED', nextToken }))),
      "InvalidToken: Invalid Token: 'Invalid token'",
    )
    const failed = await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'FAILED' }))
    assert.equal(failed.executions, [])
  }))

test('a history is paged, forwards and reversed', () =>
  served({}, async (client) => {
    const names = Array.from({ length: 60 }, (_, i) => `S${i}`)
    const definition = {
      StartAt: 'S0',
      States: Object.fromEntries(
        names.map((name, i) => [name, { Type: 'Pass', ...(i < 59 ? { Next: names[i + 1] } : { End: true }) }]),
      ),
    }
    const { stateMachineArn } = await create(client, 'm', definition)
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }))
    await ended(client, executionArn)
    const read = async (reverseOrder: boolean): Promise<(number | undefined)[]> => {
      const ids: (number | undefined)[] = []
      for await (const page of paginateGetExecutionHistory({ client, pageSize: 50 }, { executionArn, reverseOrder }))
        ids.push(...(page.events ?? []).map(({ id }) => id))
      return ids
    }
    const all = Array.from({ length: 122 }, (_, i) => i + 1)
    assert.equal(await read(false), all)
    assert.equal(await read(true), [...all].reverse())
    const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }))
    assert.is(events?.length, 100)
  }))

test('an Express machine is run while the client waits, and is not among the others', () =>
  served({}, async (client) => {
    const { stateMachineArn } = await create(client, 'x', pass, { type: 'EXPRESS' })
    const result = await client.send(new StartSyncExecutionCommand({ stateMachineArn, name: 'n', input: '{}' }))
    assert.equal([result.status, result.output, result.name], ['SUCCEEDED', '{"Arg1":"argument1"}', 'n'])
    assert.equal(result.billingDetails, { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: 100 })
    assert.match(String(result.executionArn), /:express:x:n:[0-9a-f-]{36}$/)
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }))
    const wrong = "InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'"
    assert.is(await refusal(client.send(new DescribeExecutionCommand({ executionArn }))), wrong)
    assert.is(await refusal(client.send(new GetExecutionHistoryCommand({ executionArn }))), wrong)
    assert.is(await refusal(client.send(new StopExecutionCommand({ executionArn }))), wrong)
    const unsupported = 'StateMachineTypeNotSupported: This operation is not supported by this type of state machine'
    assert.is(await refusal(client.send(new ListExecutionsCommand({ stateMachineArn }))), unsupported)
    const standard = await create(client, 's', pass)
    assert.is(
      await refusal(client.send(new StartSyncExecutionCommand({ stateMachineArn: standard.stateMachineArn }))),
      unsupported,
    )
  }))

test('accounts and regions are kept apart, as the request is signed', () =>
  served({}, async (client, server) => {
    await create(client, 'm', pass)
    const elsewhere = clientFor(server, 'eu-west-1', '222222222222')
    const { stateMachineArn } = await create(elsewhere, 'm', waits)
    assert.is(stateMachineArn, 'arn:aws:states:eu-west-1:222222222222:stateMachine:m')
    const here = await client.send(new ListStateMachinesCommand({}))
    assert.equal(
      here.stateMachines?.map((machine) => machine.stateMachineArn),
      [arn('stateMachine', 'm')],
    )
    elsewhere.destroy()
  }))

test('a state is tested, with a mock and with what is done to its data', () =>
  served({}, async (client) => {
    const definition = JSON.stringify({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f', Payload: { 'x.$': '$.x' } },
      OutputPath: '$.Payload',
      Next: 'N',
    })
    const result = await client.send(
      new TestStateCommand({
        definition,
        roleArn: role,
        input: '{"x":1}',
        inspectionLevel: 'DEBUG',
        mock: { result: '{"Payload":{"y":2}}' },
      }),
    )
    assert.equal([result.status, result.output, result.nextState], ['SUCCEEDED', '{"y":2}', 'N'])
    assert.is(result.inspectionData?.afterParameters, '{"FunctionName":"f","Payload":{"x":1}}')
    const failed = await client.send(
      new TestStateCommand({
        definition,
        roleArn: role,
        input: '{"x":1}',
        mock: { errorOutput: { error: 'E', cause: 'c' } },
      }),
    )
    assert.equal([failed.status, failed.error, failed.cause], ['FAILED', 'E', 'c'])
    assert.is(
      await refusal(
        client.send(new TestStateCommand({ definition: '{"Type":"Pass","End":true}', mock: { result: '{}' } })),
      ),
      "ValidationException: State type 'Pass' is not supported when a mock is specified",
    )
  }))

test('a definition is validated', () =>
  served({}, async (client) => {
    const check = (definition: string) => client.send(new ValidateStateMachineDefinitionCommand({ definition }))
    const good = await check(JSON.stringify(pass))
    assert.equal([good.result, good.diagnostics, good.truncated], ['OK', [], false])
    const bad = await check('{"States":{"A":{"Type":"Pass","End":true}}}')
    assert.is(bad.result, 'FAIL')
    assert.equal(bad.diagnostics, [
      {
        code: 'SCHEMA_VALIDATION_FAILED',
        severity: 'ERROR',
        location: '/',
        message: 'These fields are required: [StartAt]',
      },
    ])
    const empty = await check('{}')
    assert.is(empty.diagnostics?.[0]?.message, 'These fields are required: [States, StartAt]')
    const broken = await check('not a definition')
    assert.equal([broken.result, broken.diagnostics?.[0]?.code], ['FAIL', 'INVALID_JSON_DESCRIPTION'])
  }))

test.run()
