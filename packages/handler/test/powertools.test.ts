/** Logger, Tracer and Metrics around a handler: which of their methods are called, and when. */
import { type Context, compose, genericContext, type Schema } from '@orkestra/handler'
import { type LoggerLike, type MetricsLike, powertools, type TracerLike } from '@orkestra/handler/powertools'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('powertools')

/** Fakes that write down every call. */
const fakes = ({ enabled = true, segment = true, stored = true } = {}) => {
  const calls: string[] = []
  const call = (name: string, ...args: readonly unknown[]): void => {
    calls.push([name, ...args.map((arg) => (arg instanceof Error ? arg.message : JSON.stringify(arg)))].join(' '))
  }
  const logger: LoggerLike = {
    refreshSampleRateCalculation: () => call('refreshSampleRate'),
    addContext: (context) => call('addContext', context.functionName),
    logEventIfEnabled: (event, overwrite) => call('logEvent', event, overwrite),
    error: (message, extra) => call('error', message, extra),
    resetKeys: () => call('resetKeys'),
    clearBuffer: () => call('clearBuffer'),
    flushBuffer: () => call('flushBuffer'),
  }
  const parent = {
    addNewSubsegment: (name: string) => {
      call('addNewSubsegment', name)
      return { close: () => call('close') }
    },
  }
  const tracer: TracerLike = {
    isTracingEnabled: () => enabled,
    getSegment: () => (segment ? parent : undefined),
    setSegment: (to: unknown) => call(to === parent ? 'setSegment parent' : 'setSegment sub'),
    annotateColdStart: () => call('annotateColdStart'),
    addServiceNameAnnotation: () => call('addServiceName'),
    addResponseAsMetadata: (data, name) => call('addResponse', data, name),
    addErrorAsMetadata: (error) => call('addError', error),
  }
  const metrics: MetricsLike = {
    setThrowOnEmptyMetrics: (value) => call('setThrowOnEmpty', value),
    setDefaultDimensions: (dimensions) => call('setDefaultDimensions', dimensions),
    captureColdStartMetric: (name) => call('captureColdStart', name),
    hasStoredMetrics: () => stored,
    publishStoredMetrics: () => call('publish'),
  }
  return { calls, call, logger, tracer, metrics }
}

const rejection = async (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'it did not reject',
    (error) => error,
  )

test('all three: metrics outermost, then the tracer, then the logger, then the handler', async () => {
  const { calls, call, ...tools } = fakes()
  const handler = compose({ powertools: powertools(tools) }, function handler(event: number) {
    call('handler', event)
    return 'result'
  })
  assert.is(await handler(7), 'result')
  assert.equal(calls, [
    'setThrowOnEmpty false',
    'captureColdStart "test"',
    'addNewSubsegment "## handler"',
    'setSegment sub',
    'annotateColdStart',
    'addServiceName',
    'refreshSampleRate',
    'addContext "test"',
    'logEvent 7 ',
    'handler 7',
    'clearBuffer',
    'addResponse "result" "handler"',
    'close',
    'setSegment parent',
    'publish',
  ])
})

test('of a handler that throws, the error is traced, metrics are published, and it is thrown on', async () => {
  const { calls, call: _, ...tools } = fakes()
  const error = new Error('no')
  const handler = compose({ powertools: powertools(tools) }, function handler(): never {
    throw error
  })
  assert.is(await rejection(handler(1)), error)
  assert.equal(calls.slice(8), ['logEvent 1 ', 'clearBuffer', 'addError no', 'close', 'setSegment parent', 'publish'])
})

test('a schema that does not fit is logged, traced and counted like any error', async () => {
  const { calls, call, ...tools } = fakes()
  const input = {
    '~standard': { version: 1, vendor: 'test', validate: () => ({ issues: [{ message: 'wrong' }] }) },
  } as unknown as Schema<number>
  const options = { input, powertools: powertools({ ...tools, flushBufferOnUncaughtError: true }) }
  const handler = compose(options, function handler() {
    call('handler')
  })
  await rejection(handler(1))
  assert.equal(calls.slice(8), [
    'logEvent 1 ',
    'flushBuffer',
    'error "Uncaught error detected, flushing log buffer before exit" {"error":{"name":"SchemaError","issues":[{"message":"wrong"}]}}',
    'clearBuffer',
    'addError the input of handler does not fit its schema: wrong',
    'close',
    'setSegment parent',
    'publish',
  ])
})

