import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { comment, task } from '@orkestra/core'

const charge = task<string, string>('charge')

export const workflow = comment('Idempotent: keyed by the order', charge)

assert.equal(outputOf(await run(workflow, '7', { tasks: { charge: () => 'paid' } })), 'paid')
