import { handlers } from '@orkestra/handler'

export interface Job {
  readonly jobId: string
}

export interface JobStatus extends Job {
  readonly status: 'queued' | 'running' | 'done' | 'failed'
  readonly percent: number
}

export const { startJob, jobStatus, cancelJob, fetchResult } = handlers(
  { entry: import.meta.url, timeout: { seconds: 10 } },
  {
    async startJob({ query }: { readonly query: string }): Promise<Job> {
      return { jobId: `job-${query.length}` }
    },
    /** Asks the system that does the job. Here it is always done: the tests answer instead. */
    async jobStatus({ jobId }: Job): Promise<JobStatus> {
      return { jobId, status: 'done', percent: 100 }
    },
    async cancelJob({ jobId }: Job) {
      return { cancelled: jobId }
    },
    async fetchResult({ jobId }: Job) {
      return { jobId, rows: 3 }
    },
  },
)
