import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { choice, eq, fail, gt, otherwise, seq, task, when } from '@orkestra/core'

interface Order {
  readonly total: number
  readonly payment: { readonly kind: 'card'; readonly token: string } | { readonly kind: 'cash' }
}
const order = task<string, Order>('order')
const approve = task<Order, string>('approve')
const charge = task<{ readonly payment: { readonly token: string } }, string>('charge')

export const workflow = seq(
  order,
  choice(
    when((o) => gt(o.total, 1000), approve),
    when((o) => eq(o.payment.kind, 'card'), charge), // here the payment has a token, says the condition
    otherwise(fail({ error: 'NoCash' })),
  ),
)

const tasks = {
  order: () => ({ total: 5, payment: { kind: 'card', token: 't' } }),
  approve: () => 'approved',
  charge: () => 'charged',
}
assert.equal(outputOf(await run(workflow, '7', { tasks })), 'charged')
