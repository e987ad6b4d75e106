import assert from 'node:assert/strict'
import { capture, isCaught, outputOf, run, TaskFailure, task } from '@orkestra/core'

const charge = task<{ readonly id: string }, string>('charge')

export const workflow = capture(charge)

const outcome = outputOf(await run(workflow, { id: '7' }, { tasks: { charge: [new TaskFailure('CardDeclined')] } }))
assert.ok(isCaught(outcome) && outcome.Error === 'CardDeclined')
