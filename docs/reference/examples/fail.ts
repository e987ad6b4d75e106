import assert from 'node:assert/strict'
import { run } from '@orkestra/asl/execute'
import { fail } from '@orkestra/core'

export const workflow = fail({ error: 'OrderRejected', cause: 'There is nothing on the shelf.' })

const execution = await run(workflow, {})
assert.equal(execution.status === 'FAILED' && execution.error, 'OrderRejected')
