/** What `compose` makes of a function: a handler, its metadata, and a step. */

import { outputOf, run } from '@orkestra/asl/execute'
import { equals, seconds, seq, task } from '@orkestra/core'
import { type Context, compose, composeWith, genericContext, isComposed } from '@orkestra/handler'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('compose')

const rejection = async (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'it did not reject',
    (error) => error,
  )

test('compose(fn) is named after its function', async () => {
  const double = compose(async function double(n: number) {
    return 2 * n
  })
  assert.is(double.name, 'double')
  assert.is(double.handler, 'double')
  assert.is(await double(21), 42)
  assert.ok(equals(double, task('double')))
})

test('compose(options, fn): a name that is given comes before the function’s', () => {
  const composed = compose({ name: 'charge-card' }, function charge() {})
  assert.is(composed.name, 'charge-card')
  assert.is(composed.handler, 'charge-card')
  assert.is(compose({ handler: 'index.main' }, function charge() {}).handler, 'index.main')
})

test('an arrow function has the name of its variable', () => {
  const addOne = (n: number) => n + 1
  assert.is(compose(addOne).name, 'addOne')
})

test('a function without a name is a handler, and needs a name to be a step', async () => {
  const nameless = () => (n: number) => n
  assert.is(await compose(nameless())(1), 1)
  assert.throws(
    () => compose(nameless()).graph,
    (error: unknown) =>
      error instanceof TypeError &&
      error.message ===
        "compose: a step needs a name, and this function has none. Write it as a string: handlers({ charge: … }) or compose({ name: 'charge' }, …)",
  )
  assert.throws(() => seq(compose(nameless()), compose(nameless())), /a step needs a name/)
  assert.is(compose({ name: 'n' }, nameless()).name, 'n')
})

test('a name that a tool may have made is none', async () => {
  const named = (name: string) => Object.defineProperty((n: number) => n, 'name', { value: name })
  for (const name of [
    'price2',
    'price$1',
    'default',
    'handlers_default',
    'anonymous',
    'bound handle',
    'get x',
    '[x]',
    '1',
  ]) {
    const composed = compose(named(name))
    assert.is(await composed(1), 1)
    assert.is(composed.name, '')
    assert.throws(() => composed.graph, `a bundler may have made this function's, ${JSON.stringify(name)}`)
    assert.is(compose({ name }, named('x')).name, name)
  }
  for (const name of ['price', 'größe', '価格', '_private', '$', 'x']) assert.is(compose(named(name)).name, name)
})

test('a name that is given as text is no blank', () => {
  for (const name of ['', ' ', 7])
    assert.throws(
      () => compose({ name: name as string }, () => 1),
      /compose: a name needs at least one non-blank character/,
    )
})

test('options beyond the limits of Lambda are refused, all at once', () => {
  assert.throws(
    () => compose({ name: 'x', timeout: { seconds: 1200 }, taskTimeout: { seconds: 0 }, memorySize: 64 }, () => 1),
    (error: unknown) =>
      error instanceof RangeError &&
      error.message ===
        'compose "x": timeout must be 1 to 900 seconds, got 1200; taskTimeout must be 1 to 99999999 seconds, got 0; memorySize must be 128 to 10240 whole megabytes, got 64',
  )
  for (const seconds of [Number.POSITIVE_INFINITY, Number.NaN, 0, -1])
    assert.throws(() => compose({ name: 'x', timeout: { seconds } }, () => 1), RangeError)
  for (const memorySize of [127, 10_241, 128.5, Number.NaN])
    assert.throws(() => compose({ name: 'x', memorySize }, () => 1), RangeError)
  assert.is(compose({ name: 'x', timeout: { seconds: 900 }, memorySize: 10_240 }, () => 1).memorySize, 10_240)
})