test('the options are passed on', async () => {
  const { calls, call: _, ...tools } = fakes()
  const options = {
    ...tools,
    logEvent: true,
    resetKeys: true,
    captureResponse: false,
    captureColdStartMetric: false,
    throwOnEmptyMetrics: true,
    defaultDimensions: { stage: 'dev' },
  }
  await compose({ powertools: powertools(options) }, function handler() {})(1)
  assert.equal(calls, [
    'setThrowOnEmpty true',
    'setDefaultDimensions {"stage":"dev"}',
    'addNewSubsegment "## handler"',
    'setSegment sub',
    'annotateColdStart',
    'addServiceName',
    'refreshSampleRate',
    'addContext "test"',
    'logEvent 1 true',
    'resetKeys',
    'clearBuffer',
    'close',
    'setSegment parent',
    'publish',
  ])
})

test('with nothing stored, metrics are published only where that must throw', async () => {
  const published = async (throwOnEmptyMetrics: boolean) => {
    const { calls, metrics } = fakes({ stored: false })
    await compose({ powertools: powertools({ logger: false, metrics, throwOnEmptyMetrics }) }, function x() {})(1)
    return calls.includes('publish')
  }
  assert.is(await published(false), false)
  assert.is(await published(true), true)
})

for (const state of [{ enabled: false }, { segment: false }])
  test(`with ${JSON.stringify(state)} nothing is traced`, async () => {
    const { calls, tracer } = fakes(state)
    const handler = compose({ powertools: powertools({ logger: false, tracer }) }, function x() {
      return 1
    })
    assert.is(await handler(1), 1)
    assert.equal(calls, [])
  })

test('the subsegment is named after the handler that Lambda runs', async () => {
  const { calls, tracer } = fakes()
  process.env._HANDLER = 'index.main'
  try {
    await compose({ powertools: powertools({ logger: false, tracer }) }, function x() {})(1)
  } finally {
    delete process.env._HANDLER
  }
  assert.is(calls[0], 'addNewSubsegment "## index.main"')
})

test('what is thrown and is no Error is traced as one, and thrown as it is', async () => {
  const { calls, call: _, ...tools } = fakes()
  const handler = compose({ powertools: powertools({ ...tools, flushBufferOnUncaughtError: true }) }, function x() {
    throw 'text'
  })
  assert.is(await rejection(handler(1)), 'text')
  assert.ok(calls.includes('addError text'))
})

test('an older logger without a buffer is fine', async () => {
  const { logger, calls } = fakes()
  const { clearBuffer: _, flushBuffer: __, ...older } = logger
  const handler = compose(
    { powertools: powertools({ logger: older, flushBufferOnUncaughtError: true }) },
    function x() {
      throw new Error('no')
    },
  )
  await rejection(handler(1))
  assert.is(calls.at(-1)?.split(' ')[0], 'error')
})

test('the logger, not the console, is told of a deadline', async () => {
  const { logger, calls } = fakes()
  const instrumentation = powertools({ logger })
  instrumentation.onDeadline?.('charge', { id: 1 }, 400)
  assert.equal(calls, ['error "charge is about to time out" {"event":{"id":1},"remaining":400}'])
  assert.is(powertools({ logger: false }).onDeadline, undefined)
})

test('and it is, in earnest', async () => {
  const { logger, calls } = fakes()
  const end = Date.now() + 520
  const context: Context = { ...genericContext, getRemainingTimeInMillis: () => end - Date.now() }
  const hangs = compose({ powertools: powertools({ logger }) }, function hangs(_: number) {
    return new Promise(() => {})
  })
  void hangs(7, context)
  for (let i = 0; i < 300 && !calls.some((call) => call.startsWith('error')); i++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  assert.match(calls.at(-1) ?? '', /^error "hangs is about to time out" \{"event":7,"remaining":\d+\}$/)
})

test('with Powertools and no time-out of its own, a function has 6 s', () => {
  const { logger } = fakes()
  assert.equal(compose({ powertools: powertools({ logger }) }, function x() {}).timeout, { seconds: 6 })
  assert.equal(compose({ powertools: powertools({ logger }), timeout: { seconds: 3 } }, function x() {}).timeout, {
    seconds: 3,
  })
  assert.is(compose(function x() {}).timeout, undefined)
})

test.run()
