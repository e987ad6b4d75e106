import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { eq, repeatUntil, seconds, task } from '@orkestra/core'

const jobStatus = task<{ readonly jobId: string }, { readonly status: string }>('jobStatus')

export const workflow = repeatUntil(jobStatus, (job) => eq(job.status, 'done'), { every: seconds(30), maxAttempts: 20 })

const tasks = { jobStatus: [{ status: 'running' }, { status: 'done' }] }
assert.deepEqual(outputOf(await run(workflow, { jobId: '1' }, { tasks })), { status: 'done' })
