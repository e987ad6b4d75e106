import assert from 'node:assert/strict'
import { outputOf, run, TaskFailure } from '@orkestra/asl/execute'
import { capture, isCaught, task } from '@orkestra/core'

const charge = task<{ readonly id: string }, string>('charge')

export const workflow = capture(charge)

const outcome = outputOf(await run(workflow, { id: '7' }, { tasks: { charge: [new TaskFailure('CardDeclined')] } }))
assert.ok(isCaught(outcome) && outcome.Error === 'CardDeclined')
