/** What a call acts on: by the type of resource that IAM authorises, whatever the text in the call is. */
import { type PolicyOptions, policy, type StateMachine } from '@orkestra/asl'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('policy, resources')

const place = { region: 'eu-west-1', account: '123456789012', name: 'orders' }
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`

const needs = (resource: string, Parameters: object, options: PolicyOptions = {}): string[] => {
  const machine = {
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters, End: true } },
  } as StateMachine
  const { document, underived } = policy(machine, { ...place, ...options })
  return [
    ...document.Statement.flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.map((each) => `${action} ${each}${Condition === undefined ? '' : ` if ${JSON.stringify(Condition)}`}`),
      ),
    ),
    ...underived.flatMap(({ action = 'nobody tells', onlyIf }) => (onlyIf === undefined ? [`? ${action}`] : [])),
  ].sort()
}

const cases: readonly (readonly [says: string, resource: string, parameters: object, expected: readonly string[]])[] = [
  // A version or an alias of a machine is no resource of StartExecution.
  [
    'an alias of a machine is a condition on the machine',
    'states:startExecution',
    { StateMachineArn: arn('states', 'stateMachine:m:live') },
    [
      `states:StartExecution ${arn('states', 'stateMachine:m')} if {"StringEquals":{"states:StateMachineQualifier":"live"}}`,
    ],
  ],
  [
    'a version of a machine, by the SDK',
    'aws-sdk:sfn:startSyncExecution',
    { StateMachineArn: arn('states', 'stateMachine:m:3') },
    [
      `states:StartSyncExecution ${arn('states', 'stateMachine:m')} if {"StringEquals":{"states:StateMachineQualifier":"3"}}`,
    ],
  ],
  [
    'an alias behind a reference',
    'aws-sdk:sfn:startExecution',
    { StateMachineArn: '${Child}:live' },
    ['states:StartExecution ${Child} if {"StringEquals":{"states:StateMachineQualifier":"live"}}'],
  ],
  // A name or an ARN: a reference may be either.
  ...(
    [
      ['dynamodb:putItem', 'TableName', 'dynamodb:PutItem', arn('dynamodb', 'table/')],
      ['aws-sdk:dynamodb:describeTable', 'TableName', 'dynamodb:DescribeTable', arn('dynamodb', 'table/')],
      ['codebuild:startBuild', 'ProjectName', 'codebuild:StartBuild', arn('codebuild', 'project/')],
      [
        'aws-sdk:secretsmanager:getSecretValue',
        'SecretId',
        'secretsmanager:GetSecretValue',
        arn('secretsmanager', 'secret:'),
      ],
    ] as const
  ).flatMap(([resource, field, action, before]) => {
    const after = before.includes(':secret:') ? '-??????' : ''
    return [
      [`${resource}: ${field} by its name`, resource, { [field]: 'x' }, [`${action} ${before}x${after}`]],
      [`${resource}: ${field} by its ARN`, resource, { [field]: `${before}x-AbCdEf` }, [`${action} ${before}x-AbCdEf`]],
      [`${resource}: ${field} by a reference`, resource, { [field]: '${X}' }, [`? ${action}`]],
      [
        `${resource}: ${field} by a name with a reference in it`,
        resource,
        { [field]: 'x-${Stage}' },
        [`${action} ${before}x-\${Stage}${after}`],
      ],
      [
        `${resource}: ${field} by a name that begins with a reference`,
        resource,
        { [field]: '${Stage}-x' },
        [`${action} ${before}\${Stage}-x${after}`],
      ],
    ] as const
  }),
  [
    'an event bus by a reference',
    'events:putEvents',
    { Entries: [{ EventBusName: '${Bus}' }, { EventBusName: arn('events', 'event-bus/b') }] },
    [`? events:PutEvents`, `events:PutEvents ${arn('events', 'event-bus/b')}`],
  ],
  [
    'a function by its ARN, and its alias behind it',
    'lambda:invoke',
    { FunctionName: '${Fn}:live' },
    ['lambda:InvokeFunction ${Fn}:live'],
  ],
  [
    'a function and its qualifier',
    'lambda:invoke',
    { FunctionName: 'f', Qualifier: 'live' },
    [`lambda:InvokeFunction ${arn('lambda', 'function:f:live')}`],
  ],
  [
    'a qualifier of the input',
    'lambda:invoke',
    { FunctionName: 'f', 'Qualifier.$': '$.q' },
    ['? lambda:InvokeFunction'],
  ],
  [
    'an object through an access point',
    'aws-sdk:s3:getObject',
    { Bucket: arn('s3', 'accesspoint/ap'), Key: 'k' },
    [`s3:GetObject ${arn('s3', 'accesspoint/ap')}/object/k`],
  ],
  ['the alias of an access point', 'aws-sdk:s3:getObject', { Bucket: 'ap-x1-s3alias', Key: 'k' }, ['? s3:GetObject']],
  [
    'a parameter with a slash in front, and one without',
    'aws-sdk:ssm:getParameters',
    { Names: ['/a/b', 'c', '/d:3'] },
    ['a/b', 'c', 'd'].map((name) => `ssm:GetParameters ${arn('ssm', `parameter/${name}`)}`),
  ],
  ['a parameter by a reference', 'aws-sdk:ssm:getParameter', { Name: '${Name}' }, ['? ssm:GetParameter']],
  // Bedrock.
  [
    'a profile and its model wherever it routes to',
    'bedrock:invokeModel',
    { ModelId: 'us.anthropic.claude-3-5-sonnet-20240620-v1:0' },
    [
      `bedrock:InvokeModel ${arn('bedrock', 'inference-profile/us.anthropic.claude-3-5-sonnet-20240620-v1:0')}`,
      `bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/anthropic.claude-3-5-sonnet-20240620-v1:0 if {"StringEquals":{"bedrock:InferenceProfileArn":"${arn('bedrock', 'inference-profile/us.anthropic.claude-3-5-sonnet-20240620-v1:0')}"}}`,
    ],
  ],
  [
    'a profile by its ARN',
    'aws-sdk:bedrockruntime:converse',
    { ModelId: arn('bedrock', 'inference-profile/global.amazon.nova-2-lite-v1:0') },
    [
      `bedrock:InvokeModel ${arn('bedrock', 'inference-profile/global.amazon.nova-2-lite-v1:0')}`,
      `bedrock:InvokeModel arn:aws:bedrock:*::foundation-model/amazon.nova-2-lite-v1:0 if {"StringEquals":{"bedrock:InferenceProfileArn":"${arn('bedrock', 'inference-profile/global.amazon.nova-2-lite-v1:0')}"}}`,
    ],
  ],
  [
    'a profile of an application',
    'bedrock:invokeModel',
    { ModelId: arn('bedrock', 'application-inference-profile/a1') },
    ['? bedrock:InvokeModel', `bedrock:InvokeModel ${arn('bedrock', 'application-inference-profile/a1')}`],
  ],
  ['a model by a reference', 'bedrock:invokeModel', { ModelId: '${Model}' }, ['? bedrock:InvokeModel']],
  // What arguments change.
  [
    'tags on a task of ECS',
    'ecs:runTask',
    { TaskDefinition: 'd:1', Cluster: 'c', Tags: [{ Key: 'a', Value: 'b' }] },
    [
      '? iam:PassRole',
      `ecs:RunTask ${arn('ecs', 'task-definition/d:1')}`,
      `ecs:TagResource ${arn('ecs', 'task/c/*')} if {"StringEquals":{"ecs:CreateAction":"RunTask"}}`,
    ],
  ],
  [
    'tags that a task of ECS takes over',
    'ecs:runTask',
    { TaskDefinition: 'd:1', PropagateTags: 'TASK_DEFINITION' },
    [
      '? iam:PassRole',
      `ecs:RunTask ${arn('ecs', 'task-definition/d:1')}`,
      `ecs:TagResource ${arn('ecs', 'task/default/*')} if {"StringEquals":{"ecs:CreateAction":"RunTask"}}`,
    ],
  ],
  [
    'tags on jobs of Batch',
    'batch:submitJob',
    { JobDefinition: 'd:1', JobQueue: 'q', Tags: { a: 'b' } },
    [
      `batch:SubmitJob ${arn('batch', 'job-definition/d:1')}`,
      `batch:SubmitJob ${arn('batch', 'job-queue/q')}`,
      `batch:TagResource ${arn('batch', 'job/*')}`,
    ],
  ],
  [
    'tags on a run of EMR Serverless',
    'emr-serverless:startJobRun',
    { ApplicationId: 'a', ExecutionRoleArn: 'r', Tags: {} },
    [
      `emr-serverless:StartJobRun ${arn('emr-serverless', '/applications/a')}`,
      `emr-serverless:TagResource ${arn('emr-serverless', '/applications/a/jobruns/*')}`,
      'iam:PassRole arn:aws:iam::123456789012:role/r if {"StringEquals":{"iam:PassedToService":"emr-serverless.amazonaws.com"}}',
    ],
  ],
  [
    'a version of an object',
    'aws-sdk:s3:getObject',
    { Bucket: 'b', Key: 'k', VersionId: 'v' },
    ['s3:GetObjectVersion arn:aws:s3:::b/k'],
  ],
  [
    'an object with rights, tags and a key',
    'aws-sdk:s3:putObject',
    {
      Bucket: 'b',
      Key: 'k',
      Acl: 'private',
      Tagging: 'a=b',
      SsekmsKeyId: arn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab'),
    },
    [
      ...['Decrypt', 'GenerateDataKey'].map(
        (action) => `kms:${action} ${arn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab')}`,
      ),
      's3:PutObject arn:aws:s3:::b/k',
      's3:PutObjectAcl arn:aws:s3:::b/k',
      's3:PutObjectTagging arn:aws:s3:::b/k',
    ],
  ],
  [
    'a key by its alias',
    'aws-sdk:s3:putObject',
    { Bucket: 'b', Key: 'k', SsekmsKeyId: 'alias/orders' },
    ['? kms:Decrypt', '? kms:GenerateDataKey', 's3:PutObject arn:aws:s3:::b/k'],
  ],
  [
    'an object copied from a version',
    'aws-sdk:s3:copyObject',
    { Bucket: 'b', Key: 'k', CopySource: 'a/x%20y?versionId=7' },
    [
      's3:GetObjectVersion arn:aws:s3:::a/x y',
      's3:GetObjectVersionTagging arn:aws:s3:::a/x y',
      's3:PutObject arn:aws:s3:::b/k',
    ],
  ],
  [
    'objects deleted at once',
    'aws-sdk:s3:deleteObjects',
    { Bucket: 'b', Delete: { Objects: [{ Key: 'k' }, { Key: 'l', VersionId: 'v' }] } },
    ['s3:DeleteObject arn:aws:s3:::b/k', 's3:DeleteObjectVersion arn:aws:s3:::b/l'],
  ],
  // The SDK, by the reference.
  ['an action that no resource limits', 'aws-sdk:rekognition:detectLabels', {}, ['rekognition:DetectLabels *']],
  [
    'a resource by its ARN',
    'aws-sdk:acm:describeCertificate',
    { CertificateArn: arn('acm', 'certificate/c') },
    [`acm:DescribeCertificate ${arn('acm', 'certificate/c')}`],
  ],
  [
    'a resource by a reference, where nothing but its ARN may stand',
    'aws-sdk:acm:describeCertificate',
    { CertificateArn: '${Certificate}' },
    ['acm:DescribeCertificate ${Certificate}'],
  ],
  [
    'a resource by an ARN with references in it',
    'aws-sdk:acm:describeCertificate',
    { CertificateArn: 'arn:${AWS::Partition}:acm:${AWS::Region}:${AWS::AccountId}:certificate/${Id}' },
    ['acm:DescribeCertificate arn:${AWS::Partition}:acm:${AWS::Region}:${AWS::AccountId}:certificate/${Id}'],
  ],
  [
    'a resource by a reference to whatever',
    'aws-sdk:acmpca:getPolicy',
    { ResourceArn: '${Authority}' },
    ['? acm-pca:GetPolicy'],
  ],
  [
    'a repository that is a path, of another account',
    'aws-sdk:ecr:describeImages',
    { RegistryId: '999999999999', RepositoryName: 'team/app' },
    ['ecr:DescribeImages arn:aws:ecr:eu-west-1:999999999999:repository/team/app'],
  ],
  [
    'a resource that a call can do without, and does',
    'aws-sdk:polly:synthesizeSpeech',
    { OutputFormat: 'mp3', Text: 'x', VoiceId: 'Joanna' },
    ['polly:SynthesizeSpeech *'],
  ],
  [
    'a resource that a call can do without, and does not',
    'aws-sdk:polly:synthesizeSpeech',
    { OutputFormat: 'mp3', Text: 'x', VoiceId: 'Joanna', LexiconNames: ['l'] },
    [`polly:SynthesizeSpeech ${arn('polly', 'lexicon/l')}`],
  ],
  [
    'metrics of a namespace',
    'aws-sdk:cloudwatch:putMetricData',
    { Namespace: 'Orders', MetricData: [] },
    ['cloudwatch:PutMetricData * if {"StringEquals":{"cloudwatch:namespace":"Orders"}}'],
  ],
  [
    'a job by its long name',
    'aws-sdk:transcribe:getTranscriptionJob',
    { TranscriptionJobName: 'j' },
    [`transcribe:GetTranscriptionJob ${arn('transcribe', 'transcription-job/j')}`],
  ],
  ['a resource that nobody names', 'aws-sdk:acm:describeCertificate', {}, ['? acm:DescribeCertificate']],
  ['a prefix of IAM that is not the service', 'aws-sdk:iotdataplane:publish', {}, ['? iot:Publish']],
  // Arguments that name the parts of an ARN.
  [
    'a topic of IoT, which is a path',
    'aws-sdk:iotdataplane:publish',
    { Topic: 'a/b' },
    [`iot:Publish ${arn('iot', 'topic/a/b')}`],
  ],
  ['a topic by a reference', 'aws-sdk:iotdataplane:publish', { Topic: '${Topic}' }, ['? iot:Publish']],
  ['a topic of the input', 'aws-sdk:iotdataplane:publish', { 'Topic.$': '$.topic' }, ['? iot:Publish']],
  [
    'an argument of the same name as the variable',
    'aws-sdk:cognitoidentityprovider:adminGetUser',
    { UserPoolId: 'eu-west-1_abc', Username: 'u' },
    [`cognito-idp:AdminGetUser ${arn('cognito-idp', 'userpool/eu-west-1_abc')}`],
  ],
  [
    'several of a list',
    'aws-sdk:ec2:startInstances',
    { InstanceIds: ['i-1', 'i-2'] },
    ['i-1', 'i-2'].map((id) => `ec2:StartInstances ${arn('ec2', `instance/${id}`)}`),
  ],
  [
    'a list with a part of the input',
    'aws-sdk:ec2:startInstances',
    { 'InstanceIds.$': '$.ids' },
    ['? ec2:StartInstances'],
  ],
  [
    'an argument by another name',
    'aws-sdk:codepipeline:startPipelineExecution',
    { Name: 'p' },
    [`codepipeline:StartPipelineExecution ${arn('codepipeline', 'p')}`],
  ],
  [
    'a name with an id behind it that nobody chooses',
    'aws-sdk:cloudformation:describeStacks',
    { StackName: 's' },
    [`cloudformation:DescribeStacks ${arn('cloudformation', 'stack/s/*')}`],
  ],
  [
    'a name that the service keeps in lower case',
    'aws-sdk:rds:startDBInstance',
    { DbInstanceIdentifier: 'Orders' },
    ['Orders', 'orders'].map((name) => `rds:StartDBInstance ${arn('rds', `db:${name}`)}`),
  ],
  [
    'a group of schedules that is the default one',
    'aws-sdk:scheduler:deleteSchedule',
    { Name: 'n' },
    [`scheduler:DeleteSchedule ${arn('scheduler', 'schedule/default/n')}`],
  ],
  [
    'an ARN where a name may stand as well',
    'aws-sdk:ecs:updateService',
    { Cluster: 'c', Service: arn('ecs', 'service/c/s') },
    [`ecs:UpdateService ${arn('ecs', 'service/c/s')}`],
  ],
  [
    'a vault of another account',
    'aws-sdk:glacier:describeVault',
    { AccountId: '999999999999', VaultName: 'v' },
    ['glacier:DescribeVault arn:aws:glacier:eu-west-1:999999999999:vaults/v'],
  ],
  [
    'a scope that the ARN has otherwise',
    'aws-sdk:wafv2:getWebACL',
    { Scope: 'REGIONAL', Name: 'n', Id: 'i' },
    ['? wafv2:GetWebACL'],
  ],
  [
    'an id that is not the one of the ARN',
    'aws-sdk:applicationautoscaling:putScalingPolicy',
    { PolicyName: 'p', ServiceNamespace: 'ecs', ResourceId: 'service/c/s', ScalableDimension: 'd' },
    ['? application-autoscaling:PutScalingPolicy'],
  ],
  [
    'a log group, and what is in it',
    'aws-sdk:cloudwatchlogs:putRetentionPolicy',
    { LogGroupName: '/aws/x', RetentionInDays: 3 },
    ['', ':*'].map((end) => `logs:PutRetentionPolicy ${arn('logs', `log-group:/aws/x${end}`)}`),
  ],
  [
    'a log stream',
    'aws-sdk:cloudwatchlogs:putLogEvents',
    { LogGroupName: '/aws/x', LogStreamName: 's' },
    [`logs:PutLogEvents ${arn('logs', 'log-group:/aws/x:log-stream:s')}`],
  ],
  [
    'a document of Amazon, and the instances that a command is sent to',
    'aws-sdk:ssm:sendCommand',
    { DocumentName: 'AWS-RunShellScript', InstanceIds: ['i-1'], OutputS3BucketName: '${Bucket}' },
    [
      `ssm:SendCommand ${arn('ec2', 'instance/i-1')}`,
      `ssm:SendCommand ${arn('ssm', 'managed-instance/i-1')}`,
      'ssm:SendCommand arn:aws:ssm:eu-west-1::document/AWS-RunShellScript',
    ],
  ],
  [
    'a rule of a bus, and one of the default bus',
    'aws-sdk:eventbridge:putRule',
    { Name: 'r', EventBusName: 'b' },
    [`events:PutRule ${arn('events', 'rule/b/r')}`],
  ],
  [
    'targets of a rule of the default bus',
    'aws-sdk:eventbridge:putTargets',
    { Rule: 'r', Targets: [] },
    [`events:PutTargets ${arn('events', 'rule/r')}`],
  ],
  [
    'a table of the catalog, with what it is in',
    'aws-sdk:glue:getTable',
    { DatabaseName: 'd', Name: 't' },
    ['catalog', 'database/d', 'table/d/t'].map((each) => `glue:GetTable ${arn('glue', each)}`),
  ],
  [
    'the same call as that of an optimized integration',
    'aws-sdk:emrserverless:startJobRun',
    { ApplicationId: 'a', ExecutionRoleArn: 'r' },
    [
      `emr-serverless:StartJobRun ${arn('emr-serverless', '/applications/a')}`,
      'iam:PassRole arn:aws:iam::123456789012:role/r if {"StringEquals":{"iam:PassedToService":"emr-serverless.amazonaws.com"}}',
    ],
  ],
  [
    'tags on a task of ECS, by the SDK',
    'aws-sdk:ecs:runTask',
    { TaskDefinition: 'd:1', Cluster: 'c', Tags: [] },
    [
      '? iam:PassRole',
      `ecs:RunTask ${arn('ecs', 'task-definition/d:1')}`,
      `ecs:TagResource ${arn('ecs', 'task/c/*')} if {"StringEquals":{"ecs:CreateAction":"RunTask"}}`,
    ],
  ],
  [
    'tags on a queue that is made',
    'aws-sdk:sqs:createQueue',
    { QueueName: 'q', Tags: { a: 'b' } },
    ['CreateQueue', 'TagQueue'].map((action) => `sqs:${action} ${arn('sqs', 'q')}`),
  ],
  [
    'tags on a function that is made, by a path',
    'aws-sdk:lambda:createFunction',
    { FunctionName: 'f', 'Tags.$': '$.tags' },
    ['CreateFunction', 'TagResource'].map((action) => `lambda:${action} ${arn('lambda', 'function:f')}`),
  ],
  [
    'tags on what has no name before it is made',
    'aws-sdk:kms:createKey',
    { Tags: [] },
    ['? kms:TagResource', 'kms:CreateKey *'],
  ],
  ['buckets', 'aws-sdk:s3:listBuckets', {}, ['s3:ListAllMyBuckets *']],
  [
    'messages in a batch',
    'aws-sdk:sqs:sendMessageBatch',
    { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q' },
    [`sqs:SendMessage ${arn('sqs', 'q')}`],
  ],
  [
    'a transaction, item by item',
    'aws-sdk:dynamodb:transactWriteItems',
    { TransactItems: [{ Put: { TableName: 't' } }, { Delete: { TableName: '${T}' } }] },
    ['? dynamodb:DeleteItem', `dynamodb:PutItem ${arn('dynamodb', 'table/t')}`],
  ],
  [
    'items of several tables',
    'aws-sdk:dynamodb:batchWriteItem',
    { RequestItems: { t: [], u: [] } },
    ['t', 'u'].map((table) => `dynamodb:BatchWriteItem ${arn('dynamodb', `table/${table}`)}`),
  ],
  [
    'a statement of PartiQL',
    'aws-sdk:dynamodb:executeStatement',
    { Statement: 'SELECT * FROM "orders"."byDay" WHERE day = ?' },
    [`dynamodb:PartiQLSelect ${arn('dynamodb', 'table/orders/index/byDay')}`],
  ],
  ['an action that nobody tells', 'aws-sdk:codecatalyst:createProject', {}, ['? nobody tells']],
  ['an action that there is not', 'aws-sdk:dynamodb:getItm', {}, ['? nobody tells']],
  ['an integration that there is not', 'bedrockagentcore:invokeNothing', {}, ['? nobody tells']],
  [
    'a role that is handed on',
    'aws-sdk:scheduler:createSchedule',
    { Name: 'n', Target: { Arn: 'a', RoleArn: 'arn:aws:iam::123456789012:role/r' } },
    [
      'iam:PassRole arn:aws:iam::123456789012:role/r if {"StringEquals":{"iam:PassedToService":"scheduler.amazonaws.com"}}',
      `scheduler:CreateSchedule ${arn('scheduler', 'schedule/default/n')}`,
    ],
  ],
  [
    'a role by a reference',
    'aws-sdk:lambda:createFunction',
    { FunctionName: 'f', Role: '${Role}' },
    [
      'iam:PassRole ${Role} if {"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}',
      `lambda:CreateFunction ${arn('lambda', 'function:f')}`,
    ],
  ],
  [
    'a role of the input',
    'aws-sdk:lambda:createFunction',
    { FunctionName: 'f', 'Role.$': '$.role' },
    ['? iam:PassRole', `lambda:CreateFunction ${arn('lambda', 'function:f')}`],
  ],
  [
    'a role by its name, which Glue takes',
    'aws-sdk:glue:createCrawler',
    { Name: 'c', Role: 'r', Targets: {} },
    [
      'glue:CreateCrawler *',
      'iam:PassRole arn:aws:iam::123456789012:role/r if {"StringEquals":{"iam:PassedToService":"glue.amazonaws.com"}}',
    ],
  ],
  [
    'the roles of a task of ECS, which ECS acts in, and of a job of Batch',
    'aws-sdk:ecs:registerTaskDefinition',
    {
      Family: 'f',
      ContainerDefinitions: [],
      TaskRoleArn: 'arn:aws:iam::123456789012:role/t',
      ExecutionRoleArn: 'arn:aws:iam::123456789012:role/e',
    },
    [
      ...['e', 't'].map(
        (role) =>
          `iam:PassRole arn:aws:iam::123456789012:role/${role} if {"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}`,
      ),
      '? ecs:RegisterTaskDefinition',
    ],
  ],
  [
    'a role that is handed to nobody knows whom',
    'aws-sdk:dlm:createLifecyclePolicy',
    { ExecutionRoleArn: 'arn:aws:iam::123456789012:role/r', Description: 'd', State: 'ENABLED' },
    ['? iam:PassRole', 'dlm:CreateLifecyclePolicy *'],
  ],
  [
    'what somebody plays is no role',
    'aws-sdk:bedrockruntime:converse',
    { ModelId: 'anthropic.claude-v2', Messages: [{ 'Role.$': '$.who', Content: [] }] },
    ['bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-v2'],
  ],
  [
    'a job of MediaConvert in a queue, of a template',
    'mediaconvert:createJob',
    { Role: 'r', Settings: {}, Queue: 'q', JobTemplate: 't' },
    [
      'iam:PassRole arn:aws:iam::123456789012:role/r if {"StringEquals":{"iam:PassedToService":"mediaconvert.amazonaws.com"}}',
      ...['jobTemplates/t', 'queues/q'].map((on) => `mediaconvert:CreateJob ${arn('mediaconvert', on)}`),
    ],
  ],
  [
    'a harness and its endpoints',
    'bedrockagentcore:invokeHarness',
    { HarnessArn: arn('bedrock-agentcore', 'harness/h') },
    ['', '/*'].map((end) => `bedrock-agentcore:InvokeHarness ${arn('bedrock-agentcore', 'harness/h')}${end}`),
  ],
]

