import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { hours, seq, task, wait } from '@orkestra/core'

const remind = task<string, string>('remind')

export const workflow = seq(wait<string>(hours(1)), remind)

// In a run with the virtual clock, the hour takes no time.
assert.equal(outputOf(await run(workflow, 'Ada', { tasks: { remind: () => 'reminded' } })), 'reminded')
