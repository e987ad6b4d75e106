import assert from 'node:assert/strict'
import { catchError, fail, on, onAny, outputOf, run, TaskFailure, task } from '@orkestra/core'

const charge = task<{ readonly id: string }, string>('charge')
const apologise = task<{ readonly Error: string; readonly Cause: string }, string>('apologise')

export const workflow = catchError(charge, on('OutOfStock', apologise), onAny(fail({ error: 'OrderRejected' })))

const tasks = { charge: [new TaskFailure('OutOfStock')], apologise: () => 'sorry' }
assert.equal(outputOf(await run(workflow, { id: '7' }, { tasks })), 'sorry')
