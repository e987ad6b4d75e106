/** Retries of the Lambda service's own errors, in virtual time. */

import { type Execution, outputOf, run, TaskFailure, visits } from '@orkestra/asl/execute'
import { capture, isCaught, map, par, parCatch, seconds, seq, serviceRetry, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('retries and virtual time')

const t = (name: string) => task<unknown, unknown>(name)
const transient = new TaskFailure('Lambda.TooManyRequestsException', 'busy')
const times = (n: number) => Array.from({ length: n }, () => transient)
const last = ({ history }: Execution<unknown>) => history.at(-1)?.timestamp

test('the first retry waits 2 s, each next one twice as long', async () => {
  const { history } = await run(t('x'), 1, { tasks: { x: [...times(6), 'ok'] } })
  const starts = history.filter(({ type }) => type === 'TaskStarted').map(({ timestamp }) => timestamp / 1000)
  assert.equal(
    starts.slice(1).map((at, i) => at - (starts[i] as number)),
    [2, 4, 8, 16, 32, 64],
  )
})

for (const error of serviceRetry.errors)
  test(`${error} is retried`, async () => {
    const execution = await run(t('x'), 1, { tasks: { x: [new TaskFailure(error), 'ok'] } })
    assert.is(outputOf(execution), 'ok')
    assert.is(last(execution), 2000)
  })

test('after six retries, and 126 s, the seventh failure stands', async () => {
  const execution = await run(t('x'), 1, { tasks: { x: times(7) } })
  assert.is(execution.status === 'FAILED' && execution.error, 'Lambda.TooManyRequestsException')
  assert.is(last(execution), 126_000)
  assert.is(visits(execution.history)[0]?.attempts, 7)
})

test('other errors are not retried', async () => {
  const execution = await run(t('x'), 1, { tasks: { x: [new Error('own'), 'never'] } })
  assert.is(execution.status, 'FAILED')
  assert.is(last(execution), 0)
})

test('retryServiceErrors: false does not retry', async () => {
  const execution = await run(task('x', { retryServiceErrors: false }), 1, { tasks: { x: times(1) } })
  assert.is(execution.status, 'FAILED')
})

test('a caught error is caught after its retries', async () => {
  const execution = await run(capture(t('x')), 1, { tasks: { x: times(7) } })
  const outcome = outputOf(execution)
  assert.is(isCaught(outcome) && outcome.Cause, 'busy')
  assert.is(last(execution), 126_000)
})

test('branches that both retry wait at the same time', async () => {
  const execution = await run(seq(par(t('a'), t('b')), t('c')), 1, {
    tasks: { a: [...times(2), 'a'], b: [...times(1), 'b'], c: (both: unknown) => both },
  })
  assert.equal(outputOf(execution), ['a', 'b'])
  const at = Object.fromEntries(visits(execution.history).map((v) => [v.state, [v.enteredAt, v.leftAt]]))
  assert.equal(at, { 'Parallel a, b': [0, 6000], a: [0, 6000], b: [0, 2000], c: [6000, 6000] })
})

test('a branch that goes on while the other waits has its own time', async () => {
  const execution = await run(parCatch(t('a'), seq(t('b'), t('c'))), 1, {
    tasks: { a: [...times(1), 'a'], b: [...times(1), 'b'], c: [...times(1), 'c'] },
  })
  assert.is(last(execution), 4000)
})

test('who waits less wakes first, whoever began to wait first', async () => {
  const woken: string[] = []
  const execution = await run(par(t('a'), seq(t('b'), t('c'))), 1, {
    tasks: { a: [...times(2), () => woken.push('a')], b: [...times(1), 'b'], c: [...times(1), () => woken.push('c')] },
  })
  assert.equal(woken, ['c', 'a'])
  assert.is(last(execution), 6000)
})

test('a branch that fails ends the wait of the others', async () => {
  const execution = await run(par(t('a'), t('b')), 1, { tasks: { a: times(7), b: [...times(1), new Error('no')] } })
  assert.is(execution.status, 'FAILED')
  assert.is(last(execution), 2000)
})

test('time goes on after a branch that never ends was cut off', async () => {
  const never = () => new Promise(() => {})
  const fails = () => new Promise((_, reject) => setImmediate(reject, new Error('no')))
  const execution = await run(seq(capture(par(t('never'), map(t('never')), t('fails'))), t('x')), [1] as never, {
    tasks: { never, fails, x: [...times(2), 'x'] },
  })
  assert.is(outputOf(execution), 'x')
  assert.is(last(execution), 6000)
})

test('a handler that takes real time takes no virtual time', async () => {
  const slow = () => new Promise((resolve) => setTimeout(resolve, 20, 'slow'))
  const execution = await run(par(t('a'), t('b')), 1, { tasks: { a: slow, b: [...times(1), 'b'] } })
  assert.equal(outputOf(execution), ['slow', 'b'])
  assert.is(last(execution), 2000)
})

test('items of a map wait side by side, and those beyond maxConcurrency after them', async () => {
  const flaky = () => {
    const seen = new Set<number>()
    return (n: number) => {
      if (seen.has(n)) return n
      seen.add(n)
      throw transient
    }
  }
  const step = task<number, number>('x')
  assert.is(last(await run(map(step), [1, 2, 3, 4], { tasks: { x: flaky() } })), 2000)
  assert.is(last(await run(map(step, { maxConcurrency: 2 }), [1, 2, 3, 4], { tasks: { x: flaky() } })), 4000)
  assert.is(last(await run(map(step, { maxConcurrency: 1 }), [1, 2, 3, 4], { tasks: { x: flaky() } })), 8000)
})

test('many sleepers wake in the order of their alarms', async () => {
  const attempts = [3, 1, 6, 2, 5, 4, 1, 3]
  const woken: number[] = []
  const tasks = Object.fromEntries(attempts.map((n, i) => [`t${i}`, [...times(n), () => woken.push(n)]] as const))
  const steps = attempts.map((_, i) => t(`t${i}`))
  await run(par(...(steps as [ReturnType<typeof t>])), 1, { tasks })
  assert.equal(
    woken,
    [...attempts].sort((a, b) => a - b),
  )
})

test('on the real clock, waits take their time', async () => {
  const execution = await run(task('x', { timeout: seconds(5) }), 1, {
    tasks: { x: [...times(1), 'ok'] },
    clock: 'real',
  })
  assert.is(outputOf(execution), 'ok')
  assert.ok((last(execution) ?? 0) >= 1990)
})

test.run()
