/** What services with jobs need: to start one, and to wait for it where the task does. */
import type { Call } from './call.ts'
import { passRole } from './passRole.ts'

const submitBatchJob = (call: Call): void => {
  const { on, allow, isSync, rule, arns } = call
  on('JobQueue', ['batch:SubmitJob'], (queue) => [
    queue.startsWith('${') ? queue : arns.named('batch', 'job-queue/', queue),
  ])
  on('JobDefinition', ['batch:SubmitJob'], (definition) => {
    if (definition.startsWith('${')) return [definition]
    const arn = arns.named('batch', 'job-definition/', definition)
    // Without a revision it is the latest one, which has a number of its own.
    return /:\d+$/.test(arn) ? [arn] : [arn, `${arn}:*`]
  })
  if (!isSync) return
  // These two take no resource that is known before the job is.
  allow(['batch:DescribeJobs', 'batch:TerminateJob'], ['*'])
  rule('StepFunctionsGetEventsForBatchJobsRule')
}

const startGlueJob = ({ on, isSync, arns }: Call): void =>
  on(
    'JobName',
    ['glue:StartJobRun', ...(isSync ? ['glue:BatchStopJobRun', 'glue:GetJobRun', 'glue:GetJobRuns'] : [])],
    (job) => [arns.named('glue', 'job/', job)],
  )

const startDataBrewJob = ({ on, isSync, arns }: Call): void =>
  on('Name', ['databrew:StartJobRun', ...(isSync ? ['databrew:ListJobRuns', 'databrew:StopJobRun'] : [])], (job) => [
    arns.named('databrew', 'job/', job),
  ])

const runEcsTask = (call: Call): void => {
  const { on, said, allow, isSync, rule, arns, cannotDerive } = call
  on('TaskDefinition', ['ecs:RunTask'], (definition) => {
    if (definition.startsWith('${')) return [definition]
    const arn = arns.named('ecs', 'task-definition/', definition)
    return /:\d+$/.test(arn) ? [arn] : [`${arn}:*`]
  })
  const roles = ['Overrides.TaskRoleArn', 'Overrides.ExecutionRoleArn'].filter((field) => said(field) !== 'nothing')
  for (const field of roles) passRole(call, field, 'ecs-tasks.amazonaws.com')
  if (roles.length < 2) cannotDerive(['iam:PassRole'], 'the roles of a task definition stand in the task definition')
  if (!isSync) return
  const cluster = said('Cluster')
  const name =
    typeof cluster === 'object' && !cluster.text.startsWith('${') ? cluster.text.split('cluster/').at(-1) : undefined
  allow(['ecs:DescribeTasks', 'ecs:StopTask'], [arns.of('ecs', name === undefined ? 'task/*' : `task/${name}/*`)])
  rule('StepFunctionsGetEventsForECSTaskRule')
}

const startQuery = (call: Call): void => {
  const { said, allow, cannotDerive, isSync, arns } = call
  const actions = [
    'athena:StartQueryExecution',
    ...(isSync ? ['athena:GetQueryExecution', 'athena:StopQueryExecution'] : []),
  ]
  const group = said('WorkGroup')
  if (group === 'dynamic') cannotDerive(actions, 'WorkGroup is known only to the running execution')
  else allow(actions, [arns.of('athena', `workgroup/${group === 'nothing' ? 'primary' : group.text}`)])
  cannotDerive(
    ['athena:GetDataCatalog', 'glue:GetTable', 's3:GetObject', 's3:PutObject'],
    'what a query reads and where its results go stands in the query, the catalogue and the work group',
  )
}

const createMediaJob = (call: Call): void => {
  const { allow, isSync, rule } = call
  passRole(call, 'Role', 'mediaconvert.amazonaws.com')
  // A job has no ARN before it is made, and may go to any queue of the account.
  allow(['mediaconvert:CreateJob', ...(isSync ? ['mediaconvert:CancelJob', 'mediaconvert:GetJob'] : [])], ['*'])
  if (isSync) rule('StepFunctionsGetEventsForMediaConvertJobRule')
}

const onQuery =
  (action: string) =>
  ({ cannotDerive }: Call): void =>
    cannotDerive([`athena:${action}`], 'the id of a query does not tell its work group')

const getQueryResults = (call: Call): void => {
  onQuery('GetQueryResults')(call)
  call.cannotDerive(['s3:GetObject'], 'where the results of a query are stands in its work group')
}

/** By `service:action`. */
export const jobs: readonly (readonly [string, (call: Call) => void])[] = [
  ['batch:submitJob', submitBatchJob],
  ['glue:startJobRun', startGlueJob],
  ['databrew:startJobRun', startDataBrewJob],
  ['ecs:runTask', runEcsTask],
  ['athena:startQueryExecution', startQuery],
  ['athena:stopQueryExecution', onQuery('StopQueryExecution')],
  ['athena:getQueryExecution', onQuery('GetQueryExecution')],
  ['athena:getQueryResults', getQueryResults],
  ['mediaconvert:createJob', createMediaJob],
]
