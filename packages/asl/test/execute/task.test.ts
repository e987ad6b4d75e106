import { emit } from '@orkestra/asl'
import {
  type ExecuteOptions,
  execute,
  prepare,
  SetupError,
  type TaskContext,
  TaskFailure,
  taskTokens,
} from '@orkestra/asl/execute'
import { task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { errorIn, only, outcome, run, types } from './machine.ts'

const test = suite('execute: tasks and time')

const invoke = 'arn:aws:states:::lambda:invoke'
const at = (execution: { readonly history: readonly { readonly timestamp: number }[] }): number | undefined =>
  execution.history.at(-1)?.timestamp

test('finds functions by name, by ARN, by placeholder', async () => {
  for (const name of [
    'charge',
    'arn:aws:lambda:eu-west-1:1:function:charge:live',
    '${charge}',
    '123:function:charge',
    'charge:3',
  ])
    assert.equal(
      await run(
        {
          Type: 'Task',
          Resource: invoke,
          Parameters: { FunctionName: name, 'Payload.$': '$' },
          OutputPath: '$.Payload',
        },
        { n: 1 },
        { lambdas: { charge: (e: { n: number }) => e.n + 1 } },
      ),
      2,
    )
  assert.equal(
    await run({ Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:1:function:charge' }, 5, {
      lambdas: { 'arn:aws:lambda:eu-west-1:1:function:charge': (n: number) => n },
    }),
    5,
  )
  assert.equal(await run({ Type: 'Task', Resource: '${charge}' }, 5, { lambdas: { charge: (n: number) => n } }), 5)
})

test('a stand-in goes by the name of the task, whatever its placeholder is called', async () => {
  const step = task<{ readonly n: number }, number>('charge-card')
  const lambdas = { 'charge-card': ({ n }: { n: number }) => n + 1 }
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    assert.is(outcome(await execute(emit(step, { queryLanguage }), { n: 1 }, { lambdas })), 2)
  assert.is(outcome(await execute(emit(step), { n: 1 }, { lambdas: { chargecard: () => 3 } })), 3)
  // The very name goes first.
  assert.is(outcome(await execute(emit(step), { n: 1 }, { lambdas: { ...lambdas, chargecard: () => 3 } })), 3)
  await execute(emit(step), { n: 1 }, { lambdas: { 'charge-card': () => 1, charge_card: () => 2 } }).then(
    () => assert.unreachable(),
    (error: unknown) => assert.match(String(error), 'SetupError: execute: the function "chargecard" could be any of'),
  )
})

test('a payload on its way: text is JSON, nothing is an empty object, an event has no answer', async () => {
  const through = (Payload: unknown, more = {}) =>
    run(
      { Type: 'Task', Resource: invoke, Parameters: { FunctionName: 'f', Payload, ...more }, OutputPath: '$.Payload' },
      {},
      { lambdas: { f: (event: unknown) => ({ event }) } },
    )
  assert.equal(await through('{"a":1}'), { event: { a: 1 } })
  assert.equal(await through('no json'), { event: 'no json' })
  assert.equal(await through(null), { event: {} })
  assert.is(await through({}, { InvocationType: 'Event' }), '')
  const sdk = {
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:lambda:invoke',
    Parameters: { FunctionName: 'f', Payload: '{}' },
  }
  assert.equal(await run(sdk, {}, { lambdas: { f: () => ({ ok: 1 }) } }), {
    ExecutedVersion: '$LATEST',
    Payload: '{"ok":1}',
    StatusCode: 200,
  })
  assert.is(
    ((await run(sdk, {}, { lambdas: { f: [new Error('no')] } })) as { FunctionError: string }).FunctionError,
    'Unhandled',
  )
  assert.is(errorIn(await run({ Type: 'Task', Resource: invoke, Parameters: {} })), 'States.Runtime')
})

test('what is missing says so, and how to supply it', async () => {
  const says = async (state: Record<string, unknown>, pattern: RegExp, options: ExecuteOptions = {}): Promise<void> => {
    await execute(only(state), {}, options).then(
      () => assert.unreachable(),
      (error: unknown) => {
        assert.instance(error, SetupError)
        assert.match(String(error), pattern)
      },
    )
  }
  await says(
    { Type: 'Task', Resource: invoke, Parameters: { FunctionName: 'f' } },
    /"A" invokes the function "f", and none is given.*lambdas: \{ "f"/,
  )
  await says({ Type: 'Task', Resource: '${f}' }, /given are "g"/, { lambdas: { g: () => 1 } })
  await says({ Type: 'Task', Resource: 'arn:aws:states:us-east-1:1:activity:a' }, /activity:a.*services/)
  await says({ Type: 'Task', Resource: 'arn:aws:sqs:us-east-1:1:q' }, /services/)
  await says({ Type: 'Task', Resource: '${f}', Retry: [{ ErrorEquals: ['States.ALL'] }] }, /add an answer/, {
    lambdas: { f: [new Error('x')] },
  })
})

test('retries wait longer each time, up to the most, and each retrier counts for itself', async () => {
  const failing = (...errors: string[]) => [...errors.map((error) => new TaskFailure(error)), 'done']
  const retried = (retriers: readonly Record<string, unknown>[], ...errors: string[]) =>
    execute(only({ Type: 'Task', Resource: 'f', Retry: retriers }), {}, { lambdas: { f: failing(...errors) }, seed: 1 })
  assert.is(at(await retried([{ ErrorEquals: ['X'], IntervalSeconds: 3, BackoffRate: 1.5 }], 'X', 'X')), 7_500)
  assert.is(
    at(await retried([{ ErrorEquals: ['X'], IntervalSeconds: 10, MaxDelaySeconds: 15 }], 'X', 'X', 'X')),
    40_000,
  )
  const jitter = at(await retried([{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10, JitterStrategy: 'FULL' }], 'X'))
  assert.ok(jitter !== undefined && jitter > 0 && jitter < 10_000)
  const both = [
    { ErrorEquals: ['X'], MaxAttempts: 1 },
    { ErrorEquals: ['States.TaskFailed'], MaxAttempts: 1 },
  ]
  assert.is((await retried(both, 'X', 'Y')).status, 'SUCCEEDED')
  assert.equal(outcome(await retried(both, 'X', 'X')), ['FAILED', 'X', undefined])
})

test('a function that takes too long is timed out, on the clock of the execution', async () => {
  const slow = async (_: unknown, { sleep }: TaskContext) => {
    await sleep(60_000)
    return 'late'
  }
  const state = {
    Type: 'Task',
    Resource: 'f',
    TimeoutSeconds: 5,
    Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'A' }],
  }
  const timedOut = await execute(only(state), {}, { lambdas: { f: slow } })
  assert.equal(outcome(timedOut), ['FAILED', 'States.Timeout', undefined])
  assert.is(at(timedOut), 5_000)
  assert.ok(types(timedOut).includes('LambdaFunctionTimedOut'))
  assert.is(
    at(await execute(only({ Type: 'Task', Resource: 'f', TimeoutSeconds: 61 }), {}, { lambdas: { f: slow } })),
    60_000,
  )
  const twice = async (_: unknown, { sleep }: TaskContext) => Promise.all([sleep(1_000), sleep(2_000)])
  assert.is(at(await execute(only({ Type: 'Task', Resource: 'f' }), {}, { lambdas: { f: twice } })), 2_000)
  const hangs = () => new Promise(() => {})
  assert.is(
    errorIn(await run({ Type: 'Task', Resource: 'f', TimeoutSeconds: 1 }, {}, { lambdas: { f: hangs } })),
    'States.Timeout',
  )
  assert.equal(
    await run(
      { Type: 'Task', Resource: 'f', TimeoutSecondsPath: '$.t', HeartbeatSecondsPath: '$.h' },
      { t: 9, h: 3 },
      { lambdas: { f: () => 1 } },
    ),
    1,
  )
  assert.is(
    errorIn(
      await run({ Type: 'Task', Resource: 'f', TimeoutSecondsPath: '$.t' }, { t: 'x' }, { lambdas: { f: () => 1 } }),
    ),
    'States.Runtime',
  )
})

