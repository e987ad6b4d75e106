import {
  bind,
  catchError,
  choice,
  eq,
  fail,
  identity,
  on,
  otherwise,
  pass,
  repeatLimitReached,
  repeatUntil,
  retry,
  seconds,
  seq,
  when,
} from '@orkestra/core'
import { cancelJob, fetchResult, type JobStatus, jobStatus, startJob } from './handlers.ts'

/** A job that has failed will never be done: no use in asking again. */
const askOnce = seq(
  retry(jobStatus, { errors: ['TooManyRequests'], maxAttempts: 3 }),
  choice(
    when((job) => eq(job.status, 'failed'), fail({ error: 'JobFailed' })),
    otherwise(identity<JobStatus>()),
  ),
)

export const jobPoller = bind(startJob, (started) =>
  seq(
    catchError(
      repeatUntil(askOnce, (job) => eq(job.status, 'done'), { every: seconds(30), maxAttempts: 20 }),
      on(
        repeatLimitReached,
        seq(
          pass(() => ({ jobId: started.jobId })),
          cancelJob,
          fail({ error: 'JobTooSlow', cause: 'It was not done after ten minutes, and is cancelled.' }),
        ),
      ),
    ),
    fetchResult,
  ),
)
