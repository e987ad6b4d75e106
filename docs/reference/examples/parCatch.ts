import assert from 'node:assert/strict'
import { outputOf, run, TaskFailure } from '@orkestra/asl/execute'
import { isCaught, parCatch, task } from '@orkestra/core'

const price = task<{ readonly id: string }, number>('price')
const stock = task<{ readonly id: string }, string>('stock')

export const workflow = parCatch(price, stock)

const tasks = { price: () => 3.14, stock: [new TaskFailure('Closed')] }
const [first, second] = outputOf(await run(workflow, { id: 'guitar' }, { tasks }))
assert.equal(first, 3.14)
assert.ok(isCaught(second) && second.Error === 'Closed')
