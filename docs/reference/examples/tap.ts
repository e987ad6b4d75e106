import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { seq, tap, task } from '@orkestra/core'

interface Order {
  readonly id: string
}
const audit = task<Order, void>('audit')
const ship = task<Order, { readonly shipped: string }>('ship')

export const workflow = seq(tap(audit), ship)

const tasks = { audit: () => undefined, ship: ({ id }: Order) => ({ shipped: id }) }
assert.deepEqual(outputOf(await run(workflow, { id: '7' }, { tasks })), { shipped: '7' })
