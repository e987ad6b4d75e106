import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { keeping, task } from '@orkestra/core'

const price = task<{ readonly id: string }, number>('price')

export const workflow = keeping(price, 'price')

assert.deepEqual(outputOf(await run(workflow, { id: '7' }, { tasks: { price: () => 3 } })), { id: '7', price: 3 })
