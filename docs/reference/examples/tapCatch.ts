import assert from 'node:assert/strict'
import { outputOf, run, TaskFailure } from '@orkestra/asl/execute'
import { seq, tapCatch, task } from '@orkestra/core'

interface Order {
  readonly id: string
}
const notify = task<Order, void>('notify')
const ship = task<Order, { readonly shipped: string }>('ship')

export const workflow = seq(tapCatch(notify), ship)

const tasks = { notify: [new TaskFailure('MailboxFull')], ship: ({ id }: Order) => ({ shipped: id }) }
assert.deepEqual(outputOf(await run(workflow, { id: '7' }, { tasks })), { shipped: '7' })
