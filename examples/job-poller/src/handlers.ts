import { composeWith } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 10 } })

export interface Job {
  readonly jobId: string
}

export interface JobStatus extends Job {
  readonly status: 'queued' | 'running' | 'done' | 'failed'
  readonly percent: number
}

export const startJob = compose(async function startJob({ query }: { readonly query: string }): Promise<Job> {
  return { jobId: `job-${query.length}` }
})

/** Asks the system that does the job. Here it is always done: the tests answer instead. */
export const jobStatus = compose(async function jobStatus({ jobId }: Job): Promise<JobStatus> {
  return { jobId, status: 'done', percent: 100 }
})

export const cancelJob = compose(async function cancelJob({ jobId }: Job) {
  return { cancelled: jobId }
})

export const fetchResult = compose(async function fetchResult({ jobId }: Job) {
  return { jobId, rows: 3 }
})
