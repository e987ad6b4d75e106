/** Whatever an execution of a definition can do, a run of a workflow can. */
import { emit } from '@orkestra/asl'
import {
  coverage,
  outputOf,
  run,
  SetupError,
  type StandIn,
  TaskFailure,
  taskTokens,
  visits,
} from '@orkestra/asl/execute'
import {
  type AnyStep,
  activity,
  bind,
  capture,
  context,
  distributedMap,
  fail,
  hours,
  isCaught,
  jsonata,
  jsonPath,
  minutes,
  par,
  parCatch,
  pass,
  type Ref,
  random,
  retry,
  s3Csv,
  s3Json,
  seconds,
  seq,
  service,
  task,
  uuid,
  wait,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readyFor } from '../../src/execute/run/ready.ts'

const test = suite('run: everything that execute can do')

const languages = ['JSONPath', 'JSONata'] as const
const t = (name: string) => task<unknown, unknown>(name)
const later = () => new Promise((resolve) => setImmediate(resolve))
const rejection = async (act: Promise<unknown>): Promise<Error> => {
  try {
    await act
  } catch (error) {
    return error as Error
  }
  throw new Error('it did not reject')
}

test('stand-ins go by the name that the user wrote', async () => {
  const names = ['charge-card', 'charge card', 'ünï}', '${x}', '{% $x %}', '__proto__', '7']
  for (const queryLanguage of languages)
    for (const name of names) {
      const tasks = Object.fromEntries([[name, () => name]])
      assert.is(outputOf(await run(t(name), 1, { tasks, queryLanguage })), name)
    }
  // Both have the placeholder ${chargecard}: a matter of deployment, which functionArn settles.
  const both = seq(t('charge-card'), t('chargecard'))
  const tasks = { 'charge-card': () => ['a'], chargecard: (given: unknown[]) => [...given, 'b'] }
  assert.equal(outputOf(await run(both, 1, { tasks })), ['a', 'b'])
})

test('one list of answers is used up wherever the task stands', async () => {
  const twice = seq(
    t('x'),
    par(t('x'), service('sqs:sendMessage', { QueueUrl: 'q', MessageBody: 'm' }, { name: 'x2' })),
    t('x'),
  )
  const execution = await run(twice, 0, { tasks: { x: [1, 2, 3], x2: () => 'sent' } })
  assert.is(outputOf(execution), 3)
})

test('what stands in for a service gets its arguments and answers with its raw result', async () => {
  const send = service(
    'sqs:sendMessage',
    (o: Ref<{ id: string }>) => ({ QueueUrl: 'q', MessageBody: { order: o.id } }),
    {
      result: (sent) => ({ message: sent.MessageId }),
    },
  )
  for (const queryLanguage of languages) {
    const given: unknown[] = []
    const sendMessage = (told: unknown) => {
      given.push(told)
      return { MessageId: 'm', MD5OfMessageBody: 'x' }
    }
    assert.equal(outputOf(await run(send, { id: '7' }, { tasks: { sendMessage }, queryLanguage })), { message: 'm' })
    assert.equal(given, [{ QueueUrl: 'q', MessageBody: { order: '7' } }])
    const services = { 'sqs:sendMessage': () => ({ MessageId: 'all' }) }
    assert.equal(outputOf(await run(send, { id: '7' }, { services, queryLanguage })), { message: 'all' })
    const failed = await run(capture(send), { id: '7' }, { tasks: { sendMessage: [new TaskFailure('SQS.Gone')] } })
    assert.equal(outputOf(failed), { Error: 'SQS.Gone', Cause: null })
  }
})

test('an activity is done by a stand-in, by its name or its ARN', async () => {
  const arn = 'arn:aws:states:us-east-1:123456789012:activity:sign'
  const sign = activity<{ n: number }, string>(arn)
  const name = (sign as unknown as { readonly name: string }).name
  const signed = (given: { n: number }) => `signed ${given.n}`
  assert.is(outputOf(await run(sign, { n: 1 }, { tasks: { [name]: signed } })), 'signed 1')
  assert.is(outputOf(await run(sign, { n: 2 }, { services: { [arn]: signed } })), 'signed 2')
})

