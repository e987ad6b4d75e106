import { readFileSync } from 'node:fs'
import { type Execution, outputOf, run, type StandIn, TaskFailure, visits } from '@orkestra/asl/execute'
import { toMermaid } from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { JobStatus } from '../src/handlers.ts'
import { jobPoller } from '../src/workflow.ts'

const input = { query: 'all' }

/** The same execution twice: of what is deployed in each query language. */
const everywhere = async (tasks: Readonly<Record<string, StandIn>> = {}) => [
  await run(jobPoller, input, { tasks }),
  await run(jobPoller, input, { tasks, queryLanguage: 'JSONata' }),
]

const is = (status: JobStatus['status'], percent: number): JobStatus => ({ jobId: 'job-3', status, percent })

const countOf = (name: string, { history }: Execution<unknown>): number =>
  visits(history).filter(({ state }) => state === name).length

test('a job that is done at once is asked about once', async () => {
  for (const execution of await everywhere()) {
    assert.equal(outputOf(execution), { jobId: 'job-3', rows: 3 })
    assert.is(countOf('jobStatus', execution), 1)
  }
})

test('a job is asked about until it is done', async () => {
  for (const execution of await everywhere({ jobStatus: [is('queued', 0), is('running', 50), is('done', 100)] })) {
    assert.equal(outputOf(execution), { jobId: 'job-3', rows: 3 })
    assert.is(countOf('jobStatus', execution), 3)
  }
})

test('too many requests are no reason to give up', async () => {
  for (const execution of await everywhere({ jobStatus: [new TaskFailure('TooManyRequests', ''), is('done', 100)] }))
    assert.equal(outputOf(execution), { jobId: 'job-3', rows: 3 })
})

test('a job that fails is not asked about again', async () => {
  for (const execution of await everywhere({ jobStatus: [is('queued', 0), is('failed', 20)] })) {
    assert.is(execution.status === 'FAILED' && execution.error, 'JobFailed')
    assert.is(countOf('jobStatus', execution), 2)
    assert.is(countOf('cancelJob', execution), 0)
  }
})

test('a job that takes too long is cancelled', async () => {
  for (const execution of await everywhere({ jobStatus: () => is('running', 1) })) {
    assert.is(execution.status === 'FAILED' && execution.error, 'JobTooSlow')
    assert.is(countOf('jobStatus', execution), 20)
    assert.is(countOf('cancelJob', execution), 1)
  }
})

test('the picture is up to date', () => {
  assert.ok(readFileSync(new URL('../README.md', import.meta.url), 'utf8').includes(toMermaid(jobPoller)))
})

test.run()
