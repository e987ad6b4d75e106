import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { seq, task } from '@orkestra/core'

const price = task<{ readonly id: string }, number>('price')
const round = task<number, number>('round')

export const workflow = seq(price, round)

const tasks = { price: () => 3.14, round: (n: number) => Math.round(n) }
assert.equal(outputOf(await run(workflow, { id: 'guitar' }, { tasks })), 3)
