import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { choice, eq, otherwise, seq, succeed, task, when } from '@orkestra/core'

const order = task<string, { readonly status: string }>('order')
const charge = task<{ readonly status: string }, string>('charge')
const ship = task<string, string>('ship')

export const workflow = seq(
  order,
  choice(
    when((o) => eq(o.status, 'paid'), succeed()),
    otherwise(charge),
  ),
  ship,
)

const tasks = { order: () => ({ status: 'paid' }), charge: () => 'charged', ship: () => 'shipped' }
assert.deepEqual(outputOf<unknown>(await run(workflow, '7', { tasks })), { status: 'paid' })
