import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { par, task } from '@orkestra/core'

const price = task<{ readonly id: string }, number>('price')
const stock = task<{ readonly id: string }, string>('stock')

export const workflow = par({ price, stock })

const tasks = { price: () => 3.14, stock: () => 'plenty' }
assert.deepEqual(outputOf(await run(workflow, { id: 'guitar' }, { tasks })), { price: 3.14, stock: 'plenty' })