test('a heartbeat keeps a task alive', async () => {
  const beating = async (_: unknown, { sleep, heartbeat }: TaskContext) => {
    for (let i = 0; i < 4; i += 1) {
      await sleep(2_000)
      heartbeat()
    }
    return 'alive'
  }
  assert.is(await run({ Type: 'Task', Resource: 'f', HeartbeatSeconds: 3 }, {}, { lambdas: { f: beating } }), 'alive')
  const silent = async (_: unknown, { sleep }: TaskContext) => sleep(9_000)
  const caught = await execute(
    {
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'f',
          HeartbeatSeconds: 3,
          Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'B' }],
          End: true,
        },
        B: { Type: 'Succeed' },
      },
    },
    {},
    { lambdas: { f: silent } },
  )
  assert.equal(outcome(caught), { Error: 'States.Timeout', Cause: '' })
})

const waiting = {
  Type: 'Task',
  Resource: `${invoke}.waitForTaskToken`,
  Parameters: { FunctionName: 'ask', 'Payload.$': '$$.Task.Token' },
  TimeoutSeconds: 100,
}

test('the state after one that waited for its token does not wait', async () => {
  const tokens = taskTokens()
  const after = { Type: 'Task', Resource: invoke, Parameters: { FunctionName: 'f', 'Payload.$': '$' }, End: true }
  const { End: _, ...first } = { End: true, ...waiting }
  const execution = await execute(
    { StartAt: 'A', States: { A: { ...first, Next: 'B' }, B: after } },
    {},
    { tokens, lambdas: { ask: (token: string) => tokens.succeed(token, 'yes'), f: (answer: string) => answer } },
  )
  assert.equal(outcome(execution), { ExecutedVersion: '$LATEST', Payload: 'yes', StatusCode: 200 })
})

