/** What a handler has for Step Functions: batches, data of errors, work done once. */

import { IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError } from '@aws-lambda-powertools/idempotency'
import { BasePersistenceLayer, type IdempotencyRecord } from '@aws-lambda-powertools/idempotency/persistence'
import { outputOf, run } from '@orkestra/asl/execute'
import { isCaught, retry } from '@orkestra/core'
import { type Batch, batched, compose, defineErrorWith, genericContext, stepOf } from '@orkestra/handler'
import { idempotent } from '@orkestra/handler/idempotency'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('manners of Step Functions')

const rejection = async (act: Promise<unknown>): Promise<Error> =>
  act.then(
    () => assert.unreachable('it did not reject'),
    (error) => error,
  )

const inStep = (state: string, entered: string, attempt = 0, execution = 'arn:1') =>
  genericContext({
    clientContext: {
      custom: { execution, state: { Name: state, EnteredTime: entered, RetryCount: attempt } },
    } as never,
  })

test('stepOf reads what the task passes on, and is undefined elsewhere', () => {
  assert.equal(stepOf(inStep('price', '2026-01-01T00:00:00Z', 2)), {
    execution: 'arn:1',
    state: 'price',
    attempt: 2,
    entered: '2026-01-01T00:00:00Z',
  })
  for (const clientContext of [
    undefined,
    null,
    {},
    { custom: {} },
    { custom: { execution: 'arn', state: {} } },
    { Custom: 1 },
  ])
    assert.is(stepOf(genericContext({ clientContext: clientContext as never })), undefined)
})

/** Powertools' own logic over a map. */
class Memory extends BasePersistenceLayer {
  readonly records = new Map<string, IdempotencyRecord>()
  protected override async _deleteRecord({ idempotencyKey }: IdempotencyRecord): Promise<void> {
    this.records.delete(idempotencyKey)
  }
  protected override async _getRecord(key: string): Promise<IdempotencyRecord> {
    const record = this.records.get(key)
    if (record === undefined) throw new IdempotencyItemNotFoundError()
    return record
  }
  protected override async _putRecord(record: IdempotencyRecord): Promise<void> {
    const existing = this.records.get(record.idempotencyKey)
    if (existing !== undefined) throw new IdempotencyItemAlreadyExistsError('there', existing)
    this.records.set(record.idempotencyKey, record)
  }
  protected override async _updateRecord(record: IdempotencyRecord): Promise<void> {
    this.records.set(record.idempotencyKey, record)
  }
}

const counting = (options: object = {}) => {
  const persistenceStore = new Memory()
  const done: unknown[] = []
  const charge = compose(
    { name: 'charge', instrumentation: idempotent({ persistenceStore, ...options }) },
    async (order: { id: string; fails?: boolean }) => {
      done.push(order.id)
      if (order.fails && done.length === 1) throw new RangeError('at first')
      return { receipt: order.id, nth: done.length }
    },
  )
  return { charge, done, persistenceStore }
}

test('a retried attempt gets the result of the one that did the work', async () => {
  const { charge, done } = counting()
  const first = await charge({ id: '7' }, inStep('charge', 't1', 0))
  assert.equal(await charge({ id: '7' }, inStep('charge', 't1', 1)), first)
  assert.equal(done, ['7'])
})

test('a later entry, another execution, state or event is other work', async () => {
  const { charge, done } = counting()
  await charge({ id: '7' }, inStep('charge', 't1'))
  await charge({ id: '7' }, inStep('charge', 't2'))
  await charge({ id: '7' }, inStep('charge', 't1', 0, 'arn:2'))
  await charge({ id: '7' }, inStep('charge2', 't1'))
  await charge({ id: '8' }, inStep('charge', 't1'))
  assert.is(done.length, 5)
})

test('work that failed is done again', async () => {
  const { charge, done, persistenceStore } = counting()
  assert.is((await rejection(charge({ id: '7', fails: true }, inStep('charge', 't1', 0)))).name, 'RangeError')
  assert.is(persistenceStore.records.size, 0)
  assert.is((await charge({ id: '7', fails: true }, inStep('charge', 't1', 1))).nth, 2)
  assert.is(done.length, 2)
})

test('in a local run its execution is known, and each attempt finds what the one before did', async () => {
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const) {
    const { charge, done } = counting()
    const execution = await run(
      retry(charge, { errors: ['RangeError'], maxAttempts: 2 }),
      { id: '7', fails: true },
      { queryLanguage },
    )
    assert.equal(outputOf(execution), { receipt: '7', nth: 2 })
    assert.equal(done, ['7', '7'])
    const where = compose({ name: 'where', passContext: true }, async (_: unknown, context) => ({
      ...stepOf(context),
      left: context.getRemainingTimeInMillis() > 0,
    }))
    const { execution: arn, state, attempt, left } = outputOf(await run(where, {}, { queryLanguage }))
    assert.match(arn ?? '', /^arn:aws:states:/)
    assert.equal([state, attempt, left], ['where', 0, true])
  }
})

