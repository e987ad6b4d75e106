import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { task } from '@orkestra/core'

const price = task<{ readonly id: string }, number>('price')

export const workflow = price

const tasks = { price: () => 3.14 }
assert.equal(outputOf(await run(workflow, { id: 'guitar' }, { tasks })), 3.14)