test('a task waits for its token', async () => {
  const tokens = taskTokens()
  const later = (act: (token: string) => void) => (token: string) => {
    setTimeout(() => act(token), 5)
  }
  assert.equal(
    await run(
      waiting,
      {},
      { tokens, clock: 'real', lambdas: { ask: later((token) => tokens.succeed(token, { yes: 1 })) } },
    ),
    { yes: 1 },
  )
  assert.equal(
    await run(waiting, {}, { tokens, lambdas: { ask: (token: string) => tokens.fail(token, 'No', 'because') } }),
    ['FAILED', 'No', 'because'],
  )
  const silent = await execute(only(waiting), {}, { lambdas: { ask: () => {} } })
  assert.equal(outcome(silent), ['FAILED', 'States.Timeout', undefined])
  assert.is(at(silent), 100_000)
  assert.ok(types(silent).includes('TaskSubmitted'))
  assert.throws(() => tokens.succeed('gone', 1), /no task waits/)
  assert.equal(tokens.waiting(), [])
  assert.is(await run(waiting, {}, { states: { A: ['answered'] } }), 'answered')
  const beaten = await execute(
    only({ ...waiting, HeartbeatSeconds: 10 }),
    {},
    {
      tokens,
      lambdas: {
        ask: (token: string) => setImmediate(() => tokens.waiting().includes(token) && tokens.heartbeat(token)),
      },
    },
  )
  assert.is(errorIn(outcome(beaten)), 'States.Timeout')
})

test('services and activities are answered by resource', async () => {
  const put = 'arn:aws:states:::dynamodb:putItem'
  const activity = 'arn:aws:states:us-east-1:1:activity:work'
  assert.equal(
    await run(
      { Type: 'Task', Resource: put, Parameters: { 'a.$': '$.a' } },
      { a: 1 },
      { services: { [put]: (given: unknown) => ({ given }) } },
    ),
    { given: { a: 1 } },
  )
  const worked = await execute(
    only({ Type: 'Task', Resource: activity }),
    { a: 1 },
    { services: { [activity]: ['done'] } },
  )
  assert.is(outcome(worked), 'done')
  assert.ok(types(worked).includes('ActivitySucceeded'))
  const failed = await execute(
    only({ Type: 'Task', Resource: activity }),
    {},
    { services: { [activity]: [new TaskFailure('X')] } },
  )
  assert.ok(types(failed).includes('ActivityFailed'))
  assert.is(
    errorIn(
      await run(
        { Type: 'Task', Resource: activity },
        {},
        { services: { [activity]: async (_: unknown, c: TaskContext) => c.sleep(9_000) }, states: {} },
      ),
    ),
    undefined,
  )
  const late = await execute(
    only({ Type: 'Task', Resource: activity, TimeoutSeconds: 1 }),
    {},
    { services: { [activity]: async (_: unknown, c: TaskContext) => c.sleep(9_000) } },
  )
  assert.ok(types(late).includes('ActivityTimedOut'))
})

