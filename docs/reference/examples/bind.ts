import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { bind, pass, seq, task } from '@orkestra/core'

const order = task<string, { readonly id: string; readonly email: string }>('order')
const charge = task<{ readonly id: string }, { readonly receipt: string }>('charge')

export const workflow = bind(order, (o) =>
  seq(
    charge,
    pass((paid) => ({ to: o.email, receipt: paid.receipt })),
  ),
)

const tasks = { order: () => ({ id: '7', email: 'ada@example.com' }), charge: () => ({ receipt: 'r7' }) }
assert.deepEqual(outputOf(await run(workflow, '7', { tasks })), { to: 'ada@example.com', receipt: 'r7' })
