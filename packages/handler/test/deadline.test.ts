/** The line in the log before Lambda cuts a handler off. */
import { type Context, compose, genericContext, type Instrumentation } from '@orkestra/handler'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('deadline')

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const until = async (isSo: () => boolean): Promise<void> => {
  for (let i = 0; i < 500 && !isSo(); i++) await sleep(10)
}
/** A context whose time runs down. The line comes when 500 ms are left. */
const contextFor = (milliseconds: number): Context => {
  const end = Date.now() + milliseconds
  return { ...genericContext, getRemainingTimeInMillis: () => end - Date.now() }
}
/** An instrumentation that keeps what it is told. */
const listening = () => {
  const told: (readonly [name: string, event: unknown, remaining: number])[] = []
  const powertools: Instrumentation = {
    wrap: (handler) => handler,
    onDeadline: (name, event, remaining) => told.push([name, event, remaining]),
  }
  return { told, powertools }
}

test('a handler that hangs is told of once, with its name and event, before the end', async () => {
  const { told, powertools } = listening()
  const hangs = compose({ powertools }, function hangs(_: { id: number }) {
    return new Promise(() => {})
  })
  void hangs({ id: 7 }, contextFor(540))
  await until(() => told.length > 0)
  await sleep(30)
  assert.is(told.length, 1)
  assert.equal(told[0]?.slice(0, 2), ['hangs', { id: 7 }])
  const remaining = told[0]?.[2] ?? -1
  assert.ok(remaining >= 0 && remaining <= 500, `${remaining}`)
})

test('a handler that has ended in time is not told of, whether well or not', async () => {
  const { told, powertools } = listening()
  const quick = compose({ powertools }, async function quick(fails: boolean) {
    if (fails) throw new Error('no')
  })
  await quick(false, contextFor(520))
  await sleep(60)
  await quick(true, contextFor(520)).catch(() => {})
  await sleep(60)
  assert.equal(told, [])
})

test('of invocations one after the other, the one at hand is watched', async () => {
  const { told, powertools } = listening()
  const handler = compose({ powertools }, async function handler(event: string) {
    if (event === 'hangs') await new Promise(() => {})
  })
  await handler('first', contextFor(560))
  await handler('second', contextFor(560))
  void handler('hangs', contextFor(620))
  await until(() => told.length > 0)
  assert.equal(
    told.map(([, event]) => event),
    ['hangs'],
  )
})

test('an invocation that begins while the last one’s end is looked into is watched too', async () => {
  const { told, powertools } = listening()
  const handler = compose({ powertools }, async function handler(event: string) {
    if (event === 'hangs') await new Promise(() => {})
  })
  await handler('done', contextFor(500))
  // The timer of the first rings now; the second comes in the same turn of the loop.
  await sleep(0)
  void handler('hangs', contextFor(520))
  await until(() => told.length > 0)
  assert.equal(
    told.map(([, event]) => event),
    ['hangs'],
  )
})

test('a process that wakes after the deadline says nothing', async () => {
  const { told, powertools } = listening()
  const hangs = compose({ powertools }, function hangs() {
    return new Promise(() => {})
  })
  let asked = 0
  const frozen = { ...genericContext, getRemainingTimeInMillis: () => (asked++ === 0 ? 510 : -3000) }
  void (hangs as (event: unknown, context: Context) => Promise<unknown>)(1, frozen)
  await until(() => asked > 1)
  await sleep(20)
  assert.equal(told, [])
})

test('without Powertools the line goes to standard error, as JSON', async () => {
  const lines: string[] = []
  const { error } = console
  console.error = (line: string) => lines.push(line)
  try {
    const hangs = compose(function hangsHere(_: number) {
      return new Promise(() => {})
    })
    void hangs(7, contextFor(520))
    await until(() => lines.length > 0)
  } finally {
    console.error = error
  }
  const { remaining, ...line } = JSON.parse(lines[0] ?? '{}')
  assert.equal(line, { level: 'ERROR', message: 'hangsHere is about to time out', event: 7 })
  assert.type(remaining, 'number')
})

test('without a context, or with less than a whole one, nothing is watched', async () => {
  const { told, powertools } = listening()
  const quick = compose({ powertools }, function quick(n: number) {
    return n
  })
  assert.is(await quick(1), 1)
  assert.is(await quick(2, {} as Context), 2)
  assert.equal(told, [])
})

test.run()
