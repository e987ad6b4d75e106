/** What comes of a run: payloads, errors, and what is told to whom. */

import { type Execution, ExecutionError, outputOf, run, SetupError, TaskFailure } from '@orkestra/asl/execute'
import {
  capture,
  identity,
  isCaught,
  map,
  mapCatch,
  par,
  parCatch,
  parseCause,
  seconds,
  seq,
  task,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('run')

const t = (name: string) => task<unknown, unknown>(name)
const [x, y, z, g] = [t('x'), t('y'), t('z'), t('g')]
const boom = (): never => {
  throw Object.assign(new Error('it broke'), { name: 'Boom' })
}
const failure = (execution: Execution) => {
  if (execution.status === 'SUCCEEDED') throw new Error('it succeeded')
  const { status, error = '', cause = '', history } = execution
  return { status, error, cause, history }
}
const rejection = async (act: Promise<unknown>): Promise<Error> => {
  try {
    await act
  } catch (error) {
    return error as Error
  }
  throw new Error('it did not reject')
}

test('each step gets what the one before gave', async () => {
  const tasks = { x: (n: number) => n + 1, y: (n: number) => ({ n }), z: () => 'z', g: ({ n }: { n: number }) => n * 2 }
  const execution = await run(seq(x, y, par(z, g)), 1, { tasks })
  assert.equal(outputOf(execution), ['z', 4])
})

test('a record of branches gives a record of outputs, of any key', async () => {
  const record = { x, __proto: y, ['__proto__']: z }
  const output = outputOf(await run(par(record), 1, { tasks: { x: () => 'x', y: () => 'y', z: () => 'z' } }))
  assert.equal(Object.entries(output), [
    ['x', 'x'],
    ['__proto', 'y'],
    ['__proto__', 'z'],
  ])
})

test('payloads cross steps as JSON', async () => {
  const seen: unknown[] = []
  const see = (value: unknown) => void seen.push(value)
  const results = [
    new Date(0),
    undefined,
    { a: undefined, b: [undefined] },
    Number.NaN,
    -0,
    new Map([[1, 2]]),
    { toJSON: () => 'own' },
  ]
  for (const result of results) await run(seq(x, y), 1, { tasks: { x: () => result, y: see } })
  // lambda:invoke sends no null: a function gets an empty object in its place.
  assert.equal(seen, ['1970-01-01T00:00:00.000Z', {}, { b: [null] }, {}, 0, {}, 'own'])
})

test('a handler may change its input: nobody else sees it', async () => {
  const change = (input: { n: number }) => {
    input.n += 1
    return input.n
  }
  const input = { n: 1 }
  assert.equal(outputOf(await run(par(x, y), input, { tasks: { x: change, y: change } })), [2, 2])
  assert.equal(input, { n: 1 })
})

test('what a handler throws is shown as Lambda and Step Functions show it', async () => {
  const { status, error, cause } = failure(await run(x, 1, { tasks: { x: boom } }))
  assert.is(status, 'FAILED')
  assert.is(error, 'Boom')
  const parsed = JSON.parse(cause)
  assert.equal(Object.keys(parsed), ['errorType', 'errorMessage', 'trace'])
  assert.is(parsed.errorType, 'Boom')
  assert.is(parsed.errorMessage, 'it broke')
  assert.ok(parsed.trace.length > 1)
})

test('a rejected promise is like a thrown error', async () => {
  const execution = await run(x, 1, { tasks: { x: async () => boom() } })
  assert.is(failure(execution).error, 'Boom')
})

test('what is thrown need not be an Error', async () => {
  for (const [thrown, type, message] of [
    ['text', 'string', 'text'],
    [42, 'number', '42'],
    [undefined, 'undefined', 'undefined'],
    [null, 'object', 'null'],
  ]) {
    const execution = await run(x, 1, {
      tasks: {
        x: () => {
          throw thrown
        },
      },
    })
    const { error, cause } = failure(execution)
    assert.is(error, type)
    assert.equal(JSON.parse(cause), { errorType: type, errorMessage: message, trace: [] })
  }
})

test('an error without a stack has no lines of one', async () => {
  const bare = Object.assign(new Error('bare'), { stack: undefined })
  const { cause } = failure(await run(x, 1, { tasks: { x: () => Promise.reject(bare) } }))
  assert.equal(JSON.parse(cause).trace, [''])
})

test('TaskFailure sets the error and the cause exactly', async () => {
  const { error, cause } = failure(await run(x, 1, { tasks: { x: [new TaskFailure('Own.Error', 'why')] } }))
  assert.equal([error, cause], ['Own.Error', 'why'])
  assert.is(failure(await run(x, 1, { tasks: { x: [new TaskFailure('Own.Error')] } })).cause, '')
  assert.is(new TaskFailure('A', 'b').message, 'A: b')
})

test('a result that JSON cannot write fails as on Lambda', async () => {
  const circular: { self?: unknown } = {}
  circular.self = circular
  for (const result of [1n, circular]) {
    const { error, cause } = failure(await run(x, 1, { tasks: { x: () => result } }))
    assert.is(error, 'Runtime.JSONStringifyError')
    assert.is(JSON.parse(cause).errorMessage, 'Unable to stringify response body')
    assert.match(JSON.parse(cause).trace[0], /BigInt|circular/)
  }
  const throwing = {
    toJSON: () => {
      throw 'no'
    },
  }
  assert.equal(JSON.parse(failure(await run(x, 1, { tasks: { x: () => throwing } })).cause).trace, ['no'])
})

test('a result of more than 256 KiB fails the task, and can be caught', async () => {
  const fits = 'w'.repeat(262_144 - 2)
  assert.is((await run(x, 1, { tasks: { x: () => fits } })).status, 'SUCCEEDED')
  const { error, cause } = failure(await run(x, 1, { tasks: { x: () => `${fits}w` } }))
  assert.is(error, 'States.DataLimitExceeded')
  assert.match(cause, "The state/task 'lambda' returned a result with a size exceeding")
  const caught = outputOf(await run(capture(x), 1, { tasks: { x: () => 'ü'.repeat(140_000) } }))
  assert.is(isCaught(caught) && caught.Error, 'States.DataLimitExceeded')
})

test('an input that is not JSON is refused', async () => {
  assert.instance(await rejection(run(x, { n: 1n }, { tasks: { x: () => 1 } })), TypeError)
})

test('parCatch turns errors into data: the others finish, and the whole goes on', async () => {
  const execution = await run(seq(x, y, parCatch(z, g)), 1, {
    tasks: { x: () => 1, y: () => 2, z: boom, g: () => 'g' },
  })
  const [first, second] = outputOf(execution)
  if (!isCaught(first)) return assert.unreachable('z did not fail')
  assert.is(first.Error, 'Boom')
  assert.is(parseCause(first).errorMessage, 'it broke')
  assert.is(second, 'g')
})

test('par fails with the first error, and what still runs is aborted', async () => {
  const started: string[] = []
  const slow = async () => {
    started.push('g')
    await new Promise((resolve) => setImmediate(resolve))
    return 1
  }
  const execution = await run(par(seq(g, y), x), 1, { tasks: { x: boom, g: slow, y: () => started.push('y') } })
  assert.is(failure(execution).error, 'Boom')
  assert.equal(
    execution.history.filter(({ type }) => /Aborted|Failed/.test(type)).map(({ type }) => type),
    ['TaskFailed', 'TaskStateAborted', 'ParallelStateFailed', 'ExecutionFailed'],
  )
  await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(started, ['g'])
})

test('no state starts after the execution has failed, nor between', async () => {
  const started: string[] = []
  const execution = await run(par(x, seq(task<unknown, unknown[]>('y'), map(z))), 1, {
    tasks: { x: boom, y: () => [1, 2], z: () => started.push('z') },
  })
  assert.is(execution.status, 'FAILED')
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(started, [])
  assert.is(execution.history.at(-1)?.type, 'ExecutionFailed')
})

test('a capture catches what fails inside of it, however deep', async () => {
  const caught = outputOf(await run(capture(seq(x, par(y, par(z)))), 1, { tasks: { x: () => 1, y: () => 1, z: boom } }))
  assert.is(isCaught(caught) && caught.Error, 'Boom')
})

test('a map over what is not an array is States.Runtime, which nobody catches', async () => {
  const { error, cause } = failure(await run(parCatch(map(x as never)), 7 as never, { tasks: { x: () => 1 } }))
  assert.is(error, 'States.Runtime')
  assert.match(
    cause,
    /^An error occurred while executing the state 'Map x' \(entered at the event id #\d+\)\. Reference path "\$" must point to array\.$/,
  )
})

test('in JSONata it is States.QueryEvaluationError, which can be caught', async () => {
  const options = { tasks: { x: () => 1 }, queryLanguage: 'JSONata' } as const
  const [caught] = outputOf(await run(parCatch(map(x as never)), { n: 7 } as never, options))
  assert.is(isCaught(caught) && caught.Error, 'States.QueryEvaluationError')
  assert.match(isCaught(caught) ? (caught.Cause ?? '') : '', 'Map state input must be an array but was: {"n":7}')
})

test('mapCatch gives each item its own outcome', async () => {
  const odd = (n: number) => (n % 2 ? n : boom())
  const outcomes = outputOf(await run(mapCatch(task<number, number>('x')), [1, 2, 3], { tasks: { x: odd } }))
  assert.equal(
    outcomes.map((outcome) => (isCaught(outcome) ? outcome.Error : outcome)),
    [1, 'Boom', 3],
  )
})

test('a map of an empty array does nothing', async () => {
  assert.equal(outputOf(await run(map(x), [], { tasks: { x: boom } })), [])
})

for (const [maxConcurrency, expected] of [
  [1, 1],
  [3, 3],
  [0, 40],
  [undefined, 40],
  [100, 40],
] as const)
  test(`with maxConcurrency ${maxConcurrency}, ${expected} of 50 items run at once`, async () => {
    let active = 0
    let most = 0
    const work = async (n: number) => {
      active += 1
      most = Math.max(most, active)
      await new Promise((resolve) => setImmediate(resolve))
      active -= 1
      return n
    }
    const items = Array.from({ length: 50 }, (_, i) => i)
    const step = map(task<number, number>('x'), maxConcurrency === undefined ? {} : { maxConcurrency })
    assert.equal(outputOf(await run(step, items, { tasks: { x: work } })), items)
    assert.is(most, expected)
  })

test('stand-ins: a function gets the input, a list answers attempt by attempt', async () => {
  const tasks = { x: [1, () => 2, (n: number) => n + 1, new TaskFailure('Own')] }
  const execution = await run(par(x, x, x, capture(x)), 10, { tasks })
  const [a, b, c, d] = outputOf(execution)
  assert.equal([a, b, c, isCaught(d) && d.Error], [1, 2, 11, 'Own'])
})

test('a stand-in replaces a task’s own handler', async () => {
  const own = { graph: { ...x, [Symbol.for('@orkestra/implementation')]: () => 'own' } }
  assert.is(outputOf(await run(own as unknown as typeof x, 1)), 'own')
  assert.is(outputOf(await run(own as unknown as typeof x, 1, { tasks: { x: () => 'other' } })), 'other')
})

test('a set-up with mistakes is refused at once, with all of them', async () => {
  let ran = 0
  const error = await rejection(
    run(seq(x, y, z), 1, { tasks: { x: () => ran++, chrage: () => 1, constructor: () => 1 } }),
  )
  assert.instance(error, SetupError)
  assert.is(error.name, 'SetupError')
  assert.match(error.message, /^run: no handler for "y", "z"\. /)
  assert.match(error.message, 'stand-ins for "chrage", "constructor", but the graph\'s tasks are "x", "y", "z"')
  assert.is(ran, 0)
})

test('two handlers of one name are refused, one handler in two places is not', async () => {
  const handled = (handler: () => unknown) =>
    ({ graph: { ...x, [Symbol.for('@orkestra/implementation')]: handler } }) as unknown as typeof x
  const one = handled(() => 1)
  const two = handled(() => 2)
  assert.match((await rejection(run(par(one, two), 0))).message, 'different handlers have the same name, "x"')
  assert.equal(outputOf(await run(par(one, two), 0, { tasks: { x: () => 3 } })), [3, 3])
  assert.equal(outputOf(await run(par(one, one), 0)), [1, 1])
  assert.equal(outputOf(await run(par(x, one), 0)), [1, 1])
})

test('a stand-in that is missing for a task called constructor is missing', async () => {
  assert.match((await rejection(run(t('constructor'), 1))).message, 'no handler for "constructor"')
})

test('a list without answers left is the test’s mistake: no parCatch of the workflow hides it', async () => {
  const error = await rejection(run(seq(parCatch(seq(x, x)), y), 1, { tasks: { x: [1], y: () => 1 } }))
  assert.instance(error, SetupError)
  assert.is(error.message, 'the task "x" was started 2 times, but its list of answers has 1: add an answer')
})

test('outputOf gives the output, or throws with the error and the cause', async () => {
  const execution = await run(x, 1, { tasks: { x: [new TaskFailure('Own', 'why')] } })
  assert.throws(
    () => outputOf(execution),
    (error: unknown) =>
      error instanceof ExecutionError &&
      error.name === 'ExecutionError' &&
      error.execution === execution &&
      error.message === 'the execution ended as FAILED in the state "x": Own: why\n  input of "x": 1',
  )
})

test('on the real clock, a task that takes too long times out', async () => {
  const hangs = task('x', { taskTimeout: seconds(1) })
  const execution = await run(hangs, 1, { tasks: { x: () => new Promise(() => {}) }, clock: 'real' })
  assert.equal([failure(execution).error, failure(execution).cause], ['States.Timeout', ''])
  const timedOut = execution.history.find(({ type }) => type === 'TaskTimedOut')
  assert.ok((timedOut?.timestamp ?? 0) >= 990, `${timedOut?.timestamp}`)
})

test('on the real clock, a task in time and one whose sibling fails leave no timer', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  const slow = task('slow', { taskTimeout: seconds(600) })
  const quick = task('quick', { timeout: seconds(600) })
  const before = timers()
  await run(seq(quick, quick), 1, { tasks: { quick: () => 1 }, clock: 'real' })
  await run(par(slow, x), 1, { tasks: { slow: () => new Promise(() => {}), x: boom }, clock: 'real' })
  assert.ok(timers() <= before, `${timers()} timers, ${before} before`)
})

test('on the real clock, a task without a time-out has all the time', async () => {
  const free = task('x', { timeout: seconds(1), taskTimeout: false })
  assert.is(outputOf(await run(free, 1, { tasks: { x: () => 'done' }, clock: 'real' })), 'done')
})

test('identity alone hands the input on', async () => {
  assert.equal(outputOf(await run(identity<{ n: number }>(), { n: 1 })), { n: 1 })
})

test.run()
