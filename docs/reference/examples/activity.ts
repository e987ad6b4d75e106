import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { activity, minutes, seconds } from '@orkestra/core'

export const workflow = activity<{ readonly id: string }, { readonly grams: number }>(
  'arn:aws:states:eu-west-1:123456789012:activity:weigh',
  { heartbeat: seconds(30), taskTimeout: minutes(10) },
)

assert.deepEqual(outputOf(await run(workflow, { id: '7' }, { tasks: { weigh: () => ({ grams: 80 }) } })), { grams: 80 })