test('callbacks, generators, streams and swapped arguments are refused where the handler is composed', () => {
  const refused: readonly (readonly [unknown, string])[] = [
    [(_: unknown, __: unknown, ___: unknown) => {}, 'a handler with a callback'],
    [function* () {}, 'a generator function'],
    [async function* () {}, 'a generator function'],
    [
      Object.assign(() => {}, { [Symbol.for('aws.lambda.runtime.handler.streaming')]: 'response' }),
      'a streaming handler',
    ],
  ]
  for (const [fn, message] of refused)
    assert.throws(() => compose({ name: 'x' }, fn as never), `compose "x": ${message}`)
  assert.throws(() => compose((() => 1) as never, { name: 'x' } as never), 'compose: options come first')
  // What `awslambda.streamifyResponse` does.
  assert.throws(() => {
    Object.assign(
      compose({ name: 'x' }, () => 1),
      { [Symbol.for('aws.lambda.runtime.handler.streaming')]: 'response' },
    )
  }, 'compose "x": a streaming handler is not a step')
})

test('no function is an error', () => {
  for (const [value, described] of [
    [undefined, 'undefined'],
    [null, 'null'],
    [7, 'number'],
  ])
    assert.throws(
      () => compose({ name: 'x' }, value as never),
      (error: unknown) =>
        error instanceof TypeError && error.message === `compose "x": expected a function, got ${described}`,
    )
})

const everything = {
  entry: new URL('file:///app/src/handlers.ts'),
  handler: 'main',
  timeout: seconds(6),
  memorySize: 512,
  runtime: 'nodejs22.x',
  architecture: 'arm64',
  tracing: 'active',
  layers: [{ arn: 'arn:aws:lambda:eu-west-1:1:layer:x:1' }],
  environment: { STAGE: 'dev' },
  description: 'Charges the card',
  taskTimeout: seconds(60),
} as const

const metadata = {
  entry: 'file:///app/src/handlers.ts',
  handler: 'main',
  timeout: { seconds: 6 },
  memorySize: 512,
  runtime: 'nodejs22.x',
  architecture: 'arm64',
  tracing: 'active',
  layers: [{ arn: 'arn:aws:lambda:eu-west-1:1:layer:x:1' }],
  environment: { STAGE: 'dev' },
  description: 'Charges the card',
  taskTimeout: { seconds: 60 },
}

for (const [field, value] of Object.entries(metadata))
  test(`the metadata holds ${field}`, () => {
    const composed = compose(everything, function charge() {}) as unknown as Record<string, unknown>
    assert.equal(composed[field], value)
  })

test('metadata is all that a handler shows, can be written as JSON, and is that of its task', () => {
  const composed = compose(everything, function charge() {})
  const { graph, ...shown } = { ...composed }
  assert.equal(JSON.parse(JSON.stringify(shown)), metadata)
  const { taskTimeout, ...target } = metadata
  assert.equal(JSON.parse(JSON.stringify(graph)), {
    _tag: 'Task',
    name: 'charge',
    target: { kind: 'lambda', ...target },
    taskTimeout,
  })
})

test('without options there is no metadata but the handler’s name', () => {
  const { graph: _, ...shown } = { ...compose(function charge() {}) }
  assert.equal(shown, { handler: 'charge' })
  assert.equal({ ...compose({ entry: '' }, function charge() {}) }.entry, undefined)
})

test('a composed handler is frozen, all through', () => {
  const environment = { STAGE: 'dev' }
  const composed = compose({ environment, timeout: seconds(3) }, function charge() {})
  assert.ok(Object.isFrozen(composed))
  assert.ok(Object.isFrozen(composed.graph))
  assert.ok(Object.isFrozen(composed.environment))
  environment.STAGE = 'prod'
  assert.is(composed.environment?.STAGE, 'dev')
  assert.throws(() => {
    ;(composed as { timeout: unknown }).timeout = seconds(900)
  }, TypeError)
})

test('retryServiceErrors and taskTimeout: false reach the task', () => {
  const composed = compose({ retryServiceErrors: false, taskTimeout: false }, function x() {})
  assert.ok(equals(composed, task('x', { retryServiceErrors: false, taskTimeout: false })))
  assert.ok(
    equals(
      compose({ retryServiceErrors: true }, function x() {}),
      task('x'),
    ),
  )
})

