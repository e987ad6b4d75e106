import {
  emit,
  type PolicyOptions,
  policy,
  type StateMachine,
  type Statement,
  toCloudFormation,
  toTerraform,
  type Underived,
} from '@orkestra/asl'
import { continueAsNew, map, named, parCatch, type Ref, seq, service, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('policy')

const place = { region: 'eu-west-1', account: '123456789012', name: 'orders' } satisfies PolicyOptions
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`

/** A machine of one state. */
const machine = (state: object, language?: 'JSONata'): StateMachine =>
  JSON.parse(
    JSON.stringify({
      StartAt: 'A',
      ...(language && { QueryLanguage: language }),
      States: { A: { Type: 'Task', End: true, ...state } },
    }),
  )
const integration = (resource: string, Parameters: object): StateMachine =>
  machine({ Resource: `arn:aws:states:::${resource}`, Parameters })

/** `action on resource`, of every statement. */
const allowed = (statements: readonly Statement[]): string[] =>
  statements
    .flatMap(({ Action, Resource }) => Action.flatMap((action) => Resource.map((resource) => `${action} ${resource}`)))
    .sort()
/** What is needed whatever is true of the rest. */
const needed = (underived: readonly Underived[]): (string | undefined)[] =>
  underived.flatMap(({ action, onlyIf }) => (onlyIf === undefined ? [action] : [])).sort()
const derived = (
  definition: StateMachine,
): { readonly allowed: string[]; readonly underived: (string | undefined)[] } => {
  const { document, underived } = policy(definition, place)
  return { allowed: allowed(document.Statement), underived: needed(underived) }
}
/** A rule of Step Functions' own. */
const rule = (name: string): string[] =>
  ['DescribeRule', 'PutRule', 'PutTargets'].map((action) => `events:${action} ${arn('events', `rule/${name}`)}`)

const x = task('x')
const y = task('y')
const z = task<unknown, readonly number[]>('x')

test('a workflow may invoke its functions and their versions, each said once', () => {
  assert.equal(policy(seq(z, map(parCatch(y, x)))), {
    document: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: ['${x}', '${x}:*', '${y}', '${y}:*'] },
      ],
    },
    underived: [],
  })
})

test('what data may be encrypted with is what may be needed, unless somebody knows the key', () => {
  const send = integration('sqs:sendMessage', {
    QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders',
    MessageBody: 'x',
  })
  assert.equal(
    policy(send, place).underived.map(({ state, action, onlyIf }) => [state, action, onlyIf]),
    ['kms:Decrypt', 'kms:GenerateDataKey'].map((action) => [
      'A',
      action,
      'what QueueUrl names is encrypted with a key of KMS that is yours',
    ]),
  )
  // In what is deployed, once for all states, and not among what is missing.
  const save = service('dynamodb:putItem', { TableName: 'orders', Item: {} })
  const workflow = seq(save, named('again', save))
  const sentence =
    'if what TableName names is encrypted with a key of KMS that is yours: kms:Decrypt, kms:GenerateDataKey, for "putItem", "again"'
  assert.equal(toCloudFormation(workflow).Resources.Role?.Metadata, { PerhapsNeeded: [sentence] })
  assert.ok(toTerraform(workflow).get('main.tf')?.includes(`# Needed as well, ${sentence}\n`))
  const queue = arn('sqs', 'orders')
  assert.equal(policy(send, { ...place, meaningOf: () => ({ arn: queue }) }).underived, [])
  const key = arn('kms', 'key/1')
  const { document, underived } = policy(send, { ...place, meaningOf: () => ({ arn: queue, key }) })
  assert.equal(underived, [])
  assert.ok(allowed(document.Statement).includes(`kms:GenerateDataKey ${key}`))
})

test('functions are named as emit is told to name them', () => {
  const { document } = policy(x, { ...place, functionArn: ({ name }) => `my-${name}` })
  assert.equal(allowed(document.Statement), [
    `lambda:InvokeFunction ${arn('lambda', 'function:my-x')}`,
    `lambda:InvokeFunction ${arn('lambda', 'function:my-x')}:*`,
  ])
})

