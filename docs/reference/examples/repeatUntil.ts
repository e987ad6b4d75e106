import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { eq, hours, minutes, repeatUntil, seconds, task } from '@orkestra/core'

const jobStatus = task<{ readonly jobId: string }, { readonly status: string }>('jobStatus')

export const workflow = repeatUntil(jobStatus, (job) => eq(job.status, 'done'), {
  every: seconds(30),
  backoffRate: 2,
  maxDelay: minutes(5),
  timeLimit: hours(2),
})

const tasks = { jobStatus: [{ status: 'running' }, { status: 'running' }, { status: 'done' }] }
assert.deepEqual(outputOf(await run(workflow, { jobId: '1' }, { tasks })), { status: 'done' })

const endless = await run(workflow, { jobId: '1' }, { tasks: { jobStatus: () => ({ status: 'running' }) } })
assert.equal(endless.status === 'FAILED' && endless.error, 'RepeatLimitReached')