for (const [says, resource, parameters, expected] of cases)
  test(says, () => {
    assert.equal(needs(resource, parameters), [...expected].sort())
  })

test('whoever writes references says what they stand for', () => {
  const meaningOf: PolicyOptions['meaningOf'] = (text) =>
    text === '${Name}' ? 'name' : text === '${Arn}' ? { arn: 'arn:of:it', key: 'arn:of:key' } : undefined
  assert.equal(needs('dynamodb:getItem', { TableName: '${Name}' }, { meaningOf }), [
    `dynamodb:GetItem ${arn('dynamodb', 'table/${Name}')}`,
  ])
  assert.equal(needs('dynamodb:getItem', { TableName: '${Arn}' }, { meaningOf }), [
    'dynamodb:GetItem arn:of:it',
    'kms:Decrypt arn:of:key',
  ])
  assert.equal(needs('sqs:sendMessage', { QueueUrl: '${Arn}' }, { meaningOf }), [
    'kms:Decrypt arn:of:key',
    'kms:GenerateDataKey arn:of:key',
    'sqs:SendMessage arn:of:it',
  ])
})

test('what may be encrypted with a key of one’s own is told, on whatever it is read from or written to', () => {
  const perhaps = (machine: StateMachine): string[] =>
    policy(machine, place).underived.flatMap(({ action = '', onlyIf }) => (onlyIf?.includes('KMS') ? [action] : []))
  const task = (resource: string, Parameters: object) =>
    ({
      StartAt: 'A',
      States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters, End: true } },
    }) as StateMachine
  const url = 'https://sqs.eu-west-1.amazonaws.com/123456789012/q'
  const [read, write] = [['kms:Decrypt'], ['kms:Decrypt', 'kms:GenerateDataKey']]
  for (const [resource, parameters, uses] of [
    ['sqs:sendMessage', { QueueUrl: url, MessageBody: 'm' }, write],
    ['aws-sdk:sqs:receiveMessage', { QueueUrl: url }, read],
    ['aws-sdk:sqs:getQueueAttributes', { QueueUrl: url }, []],
    ['aws-sdk:sns:publishBatch', { TopicArn: arn('sns', 't') }, write],
    ['aws-sdk:kinesis:putRecord', { StreamName: 's' }, write],
    ['aws-sdk:s3:getObject', { Bucket: 'b', Key: 'k' }, read],
    ['aws-sdk:dynamodb:query', { TableName: 't' }, read],
    ['aws-sdk:secretsmanager:getSecretValue', { SecretId: 's' }, read],
    ['aws-sdk:ssm:getParameter', { Name: '/a' }, []],
    ['aws-sdk:ssm:getParameters', { Names: ['/a'], WithDecryption: true }, read],
  ] as const)
    assert.equal(perhaps(task(resource, parameters)), uses, resource)
  const map = {
    StartAt: 'M',
    States: {
      M: {
        Type: 'Map',
        End: true,
        ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b', Key: 'k' } },
        ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b', Prefix: 'p' } },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'I',
          States: { I: { Type: 'Pass', End: true } },
        },
      },
    },
  } as unknown as StateMachine
  assert.equal(perhaps(map), [...read, ...write])
})

test('a version of a file, and a manifest that names further objects', () => {
  const reader = (fields: object): StateMachine =>
    ({
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          End: true,
          ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ...fields },
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'I',
            States: { I: { Type: 'Pass', End: true } },
          },
        },
      },
    }) as unknown as StateMachine
  const version = policy(reader({ Parameters: { Bucket: 'b', Key: 'k', VersionId: 'v' } }), place)
  assert.ok(version.document.Statement.some(({ Action }) => Action.includes('s3:GetObjectVersion')))
  assert.not.ok(version.document.Statement.some(({ Action }) => Action.includes('s3:GetObject')))
  const athena = policy(
    reader({ Parameters: { Bucket: 'b', Key: 'k' }, ReaderConfig: { ManifestType: 'ATHENA_DATA', InputType: 'CSV' } }),
    place,
  )
  assert.equal(
    athena.underived.filter(({ onlyIf }) => onlyIf === undefined).map(({ action }) => action),
    ['s3:GetObject'],
  )
})

test.run()
