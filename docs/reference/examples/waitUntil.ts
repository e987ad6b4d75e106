import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { seq, task, waitUntil } from '@orkestra/core'

const appointment = task<string, { readonly remindAt: string }>('appointment')
const remind = task<unknown, string>('remind')

export const workflow = seq(
  appointment,
  waitUntil((a) => a.remindAt),
  remind,
)

const tasks = { appointment: () => ({ remindAt: '2030-01-31T12:00:00Z' }), remind: () => 'reminded' }
assert.equal(outputOf(await run(workflow, 'Ada', { tasks })), 'reminded')
