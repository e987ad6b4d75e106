import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { concat, get, pass, type Ref } from '@orkestra/core'

export const workflow = pass((order: Ref<{ readonly id: string; readonly tags: readonly string[] }>) => ({
  id: order.id,
  firstTag: get(order.tags, 0),
  label: concat('order-', order.id),
  source: 'web',
}))

assert.deepEqual(outputOf(await run(workflow, { id: '7', tags: ['new', 'big'] })), {
  id: '7',
  firstTag: 'new',
  label: 'order-7',
  source: 'web',
})
