/**
 * `.sync`: Step Functions starts a job, waits for its end, and hands on how the service describes it then. A job that did not come
 * to a good end fails the task with `States.TaskFailed`, and the description is the cause.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-sync
 */
import type { Resource } from '../../language/resource.ts'
import { Failure } from '../failure/failure.ts'
import { isRecord } from '../payload/payload.ts'

/** How a service says what a job came to. */
export interface JobStatus {
  /** The operation that describes it, as in the service's API. */
  readonly operation: string
  /** The structure that it is in, where the description has one around it; some integrations take it away. */
  readonly within?: string
  /** The path of the status in that structure. */
  readonly status: readonly string[]
  readonly failed: readonly string[]
}

const sagemaker = (kind: string): JobStatus => ({
  operation: `describe${kind}Job`,
  status: [`${kind}JobStatus`],
  failed: ['Failed', 'Stopped'],
})

const build = (within: string, operation: string): JobStatus => ({
  operation,
  within,
  status: [`${within}Status`],
  failed: ['FAILED', 'FAULT', 'TIMED_OUT', 'STOPPED'],
})

const emrServerless: JobStatus = {
  operation: 'getJobRun',
  within: 'JobRun',
  status: ['State'],
  failed: ['FAILED', 'CANCELLED'],
}

/** By service and action. The words are those of the service's API. */
export const jobs: Readonly<Record<string, JobStatus>> = {
  'athena:startQueryExecution': {
    operation: 'getQueryExecution',
    within: 'QueryExecution',
    status: ['Status', 'State'],
    failed: ['FAILED', 'CANCELLED'],
  },
  'batch:submitJob': { operation: 'describeJobs', status: ['Status'], failed: ['FAILED'] },
  'bedrock:createModelCustomizationJob': {
    operation: 'getModelCustomizationJob',
    status: ['Status'],
    failed: ['Failed', 'Stopped'],
  },
  'codebuild:startBuild': build('Build', 'batchGetBuilds'),
  'codebuild:startBuildBatch': build('BuildBatch', 'batchGetBuildBatches'),
  'codebuild:retryBuildBatch': build('BuildBatch', 'batchGetBuildBatches'),
  'databrew:startJobRun': {
    operation: 'describeJobRun',
    status: ['State'],
    failed: ['FAILED', 'STOPPED', 'TIMEOUT'],
  },
  // Of a task that stopped; what its containers came to is asked besides.
  'ecs:runTask': { operation: 'describeTasks', status: ['StopCode'], failed: ['TaskFailedToStart'] },
  'eks:createCluster': { operation: 'describeCluster', within: 'Cluster', status: ['Status'], failed: ['FAILED'] },
  'eks:createFargateProfile': {
    operation: 'describeFargateProfile',
    within: 'FargateProfile',
    status: ['Status'],
    failed: ['CREATE_FAILED'],
  },
  'eks:createNodegroup': {
    operation: 'describeNodegroup',
    within: 'Nodegroup',
    status: ['Status'],
    failed: ['CREATE_FAILED'],
  },
  'elasticmapreduce:addStep': {
    operation: 'describeStep',
    within: 'Step',
    status: ['Status', 'State'],
    failed: ['CANCELLED', 'FAILED', 'INTERRUPTED'],
  },
  'elasticmapreduce:createCluster': {
    operation: 'describeCluster',
    within: 'Cluster',
    status: ['Status', 'State'],
    failed: ['TERMINATED_WITH_ERRORS'],
  },
  'emr-containers:startJobRun': { ...emrServerless, operation: 'describeJobRun' },
  'emr-serverless:startJobRun': emrServerless,
  'glue:startJobRun': {
    operation: 'getJobRun',
    within: 'JobRun',
    status: ['JobRunState'],
    failed: ['STOPPED', 'FAILED', 'TIMEOUT', 'ERROR', 'EXPIRED'],
  },
  'mediaconvert:createJob': {
    operation: 'getJob',
    within: 'Job',
    status: ['Status'],
    failed: ['CANCELED', 'ERROR'],
  },
  'sagemaker:createHyperParameterTuningJob': sagemaker('HyperParameterTuning'),
  'sagemaker:createLabelingJob': sagemaker('Labeling'),
  'sagemaker:createProcessingJob': sagemaker('Processing'),
  'sagemaker:createTrainingJob': sagemaker('Training'),
  'sagemaker:createTransformJob': sagemaker('Transform'),
  'states:startExecution': {
    operation: 'describeExecution',
    status: ['Status'],
    failed: ['FAILED', 'TIMED_OUT', 'ABORTED'],
  },
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((inner, key) => (isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value)

/** Whether a container of a task ended with another code than 0. */
const hasFailedContainer = (description: unknown): boolean => {
  const containers = at(description, ['Containers'])
  return (
    Array.isArray(containers) &&
    containers.some((container) => {
      const code = at(container, ['ExitCode'])
      return typeof code === 'number' && code !== 0
    })
  )
}

/** Whether a task waits for a job. */
export const isJob = (resource: Resource | undefined): boolean =>
  resource?.kind === 'integration' && (resource.pattern === 'sync' || resource.pattern === 'sync:2')

/**
 * The description of a job that came to a good end. One that does not say what it came to is taken as it is.
 *
 * @throws Failure with `States.TaskFailed` for any other end.
 */
export const jobResult = (resource: Resource, description: unknown): unknown => {
  if (resource.kind !== 'integration') return description
  const name = `${resource.service}:${resource.action}`
  const job = Object.hasOwn(jobs, name) ? jobs[name] : undefined
  if (job === undefined) return description
  const { within, status, failed } = job
  const found = at(description, status) ?? (within === undefined ? undefined : at(description, [within, ...status]))
  const isBad = failed.includes(String(found)) || (name === 'ecs:runTask' && hasFailedContainer(description))
  if (isBad) throw new Failure('States.TaskFailed', JSON.stringify(description))
  return description
}