test('an answer that JSON cannot write, or that is too large, fails the task', async () => {
  const circular: Record<string, unknown> = {}
  circular.self = circular
  assert.is(
    errorIn(await run({ Type: 'Task', Resource: 'f' }, {}, { lambdas: { f: () => circular } })),
    'Runtime.JSONStringifyError',
  )
  assert.is(
    errorIn(await run({ Type: 'Task', Resource: 'f' }, {}, { lambdas: { f: () => 1n } })),
    'Runtime.JSONStringifyError',
  )
  const large = 'x'.repeat(300_000)
  assert.is(
    errorIn(await run({ Type: 'Task', Resource: 'f' }, {}, { lambdas: { f: () => large } })),
    'States.DataLimitExceeded',
  )
  assert.is(
    await run({ Type: 'Task', Resource: 'f' }, {}, { lambdas: { f: () => large }, limits: { payload: false } }),
    large,
  )
  assert.equal(
    await run(
      { Type: 'Task', Resource: 'f' },
      {},
      {
        lambdas: {
          f: () => ({
            at: new Date(0),
            no: undefined,
            map: new Map(),
            n: new Number(1),
            nan: Number.NaN,
            f: () => 1,
            list: [undefined],
          }),
        },
      },
    ),
    { at: '1970-01-01T00:00:00.000Z', map: {}, n: 1, nan: null, list: [null] },
  )
})

test('a handler may change its input', async () => {
  const input = { list: [1] }
  const change = (event: { list: number[] }) => event.list.push(2)
  const definition = {
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Resource: 'f', ResultPath: '$.n', Next: 'B' },
      B: { Type: 'Task', Resource: 'f', ResultPath: '$.m', End: true },
    },
  }
  assert.equal(outcome(await execute(definition, input, { lambdas: { f: change } })), { list: [1], n: 2, m: 2 })
  assert.equal(input, { list: [1] })
})

test('the whole execution times out, or is aborted', async () => {
  const wait = { TimeoutSeconds: 10, ...only({ Type: 'Wait', Seconds: 3600 }) }
  const timedOut = await execute(wait, {})
  assert.equal(outcome(timedOut), ['TIMED_OUT', undefined, undefined])
  assert.equal(types(timedOut).slice(-2), ['WaitStateEntered', 'ExecutionTimedOut'])
  assert.is((await execute(only({ Type: 'Wait', Seconds: 600 }), {}, { type: 'EXPRESS' })).status, 'TIMED_OUT')
  const controller = new AbortController()
  const running = execute(only({ Type: 'Wait', Seconds: 3600 }), {}, { clock: 'real', signal: controller.signal })
  controller.abort()
  assert.is((await running).status, 'ABORTED')
  assert.is((await execute(only({ Type: 'Pass' }), {}, { signal: controller.signal })).status, 'ABORTED')
  assert.is((await execute({ TimeoutSeconds: 10, ...only({ Type: 'Pass' }) }, {})).status, 'SUCCEEDED')
})

test('an abort says what StopExecution was given, and many executions may share its signal', async () => {
  const controller = new AbortController()
  const wait = only({ Type: 'Wait', Seconds: 3600 })
  const all = Array.from({ length: 30 }, () => execute(wait, {}, { clock: 'real', signal: controller.signal }))
  const warned: unknown[] = []
  const warn = (warning: Error) => warned.push(warning)
  process.on('warning', warn)
  controller.abort(new TaskFailure('Manual', 'probe'))
  for (const execution of await Promise.all(all)) assert.equal(outcome(execution), ['ABORTED', 'Manual', 'probe'])
  await new Promise((resolve) => setImmediate(resolve))
  process.off('warning', warn)
  assert.equal(warned, [])
  try {
    await execute(wait, {}, { signal: {} as AbortSignal })
    assert.unreachable()
  } catch (error) {
    assert.is(
      String(error),
      'TypeError: execute: the signal is not an AbortSignal. Give it new AbortController().signal',
    )
  }
})

test('whatever a handler throws is the failure of the handler', async () => {
  const throwing = (trap: string) =>
    new Proxy(
      {},
      {
        [trap]: () => {
          throw new Error('trapped')
        },
      },
    )
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  const sly = new Error('x')
  Object.defineProperty(sly, 'message', {
    get: () => {
      throw new Error('no message')
    },
  })
  const things = [
    throwing('get'),
    throwing('getPrototypeOf'),
    throwing('has'),
    revoked.proxy,
    Object.create(null),
    sly,
    Symbol('s'),
    null,
    undefined,
    1n,
  ]
  const catching = only({ Type: 'Task', Resource: 'f', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'A2' }] })
  const states = { ...(catching.States as object), A2: { Type: 'Pass', Result: 'caught', End: true } }
  for (const thing of things)
    for (const f of [
      () => {
        throw thing
      },
      () => Promise.reject(thing),
    ])
      assert.is(outcome(await execute({ ...catching, States: states }, {}, { lambdas: { f } })), 'caught')
})