test('logs and traces are allowed where they are on, and other statements are kept', () => {
  const own: Statement = { Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/k'] }
  const { document } = policy(x, { logging: true, tracing: true, statements: [own] })
  assert.equal(
    document.Statement.map(({ Action }) => Action[0]),
    ['lambda:InvokeFunction', 'logs:CreateLogDelivery', 'xray:GetSamplingRules', 's3:GetObject'],
  )
})

test('the partition stands in every ARN', () => {
  const { document } = policy(integration('dynamodb:getItem', { TableName: 't', Key: {} }), { partition: 'aws-cn' })
  assert.equal(document.Statement[0]?.Resource, ['arn:aws-cn:dynamodb:${AWS::Region}:${AWS::AccountId}:table/t'])
})

const lambda = (name: string) => derived(integration('lambda:invoke', { FunctionName: name })).allowed
const invoke = (resource: string) => `lambda:InvokeFunction ${resource}`

test('a function is known by its name, its ARN, or a part of that, with a qualifier or without', () => {
  const f = arn('lambda', 'function:f')
  assert.equal(lambda('f'), [invoke(f), invoke(`${f}:*`)])
  assert.equal(lambda(f), [invoke(f), invoke(`${f}:*`)])
  assert.equal(lambda('f:live'), [invoke(`${f}:live`)])
  assert.equal(lambda(`${f}:live`), [invoke(`${f}:live`)])
  assert.equal(lambda('210987654321:function:f:3'), [invoke('arn:aws:lambda:eu-west-1:210987654321:function:f:3')])
  assert.equal(derived(machine({ Resource: f })).allowed, [invoke(f), invoke(`${f}:*`)])
  assert.equal(derived(machine({ Resource: '${f}' })).allowed, [invoke('${f}'), invoke('${f}:*')])
})

const child = arn('states', 'stateMachine:child')
const executions = arn('states', 'execution:child:*')
const secret = 'secretsmanager:DescribeSecret'

/** Each integration: what it is told, what it needs, and what stays open. */
const cases: Readonly<
  Record<string, readonly [parameters: object, allowed: readonly string[], open?: readonly string[]]>
> = {
  'lambda:invoke.waitForTaskToken': [{ FunctionName: '${f}' }, [invoke('${f}'), invoke('${f}:*')]],
  'sns:publish': [{ TopicArn: '${topic}' }, ['sns:Publish ${topic}']],
  'sns:publish#target': [{ TargetArn: '${topic}' }, ['sns:Publish ${topic}']],
  'sns:publish#phone': [{ PhoneNumber: '+1' }, [], ['sns:Publish']],
  'sqs:sendMessage.waitForTaskToken': [
    { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q' },
    [`sqs:SendMessage ${arn('sqs', 'q')}`],
  ],
  'sqs:sendMessage': [{ QueueUrl: '${queue}' }, [], ['sqs:SendMessage']],
  'events:putEvents': [
    { Entries: [{ Source: 's' }, { EventBusName: 'orders' }, { 'EventBusName.$': '$.bus' }] },
    [`events:PutEvents ${arn('events', 'event-bus/default')}`, `events:PutEvents ${arn('events', 'event-bus/orders')}`],
    ['events:PutEvents'],
  ],
  'events:putEvents#dynamic': [{ 'Entries.$': '$.entries' }, [], ['events:PutEvents']],
  'dynamodb:putItem': [{ TableName: 't' }, [`dynamodb:PutItem ${arn('dynamodb', 'table/t')}`]],
  'dynamodb:updateItem': [{ 'TableName.$': '$.t' }, [], ['dynamodb:UpdateItem']],
  'states:startExecution': [{ StateMachineArn: child }, [`states:StartExecution ${child}`]],
  'states:startExecution.waitForTaskToken': [{ StateMachineArn: child }, [`states:StartExecution ${child}`]],
  'states:startExecution.sync:2': [
    { StateMachineArn: child },
    [
      ...rule('StepFunctionsGetEventsForStepFunctionsExecutionRule'),
      `states:DescribeExecution ${executions}`,
      `states:StartExecution ${child}`,
      `states:StopExecution ${executions}`,
    ],
  ],
  'states:startExecution.sync': [
    { StateMachineArn: '${child}' },
    [...rule('StepFunctionsGetEventsForStepFunctionsExecutionRule'), 'states:StartExecution ${child}'],
    ['states:DescribeExecution', 'states:StopExecution'],
  ],
  'apigateway:invoke': [
    {
      ApiEndpoint: 'abc.execute-api.eu-west-1.amazonaws.com',
      Method: 'GET',
      Stage: 'prod',
      Path: '/pets',
      AuthType: 'IAM_ROLE',
    },
    [`execute-api:Invoke ${arn('execute-api', 'abc/prod/GET/pets')}`],
  ],
  'apigateway:invoke#stageless': [
    { ApiEndpoint: 'abc.execute-api.eu-west-1.amazonaws.com', Method: 'GET', AuthType: 'IAM_ROLE' },
    [`execute-api:Invoke ${arn('execute-api', 'abc/$default/GET/')}`],
  ],
  'apigateway:invoke#path': [
    { ApiEndpoint: 'a', Method: 'GET', AuthType: 'IAM_ROLE', 'Path.$': '$.p' },
    [],
    ['execute-api:Invoke'],
  ],
  'apigateway:invoke#host': [
    { ApiEndpoint: 'example.com', Method: 'GET', AuthType: 'RESOURCE_POLICY' },
    [],
    ['execute-api:Invoke'],
  ],
  'apigateway:invoke#anonymous': [{ ApiEndpoint: 'abc.execute-api.eu-west-1.amazonaws.com', Method: 'GET' }, []],
  'bedrock:invokeModel': [
    { ModelId: 'm', Input: { S3Uri: 's3://b/k' }, Output: { S3Uri: '${out}' }, GuardrailIdentifier: 'g' },
    ['bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/m', 's3:GetObject arn:aws:s3:::b/k'],
    ['bedrock:ApplyGuardrail', 's3:PutObject'],
  ],
  'http:invoke': [
    {
      ApiEndpoint: 'https://example.com/a',
      Method: 'GET',
      Authentication: { ConnectionArn: arn('events', 'connection/c/id') },
    },
    [
      `events:RetrieveConnectionCredentials ${arn('events', 'connection/c/id')}`,
      `${secret} ${arn('secretsmanager', 'secret:events!connection/c/*')}`,
      `secretsmanager:GetSecretValue ${arn('secretsmanager', 'secret:events!connection/c/*')}`,
      'states:InvokeHTTPEndpoint *',
    ],
  ],
  'http:invoke#dynamic': [
    { 'ApiEndpoint.$': '$.url', Method: 'GET', InvocationConfig: { ConnectionArn: '${c}' } },
    ['events:RetrieveConnectionCredentials ${c}'],
    // The secrets of all connections would be more than that of this one.
    [secret, 'secretsmanager:GetSecretValue', 'states:InvokeHTTPEndpoint'],
  ],
  'batch:submitJob.sync': [
    { JobQueue: 'q', JobDefinition: 'd' },
    [
      'batch:DescribeJobs *',
      `batch:SubmitJob ${arn('batch', 'job-definition/d')}`,
      `batch:SubmitJob ${arn('batch', 'job-definition/d:*')}`,
      `batch:SubmitJob ${arn('batch', 'job-queue/q')}`,
      'batch:TerminateJob *',
      ...rule('StepFunctionsGetEventsForBatchJobsRule'),
    ],
  ],
  'batch:submitJob': [
    { JobQueue: '${q}', JobDefinition: 'd:7' },
    ['batch:SubmitJob ${q}', `batch:SubmitJob ${arn('batch', 'job-definition/d:7')}`],
  ],
  'batch:submitJob#placeholder': [{ JobDefinition: '${d}' }, ['batch:SubmitJob ${d}'], ['batch:SubmitJob']],
  'glue:startJobRun': [{ JobName: 'j' }, [`glue:StartJobRun ${arn('glue', 'job/j')}`]],
  'glue:startJobRun.sync': [
    { JobName: 'j' },
    ['BatchStopJobRun', 'GetJobRun', 'GetJobRuns', 'StartJobRun'].map((each) => `glue:${each} ${arn('glue', 'job/j')}`),
  ],
  'databrew:startJobRun.sync': [
    { Name: 'j' },
    ['ListJobRuns', 'StartJobRun', 'StopJobRun'].map((each) => `databrew:${each} ${arn('databrew', 'job/j')}`),
  ],
  'codebuild:startBuild.sync': [
    { ProjectName: 'p' },
    [
      ...['BatchGetBuilds', 'BatchGetReports', 'StartBuild', 'StopBuild'].map(
        (each) => `codebuild:${each} ${arn('codebuild', 'project/p')}`,
      ),
      ...rule('StepFunctionsGetEventForCodeBuildStartBuildRule'),
    ],
  ],
  'codebuild:startBuildBatch': [{ ProjectName: 'p' }, [`codebuild:StartBuildBatch ${arn('codebuild', 'project/p')}`]],
  'ecs:runTask.sync': [
    { TaskDefinition: 'd', Cluster: arn('ecs', 'cluster/c'), Overrides: { TaskRoleArn: '${role}' } },
    [
      `ecs:DescribeTasks ${arn('ecs', 'task/c/*')}`,
      `ecs:RunTask ${arn('ecs', 'task-definition/d:*')}`,
      `ecs:StopTask ${arn('ecs', 'task/c/*')}`,
      ...rule('StepFunctionsGetEventsForECSTaskRule'),
      'iam:PassRole ${role}',
    ],
    ['iam:PassRole'],
  ],
  'ecs:runTask': [
    {
      TaskDefinition: 'd:3',
      Overrides: { 'TaskRoleArn.$': '$.r', ExecutionRoleArn: 'arn:aws:iam::123456789012:role/e' },
    },
    [`ecs:RunTask ${arn('ecs', 'task-definition/d:3')}`, 'iam:PassRole arn:aws:iam::123456789012:role/e'],
    ['iam:PassRole'],
  ],
  'athena:startQueryExecution.sync': [
    { QueryString: 'select 1' },
    ['GetQueryExecution', 'StartQueryExecution', 'StopQueryExecution'].map(
      (each) => `athena:${each} ${arn('athena', 'workgroup/primary')}`,
    ),
    ['athena:GetDataCatalog', 'glue:GetTable', 's3:GetObject', 's3:PutObject'],
  ],
  'athena:startQueryExecution': [
    { 'WorkGroup.$': '$.w' },
    [],
    ['athena:GetDataCatalog', 'athena:StartQueryExecution', 'glue:GetTable', 's3:GetObject', 's3:PutObject'],
  ],
  'sagemaker:createTrainingJob.sync': [
    { TrainingJobName: 't', RoleArn: 'arn:aws:iam::123456789012:role/r' },
    [
      ...rule('StepFunctionsGetEventsForSageMakerTrainingJobsRule'),
      'iam:PassRole arn:aws:iam::123456789012:role/r',
      ...['AddTags', 'CreateTrainingJob', 'DescribeTrainingJob', 'StopTrainingJob'].map(
        (each) => `sagemaker:${each} ${arn('sagemaker', 'training-job/t')}`,
      ),
      'sagemaker:ListTags *',
    ],
  ],
  'sagemaker:createTransformJob': [
    { 'TransformJobName.$': '$.n' },
    ['sagemaker:ListTags *'],
    ['sagemaker:AddTags', 'sagemaker:CreateTransformJob'],
  ],
  'mediaconvert:createJob.sync': [
    { Settings: {} },
    [
      ...rule('StepFunctionsGetEventsForMediaConvertJobRule'),
      ...['CancelJob', 'GetJob'].map((each) => `mediaconvert:${each} ${arn('mediaconvert', 'jobs/*')}`),
      'mediaconvert:CreateJob *',
    ],
    ['iam:PassRole'],
  ],
  'elasticmapreduce:addStep.sync': [
    { ClusterId: 'c' },
    [
      ...['AddJobFlowSteps', 'CancelSteps', 'DescribeStep'].map(
        (each) => `elasticmapreduce:${each} ${arn('elasticmapreduce', 'cluster/c')}`,
      ),
      ...rule('StepFunctionsGetEventForEMRAddJobFlowStepsRule'),
    ],
  ],
  'elasticmapreduce:terminateCluster.sync': [
    { ClusterId: 'c' },
    [
      ...['DescribeCluster', 'TerminateJobFlows'].map(
        (each) => `elasticmapreduce:${each} ${arn('elasticmapreduce', 'cluster/c')}`,
      ),
      ...rule('StepFunctionsGetEventForEMRTerminateJobFlowsRule'),
    ],
  ],
  'eks:call': [{}, []],
  'aws-sdk:dynamodb:query': [
    { TableName: 't', IndexName: 'i' },
    [`dynamodb:Query ${arn('dynamodb', 'table/t')}/index/i`],
  ],
  'aws-sdk:dynamodb:scan': [{ TableName: 't' }, [`dynamodb:Scan ${arn('dynamodb', 'table/t')}`]],
  'aws-sdk:dynamodb:transactWriteItems': [
    {},
    [],
    ['ConditionCheckItem', 'DeleteItem', 'PutItem', 'UpdateItem'].map((action) => `dynamodb:${action}`),
  ],
  'aws-sdk:s3:headObject': [{ Bucket: 'b', Key: 'k' }, ['s3:GetObject arn:aws:s3:::b/k']],
  'aws-sdk:s3:getObject': [{ Bucket: 'b', 'Key.$': '$.k' }, [], ['s3:GetObject']],
  'aws-sdk:s3:listObjectsV2': [{ Bucket: 'b' }, ['s3:ListBucket arn:aws:s3:::b']],
  'aws-sdk:sfn:startSyncExecution': [{ StateMachineArn: child }, [`states:StartSyncExecution ${child}`]],
  'aws-sdk:sfn:stopExecution': [{ ExecutionArn: 'no arn' }, [], ['states:StopExecution']],
  'aws-sdk:sfn:listExecutions': [{}, [], ['states:ListExecutions']],
  'aws-sdk:secretsmanager:getSecretValue': [
    { SecretId: 's' },
    [`secretsmanager:GetSecretValue ${arn('secretsmanager', 'secret:s-??????')}`],
  ],
  'aws-sdk:ssm:getParameter': [{ Name: '/a/b' }, [`ssm:GetParameter ${arn('ssm', 'parameter/a/b')}`]],
  'aws-sdk:sesv2:sendEmail': [{}, [], ['ses:SendEmail']],
}
for (const [name, [parameters, expected, open = []]] of Object.entries(cases))
  test(`${name} needs this and no more`, () => {
    const resource = name.split('#')[0] as string
    assert.equal(derived(integration(resource, parameters)), {
      allowed: [...expected].sort(),
      underived: [...open],
    })
  })

test('a target known to the running execution only is told with its state, and nothing is allowed', () => {
  assert.equal(policy(integration('lambda:invoke', { 'FunctionName.$': '$.fn' })), {
    document: { Version: '2012-10-17', Statement: [] },
    underived: [
      { state: 'A', action: 'lambda:InvokeFunction', why: 'FunctionName is known only to the running execution' },
    ],
  })
  for (const state of [
    { Resource: 'arn:aws:states:::lambda:invoke', Arguments: '{% $states.input %}' },
    { Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: '{% $states.input.fn %}' } },
    { Resource: 'arn:aws:states:::lambda:invoke' },
  ])
    assert.equal(derived(machine(state, 'JSONata')), { allowed: [], underived: ['lambda:InvokeFunction'] })
  assert.equal(derived(machine({ Resource: 'arn:aws:states:::lambda:invoke' })), {
    allowed: [],
    underived: ['lambda:InvokeFunction'],
  })
})

test('an activity needs nothing, and what no task can call is told', () => {
  assert.equal(derived(machine({ Resource: arn('states', 'activity:a') })), { allowed: [], underived: [] })
  assert.equal(derived(machine({ Resource: 'nonsense' })), { allowed: [], underived: ['*'] })
  assert.equal(derived(machine({ Resource: 'arn:aws:states:::${service}:invoke' })), { allowed: [], underived: ['*'] })
})

test('in another role the machine needs only to assume it', () => {
  const call = { Resource: arn('lambda', 'function:f'), Credentials: { RoleArn: 'arn:aws:iam::210987654321:role/r' } }
  assert.equal(derived(machine(call)).allowed, ['sts:AssumeRole arn:aws:iam::210987654321:role/r'])
  assert.equal(derived(machine({ ...call, Credentials: { 'RoleArn.$': '$.role' } })), {
    allowed: [],
    underived: ['sts:AssumeRole'],
  })
})

const distributed = (fields: object, language?: 'JSONata') =>
  derived(
    machine(
      {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'I',
          States: { I: { Type: 'Pass', End: true } },
        },
        ...fields,
      },
      language,
    ),
  )
