import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeMapRunCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  RedriveExecutionCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateMapRunCommand,
} from '@aws-sdk/client-sfn'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { refusal, role, served } from '../oracles/sfn.ts'

const test = suite('serve: redrive and map runs')

const start = async (client: SFNClient, definition: unknown, input: unknown = {}): Promise<string> => {
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({ name: 'm', definition: JSON.stringify(definition), roleArn: role }),
  )
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

const typesOf = async (client: SFNClient, executionArn: string) =>
  (await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }))).events?.map(
    ({ type }) => type,
  ) ?? []

const lambda = (name: string, more: object = { End: true }) => ({
  Type: 'Task',
  Resource: `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
  ...more,
})

/** Functions that count their calls; `flaky` fails as long as `isDown`. */
const counted = () => {
  const calls: string[] = []
  const state = { isDown: true }
  return {
    calls,
    state,
    functions: {
      good: (event: unknown) => {
        calls.push('good')
        return event
      },
      flaky: (event: unknown) => {
        calls.push('flaky')
        if (state.isDown) throw new Error('down')
        return { did: event }
      },
    },
  }
}

test('a failed state runs again, and what went before it does not', () => {
  const { calls, state, functions } = counted()
  return served({ functions }, async (client) => {
    const definition = {
      StartAt: 'A',
      States: {
        A: lambda('good', { Next: 'V' }),
        V: { Type: 'Pass', Assign: { 'kept.$': '$.x' }, Next: 'B' },
        B: lambda('flaky', { Next: 'C' }),
        C: { Type: 'Pass', Parameters: { 'kept.$': '$kept', 'did.$': '$.did' }, End: true },
      },
    }
    const executionArn = await start(client, definition, { x: 7 })
    const failed = await ended(client, executionArn)
    assert.equal([failed.status, failed.redriveStatus], ['FAILED', 'REDRIVABLE'])
    state.isDown = false
    const { redriveDate } = await client.send(new RedriveExecutionCommand({ executionArn, clientToken: 't' }))
    const done = await ended(client, executionArn)
    assert.equal([done.status, done.output, done.redriveCount], ['SUCCEEDED', '{"kept":7,"did":{"x":7}}', 1])
    assert.equal(done.redriveDate, redriveDate)
    assert.equal(calls, ['good', 'flaky', 'flaky'])
    assert.equal(await typesOf(client, executionArn), [
      'ExecutionStarted',
      'TaskStateEntered',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
      'TaskStateExited',
      'PassStateEntered',
      'PassStateExited',
      'TaskStateEntered',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionFailed',
      'ExecutionFailed',
      'ExecutionRedriven',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
      'TaskStateExited',
      'PassStateEntered',
      'PassStateExited',
      'ExecutionSucceeded',
    ])
    const again = await client.send(new RedriveExecutionCommand({ executionArn, clientToken: 't' }))
    assert.equal(again.redriveDate, redriveDate, 'the same request again is the same redrive')
    assert.match(
      await refusal(client.send(new RedriveExecutionCommand({ executionArn }))),
      /^ExecutionNotRedrivable: Execution is SUCCEEDED and cannot be redriven/,
    )
    const { executions } = await client.send(
      new ListExecutionsCommand({ stateMachineArn: done.stateMachineArn, redriveFilter: 'REDRIVEN' }),
    )
    assert.is(executions?.length, 1)
  })
})

test('of a Parallel only the branches that did not succeed run again, also in a second redrive', () => {
  const { calls, state, functions } = counted()
  return served({ functions }, async (client) => {
    const branch = (name: string, of: string) => ({
      StartAt: `${name}1`,
      States: { [`${name}1`]: lambda('good', { Next: `${name}2` }), [`${name}2`]: lambda(of) },
    })
    const definition = {
      StartAt: 'P',
      States: { P: { Type: 'Parallel', Branches: [branch('a', 'good'), branch('b', 'flaky')], End: true } },
    }
    const executionArn = await start(client, definition, { n: 1 })
    assert.is((await ended(client, executionArn)).status, 'FAILED')
    assert.is(calls.length, 4)
    await client.send(new RedriveExecutionCommand({ executionArn }))
    assert.is((await ended(client, executionArn)).status, 'FAILED')
    assert.equal(calls.slice(4), ['flaky'])
    state.isDown = false
    await client.send(new RedriveExecutionCommand({ executionArn }))
    const done = await ended(client, executionArn)
    assert.equal([done.status, done.redriveCount], ['SUCCEEDED', 2])
    assert.is(done.output, '[{"n":1},{"did":{"n":1}}]')
    assert.equal(calls.slice(5), ['flaky'])
    assert.is((await typesOf(client, executionArn)).filter((type) => type === 'ParallelStateStarted').length, 1)
  })
})

test('of a Map only the iterations that did not succeed run again', () => {
  const seen: number[] = []
  let isDown = true
  const functions = {
    each: (n: number) => {
      seen.push(n)
      if (isDown && n === 2) throw new Error('down')
      return n * 10
    },
  }
  return served({ functions }, async (client) => {
    const definition = {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          MaxConcurrency: 1,
          ItemProcessor: { StartAt: 'E', States: { E: lambda('each') } },
          End: true,
        },
      },
    }
    const executionArn = await start(client, definition, [1, 2, 3])
    assert.is((await ended(client, executionArn)).status, 'FAILED')
    assert.equal(seen, [1, 2])
    isDown = false
    await client.send(new RedriveExecutionCommand({ executionArn }))
    const done = await ended(client, executionArn)
    assert.equal([done.status, done.output], ['SUCCEEDED', '[10,20,30]'])
    assert.equal(seen, [1, 2, 2, 3])
  })
})

test('an aborted execution is redriven', () =>
  served({}, async (client) => {
    const definition = {
      StartAt: 'A',
      States: { A: { Type: 'Pass', Result: 1, Next: 'W' }, W: { Type: 'Wait', Seconds: 1000, End: true } },
    }
    const executionArn = await start(client, definition)
    await client.send(new StopExecutionCommand({ executionArn }))
    await client.send(new RedriveExecutionCommand({ executionArn }))
    assert.is((await client.send(new DescribeExecutionCommand({ executionArn }))).status, 'RUNNING')
    assert.equal((await typesOf(client, executionArn)).slice(-2), ['ExecutionAborted', 'ExecutionRedriven'])
    await client.send(new StopExecutionCommand({ executionArn }))
  }))

const distributed = (name: string, more: object = {}) => ({
  StartAt: 'M',
  States: {
    M: {
      Type: 'Map',
      Label: 'L',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'E',
        States: { E: lambda(name) },
      },
      End: true,
      ...more,
    },
  },
})

test('a map run is listed and described, its children are executions, and a redrive runs those that failed', () => {
  let isDown = true
  const seen: number[] = []
  const functions = {
    each: (n: number) => {
      seen.push(n)
      if (isDown && n === 2) throw new Error('down')
      return n * 10
    },
  }
  return served({ functions }, async (client) => {
    const executionArn = await start(
      client,
      distributed('each', { MaxConcurrency: 1, ToleratedFailureCount: 0 }),
      [1, 2, 3],
    )
    assert.is((await ended(client, executionArn)).error, 'States.ExceedToleratedFailureThreshold')
    const { mapRuns = [] } = await client.send(new ListMapRunsCommand({ executionArn }))
    const { mapRunArn, stateMachineArn } = mapRuns[0] ?? {}
    assert.match(String(mapRunArn), /^arn:aws:states:us-east-1:123456789012:mapRun:m\/L:[0-9a-f-]+$/)
    assert.match(String(stateMachineArn), /stateMachine:m\/L$/)
    const run = await client.send(new DescribeMapRunCommand({ mapRunArn }))
    assert.equal(
      [
        run.status,
        run.maxConcurrency,
        run.toleratedFailureCount,
        run.itemCounts?.total,
        run.itemCounts?.succeeded,
        run.itemCounts?.failed,
        run.itemCounts?.pending,
      ],
      ['FAILED', 1, 0, 3, 1, 1, 1],
    )
    const { executions = [] } = await client.send(new ListExecutionsCommand({ mapRunArn, statusFilter: 'FAILED' }))
    const child = await client.send(new DescribeExecutionCommand({ executionArn: executions[0]?.executionArn }))
    assert.equal([child.input, child.mapRunArn, child.redriveStatus], ['2', mapRunArn, 'REDRIVABLE_BY_MAP_RUN'])
    assert.equal(await typesOf(client, String(child.executionArn)), [
      'ExecutionStarted',
      'TaskStateEntered',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionFailed',
      'ExecutionFailed',
    ])
    isDown = false
    await client.send(new RedriveExecutionCommand({ executionArn }))
    const done = await ended(client, executionArn)
    assert.equal([done.status, done.output], ['SUCCEEDED', '[10,20,30]'])
    assert.equal(seen, [1, 2, 2, 3])
    const after = await client.send(new DescribeMapRunCommand({ mapRunArn }))
    assert.equal([after.status, after.redriveCount, after.itemCounts?.succeeded], ['SUCCEEDED', 1, 3])
    assert.ok((await typesOf(client, executionArn)).includes('MapRunRedriven'))
  })
})

test('the concurrency and the tolerance of a map run are changed while it runs', () => {
  const open: ((value: unknown) => void)[] = []
  const functions = { each: () => new Promise((resolve) => open.push(resolve)) }
  const until = async (count: number): Promise<void> => {
    while (open.length < count) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return served({ functions }, async (client) => {
    const executionArn = await start(client, distributed('each', { MaxConcurrency: 1 }), [1, 2, 3, 4])
    await until(1)
    const { mapRuns = [] } = await client.send(new ListMapRunsCommand({ executionArn }))
    const { mapRunArn } = mapRuns[0] ?? {}
    const before = await client.send(new DescribeMapRunCommand({ mapRunArn }))
    assert.equal([before.status, before.executionCounts?.running, before.executionCounts?.pending], ['RUNNING', 1, 3])
    await client.send(new UpdateMapRunCommand({ mapRunArn, maxConcurrency: 3, toleratedFailureCount: 2 }))
    await until(3)
    const after = await client.send(new DescribeMapRunCommand({ mapRunArn }))
    assert.equal([after.maxConcurrency, after.toleratedFailureCount, after.executionCounts?.running], [3, 2, 3])
    for (const resolve of open.splice(0)) resolve(1)
    await until(1)
    for (const resolve of open.splice(0)) resolve(1)
    assert.is((await ended(client, executionArn)).output, '[1,1,1,1]')
  })
})

test.run()