test('with a seed, what an iteration draws does not depend on which is done first', async () => {
  const ids = async (late: (n: number) => number) => {
    const item = only({ Type: 'Task', Resource: 'f', ResultSelector: { 'id.$': 'States.UUID()' } })
    return outcome(
      await execute(
        only({
          Type: 'Map',
          ItemProcessor: item,
          ItemSelector: { 'id.$': 'States.UUID()', 'n.$': '$$.Map.Item.Value' },
          MaxConcurrency: 2,
        }),
        [0, 1, 2, 3],
        { seed: 7, lambdas: { f: async ({ n }: { n: number }, { sleep }: TaskContext) => sleep(late(n)) } },
      ),
    )
  }
  const first = await ids((n) => n)
  assert.is(new Set((first as { id: string }[]).map(({ id }) => id)).size, 4)
  assert.equal(await ids((n) => 10 - n), first)
})

test('a Map that fills the history holds no more than the history', async () => {
  const full = await execute(only({ Type: 'Map', ItemProcessor: only({ Type: 'Pass' }) }), Array(20_000).fill(0))
  assert.is(full.history.length, 25_000)
  const [before, last] = full.history.slice(-2)
  assert.equal([last?.type, last?.id, last?.previousEventId], ['ExecutionFailed', 25_000, before?.id])
})

test('in a child of a distributed Map the execution is the child', async () => {
  const child = only({
    Type: 'Pass',
    Parameters: {
      'id.$': '$$.Execution.Input.recordId',
      'arn.$': '$$.Execution.Id',
      'machine.$': '$$.StateMachine.Name',
    },
  })
  const definition = only({
    Type: 'Map',
    Label: 'Records',
    ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...child },
  })
  const made = outcome(
    await execute(definition, [{ recordId: 'a' }, { recordId: 'b' }], { context: { Execution: { Input: 'parent' } } }),
  )
  const [one, two] = made as { id: string; arn: string }[]
  assert.equal([one?.id, two?.id], ['a', 'b'])
  assert.match(
    String(one?.arn),
    /^arn:aws:states:us-east-1:111111111111:execution:StateMachine\/Records:[0-9a-f-]{36}$/,
  )
  assert.is.not(one?.arn, two?.arn)
})

test('a loop ends at the limits', async () => {
  const loop = { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } }
  const full = await execute(loop, {})
  assert.equal(outcome(full), [
    'FAILED',
    'States.Runtime',
    'The execution reached the maximum number of history events (25000).',
  ])
  assert.is(full.history.length, 25_000)
  await execute(loop, {}, { type: 'EXPRESS', limits: { transitions: 20_000 }, history: false }).then(
    () => assert.unreachable(),
    (error: unknown) => assert.match(String(error), /Is it a loop\?/),
  )
})

test('an Express workflow waits for nobody', async () => {
  for (const Resource of [
    'arn:aws:states:us-east-1:1:activity:a',
    `${invoke}.waitForTaskToken`,
    'arn:aws:states:::states:startExecution.sync',
  ])
    await execute(only({ Type: 'Task', Resource }), {}, { type: 'EXPRESS' }).then(
      () => assert.unreachable(),
      (error: unknown) => assert.match(String(error), /Express/),
    )
})

test('a workflow is for run', async () => {
  const graph = task<number, number>('x')
  for (const act of [() => execute(graph, 1), async () => prepare(graph)])
    await act().then(
      () => assert.unreachable(),
      (error: unknown) => assert.match(String(error), 'A workflow is run by run(workflow, input)'),
    )
})

test('the context, the seed, the start', async () => {
  const context = await run(
    { Type: 'Pass', Parameters: { 'c.$': '$$' } },
    { i: 1 },
    { startTime: '2030-01-01T00:00:00Z', context: { Execution: { Name: 'mine' }, Own: 1 } },
  )
  const { c } = context as { c: { Execution: Record<string, unknown>; Own: number; State: Record<string, unknown> } }
  assert.is(c.Execution.Name, 'mine')
  assert.equal(c.Execution.Input, { i: 1 })
  assert.is(c.Execution.StartTime, '2030-01-01T00:00:00.000Z')
  assert.is(c.Own, 1)
  assert.equal(c.State, { Name: 'A', EnteredTime: '2030-01-01T00:00:00.000Z' })
  const uuid = () => run({ Type: 'Pass', Parameters: { 'u.$': 'States.UUID()' } }, {}, { seed: 3 })
  assert.equal(await uuid(), await uuid())
  await execute(only({ Type: 'Pass' }), {}, { startTime: 'never' }).then(
    () => assert.unreachable(),
    (error: unknown) => assert.instance(error, TypeError),
  )
})

test.run()
