import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { map, pass, seq, task } from '@orkestra/core'

interface Order {
  readonly lines: readonly { readonly sku: string }[]
}
const order = task<string, Order>('order')

export const workflow = seq(
  order,
  map(
    (o) => o.lines,
    (line, index) => pass(() => ({ sku: line.sku, index })),
    { maxConcurrency: 5 },
  ),
)

const tasks = { order: () => ({ lines: [{ sku: 'a' }, { sku: 'b' }] }) }
assert.deepEqual(outputOf(await run(workflow, '7', { tasks })), [
  { sku: 'a', index: 0 },
  { sku: 'b', index: 1 },
])
