// Writes docs/permissions/README.md: what `policy` grants for each integration. The rules are asked, with arguments that name themselves.
// usage: node scripts/generate-permissions.mjs [--check]   --check fails when the page on disk is stale
import { readFileSync } from 'node:fs'
import { policy } from '../packages/asl/dist/index.js'
import { namedByOthers, owners } from '../packages/asl/dist/policy/sdk/byName.js'
import { namedResources } from '../packages/asl/dist/policy/sdk/named.js'
import { iamActions } from '../packages/asl/dist/sdk/actions.js'
import { integrations } from '../packages/core/dist/index.js'
import { writePages } from './writePages.mjs'

const folder = new URL('../docs/permissions/', import.meta.url)
const guide = 'https://docs.aws.amazon.com/step-functions/latest/dg/'

/** Where the rules of a service are from. */
const sources = {
  apigateway: `${guide}connect-api-gateway.html`,
  athena: `${guide}athena-iam.html`,
  batch: `${guide}batch-iam.html`,
  bedrock: 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html',
  bedrockagentcore: `${guide}connect-bedrockagentcore.html`,
  codebuild: `${guide}codebuild-iam.html`,
  databrew: `${guide}databrew-iam.html`,
  dynamodb: `${guide}dynamo-iam.html`,
  ecs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html',
  eks: `${guide}connect-eks.html`,
  elasticmapreduce: `${guide}emr-iam.html`,
  'emr-containers': `${guide}emr-eks-iam.html`,
  'emr-serverless': `${guide}emr-serverless-iam.html`,
  events: `${guide}eventbridge-iam.html`,
  glue: `${guide}glue-iam.html`,
  http: `${guide}call-https-apis.html`,
  lambda: `${guide}lambda-iam.html`,
  mediaconvert: `${guide}mediaconvert-iam.html`,
  sagemaker: `${guide}sagemaker-iam.html`,
  sns: `${guide}sns-iam.html`,
  sqs: `${guide}sqs-iam.html`,
  states: 'https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html',
}

/** Arguments whose form a rule looks at. */
const formed = {
  ApiEndpoint: 'API.execute-api.REGION.amazonaws.com',
  AuthType: 'IAM_ROLE',
  Authentication: { ConnectionArn: 'arn:aws:events:REGION:ACCOUNT:connection/NAME/ID' },
  Entries: [{ EventBusName: 'EventBusName' }],
  HarnessArn: 'HarnessArn',
  Id: 'PROJECT:ID',
  Ids: ['PROJECT:ID'],
  QueueUrl: 'https://sqs.REGION.amazonaws.com/ACCOUNT/QUEUE',
  ReportArns: ['arn:aws:codebuild:REGION:ACCOUNT:report/GROUP:ID'],
  StateMachineArn: 'arn:aws:states:REGION:ACCOUNT:stateMachine:NAME',
  TopicArn: 'TopicArn',
}
const http = { ApiEndpoint: 'ApiEndpoint' }

/** What else a call may say that changes its permissions: the table has a row for each. */
const variants = {
  'athena:startQueryExecution': [{ WorkGroup: 'WorkGroup' }],
  'batch:submitJob': [{ Tags: {} }],
  'bedrock:createModelCustomizationJob': [{ JobTags: [] }],
  'bedrock:invokeModel': [
    { ModelId: 'us.maker.model' },
    { Input: { S3Uri: 's3://BUCKET/KEY' } },
    { Output: { S3Uri: 's3://BUCKET/KEY' } },
    { GuardrailIdentifier: 'GuardrailIdentifier' },
  ],
  'ecs:runTask': [{ Tags: [] }, { Overrides: { TaskRoleArn: 'TaskRoleArn', ExecutionRoleArn: 'ExecutionRoleArn' } }],
  'eks:createCluster': [{ Tags: {} }],
  'eks:createFargateProfile': [{ Tags: {} }],
  'eks:createNodegroup': [{ Tags: {} }],
  'elasticmapreduce:addStep': [{ ExecutionRoleArn: 'ExecutionRoleArn' }],
  'elasticmapreduce:createCluster': [{ Tags: [] }],
  'emr-containers:createVirtualCluster': [{ Tags: {} }],
  'emr-containers:startJobRun': [{ Tags: {} }],
  'emr-serverless:createApplication': [{ Tags: {} }],
  'emr-serverless:startJobRun': [{ Tags: {} }],
  'lambda:invoke': [{ Qualifier: 'Qualifier' }],
  'mediaconvert:createJob': [{ Queue: 'Queue' }, { JobTemplate: 'JobTemplate' }],
  'sagemaker:createEndpoint': [{ Tags: [] }],
  'sagemaker:createModel': [{ ExecutionRoleArn: 'ExecutionRoleArn' }],
  'states:startExecution': [{ StateMachineArn: `${formed.StateMachineArn}:ALIAS` }],
}
/** Fields that a call does without, and that its permissions are about all the same. */
const usual = {
  'apigateway:invoke': { AuthType: 'IAM_ROLE', Stage: 'Stage', Path: 'Path' },
  'ecs:runTask': { Cluster: 'Cluster' },
  'elasticmapreduce:createCluster': { ServiceRole: 'ServiceRole' },
  'emr-containers:startJobRun': { ExecutionRoleArn: 'ExecutionRoleArn' },
  'http:invoke': { ...http, Authentication: formed.Authentication },
  'sns:publish': { TopicArn: 'TopicArn' },
}

