/** Logger, Tracer and Metrics around a handler: which of their methods are called, and when. */
import { compose, genericContext, type Schema } from '@orkestra/handler'
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
    appendKeys: (keys) => call('appendKeys', keys),
    removeKeys: (keys) => call('removeKeys', keys),
    setCorrelationId: (value, path) => call('setCorrelationId', value, path),
    warn: (message, extra) => call('warn', message, extra),
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
    putAnnotation: (key, value) => call('putAnnotation', key, value),
    addResponseAsMetadata: (data, name) => call('addResponse', data, name),
    addErrorAsMetadata: (error) => call('addError', error),
  }
  const metrics: MetricsLike = {
    setThrowOnEmptyMetrics: (value) => call('setThrowOnEmpty', value),
    setDefaultDimensions: (dimensions) => call('setDefaultDimensions', dimensions),
    captureColdStartMetric: (name) => call('captureColdStart', name),
    addMetric: (name, unit, value) => call('addMetric', name, unit, value),
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
  const handler = compose({ instrumentation: powertools(tools) }, function handler(event: number) {
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

test('of a handler that throws, the error is logged, traced, counted, and thrown on', async () => {
  const { calls, call: _, ...tools } = fakes()
  const error = new Error('no')
  const handler = compose({ instrumentation: powertools(tools) }, function handler(): never {
    throw error
  })
  assert.is(await rejection(handler(1)), error)
  assert.equal(calls.slice(8), [
    'logEvent 1 ',
    'error "handler failed" {"error":{}}',
    'clearBuffer',
    'addError no',
    'close',
    'setSegment parent',
    'addMetric "UncaughtError" "Count" 1',
    'publish',
  ])
})

test('a schema that does not fit is logged, traced and counted like any error', async () => {
  const { calls, call, ...tools } = fakes()
  const input = {
    '~standard': { version: 1, vendor: 'test', validate: () => ({ issues: [{ message: 'wrong' }] }) },
  } as unknown as Schema<number>
  const options = { input, instrumentation: powertools({ ...tools, flushBufferOnUncaughtError: true }) }
  const handler = compose(options, function handler() {
    call('handler')
  })
  await rejection(handler(1))
  assert.equal(calls.slice(8), [
    'logEvent 1 ',
    'flushBuffer',
    'error "Uncaught error detected, flushing log buffer before exit" {"error":{"name":"SchemaError"}}',
    'clearBuffer',
    'addError the input of handler does not fit its schema: wrong',
    'close',
    'setSegment parent',
    'addMetric "UncaughtError" "Count" 1',
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
  await compose({ instrumentation: powertools(options) }, function handler() {})(1)
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
    await compose({ instrumentation: powertools({ metrics, throwOnEmptyMetrics }) }, function x() {})(1)
    return calls.includes('publish')
  }
  assert.is(await published(false), false)
  assert.is(await published(true), true)
})

for (const state of [{ enabled: false }, { segment: false }])
  test(`with ${JSON.stringify(state)} nothing is traced`, async () => {
    const { calls, tracer } = fakes(state)
    const handler = compose({ instrumentation: powertools({ tracer }) }, function x() {
      return 1
    })
    assert.is(await handler(1), 1)
    assert.equal(calls, [])
  })

test('the subsegment is named after the handler that Lambda runs', async () => {
  const { calls, tracer } = fakes()
  process.env._HANDLER = 'index.main'
  try {
    await compose({ instrumentation: powertools({ tracer }) }, function x() {})(1)
  } finally {
    delete process.env._HANDLER
  }
  assert.is(calls[0], 'addNewSubsegment "## index.main"')
})

test('what is thrown and is no Error is traced as one, and thrown as it is', async () => {
  const { calls, call: _, ...tools } = fakes()
  const handler = compose(
    { instrumentation: powertools({ ...tools, flushBufferOnUncaughtError: true }) },
    function x() {
      throw 'text'
    },
  )
  assert.is(await rejection(handler(1)), 'text')
  assert.ok(calls.includes('addError text'))
})

test('an older logger without a buffer is fine', async () => {
  const { logger, calls } = fakes()
  const { clearBuffer: _, flushBuffer: __, ...older } = logger
  const handler = compose(
    { instrumentation: powertools({ logger: older, flushBufferOnUncaughtError: true }) },
    function x() {
      throw new Error('no')
    },
  )
  await rejection(handler(1))
  assert.is(calls.at(-1)?.split(' ')[0], 'error')
})

test('without any tool it says so', () => {
  assert.throws(() => powertools({}), 'powertools: pass a logger, a tracer or metrics')
})

test('the logger, not the console, reports a deadline, with the event only where it is there', async () => {
  const { logger, calls } = fakes()
  const { onDeadline } = powertools({ logger })
  const deadline = { name: 'charge', requestId: 'r', elapsed: 2600, remaining: 400 }
  onDeadline?.(deadline)
  onDeadline?.({ ...deadline, event: { id: 1 } })
  const line = 'warn "charge has 400 ms left before its time-out"'
  assert.equal(calls, [
    `${line} {"remaining":400,"elapsed":2600}`,
    `${line} {"remaining":400,"elapsed":2600,"event":{"id":1}}`,
  ])
  assert.is(powertools({ metrics: fakes().metrics }).onDeadline, undefined)
})

test('and it does, in earnest', async () => {
  const { logger, calls } = fakes()
  const end = Date.now() + 120
  const hangs = compose(
    { name: 'hangs', instrumentation: powertools({ logger }) },
    (_: number) => new Promise(() => {}),
  )
  void hangs(7, genericContext({ getRemainingTimeInMillis: () => end - Date.now() }))
  for (let i = 0; i < 300 && !calls.some((call) => call.startsWith('warn')); i++)
    await new Promise((resolve) => setTimeout(resolve, 10))
  assert.match(
    calls.at(-1) ?? '',
    /^warn "hangs has \d+ ms left before its time-out" \{"remaining":\d+,"elapsed":\d+\}$/,
  )
})

const stepContext = (state: string, attempt?: number) =>
  genericContext({
    clientContext: {
      custom: { execution: 'arn:1', state: { Name: state, RetryCount: attempt, EnteredTime: 't' } },
    } as never,
  })

test('of a step, the execution, state and attempt are in the log lines and the trace; later invocations have none of it', async () => {
  const { calls, call: _, logger, tracer } = fakes()
  const handler = compose({ name: 'x', instrumentation: powertools({ logger, tracer }) }, async (_: number) => 1)
  await handler(1, stepContext('price', 2))
  assert.ok(calls.includes('appendKeys {"execution":"arn:1","state":"price","attempt":2}'), calls.join('\n'))
  assert.equal(
    calls.filter((line) => line.startsWith('putAnnotation')),
    ['putAnnotation "execution" "arn:1"', 'putAnnotation "state" "price"', 'putAnnotation "attempt" 2'],
  )
  calls.length = 0
  await handler(2)
  await handler(3)
  assert.equal(
    calls.filter((line) => /Keys/.test(line)),
    ['removeKeys ["execution","state","attempt"]'],
  )
})

test('a correlation id is looked for where the option says', async () => {
  const { calls, logger } = fakes()
  await compose(
    { name: 'x', instrumentation: powertools({ logger, correlationIdPath: 'order.id' }) },
    async (_: unknown) => 1,
  )({
    order: { id: '7' },
  })
  assert.ok(calls.includes('setCorrelationId {"order":{"id":"7"}} "order.id"'))
})

test('errors are neither logged nor counted where the options say so', async () => {
  const { calls, logger, metrics } = fakes()
  const instrumentation = powertools({ logger, metrics, logErrors: false, captureErrorMetric: false })
  await rejection(
    compose({ name: 'x', instrumentation }, async () => {
      throw new Error('no')
    })(1),
  )
  assert.not.ok(calls.some((line) => /^(error|addMetric)/.test(line)))
})

test('with Powertools and no time-out of its own, a function has 6 s', () => {
  const { logger } = fakes()
  assert.equal(compose({ instrumentation: powertools({ logger }) }, function x() {}).timeout, { seconds: 6 })
  assert.equal(compose({ instrumentation: powertools({ logger }), timeout: { seconds: 3 } }, function x() {}).timeout, {
    seconds: 3,
  })
  assert.is(compose(function x() {}).timeout, undefined)
})

test.run()
