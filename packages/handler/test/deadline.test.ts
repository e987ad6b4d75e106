/** The line in the log before Lambda cuts an invocation off, the time that is left, and the signal. */
import {
  type Context,
  compose,
  type Deadline,
  DeadlineExceeded,
  deadlineSignal,
  genericContext,
  type Instrumentation,
  remaining,
} from '@orkestra/handler'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('deadline')

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const until = async (isSo: () => boolean): Promise<void> => {
  for (let i = 0; i < 500 && !isSo(); i++) await sleep(10)
}
/** A context whose time is told by hand: what is left changes when the test says so. */
const contextFor = (milliseconds: number, fields: Partial<Context> = {}): Context => {
  const end = Date.now() + milliseconds
  return genericContext({ getRemainingTimeInMillis: () => end - Date.now(), ...fields })
}
/** An instrumentation that keeps the reports. */
const listening = () => {
  const reports: Deadline[] = []
  const instrumentation: Instrumentation = {
    wrap: (handler) => handler,
    onDeadline: (deadline) => reports.push(deadline),
  }
  return { reports, instrumentation }
}
const hang = () => new Promise(() => {})

test('an invocation that hangs is reported once, before the end, without its event', async () => {
  const { reports, instrumentation } = listening()
  const hangs = compose({ name: 'hangs', instrumentation }, (_: { id: number }) => hang())
  void hangs({ id: 7 }, contextFor(140, { awsRequestId: 'r1' }))
  await until(() => reports.length > 0)
  await sleep(30)
  assert.is(reports.length, 1)
  const { elapsed, remaining: left, ...report } = reports[0] as Deadline
  assert.equal(report, { name: 'hangs', requestId: 'r1' })
  assert.ok(left >= 0 && left <= 100, `${left}`)
  assert.ok(elapsed > 0, `${elapsed}`)
})

test('the event is reported where logEvent says so, at the margin that is asked for', async () => {
  const { reports, instrumentation } = listening()
  const hangs = compose({ name: 'hangs', instrumentation, deadline: { margin: 5_000, logEvent: true } }, (_: number) =>
    hang(),
  )
  void hangs(7, contextFor(4_000))
  await until(() => reports.length > 0)
  assert.is(reports[0]?.event, 7)
  assert.ok((reports[0]?.remaining ?? 0) > 100)
})

test('deadline: false reports nothing', async () => {
  const { reports, instrumentation } = listening()
  void compose({ name: 'hangs', instrumentation, deadline: false }, (_: number) => hang())(1, contextFor(120))
  await sleep(100)
  assert.equal(reports, [])
})

