/** What services with jobs need: to start one, and to wait for it where the task does. */
import type { Call } from './call.ts'

const passRole = (call: Call, field: string, service: string): void => {
  const role = call.said(field)
  if (role === 'dynamic' || role === 'nothing')
    call.cannotDerive(
      ['iam:PassRole'],
      `${field} is ${role === 'nothing' ? 'not there' : 'known only to the running execution'}`,
    )
  else call.allow(['iam:PassRole'], [role.text], { StringEquals: { 'iam:PassedToService': service } })
}

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

const startBuild =
  (kind: 'Build' | 'BuildBatch') =>
  ({ on, isSync, arns, rule }: Call): void => {
    const waiting =
      kind === 'Build'
        ? ['codebuild:BatchGetBuilds', 'codebuild:BatchGetReports', 'codebuild:StopBuild']
        : ['codebuild:BatchGetBuildBatches', 'codebuild:StopBuildBatch']
    on('ProjectName', [`codebuild:Start${kind}`, ...(isSync ? waiting : [])], (project) => [
      arns.named('codebuild', 'project/', project),
    ])
    if (isSync) rule(`StepFunctionsGetEventForCodeBuildStart${kind}Rule`)
  }

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

const trainings = { TrainingJob: 'training-job', TransformJob: 'transform-job' } as const

const createSageMakerJob =
  (kind: keyof typeof trainings) =>
  (call: Call): void => {
    const { on, isSync, rule, arns, allow } = call
    const resources = (name: string) => [arns.of('sagemaker', `${trainings[kind]}/${name}`)]
    const actions = [
      `sagemaker:Create${kind}`,
      'sagemaker:AddTags',
      ...(isSync ? [`sagemaker:Describe${kind}`, `sagemaker:Stop${kind}`] : []),
    ]
    on(`${kind}Name`, actions, resources)
    // A transform job takes its role from its model.
    if (kind === 'TrainingJob') passRole(call, 'RoleArn', 'sagemaker.amazonaws.com')
    if (!isSync) return
    allow(['sagemaker:ListTags'], ['*'])
    rule(`StepFunctionsGetEventsForSageMaker${kind}sRule`)
  }

const createMediaJob = (call: Call): void => {
  const { allow, isSync, rule } = call
  passRole(call, 'Role', 'mediaconvert.amazonaws.com')
  // A job has no ARN before it is made, and may go to any queue of the account.
  allow(['mediaconvert:CreateJob', ...(isSync ? ['mediaconvert:CancelJob', 'mediaconvert:GetJob'] : [])], ['*'])
  if (isSync) rule('StepFunctionsGetEventsForMediaConvertJobRule')
}

const addEmrStep = ({ on, isSync, arns, rule }: Call): void => {
  on(
    'ClusterId',
    [
      'elasticmapreduce:AddJobFlowSteps',
      ...(isSync ? ['elasticmapreduce:CancelSteps', 'elasticmapreduce:DescribeStep'] : []),
    ],
    (id) => [arns.of('elasticmapreduce', `cluster/${id}`)],
  )
  if (isSync) rule('StepFunctionsGetEventForEMRAddJobFlowStepsRule')
}

const terminateCluster = ({ on, isSync, arns, rule }: Call): void => {
  on(
    'ClusterId',
    ['elasticmapreduce:TerminateJobFlows', ...(isSync ? ['elasticmapreduce:DescribeCluster'] : [])],
    (id) => [arns.of('elasticmapreduce', `cluster/${id}`)],
  )
  if (isSync) rule('StepFunctionsGetEventForEMRTerminateJobFlowsRule')
}

/** By `service:action`. */
export const jobs: readonly (readonly [string, (call: Call) => void])[] = [
  ['batch:submitJob', submitBatchJob],
  ['glue:startJobRun', startGlueJob],
  ['databrew:startJobRun', startDataBrewJob],
  ['codebuild:startBuild', startBuild('Build')],
  ['codebuild:startBuildBatch', startBuild('BuildBatch')],
  ['ecs:runTask', runEcsTask],
  ['athena:startQueryExecution', startQuery],
  ['sagemaker:createTrainingJob', createSageMakerJob('TrainingJob')],
  ['sagemaker:createTransformJob', createSageMakerJob('TransformJob')],
  ['mediaconvert:createJob', createMediaJob],
  ['elasticmapreduce:addStep', addEmrStep],
  ['elasticmapreduce:terminateCluster', terminateCluster],
]
