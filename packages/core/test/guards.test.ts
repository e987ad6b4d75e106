import { outputOf, type RunOptions, run, TaskFailure, visits } from '@orkestra/asl/execute'
import {
  type AnyStep,
  catchError,
  edges,
  equals,
  fail,
  named,
  occurrences,
  on,
  onAny,
  par,
  retry,
  seconds,
  seq,
  show,
  task,
  toDot,
  toMermaid,
  wait,
} from '@orkestra/core'
import { expectTypeOf } from 'expect-type'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('wait, fail, retry and catchError')

const x = task<number, number>('x')
const y = task<number, number>('y')
const h = task<unknown, string>('h')
const boom = new TaskFailure('Boom', 'why')
const states = async (graph: AnyStep, input: unknown, options: RunOptions) => {
  const execution = await run(graph, input as never, options)
  return visits(execution.history).map(({ state, attempts }) => `${state}${attempts > 1 ? ` ×${attempts}` : ''}`)
}

test('a retry waits as its policy says: the interval grows by the rate, up to the longest', async () => {
  const graph = retry(x, { maxAttempts: 4, intervalSeconds: 2, backoffRate: 3, maxDelaySeconds: 10 })
  const execution = await run(graph, 1, { tasks: { x: [boom, boom, boom, boom, 7] } })
  assert.is(outputOf(execution), 7)
  assert.is(execution.history.at(-1)?.timestamp, (2 + 6 + 10 + 10) * 1000)
})

test('when its attempts are used up, the error is its own', async () => {
  const execution = await run(retry(x, { maxAttempts: 2 }), 1, { tasks: { x: [boom, boom, boom] } })
  assert.equal(execution.status === 'FAILED' && [execution.error, execution.cause], ['Boom', 'why'])
})

test('the first policy whose errors match decides, and each counts for itself', async () => {
  const graph = retry(x, { errors: ['Boom'], maxAttempts: 1 }, { maxAttempts: 1 })
  const other = new TaskFailure('Other')
  assert.is(outputOf(await run(graph, 1, { tasks: { x: [boom, other, 7] } })), 7)
  assert.is((await run(graph, 1, { tasks: { x: [boom, boom] } })).status, 'FAILED')
})

test('errors of the Lambda service are retried besides, unless a policy names them', async () => {
  const busy = new TaskFailure('Lambda.TooManyRequestsException')
  const kept = await run(retry(x, { maxAttempts: 0 }), 1, { tasks: { x: [busy, busy, 7] } })
  assert.is(outputOf(kept), 7)
  const named = retry(x, { errors: ['Lambda.TooManyRequestsException'], maxAttempts: 0 })
  assert.is((await run(named, 1, { tasks: { x: [busy] } })).status, 'FAILED')
})

test('a workflow is retried as one, on its first input', async () => {
  const seen: number[] = []
  const answers = [boom, 7]
  const graph = retry(seq(x, y))
  const tasks = {
    x: (n: number) => {
      seen.push(n)
      return n + 1
    },
    y: () => {
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      return answer
    },
  }
  assert.is(outputOf(await run(graph, 1, { tasks })), 7)
  assert.equal(seen, [1, 1])
})

test('a handler gets the error as data; the first that matches is taken; others pass', async () => {
  const graph = catchError(x, on(['Boom', 'Bang'], h), on('Other', task<unknown, string>('other')))
  const play = (error: TaskFailure) =>
    run(graph, 1, { tasks: { x: [error], h: (caught) => JSON.stringify(caught), other: () => 'other' } })
  assert.is(outputOf(await play(boom)), '{"Error":"Boom","Cause":"why"}')
  assert.is(outputOf(await play(new TaskFailure('Other'))), 'other')
  assert.is((await play(new TaskFailure('Unknown'))).status, 'FAILED')
})

test('what comes after follows either way', async () => {
  const graph = seq(catchError(x, onAny(task<unknown, number>('recover'))), y)
  const tasks = { recover: () => 40, y: (n: number) => n + 2 }
  assert.is(outputOf(await run(graph, 1, { tasks: { ...tasks, x: [boom] } })), 42)
  assert.is(outputOf(await run(graph, 1, { tasks: { ...tasks, x: (n: number) => n } })), 3)
})

test('a state tries again before it catches', async () => {
  const graph = catchError(retry(x, { maxAttempts: 2 }), onAny(h))
  assert.equal(await states(graph, 1, { tasks: { x: [boom, boom, boom], h: () => 'h' } }), ['x ×3', 'h'])
})

test('States.TaskFailed is any error of a task but a time-out; States.Runtime is caught by nobody', async () => {
  const graph = catchError(x, on('States.TaskFailed', h))
  const ends = async (error: string) =>
    (await run(graph, 1, { tasks: { x: [new TaskFailure(error)], h: () => 'h' } })).status
  assert.equal(await Promise.all(['Boom', 'States.Timeout', 'States.Runtime'].map(ends)), [
    'SUCCEEDED',
    'FAILED',
    'FAILED',
  ])
  const any = await run(catchError(x, onAny(h)), 1, { tasks: { x: [new TaskFailure('States.Runtime')], h: () => 'h' } })
  assert.is(any.status, 'FAILED')
})