const self = [
  `states:DescribeExecution ${arn('states', 'execution:orders:*')}`,
  `states:StopExecution ${arn('states', 'execution:orders:*')}`,
  `states:DescribeExecution ${arn('states', 'execution:orders/*')}`,
  `states:RedriveExecution ${arn('states', 'execution:orders/*:*')}`,
  `states:StartExecution ${arn('states', 'stateMachine:orders')}`,
  `states:StopExecution ${arn('states', 'execution:orders/*')}`,
].sort()

test('a distributed Map starts, watches and stops children of its own machine', () => {
  assert.equal(distributed({}), { allowed: self, underived: [] })
})

test('and reads its items from S3 and writes its results there', () => {
  const reader = (resource: string, Parameters: object, ReaderConfig = {}) => ({
    ItemReader: { Resource: `arn:aws:states:::s3:${resource}`, Parameters, ReaderConfig },
  })
  const s3 = ({ allowed, underived }: ReturnType<typeof distributed>) => [
    ...allowed.filter((each) => each.startsWith('s3:')),
    ...underived.map((action) => `? ${action}`),
  ]
  assert.equal(s3(distributed(reader('getObject', { Bucket: 'b', Key: 'k' }))), ['s3:GetObject arn:aws:s3:::b/k'])
  assert.equal(s3(distributed(reader('getObject', { Bucket: 'b', 'Key.$': '$.k' }))), ['? s3:GetObject'])
  assert.equal(s3(distributed(reader('getObject', { Bucket: 'b', Key: 'k' }, { InputType: 'MANIFEST' }))), [
    's3:GetObject arn:aws:s3:::b/k',
    '? s3:GetObject',
  ])
  assert.equal(s3(distributed(reader('listObjectsV2', { Bucket: 'b' }))), ['s3:ListBucket arn:aws:s3:::b'])
  assert.equal(s3(distributed(reader('listObjectsV2', { 'Bucket.$': '$.b' }))), ['? s3:ListBucket'])
  assert.equal(
    s3(distributed(reader('listObjectsV2', { Bucket: 'b', Prefix: 'p/' }, { Transformation: 'LOAD_AND_FLATTEN' }))),
    ['s3:GetObject arn:aws:s3:::b/p/*', 's3:ListBucket arn:aws:s3:::b'],
  )
  const writer = { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'b', Prefix: 'out' } }
  assert.equal(
    s3(distributed({ ResultWriter: writer }, 'JSONata')),
    ['AbortMultipartUpload', 'GetObject', 'ListMultipartUploadParts', 'PutObject'].map(
      (action) => `s3:${action} arn:aws:s3:::b/out/*`,
    ),
  )
  assert.equal(s3(distributed({ ResultWriter: { WriterConfig: {} } })), [])
})

test('what is in branches and iterators counts', () => {
  const inner = { StartAt: 'I', States: { I: { Type: 'Task', Resource: arn('lambda', 'function:f:1'), End: true } } }
  assert.equal(derived(machine({ Type: 'Map', Iterator: inner })).allowed, [invoke(arn('lambda', 'function:f:1'))])
  assert.equal(derived(machine({ Type: 'Map' })).allowed, [])
})

test('a machine that starts itself may, in both languages', () => {
  const again = continueAsNew((page: Ref<{ readonly token: string }>) => page)
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const) {
    const { document, underived } = policy(emit(again, { queryLanguage }), { name: 'scan', region: 'r', account: '1' })
    assert.equal(underived, [])
    assert.equal(document.Statement, [
      { Effect: 'Allow', Action: ['states:StartExecution'], Resource: ['arn:aws:states:r:1:stateMachine:scan'] },
    ])
  }
})

test.run()
