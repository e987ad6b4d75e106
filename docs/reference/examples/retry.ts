import assert from 'node:assert/strict'
import { outputOf, run, TaskFailure } from '@orkestra/asl/execute'
import { retry, task } from '@orkestra/core'

const charge = task<{ readonly id: string }, string>('charge')

export const workflow = retry(charge, { errors: ['Throttled'], intervalSeconds: 2, maxAttempts: 5 })

const tasks = { charge: [new TaskFailure('Throttled'), 'charged'] }
assert.equal(outputOf(await run(workflow, { id: '7' }, { tasks })), 'charged')