const suffix = { requestResponse: '', sync: '.sync', 'sync:2': '.sync:2', waitForTaskToken: '.waitForTaskToken' }
const place = { region: 'REGION', account: 'ACCOUNT', name: 'MACHINE' }

const derived = (resource, parameters) => {
  const task = { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters: parameters, End: true }
  return policy({ StartAt: 'A', States: { A: task } }, place)
}

const cell = (texts) => texts.map((text) => `\`${text}\``).join('<br>') || ' '
const rowsOf = ({ document, underived }) => [
  ...document.Statement.map(({ Action, Resource, Condition }) => [
    cell(Action),
    cell(Resource),
    Condition === undefined
      ? ' '
      : cell(
          Object.entries(Condition).flatMap(([, keys]) =>
            Object.entries(keys).map(([key, value]) => `${key}: ${value}`),
          ),
        ),
  ]),
  ...[...grouped(underived)].map(([why, all]) => [
    cell(all.map(({ action }) => action ?? '?')),
    all[0].onlyIf === undefined ? `*not derived: ${why}*` : `*only if ${all[0].onlyIf}*`,
    ' ',
  ]),
]
const grouped = (underived) => {
  const groups = new Map()
  for (const each of underived) groups.set(each.why, [...(groups.get(each.why) ?? []), each])
  return groups
}

const sectionOf = ([service, actions]) => {
  const rows = Object.entries(actions).flatMap(([action, { patterns, required }]) => {
    const name = `${service}:${action}`
    const base = {
      ...Object.fromEntries(required.map((field) => [field, formed[field] ?? field])),
      ...usual[name],
    }
    const plain = patterns.map((pattern) => [
      `\`${name}${suffix[pattern]}\``,
      ' ',
      derived(`${name}${suffix[pattern]}`, base),
    ])
    // A call that waits for its token needs what one that waits for nothing does.
    const distinct = plain.filter(
      ([, , rows], i) => plain.findIndex(([, , other]) => JSON.stringify(other) === JSON.stringify(rows)) === i,
    )
    const first = rowsOf(plain[0][2]).map(String)
    const more = (variants[name] ?? []).map((extra) => [
      `\`${name}\``,
      Object.keys(extra)
        .map((field) => `\`${field}\``)
        .join(', '),
      derived(name, { ...base, ...extra }),
      first,
    ])
    return [...distinct, ...more].flatMap(([resource, extra, rows, known = []]) => {
      const all = rowsOf(rows).filter((row) => !known.includes(String(row)))
      return (all.length > 0 ? all : [['nothing', ' ', ' ']]).map((row, i) =>
        [i === 0 ? resource : ' ', i === 0 ? extra : ' ', ...row].join(' | '),
      )
    })
  })
  return `## ${service}

From [${sources[service].split('/').at(-1)}](${sources[service]}).

| call | with | actions | resources | conditions |
|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join('\n')}
`
}

const s3 = (operation) => `arn:aws:states:::s3:${operation}`
/** What a distributed Map reads and writes. */
const maps = [
  [' ', {}],
  [
    '`ItemReader` of an object',
    { ItemReader: { Resource: s3('getObject'), Parameters: { Bucket: 'BUCKET', Key: 'KEY' } } },
  ],
  [
    '`ItemReader` with `VersionId`',
    { ItemReader: { Resource: s3('getObject'), Parameters: { Bucket: 'BUCKET', Key: 'KEY', VersionId: 'VERSION' } } },
  ],
  [
    '`ItemReader` that lists',
    { ItemReader: { Resource: s3('listObjectsV2'), Parameters: { Bucket: 'BUCKET', Prefix: 'PREFIX' } } },
  ],
  [
    '`ItemReader` that lists, with `Transformation`',
    {
      ItemReader: {
        Resource: s3('listObjectsV2'),
        ReaderConfig: { InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' },
        Parameters: { Bucket: 'BUCKET', Prefix: 'PREFIX' },
      },
    },
  ],
  ...['MANIFEST', 'CSV'].map((InputType) => [
    InputType === 'MANIFEST' ? '`ItemReader` of a manifest' : '`ItemReader` with `ATHENA_DATA`',
    {
      ItemReader: {
        Resource: s3('getObject'),
        ReaderConfig: { InputType, ...(InputType === 'CSV' && { ManifestType: 'ATHENA_DATA' }) },
        Parameters: { Bucket: 'BUCKET', Key: 'KEY' },
      },
    },
  ]),
  [
    '`ResultWriter`',
    { ResultWriter: { Resource: s3('putObject'), Parameters: { Bucket: 'BUCKET', Prefix: 'PREFIX' } } },
  ],
]
const ofMap = (fields) => {
  const processor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'I',
    States: { I: { Type: 'Pass', End: true } },
  }
  return rowsOf(
    policy({ StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: processor, End: true, ...fields } } }, place),
  )
}
const everyMap = ofMap({}).map(String)
const mapRows = maps.flatMap(([what, fields], i) =>
  ofMap(fields)
    .filter((row) => i === 0 || !everyMap.includes(String(row)))
    .map((row, at) => [at === 0 ? what : ' ', ...row].join(' | ')),
)