test('a state may have a stand-in of its own', async () => {
  const twice = seq(t('x'), t('x'))
  const states = { x2: (n: unknown) => ({ Payload: ['own', (n as { Payload: number }).Payload] }) }
  assert.equal(outputOf(await run(twice, 1, { tasks: { x: (n: number) => n + 1 }, states })), ['own', 2])
  assert.match((await rejection(run(twice, 1, { states }))).message, /no handler for "x"\./)
  assert.is((await run(twice, 1, { states: { ...states, x: () => ({ Payload: 1 }) } })).status, 'SUCCEEDED')
})

test('a distributed map reads, batches, tolerates and writes, with stand-ins for S3', async () => {
  const rate = task<{ BatchInput: { file: string }; Items: readonly { film: string }[] }, string>('rate')
  const films = distributedMap(rate, {
    reader: s3Csv({ bucket: 'b', key: (u: Ref<{ key: string }>) => u.key, header: ['film'] }),
    batcher: { maxItems: 2, input: (u) => ({ file: u.key }) },
    toleratedFailurePercentage: 50,
  })
  for (const queryLanguage of languages) {
    const rated = ({ Items }: { Items: readonly { film: string }[] }) => {
      if (Items.some(({ film }) => film === 'bad')) throw new Error('bad')
      return Items.map(({ film }) => film).join('+')
    }
    const options = { tasks: { rate: rated }, services: { 's3:getObject': () => 'A\nB\nbad\n' }, queryLanguage }
    const execution = await run(films, { key: 'k' }, options)
    assert.is(execution.status, 'SUCCEEDED')
    assert.equal(
      execution.mapRuns[0]?.executions.map(({ status }) => status),
      ['SUCCEEDED', 'FAILED'],
    )
  }
  const error = await rejection(run(films, { key: 'k' }, { tasks: { rate: () => 'x' } }))
  assert.instance(error, SetupError)
  assert.match(error.message, 'a distributedMap reads its items with s3:getObject, which does not run here')
  const written = distributedMap(t('x'), { reader: s3Json({ bucket: 'b', key: 'k' }), writer: { bucket: 'out' } })
  const bodies: unknown[] = []
  const services = {
    's3:getObject': () => [1, 2],
    's3:putObject': ({ Body }: { Body: unknown }) => void bodies.push(Body),
  }
  const execution = await run(written, 1, { tasks: { x: (n: number) => n * 2 }, services })
  assert.match(JSON.stringify(outputOf(execution)), 'manifest.json')
  assert.equal(bodies, [[2, 4]])
})

test('text of a query language', async () => {
  assert.equal(
    outputOf(
      await run(
        pass(() => ({ x: jsonPath('$.a[?(@.n > 1)]') })),
        { a: [{ n: 1 }, { n: 2 }] },
      ),
    ),
    { x: [{ n: 2 }] },
  )
  const queryLanguage = 'JSONata'
  const sum = pass(() => ({ x: jsonata('$sum($states.input.a)') }))
  assert.equal(outputOf(await run(sum, { a: [1, 2] }, { queryLanguage })), { x: 3 })
  assert.match((await rejection(run(sum, { a: [1] }))).message, /ASL310/)
})

test('what cannot be emitted is not run', async () => {
  const long = task('w'.repeat(81), {})
  assert.match((await rejection(run(long, 1, { tasks: { ['w'.repeat(81)]: () => 1 } }))).message, /ASL020/)
})

test('EXPRESS: five minutes, and nobody waits for a token', async () => {
  assert.is((await run(wait(minutes(6)), 1, { type: 'EXPRESS' })).status, 'TIMED_OUT')
  assert.is((await run(wait(minutes(6)), 1)).status, 'SUCCEEDED')
  const ask = service('sqs:sendMessage.waitForTaskToken', (_, token) => ({ QueueUrl: 'q', MessageBody: { token } }))
  assert.match((await rejection(run(ask, 1, { type: 'EXPRESS', tasks: { sendMessage: () => 1 } }))).message, /ASL221/)
})