test('a margin is a positive number', () => {
  for (const margin of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(
      () => compose({ name: 'x', deadline: { margin } }, () => 1),
      `compose "x": deadline.margin must be a positive number of milliseconds, got ${margin}`,
    )
})

test('an invocation that has ended is not reported, whether it succeeded or failed', async () => {
  const { reports, instrumentation } = listening()
  const quick = compose({ name: 'quick', instrumentation }, async (fails: boolean) => {
    if (fails) throw new Error('no')
  })
  await quick(false, contextFor(120))
  await sleep(60)
  await quick(true, contextFor(120)).catch(() => {})
  await sleep(60)
  assert.equal(reports, [])
})

test('each invocation is on its own: nested ones and those side by side are all reported', async () => {
  const { reports, instrumentation } = listening()
  const helper = compose({ name: 'helper', instrumentation }, async (_: number) => {})
  const outer = compose({ name: 'outer', instrumentation }, async (_: number, context) => {
    await sleep(1)
    await helper(1, context)
    await hang()
  })
  void outer(1, contextFor(160, { awsRequestId: 'first' }))
  void outer(2, contextFor(130, { awsRequestId: 'second' }))
  await helper(3, contextFor(120))
  await until(() => reports.length >= 2)
  await sleep(40)
  assert.equal(
    reports.map(({ name, requestId }) => [name, requestId]),
    [
      ['outer', 'second'],
      ['outer', 'first'],
    ],
  )
})

test('a process that wakes after the deadline says nothing', async () => {
  const { reports, instrumentation } = listening()
  const hangs = compose({ name: 'hangs', instrumentation }, () => hang())
  let asked = 0
  const frozen = genericContext({ getRemainingTimeInMillis: () => (asked++ === 0 ? 110 : -3000) })
  void hangs(1, frozen)
  await until(() => asked > 1)
  await sleep(20)
  assert.equal(reports, [])
})

const logged = async (act: () => void, isThere: (lines: readonly string[]) => boolean): Promise<readonly string[]> => {
  const lines: string[] = []
  const { warn } = console
  console.warn = (line: string) => lines.push(line)
  try {
    act()
    await until(() => isThere(lines))
  } finally {
    console.warn = warn
  }
  return lines
}

test('without Powertools the line goes to the console, as JSON', async () => {
  const hangs = compose({ name: 'hangsHere' }, (_: number) => hang())
  const [line] = await logged(
    () => void hangs(7, contextFor(120, { awsRequestId: 'r' })),
    (lines) => lines.length > 0,
  )
  const { remaining: left, elapsed, message, ...rest } = JSON.parse(line ?? '{}')
  assert.equal(rest, { level: 'WARN', name: 'hangsHere', requestId: 'r' })
  assert.is(message, `hangsHere has ${left} ms left before its time-out`)
  assert.type(elapsed, 'number')
})

test('whatever the event is, the outcome is that of the function', async () => {
  const circular: Record<string, unknown> = {}
  circular.self = circular
  for (const event of [circular, 10n, undefined]) {
    const slow = compose({ name: 'slow', deadline: { logEvent: true } }, async (_: unknown) => {
      await sleep(60)
      return 'done'
    })
    let result: Promise<string> | undefined
    const lines = await logged(
      () => {
        result = slow(event, contextFor(120))
      },
      (lines) => lines.length > 0,
    )
    assert.is(await result, 'done')
    assert.is(JSON.parse(lines[0] ?? '{}').level, 'WARN')
  }
})

test('an error of onDeadline changes nothing, nor does a context without a clock', async () => {
  const instrumentation: Instrumentation = {
    wrap: (handler) => handler,
    onDeadline: () => {
      throw new Error('observer')
    },
  }
  const slow = compose({ name: 'slow', instrumentation }, async (_: number) => {
    await sleep(40)
    return 1
  })
  assert.is(await slow(1, contextFor(110)), 1)
  const broken = genericContext({
    getRemainingTimeInMillis: () => {
      throw new Error('clock')
    },
  })
  assert.is(await slow(1, broken), 1)
})

test('an asynchronous error of onDeadline changes nothing either', async () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => unhandled.push(error)
  process.on('unhandledRejection', note)
  const instrumentation: Instrumentation = {
    wrap: (handler) => handler,
    onDeadline: async () => {
      throw new Error('observer')
    },
  }
  const slow = compose({ name: 'slow', instrumentation }, async (_: number) => {
    await sleep(40)
    return 1
  })
  assert.is(await slow(1, contextFor(110)), 1)
  await sleep(5)
  process.off('unhandledRejection', note)
  assert.equal(unhandled, [])
})

test('a rejection that nobody handles stays unhandled, as the bare function’s', async () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => unhandled.push(error)
  process.on('unhandledRejection', note)
  const fails = compose({ name: 'fails' }, async (_: number) => {
    throw new Error('floating')
  })
  void fails(1, contextFor(1_000))
  await sleep(5)
  process.off('unhandledRejection', note)
  assert.equal(
    unhandled.map((error) => (error as Error).message),
    ['floating'],
  )
})

test('without a context, or with less than a whole one, nothing is watched', async () => {
  const { reports, instrumentation } = listening()
  const quick = compose({ name: 'quick', instrumentation }, (n: number) => n)
  assert.is(await quick(1), 1)
  assert.is(await quick(2, {} as Context), 2)
  assert.is(await quick(3, null as never), 3)
  assert.equal(reports, [])
})

test('remaining is the time that is left less the margin, and never negative', () => {
  const context = { getRemainingTimeInMillis: () => 900 }
  assert.is(remaining(context), 400)
  assert.is(remaining(context, 100), 800)
  assert.is(remaining(context, 1_000), 0)
})

test('the signal aborts before the end, with a reason that a workflow can catch by name', async () => {
  const context = contextFor(140)
  const signal = deadlineSignal(context, 100)
  assert.is(deadlineSignal(context, 100), signal)
  assert.is.not(deadlineSignal(context, 50), signal)
  assert.not.ok(signal.aborted)
  await until(() => signal.aborted)
  assert.instance(signal.reason, DeadlineExceeded)
  assert.is(signal.reason.name, 'DeadlineExceeded')
  assert.ok(context.getRemainingTimeInMillis() <= 100)
  assert.ok(deadlineSignal(contextFor(50)).aborted)
})

test.run()