const { actions, reference, tags } = JSON.parse(
  readFileSync(new URL('../packages/asl/data/actions.json', import.meta.url), 'utf8'),
)
const irregular = Object.entries(actions).flatMap(([service, { others = {} }]) =>
  Object.entries(others)
    .filter(([, iam]) => iam !== '' && !/^apigateway:[A-Z]+$/.test(iam))
    .map(([action, iam]) => `| \`${service}:${action}\` | ${cell(iam.split(' '))} |`),
)
const prefixes = Object.entries(actions)
  .filter(([service, { prefix }]) => prefix !== undefined && prefix !== service)
  .map(([service, { prefix }]) => `\`${service}\` is \`${prefix}\``)
const ownedBy = [...new Set(owners.values())].join('`, `')
const tagged = Object.values(tags).flatMap((each) => Object.values(each).flatMap((names) => names.split(' '))).length
const unknown = Object.values(actions).flatMap(({ others = {} }) => Object.values(others).filter((iam) => iam === ''))
if (iamActions('sqs', 'sendMessageBatch')[0] !== 'sqs:SendMessage') throw new Error('the table of actions is not there')

const page = `# Permissions of each call

Generated by scripts/generate-permissions.mjs; do not edit.

This page lists what \`policy\` grants to the role of a machine, by call. \`Fields\` in a resource are fields of the arguments. A row with more fields
adds to the first row of its call. Entries in *italics* are returned as \`underived\`, with the reason; they are never widened to \`*\`.
For a permission that is needed only under a condition, \`onlyIf\` states the condition.

A test compares all actions with the Service Authorization Reference (${reference}).

${Object.entries(integrations).map(sectionOf).join('\n')}
## A distributed Map

From [iam-policies-eg-dist-map.html](${guide}iam-policies-eg-dist-map.html).

| Map | actions | resources | conditions |
|---|---|---|---|
${mapRows.map((row) => `| ${row} |`).join('\n')}

## Calls of the AWS SDK

The action is the service's prefix and the operation's name, except for the operations below. For ${unknown.length} operations, the action is not
documented, and none is named. API Gateway's operations need HTTP verbs, such as \`apigateway:GET\`. If an optimized integration makes the same
call, the call needs the permissions in the table above.

- An action that, by the reference, cannot be limited to a resource is granted on \`*\`.
- An action on one type of resource is granted on the resource that the arguments name. The reference has an ARN pattern for
  each type. Its variables are filled with the arguments of the same name (\`UserPoolId\`, or \`InstanceIds\` for several) or
  those in the table. An argument that is an ARN of this type is used as is.
- An action with an optional resource is granted on \`*\` if the call names no resource, for example to list all of them.
- Other resources it may access are granted if the arguments name them; otherwise they are \`underived\` with \`onlyIf\`.
- An action on several types of resources, or on one that no argument names, is returned as \`underived\`.

| resource | named by |
|---|---|
${[...namedResources, ...namedByOthers]
  .map(([arn, argument]) => `| \`${arn}\` | ${argument} |`)
  .sort()
  .join('\n')}
| \`arn:\${Partition}:s3:::\${BucketName}\` | Bucket: a name, or the ARN of an access point |
| \`arn:\${Partition}:s3:::\${BucketName}/\${ObjectName}\` | Bucket and Key |
| \`arn:\${Partition}:events:\${Region}:\${Account}:rule/[\${EventBusName}/]\${RuleName}\` | Name or Rule, and EventBusName |
| \`arn:\${Partition}:glue:\${Region}:\${Account}:table/\${DatabaseName}/\${TableName}\` | DatabaseName, and TableName or Name; with its database and the catalog |

ElastiCache, MemoryDB, DAX, RDS, Redshift and SageMaker store names in lower case, so both spellings are granted. The arguments \`${ownedBy}\`
name the account of a resource.

Some arguments need more permissions. \`VersionId\` needs the action on the version. \`Acl\`, \`Tagging\` and \`ObjectLock…\` of a new object need
\`s3:PutObjectAcl\` and similar actions. \`CopySource\` needs \`s3:GetObject\` on the source. A KMS key needs \`kms:Decrypt\` and
\`kms:GenerateDataKey\`. \`Tags\` on a new resource need the action that sets them, for ${tagged} actions. For DynamoDB transactions, batches and
statements, permissions are granted on the tables in them. If a call passes a role that the arguments name, and only one service can use it, \`iam:PassRole\` is
granted to this service; otherwise it is \`underived\`.

Services whose IAM prefix differs from their name: ${prefixes.join(', ')}.

| operation | actions |
|---|---|
${irregular.join('\n')}
`
writePages(folder, new Map([['README.md', page]]))
