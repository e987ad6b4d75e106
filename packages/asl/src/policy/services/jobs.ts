/** What services with jobs need: to start one, and to wait for it where the task does. */
import type { Call, Said } from '../call.ts'
import { passRole } from '../permissions/passRole.ts'
import { tagged } from '../permissions/tags.ts'

/** A field that takes a name or an ARN, and in which a reference stands for an ARN. */
const arnOrReference = ({ arns }: Call, service: string, kind: string, text: string): string =>
  (text.startsWith('${') && arns.meaning(text) === undefined ? undefined : arns.named(service, kind, text)) ?? text

const textOf = (said: Said): string => (typeof said === 'object' ? said.text : said)

/** The tasks of a cluster, which have no ids before they run. Without a name the cluster is the one called default. */
const tasksOf = ({ said, arns }: Call): string => {
  const cluster = said('Cluster')
  if (cluster === 'nothing') return arns.of('ecs', 'task/default/*')
  if (cluster === 'dynamic') return arns.of('ecs', 'task/*')
  const arn = arns.named('ecs', 'cluster/', cluster.text)
  const name = arn?.split(':cluster/')[1]
  return name === undefined || arn === undefined
    ? arns.of('ecs', 'task/*')
    : `${arn.slice(0, -`cluster/${name}`.length)}task/${name}/*`
}

const submitBatchJob = (call: Call): void => {
  const { on, allow, isSync, rule, arns } = call
  on('JobQueue', ['batch:SubmitJob'], (queue) => arnOrReference(call, 'batch', 'job-queue/', queue))
  on('JobDefinition', ['batch:SubmitJob'], (definition) => {
    const arn = arnOrReference(call, 'batch', 'job-definition/', definition)
    if (arn.startsWith('${')) return arn
    // Without a revision it is the latest one, which has a number of its own.
    return /:\d+$/.test(arn) ? [arn] : [arn, `${arn}:*`]
  })
  // A job has no id before it is submitted.
  tagged(call, 'batch:TagResource', [arns.of('batch', 'job/*')])
  if (!isSync) return
  // These two take no resource that is known before the job is.
  allow(['batch:DescribeJobs', 'batch:TerminateJob'], ['*'])
  rule('StepFunctionsGetEventsForBatchJobsRule')
}

const startGlueJob = ({ on, isSync, arns }: Call): void =>
  on(
    'JobName',
    ['glue:StartJobRun', ...(isSync ? ['glue:BatchStopJobRun', 'glue:GetJobRun', 'glue:GetJobRuns'] : [])],
    // Glue takes no ARN here, nor does DataBrew.
    (job) => arns.of('glue', `job/${job}`),
  )

const startDataBrewJob = ({ on, isSync, arns }: Call): void =>
  on('Name', ['databrew:StartJobRun', ...(isSync ? ['databrew:ListJobRuns', 'databrew:StopJobRun'] : [])], (job) =>
    arns.of('databrew', `job/${job}`),
  )

const runEcsTask = (call: Call): void => {
  const { on, said, allow, isSync, rule, arns, cannotDerive } = call
  on('TaskDefinition', ['ecs:RunTask'], (definition) => {
    const arn = arnOrReference(call, 'ecs', 'task-definition/', definition)
    return arn.startsWith('${') || /:\d+$/.test(arn) ? arn : `${arn}:*`
  })
  const roles = ['Overrides.TaskRoleArn', 'Overrides.ExecutionRoleArn'].filter((field) => said(field) !== 'nothing')
  for (const field of roles) passRole(call, field, 'ecs-tasks.amazonaws.com')
  const definition = said('TaskDefinition')
  const own = typeof definition === 'object' ? arns.rolesOf(definition.text) : undefined
  if (own !== undefined && own.length > 0)
    allow(['iam:PassRole'], own, { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } })
  else if (own === undefined && roles.length < 2)
    cannotDerive(['iam:PassRole'], 'the roles of a task definition stand in the task definition')
  const tasks = [tasksOf(call)]
  // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
  if (call.isGiven('Tags') || !['nothing', 'NONE'].includes(textOf(said('PropagateTags'))))
    allow(['ecs:TagResource'], tasks, { StringEquals: { 'ecs:CreateAction': 'RunTask' } })
  if (!isSync) return
  allow(['ecs:DescribeTasks', 'ecs:StopTask'], tasks)
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
  const { allow, said, on, isSync, rule, arns } = call
  passRole(call, 'Role', 'mediaconvert.amazonaws.com')
  const create = ['mediaconvert:CreateJob']
  // Without a queue it is the account's default one, which AWS names nowhere as a resource.
  if (said('Queue') === 'nothing') allow(create, ['*'])
  else on('Queue', create, (queue) => arns.named('mediaconvert', 'queues/', queue))
  if (said('JobTemplate') !== 'nothing')
    on('JobTemplate', create, (template) => arns.named('mediaconvert', 'jobTemplates/', template))
  if (!isSync) return
  // A job has no id before it is made.
  allow(['mediaconvert:CancelJob', 'mediaconvert:GetJob'], [arns.of('mediaconvert', 'jobs/*')])
  rule('StepFunctionsGetEventsForMediaConvertJobRule')
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
