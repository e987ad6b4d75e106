import { readFileSync } from 'node:fs'
import { outputOf, run } from '@orkestra/asl/execute'
import { toMermaid } from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Order } from '../src/handlers.ts'
import { orderProcessing } from '../src/workflow.ts'

/** The same execution twice: of what is deployed in each query language. */
const everywhere = async (input: Order) => [
  await run(orderProcessing, input),
  await run(orderProcessing, input, { queryLanguage: 'JSONata' }),
]

const order = { id: '7', total: 40 }

test('a card is charged', async () => {
  for (const execution of await everywhere({ ...order, payment: { kind: 'card', token: 'visa' } }))
    assert.equal(outputOf(execution), { message: 'Order 7: 40 by card', reference: 'charge-visa' })
})

test('an invoice is sent', async () => {
  for (const execution of await everywhere({ ...order, payment: { kind: 'invoice', taxId: 'DE1' } }))
    assert.equal(outputOf(execution), { message: 'Order 7: 40 by invoice', reference: 'invoice-DE1' })
})

test('cash costs no function, and a coupon counts', async () => {
  for (const execution of await everywhere({ ...order, payment: { kind: 'cash' }, coupon: 'SPRING' }))
    assert.equal(outputOf(execution), { message: 'Order 7: 30 by cash', reference: 'on delivery' })
})

test('a card that is declined is the end', async () => {
  for (const execution of await everywhere({ ...order, payment: { kind: 'card', token: 'stolen' } }))
    assert.is(execution.status === 'FAILED' && execution.error, 'CardDeclined')
})

test('the picture is up to date', () => {
  assert.ok(readFileSync(new URL('../README.md', import.meta.url), 'utf8').includes(toMermaid(orderProcessing)))
})

test.run()
