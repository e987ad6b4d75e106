import assert from 'node:assert/strict'
import { outputOf, run, visits } from '@orkestra/asl/execute'
import { named, seq, task } from '@orkestra/core'

const check = task<string, string>('check')
const charge = task<string, string>('charge')

export const workflow = seq(named('Check the order', check), charge)

const execution = await run(workflow, '7', { tasks: { check: () => 'fine', charge: () => 'paid' } })
assert.equal(outputOf(execution), 'paid')
assert.equal(visits(execution.history)[0]?.state, 'Check the order')
