import assert from 'node:assert/strict'
import { hours, outputOf, run, seq, task, wait } from '@orkestra/core'

const remind = task<string, string>('remind')

export const workflow = seq(wait<string>(hours(1)), remind)

// In a run with the virtual clock, the hour takes no time.
assert.equal(outputOf(await run(workflow, 'Ada', { tasks: { remind: () => 'reminded' } })), 'reminded')