test('a time-out of the whole, and a signal', async () => {
  assert.is((await run(wait(hours(2)), 1, { timeout: minutes(90) })).status, 'TIMED_OUT')
  assert.is((await run(wait(hours(1)), 1, { timeout: minutes(90) })).status, 'SUCCEEDED')
  const control = new AbortController()
  const tasks = { x: () => control.abort() }
  assert.is((await run(seq(t('x'), t('x')), 1, { tasks, signal: control.signal })).status, 'ABORTED')
})

test('a task that waits for its token is answered through tokens', async () => {
  const ask = service<'sqs:sendMessage.waitForTaskToken', unknown, { ok: boolean }>(
    'sqs:sendMessage.waitForTaskToken',
    (_, token) => ({ QueueUrl: 'q', MessageBody: { token } }),
  )
  for (const queryLanguage of languages) {
    const tokens = taskTokens()
    const sendMessage = ({ MessageBody }: { MessageBody: { token: string } }) => {
      tokens.succeed(MessageBody.token, { ok: true })
    }
    assert.equal(outputOf(await run(ask, 1, { tasks: { sendMessage }, tokens, queryLanguage })), { ok: true })
    const failing = ({ MessageBody }: { MessageBody: { token: string } }) => {
      tokens.fail(MessageBody.token)
    }
    const caught = outputOf(await run(capture(ask), 1, { tasks: { sendMessage: failing }, tokens, queryLanguage }))
    assert.equal(caught, { Error: null, Cause: null })
    assert.ok(isCaught(caught))
  }
})

test('a seed, a start and a context of one’s own', async () => {
  const drawn = pass(() => ({
    id: uuid(),
    n: random(0, 1000),
    at: context.Execution.StartTime,
    run: context.Execution.Name,
  }))
  const options = { seed: 3, startTime: '2030-01-01T00:00:00Z', context: { Execution: { Name: 'mine' } } }
  const once = outputOf(await run(drawn, 1, options))
  assert.equal(once, outputOf(await run(drawn, 1, options)))
  assert.equal([once.at, once.run], ['2030-01-01T00:00:00.000Z', 'mine'])
})

test('limits, no history', async () => {
  const loop = seq(t('x'), t('x'), t('x'))
  const tasks = { x: () => 'x'.repeat(300_000) }
  assert.is((await run(loop, 1, { tasks })).status, 'FAILED')
  assert.is((await run(loop, 1, { tasks, limits: false })).status, 'SUCCEEDED')
  assert.equal((await run(loop, 1, { tasks: { x: () => 1 }, history: false })).history, [])
  assert.is((await run(loop, 1, { tasks: { x: () => 1 }, limits: { events: 5 } })).status, 'FAILED')
})

test('coverage of the emitted definition', async () => {
  const workflow = parCatch(t('x'))
  const runs = [await run(workflow, 1, { tasks: { x: () => 1 } })]
  assert.equal(coverage(emit(workflow), runs).transitions.missing, [{ from: 'x', to: 'x_failed' }])
  runs.push(await run(workflow, 1, { tasks: { x: [new TaskFailure('E')] } }))
  assert.equal(coverage(emit(workflow), runs).transitions.missing, [])
})

test('the trace of an error is of the handler, and ends where the engine begins', async () => {
  const deep = () => {
    throw new TypeError('deep')
  }
  async function awaited() {
    await later()
    deep()
  }
  const own = {
    graph: { ...(t('x') as object), [Symbol.for('@orkestra/implementation')]: () => deep() },
  } as unknown as AnyStep
  const executions = [
    await run(own, 1 as never),
    await run(t('x'), 1, { tasks: { x: () => deep() } }),
    await run(t('x'), 1, { tasks: { x: [() => deep()] } }),
    await run(t('x'), 1, { tasks: { x: awaited } }),
  ]
  for (const execution of executions) {
    const { trace } = JSON.parse((execution.status === 'FAILED' && execution.cause) || '{}') as { trace: string[] }
    assert.is(trace[0], 'TypeError: deep')
    assert.match(trace[1] ?? '', /\bdeep\b.*everything\.test/)
    for (const line of trace) assert.not.match(line, /asl\/(src|dist)\/execute/)
  }
})

