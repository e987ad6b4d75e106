/** With the real Logger, a composed handler logs what Powertools' own decorator logs. */
import { Logger } from '@aws-lambda-powertools/logger'
import { compose, genericContext } from '@orkestra/handler'
import { powertools } from '@orkestra/handler/powertools'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seed } from '../../packages/core/test/arbitraries/laws.ts'

const law = suite('powertools logs what injectLambdaContext logs')

const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT'] as const

/** What a handler does in one invocation: as data, so that it can be done twice. */
interface Invocation {
  readonly level: (typeof levels)[number] | undefined
  readonly key: boolean
  readonly throws: boolean
}

interface Options {
  readonly logEvent?: boolean
  readonly resetKeys?: boolean
  readonly flushBufferOnUncaughtError?: boolean
}

/** Keeps quiet: a logger that samples says so when it is made. */
const quietly = <A>(make: () => A): A => {
  const { write } = process.stdout
  process.stdout.write = () => true
  try {
    return make()
  } finally {
    process.stdout.write = write
  }
}

/** A logger whose lines are kept, without what differs from run to run. */
const createLogger = (sampleRateValue: number | undefined, initial: (typeof levels)[number] | undefined) => {
  const lines: unknown[] = []
  const logger = quietly(
    () => new Logger({ serviceName: 'law', ...(sampleRateValue !== undefined && { sampleRateValue }) }),
  )
  const keep = (text: string) => {
    const { timestamp: _, cold_start: __, error: thrown, ...line } = JSON.parse(text)
    lines.push(thrown === undefined ? line : { ...line, error: thrown.message })
  }
  if (initial !== undefined) logger.setLogLevel(initial)
  Object.assign(logger, { console: { log: keep, trace: keep, debug: keep, info: keep, warn: keep, error: keep } })
  return { logger, lines }
}

const handling =
  (logger: Logger) =>
  async ({ level, key, throws }: Invocation): Promise<string> => {
    if (key) logger.appendKeys({ key: 'appended' })
    logger.debug('before')
    if (level !== undefined) logger.setLogLevel(level)
    logger.debug('after')
    logger.info('line')
    if (throws) throw new Error('thrown')
    return 'done'
  }

const invoke = async (handler: (event: Invocation, context: never) => unknown, invocations: readonly Invocation[]) => {
  for (const invocation of invocations)
    await Promise.resolve(handler(invocation, genericContext() as never)).catch(() => undefined)
}

law('whatever the handler does to the logger, whether or not it samples', async () => {
  const invocation = fc.record({
    level: fc.option(fc.constantFrom(...levels), { nil: undefined }),
    key: fc.boolean(),
    throws: fc.boolean(),
  })
  const options = fc.record(
    { logEvent: fc.boolean(), resetKeys: fc.boolean(), flushBufferOnUncaughtError: fc.boolean() },
    { requiredKeys: [] },
  )
  // Set where the module is loaded, before the first invocation.
  const initial = fc.option(fc.constantFrom(...levels), { nil: undefined })
  // Lots are drawn only at rates in between.
  const rate = fc.constantFrom(undefined, 0, 1)
  await fc.assert(
    fc.asyncProperty(
      fc.array(invocation, { maxLength: 6 }),
      options,
      rate,
      initial,
      async (invocations, given: Options, rate, initial) => {
        const theirs = createLogger(rate, initial)
        const descriptor = { value: handling(theirs.logger) as (event: Invocation, context: never) => unknown }
        theirs.logger.injectLambdaContext(given)({} as never, 'handler', descriptor as never)
        await invoke(descriptor.value.bind({}), invocations)

        const ours = createLogger(rate, initial)
        const instrumentation = powertools({ logger: ours.logger, logErrors: false, ...given })
        const composed = compose({ name: 'handler', instrumentation }, handling(ours.logger))
        await invoke(composed as never, invocations)
        assert.equal(ours.lines, theirs.lines)
      },
    ),
    { seed, numRuns: 300 },
  )
})

law.run()