test('outside of an execution it says so, unless there is a key', async () => {
  const { charge } = counting()
  assert.match(
    (await rejection(charge({ id: '7' }))).message,
    /belongs to no execution of Step Functions.*Pass \{ key \}/,
  )
  const keyed = counting({ key: ({ id }: { id: string }) => id })
  await keyed.charge({ id: '7' })
  await keyed.charge({ id: '7' })
  await keyed.charge({ id: '8' })
  assert.equal(keyed.done, ['7', '8'])
})

test('with it, and with Powertools, a task passes its context on; without, it does not', () => {
  const { charge } = counting()
  assert.equal((charge.graph as { passesContext?: true }).passesContext, true)
  assert.is((compose({ name: 'x' }, () => 1).graph as { passesContext?: true }).passesContext, undefined)
  assert.is((compose({ name: 'x', passContext: true }, () => 1).graph as { passesContext?: true }).passesContext, true)
})

const OutOfStock = defineErrorWith<{ readonly sku: string; readonly left: number }>()('OutOfStock')

test('an error carries data, which the catcher reads', () => {
  const error = new OutOfStock('no guitars\nleft', { sku: 'guitar', left: 0 }, { cause: 'stock' })
  assert.instance(error, Error)
  assert.is(error.name, 'OutOfStock')
  assert.is(OutOfStock.name, 'OutOfStock')
  assert.is(OutOfStock.errorName, 'OutOfStock')
  assert.is(error.cause, 'stock')
  assert.equal(error.data, { sku: 'guitar', left: 0 })
  assert.equal(OutOfStock.dataOf(error), { sku: 'guitar', left: 0 })
  // What Lambda's runtime makes of it.
  const Cause = JSON.stringify({ errorType: error.name, errorMessage: error.message, trace: [] })
  assert.equal(OutOfStock.dataOf({ Error: 'OutOfStock', Cause }), { sku: 'guitar', left: 0 })
})

test('of another error, or of a cause that is none of its own, there is no data', () => {
  const Cause = JSON.stringify({ errorType: 'Other', errorMessage: 'm\n{"sku":"guitar"}', trace: [] })
  assert.is(OutOfStock.dataOf({ Error: 'Other', Cause }), undefined)
  for (const cause of [null, '', 'text', 'null', '{}', '{"errorMessage":7}', '{"errorMessage":"no data"}'])
    assert.is(OutOfStock.dataOf({ Error: 'OutOfStock', Cause: cause }), undefined)
  assert.is(OutOfStock.dataOf(new RangeError('{"sku":1}')), undefined)
})

const rate = async (stars: number, file: string): Promise<string> => {
  if (stars > 5) throw new RangeError(`${stars} stars`)
  return `${file}: ${stars}`
}
const batch: Batch<number, string> = { Items: [1, 6, 3], BatchInput: 'ratings.csv' }

test('a batch has an outcome per item, in order', async () => {
  for (const concurrency of [1, 2, 10]) {
    const handler = compose({ name: 'rate' }, batched(rate, { concurrency }))
    const outcomes = await handler(batch)
    assert.equal(
      outcomes.map((outcome) => (isCaught(outcome) ? outcome.Error : outcome)),
      ['ratings.csv: 1', 'RangeError', 'ratings.csv: 3'],
    )
    assert.is(JSON.parse((outcomes[1] as { Cause: string }).Cause).errorMessage, '6 stars')
  }
  assert.equal(await compose({ name: 'rate' }, batched(rate))({ Items: [], BatchInput: '' }), [])
  assert.throws(() => batched(rate, { concurrency: 0 }), 'batched: concurrency must be a whole number from 1, got 0')
})

test('no more items are at work at once than the concurrency says, and what is thrown may be anything', async () => {
  let working = 0
  let most = 0
  const each = async (item: number) => {
    working += 1
    most = Math.max(most, working)
    await new Promise((resolve) => setImmediate(resolve))
    working -= 1
    if (item === 3) throw 'text'
    return item
  }
  const outcomes = await batched(each, { concurrency: 3 })(
    { Items: [1, 2, 3, 4, 5, 6, 7], BatchInput: undefined },
    genericContext(),
  )
  assert.is(most, 3)
  assert.is((outcomes[2] as { Error: string }).Error, 'Error')
})

test.run()
