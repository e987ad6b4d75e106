import { type ChildExecution, execute, executionControl, type HistoryEvent, taskTokens } from '@orkestra/asl/execute'
import { test } from 'uvu'
import * as assert from 'uvu/assert'

const chain = (...names: string[]) => ({
  StartAt: names[0],
  States: Object.fromEntries(
    names.map((name, i) => [
      name,
      { Type: 'Pass', ...(i + 1 < names.length ? { Next: names[i + 1] } : { End: true }) },
    ]),
  ),
})

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

test('each event is told as it happens, and they are the history', async () => {
  const seen: HistoryEvent[] = []
  const definition = {
    StartAt: 'T',
    States: { T: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:1:function:f', End: true } },
  }
  let atWork = 0
  const lambdas = {
    f: () => {
      atWork = seen.length
      return 1
    },
  }
  const { history } = await execute(definition, {}, { lambdas, onEvent: (event) => seen.push(event) })
  assert.equal(seen, history)
  assert.is(atWork, 4, 'the function runs after LambdaFunctionStarted was told')
})

test('events are told where no history is kept', async () => {
  const seen: string[] = []
  const result = await execute(chain('A'), 1, { history: false, onEvent: ({ type }) => seen.push(type) })
  assert.equal(result.history, [])
  assert.equal(seen, ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'ExecutionSucceeded'])
})

test('events of the children of a distributed Map say whose they are', async () => {
  const definition = {
    StartAt: 'M',
    States: {
      M: {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'P',
          States: { P: { Type: 'Pass', End: true } },
        },
        End: true,
      },
    },
  }
  const children = new Map<number, string[]>()
  let run: ChildExecution | undefined
  const { mapRuns, history } = await execute(definition, ['a', 'b'], {
    onEvent: ({ type }, child) => {
      if (child === undefined) return
      run = child
      children.set(child.index, [...(children.get(child.index) ?? []), type])
    },
  })
  assert.equal([...children.keys()].sort(), [0, 1])
  assert.equal(
    children.get(1),
    mapRuns[0]?.executions[1]?.history.map(({ type }) => type),
  )
  assert.is(run?.mapRunArn, mapRuns[0]?.mapRunArn)
  assert.ok(history.every(({ type }) => type !== 'PassStateEntered'))
})

test('what an observer throws is thrown to the caller, and no Catch gets it', async () => {
  const definition = {
    StartAt: 'P',
    States: {
      P: {
        Type: 'Parallel',
        Branches: [chain('A')],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }],
        Next: 'Z',
      },
      Z: { Type: 'Pass', End: true },
    },
  }
  const onEvent = ({ type }: HistoryEvent): void => {
    if (type === 'PassStateEntered') throw new Error('mine')
  }
  try {
    await execute(definition, {}, { onEvent })
    assert.unreachable()
  } catch (error) {
    assert.is((error as Error).message, 'mine')
  }
})

test('paused before it starts, an execution goes on state by state', async () => {
  const control = executionControl()
  control.pause()
  const running = execute(chain('A', 'B', 'C'), 1, { control })
  await turn()
  assert.equal(control.held(), ['A'])
  assert.equal(
    control.history().map(({ type }) => type),
    ['ExecutionStarted'],
  )
  control.step()
  await turn()
  assert.equal(control.held(), ['B'])
  assert.is(control.history().length, 3)
  control.resume()
  const { status, history } = await running
  assert.is(status, 'SUCCEEDED')
  assert.equal(control.history(), history)
})

test('branches are held one by one, and a step lets in the one that waits longest', async () => {
  const control = executionControl()
  const definition = {
    StartAt: 'P',
    States: { P: { Type: 'Parallel', Branches: [chain('A'), chain('B')], End: true } },
  }
  control.pause()
  const running = execute(definition, 1, { control })
  await turn()
  control.step()
  await turn()
  assert.equal(control.held(), ['A', 'B'])
  control.step()
  await turn()
  assert.equal(control.held(), ['B'])
  control.step()
  assert.equal((await running).status, 'SUCCEEDED')
})

test('virtual time stands still while a state is held', async () => {
  const control = executionControl()
  const wait = { Type: 'Wait', Seconds: 3600, End: true }
  const definition = {
    StartAt: 'P',
    States: {
      P: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'W', States: { W: wait } }, chain('B')],
        End: true,
      },
    },
  }
  control.pause()
  const running = execute(definition, 1, { control })
  await turn()
  control.step()
  await turn()
  control.step()
  await turn()
  assert.equal(control.held(), ['B'])
  assert.ok(!control.history().some(({ type }) => type === 'WaitStateExited'))
  control.resume()
  assert.is((await running).status, 'SUCCEEDED')
})

test('an execution that is held can be aborted', async () => {
  const control = executionControl()
  const abort = new AbortController()
  control.pause()
  const running = execute(chain('A'), 1, { control, signal: abort.signal })
  await turn()
  abort.abort()
  assert.is((await running).status, 'ABORTED')
  assert.equal(control.held(), [])
})

test('on the virtual clock, a patient token waits for its answer while waits take no time', async () => {
  const tokens = taskTokens({ patient: true })
  const ask = {
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Parameters: { 'MessageBody.$': '$$.Task.Token' },
    TimeoutSeconds: 100,
    End: true,
  }
  const definition = {
    TimeoutSeconds: 100_000,
    StartAt: 'P',
    States: {
      P: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Ask', States: { Ask: ask } },
          { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 60, End: true } } },
        ],
        Next: 'W2',
      },
      W2: { Type: 'Wait', Seconds: 3600, End: true },
    },
  }
  const control = executionControl()
  const services = { 'arn:aws:states:::sqs:sendMessage.waitForTaskToken': () => undefined }
  const running = execute(definition, {}, { tokens, services, control })
  for (let i = 0; i < 5; i += 1) await turn()
  assert.ok(control.history().some(({ type }) => type === 'WaitStateExited'))
  tokens.succeed(tokens.waiting()[0] as string, 'yes')
  const { status, output } = (await running) as { status: string; output: unknown }
  assert.is(status, 'SUCCEEDED')
  assert.equal(output, ['yes', {}])
})

test('a patient token times out once the time has really passed', async () => {
  const definition = {
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: { 'MessageBody.$': '$$.Task.Token' },
        TimeoutSeconds: 1,
        End: true,
      },
    },
  }
  const services = { 'arn:aws:states:::sqs:sendMessage.waitForTaskToken': () => undefined }
  const result = await execute(definition, {}, { tokens: taskTokens({ patient: true }), services })
  assert.is(result.status, 'FAILED')
  assert.is((result as { error?: string }).error, 'States.Timeout')
})

test.run()