test('an error of a handler is not caught by its own catch, but by one around it', async () => {
  const inner = catchError(x, onAny(h))
  const tasks = { x: [boom], h: [new TaskFailure('Worse')] }
  assert.is((await run(inner, 1, { tasks })).status, 'FAILED')
  const outer = catchError(inner, on('Worse', task<unknown, string>('last')))
  assert.is(outputOf(await run(outer, 1, { tasks: { ...tasks, last: () => 'last' } })), 'last')
})

test('fail fails with what it is given, and can be caught', async () => {
  const rejected = fail({ error: 'OrderRejected', cause: 'out of stock' })
  const execution = await run(catchError(x, on('Boom', rejected)), 1, { tasks: { x: [boom] } })
  assert.equal(execution.status === 'FAILED' && [execution.error, execution.cause], ['OrderRejected', 'out of stock'])
  assert.is(outputOf(await run(catchError(rejected, onAny(h)), 1, { tasks: { h: () => 'h' } })), 'h')
})

test('nothing can come after a step that always ends the workflow', () => {
  const message = /seq, argument 2: nothing can come after a step that always ends the workflow/
  assert.throws(() => seq(fail(), y), message)
  assert.throws(() => seq(seq(x, fail()), y), message)
})

test('a wait takes virtual time, side by side with others', async () => {
  const execution = await run(par(wait(seconds(5)), seq(wait(seconds(2)), wait(seconds(1)))), 1)
  assert.equal(outputOf(execution), [1, 1])
  assert.is(execution.history.at(-1)?.timestamp, 5000)
})

test('a wait that a sibling cuts off is aborted', async () => {
  const execution = await run(par(wait(seconds(5)), seq(wait(seconds(1)), fail({ error: 'E' }))), 1)
  assert.is(execution.history.at(-1)?.timestamp, 1000)
  assert.ok(execution.history.some(({ type }) => type === 'WaitStateAborted'))
})

test('names: a guard in place has its state’s, a guard around more has its own', () => {
  const name = (graph: Parameters<typeof occurrences>[0]) => occurrences(graph).name
  assert.equal(
    [
      retry(x),
      catchError(retry(x), onAny(h)),
      retry(seq(x, y)),
      catchError(seq(x, y), onAny(h)),
      retry(catchError(x, onAny(h))),
    ].map(name),
    ['x', 'x', 'Retry x', 'Catch x', 'Retry x'],
  )
  assert.is(name(named('Charge', catchError(retry(x), onAny(h)))), 'Charge')
  assert.is(name(named('All of it', retry(seq(x, y)))), 'All of it')
})

test('they are shown as they are written, and differ by what they say', () => {
  assert.is(
    show(catchError(retry(x, { errors: ['A'], maxAttempts: 1 }), on('B', h), onAny(fail({ error: 'E' })))),
    'catchError(retry(x, { errors: ["A"], intervalSeconds: 1, maxAttempts: 1, backoffRate: 2 }), on("B", h), onAny(fail({ error: "E" })))',
  )
  assert.is(show(seq(wait(seconds(1.5)), fail())), 'seq(wait(seconds(2)), fail())')
  assert.not.ok(equals(retry(x), retry(x, { maxAttempts: 4 })))
  assert.ok(equals(retry(x), retry(x, { maxAttempts: 3, jitter: 'NONE' })))
})

test('a handler waits for what it handles', () => {
  assert.equal(edges(seq(catchError(x, onAny(h)), task('y'))), [
    ['x', 'h'],
    ['x', 'y'],
    ['h', 'y'],
  ])
})

test('diagrams show retries, and what is done about which errors; handlers stand outside of what they handle', () => {
  const graph = catchError(seq(wait<number>(seconds(1)), retry(x)), on('A', h), onAny(fail()))
  const mermaid = toMermaid(graph)
  for (const part of ['{{"Wait 1 s"}}', '-. retry .->', '-. "error A" .->', '-. error .->', '[["Fail"]]:::failed'])
    assert.ok(mermaid.includes(part), `${part}\n${mermaid}`)
  assert.ok(mermaid.indexOf('  end\n') < mermaid.indexOf('["h"]'))
  assert.match(toDot(graph), /shape=hexagon[\s\S]*shape=octagon/)
})

test('mistakes are told at once', () => {
  assert.throws(() => retry(x, {}, { errors: ['A'] }), /policy 1 matches every error/)
  assert.throws(() => retry(x, { errors: [] }), /at least one error/)
  assert.throws(() => retry(x, { errors: ['States.ALL', 'A'] }), /must be the only name/)
  assert.throws(() => retry(x, { errors: [' '] }), /must not be empty/)
  for (const wrong of [{ intervalSeconds: 0 }, { maxAttempts: 0.5 }, { backoffRate: 0.9 }, { maxDelaySeconds: 1 }])
    assert.throws(
      () => retry(x, wrong),
      (error: unknown) => error instanceof RangeError,
    )
  assert.throws(() => catchError(x, onAny(h), on('A', h)), /handler 1 handles every error/)
  assert.throws(() => (catchError as (...args: unknown[]) => unknown)(x), /at least one handler/)
  assert.throws(() => wait(seconds(100_000_000)), /from 0 to 99999999 s/)
})

test('types: a catch gives what its body or a handler gives; a fail gives nothing', () => {
  expectTypeOf(catchError(x, on('A', h), onAny(fail()))).toEqualTypeOf(task<number, number | string>('t'))
  expectTypeOf(seq(x, wait(seconds(1)), retry(y))).toEqualTypeOf(task<number, number>('t'))
  // @ts-expect-error a handler gets { Error, Cause }
  onAny(x)
})

test.run()
