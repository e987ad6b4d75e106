import { readFileSync } from 'node:fs'
import { type Execution, outputOf, run, type StandIn, TaskFailure, visits } from '@orkestra/asl/execute'
import { toMermaid } from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type * as handlers from '../src/handlers.ts'
import { saga } from '../src/workflow.ts'

const order = { id: '7', total: 40 }

/** The same execution twice: of what is deployed in each query language. */
const everywhere = async (input: handlers.Order, tasks: Readonly<Record<string, StandIn>> = {}) => [
  await run(saga, input, { tasks }),
  await run(saga, input, { tasks, queryLanguage: 'JSONata' }),
]

/** The steps that were asked, in order. */
const asked = ({ history }: Execution<unknown>): readonly string[] =>
  visits(history).flatMap(({ state }) => (/^(reserve|charge|ship|refund|release)$/.test(state) ? [state] : []))

test('an order is reserved, charged and shipped', async () => {
  for (const execution of await everywhere(order))
    assert.equal(outputOf(execution), {
      ...order,
      reservation: 'reservation-7',
      receipt: 'receipt-7',
      parcel: 'parcel-7',
    })
})

test('what cannot be shipped is refunded, then released', async () => {
  for (const execution of await everywhere(order, { ship: [new TaskFailure('LorryBroken', '')] })) {
    assert.is(execution.status === 'FAILED' && execution.error, 'OrderRejected')
    assert.equal(asked(execution), ['reserve', 'charge', 'ship', 'refund', 'release'])
  }
})

test('what cannot be charged is only released', async () => {
  for (const execution of await everywhere({ id: '7', total: 2000 })) {
    assert.is(execution.status === 'FAILED' && execution.error, 'OrderRejected')
    assert.equal(asked(execution), ['reserve', 'charge', 'release'])
  }
})

test('what cannot be reserved needs no undoing', async () => {
  for (const execution of await everywhere({ id: '', total: 1 })) {
    assert.is(execution.status === 'FAILED' && execution.error, 'OutOfStock')
    assert.equal(asked(execution), ['reserve'])
  }
})

test('an undoing that fails is tried again', async () => {
  const tasks = {
    ship: [new TaskFailure('LorryBroken', '')],
    refund: [new TaskFailure('BankClosed', ''), { refunded: 'receipt-7' }],
  }
  for (const execution of await everywhere(order, tasks))
    assert.is(execution.status === 'FAILED' && execution.error, 'OrderRejected')
})

test('the picture is up to date', () => {
  assert.ok(readFileSync(new URL('../README.md', import.meta.url), 'utf8').includes(toMermaid(saga)))
})

test.run()