test('composeWith gives defaults, and what is given at the call wins', () => {
  const ours = composeWith({ runtime: 'nodejs22.x', timeout: seconds(6), memorySize: 256, entry: 'file:///default.ts' })
  const composed = ours({ timeout: seconds(30), entry: 'file:///own.ts' }, function x() {})
  assert.equal(
    [composed.runtime, composed.timeout, composed.memorySize, composed.entry],
    ['nodejs22.x', { seconds: 30 }, 256, 'file:///own.ts'],
  )
  assert.equal(ours(function y() {}).entry, 'file:///default.ts')
})

test('undefined never overrides a default', () => {
  const ours = composeWith({ runtime: 'nodejs22.x', environment: { A: 'a' } })
  const composed = ours({ runtime: undefined, environment: undefined, layers: undefined } as never, function x() {})
  assert.is(composed.runtime, 'nodejs22.x')
  assert.equal(composed.environment, { A: 'a' })
  assert.not('layers' in composed)
})

test('environment and layers are merged', () => {
  const ours = composeWith({ environment: { A: 'a', B: 'b' }, layers: [{ arn: '1' }] })
  const composed = ours({ environment: { B: 'own', C: 'c' }, layers: [{ path: './layer' }] }, function x() {})
  assert.equal(composed.environment, { A: 'a', B: 'own', C: 'c' })
  assert.equal(composed.layers, [{ arn: '1' }, { path: './layer' }])
  assert.equal(composeWith({})({ layers: [{ arn: '2' }] }, function x() {}).layers, [{ arn: '2' }])
  assert.equal(composeWith({ layers: [{ arn: '1' }] })(function x() {}).layers, [{ arn: '1' }])
})

test('the function gets the event and the context', async () => {
  const seen: unknown[] = []
  const composed = compose(function x(event: unknown, context: Context) {
    seen.push(event, context)
  })
  const context = { functionName: 'mine' } as Context
  await composed({ n: 1 }, context)
  assert.equal(seen[0], { n: 1 })
  assert.is(seen[1], context)
})

test('without a context it gets one of its own, as on Lambda', async () => {
  const composed = compose({ name: 'x' }, (_: unknown, context) => {
    context.callbackWaitsForEmptyEventLoop = false
    return context
  })
  const context = await composed(1)
  assert.equal(Object.keys(context), Object.keys(genericContext()))
  assert.is.not(await composed(1), context)
  assert.is((await composed(1, null as never)).functionName, 'test')
  assert.is(genericContext().done(), undefined)
  assert.is(genericContext().fail('') ?? genericContext().succeed(''), undefined)
  assert.is(genericContext({ functionName: 'mine' }).functionName, 'mine')
})

test('the time that is left runs down', async () => {
  const { getRemainingTimeInMillis } = genericContext()
  const before = getRemainingTimeInMillis()
  await new Promise((resolve) => setTimeout(resolve, 5))
  assert.ok(getRemainingTimeInMillis() < before && before <= 30_000)
})

test('what is thrown at once becomes a rejection', async () => {
  const error = new Error('at once')
  const composed = compose(function x(): never {
    throw error
  })
  assert.is(await rejection(composed(undefined)), error)
})

test('a rejection stays one', async () => {
  const error = new Error('later')
  assert.is(
    await rejection(
      compose(async function x() {
        throw error
      })(undefined),
    ),
    error,
  )
})

test('isComposed knows composed handlers from the rest', () => {
  assert.ok(isComposed(compose(function x() {})))
  assert.ok(isComposed(compose(() => 1)))
  for (const value of [
    () => {},
    task('x'),
    { graph: task('x') },
    Object.assign(() => {}, { graph: task('x') }),
    Object.assign(() => {}, { graph: null }),
    null,
    7,
  ])
    assert.not(isComposed(value))
})

test('composed handlers are steps, and run with their own functions', async () => {
  const addPrice = compose(async function addPrice(item: { id: string }) {
    return { ...item, price: 3.14, at: new Date(0) }
  })
  const text = compose(function text(item: { id: string; price: number; at: string }) {
    return `${item.id}: ${item.price} at ${item.at}`
  })
  assert.is(outputOf(await run(seq(addPrice, text), { id: '1' })), '1: 3.14 at 1970-01-01T00:00:00.000Z')
})

test.run()
