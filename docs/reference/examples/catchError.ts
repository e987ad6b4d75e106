import assert from 'node:assert/strict'
import { outputOf, run, TaskFailure } from '@orkestra/asl/execute'
import { type Caught, catchError, fail, on, onAny, task } from '@orkestra/core'

const charge = task<{ readonly id: string }, string>('charge')
const apologise = task<Caught, string>('apologise')

export const workflow = catchError(charge, on('OutOfStock', apologise), onAny(fail({ error: 'OrderRejected' })))

const tasks = { charge: [new TaskFailure('OutOfStock')], apologise: () => 'sorry' }
assert.equal(outputOf(await run(workflow, { id: '7' }, { tasks })), 'sorry')