test('when one fails, its siblings stop: none of their tasks is called, whether they wait or not', async () => {
  const boom = () => {
    throw new Error('boom')
  }
  const soon = async () => {
    await later()
    boom()
  }
  const next = seq(t('a'), t('b'), t('c'))
  for (const queryLanguage of languages)
    for (const [x, a, expected] of [
      [boom, () => 1, []],
      [boom, later, []],
      [soon, later, ['a']],
      [soon, async () => 1, ['a', 'b', 'c']],
    ] as const) {
      const called: string[] = []
      const noting = (name: string, act: () => unknown) => () => {
        called.push(name)
        return act()
      }
      const tasks: Record<string, StandIn> = { x, a: noting('a', a), b: noting('b', a), c: noting('c', a) }
      const execution = await run(par(t('x'), next), 1, { tasks, queryLanguage })
      assert.is(execution.status, 'FAILED')
      await later()
      await later()
      assert.equal(called, expected)
      const failedAt = execution.history.findIndex(({ type }) => type === 'TaskFailed')
      assert.not(execution.history.slice(failedAt).some(({ type }) => /Entered|Started$/.test(type)))
    }
})

test('an error is retried before siblings are stopped for it', async () => {
  const workflow = par(retry(t('x'), { errors: ['E'], maxAttempts: 1 }), seq(wait(seconds(9)), t('y')))
  const tasks = { x: [new TaskFailure('E'), 1], y: () => 2 }
  assert.equal(outputOf(await run(workflow, 0, { tasks })), [1, 2])
})

test('Fail without an error and a cause', async () => {
  for (const queryLanguage of languages) {
    const { status, ...rest } = await run(fail(), 1, { queryLanguage })
    assert.equal([status, 'error' in rest, 'cause' in rest], ['FAILED', false, false])
    const caught = outputOf(await run(capture(seq(t('x'), fail({ error: 'E' }))), 1, { tasks: { x: () => 1 } }))
    assert.equal(caught, { Error: 'E', Cause: null })
    assert.ok(isCaught(caught))
    assert.equal(outputOf(await run(capture(fail()), 1)), { Error: null, Cause: null })
  }
})

test('stand-ins for what is not there', async () => {
  const refused = async (graph: AnyStep, options: object, said: string) => {
    const error = await rejection(run(graph, 1 as never, options))
    assert.instance(error, SetupError)
    assert.ok(error.message.includes(said), error.message)
  }
  await refused(
    pass(() => 1),
    { tasks: { x: () => 1 } },
    'stand-ins for "x", but the graph\'s tasks are none',
  )
  await refused(
    t('x'),
    { tasks: { x: [] }, states: { y: () => 1 } },
    'for the states "y", but the states that run tasks are "x"',
  )
  await refused(t('x'), { tasks: { x: [] }, services: { 'sqs:send': () => 1 } }, '"arn:aws:states:::sqs:send"')
})

test('a workflow is made ready once for each language and type, and not again', () => {
  const graph = bind(t('x') as never, (v) => pass(() => ({ v })))
  const ready = readyFor(graph, {})
  assert.is(readyFor(graph, {}), ready)
  assert.is(readyFor({ graph } as never, { queryLanguage: 'JSONPath', type: 'STANDARD' }), ready)
  const others = [readyFor(graph, { queryLanguage: 'JSONata' }), readyFor(graph, { type: 'EXPRESS' })]
  assert.is(new Set([ready, ...others]).size, 3)
  assert.is(readyFor(graph, { type: 'EXPRESS' }), others[1])
})

test('visits of what failed the execution: Fail shows its error', async () => {
  const { history } = await run(fail({ error: 'E', cause: 'why' }), 1)
  assert.equal(
    visits(history).map(({ state, error, cause }) => [state, error, cause]),
    [['Fail E', 'E', 'why']],
  )
})

test.run()
