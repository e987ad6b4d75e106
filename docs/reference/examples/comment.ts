import assert from 'node:assert/strict'
import { comment, outputOf, run, task } from '@orkestra/core'

const charge = task<string, string>('charge')

export const workflow = comment('Idempotent: keyed by the order', charge)

assert.equal(outputOf(await run(workflow, '7', { tasks: { charge: () => 'paid' } })), 'paid')
