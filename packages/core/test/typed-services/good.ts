/** What is right, and what follows from it. Compiled, never run. */
import './clients.ts'
import {
  catchError,
  type FieldName,
  type Graph,
  jsonata,
  on,
  pass,
  present,
  type Ref,
  retry,
  type ServiceResult,
  seconds,
  seq,
  service,
  task,
} from '@orkestra/core'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const is = <A, B>(_: Equal<A, B>) => {}
const of = <I, O>(_: Graph<I, O>): { input: I; output: O } => undefined as never

const order = task<{ id: string }, { id: string; n: number }>('order')

// The names of fields are those of Step Functions.
is<FieldName<'tableName'>, 'TableName'>(true)
is<FieldName<'TableName'>, 'TableName'>(true)
is<FieldName<'DBInstanceIdentifier'>, 'DbInstanceIdentifier'>(true)
is<FieldName<'ACL'>, 'Acl'>(true)
is<FieldName<'ETag'>, 'ETag'>(true)
is<FieldName<'SSEKMSKeyId'>, 'SsekmsKeyId'>(true)
is<FieldName<'TemplateURL'>, 'TemplateURL'>(true)
is<FieldName<'S3Uri'>, 'S3Uri'>(true)
is<FieldName<'equals'>, 'EqualsValue'>(true)

// References where values may stand, typed as these are.
export const got = seq(
  order,
  service('aws-sdk:dynamodb:getItem', (o) => ({
    TableName: 'orders',
    Key: { id: { S: o.id } },
    ReturnConsumedCapacity: 'TOTAL',
  })),
  pass((r) => present(r.ConsumedCapacity?.TableName)),
)
is<typeof got extends Graph<{ id: string }, string> ? true : false, true>(true)
const listed = of(service('aws-sdk:dynamodb:listTables', {}))
is<(typeof listed.output)['TableNames'], readonly string[] | undefined>(true)
service('aws-sdk:mydynamo:query', { TableName: 't', Limit: jsonata<number>('$states.input.n') })

// Times are text in an answer, and so are bytes.
type Described = ServiceResult<'aws-sdk:rds:describeDBInstances'>
is<Described, { readonly DbInstances?: readonly { readonly DbInstanceArn?: string; readonly at?: string }[] }>(false)
is<NonNullable<Described['DbInstances']>[number]['At'], string | undefined>(true)
service('aws-sdk:rds:describeDBInstances', (i: Ref<{ id: string }>) => ({ DbInstanceIdentifier: i.id, MaxRecords: 20 }))

// An optimized integration is the same call, and adds to it.
service('sqs:sendMessage', (o: Ref<{ id: string }>) => ({ QueueUrl: 'u', MessageBody: { id: o.id, all: [1] } }))
service('sqs:sendMessage.waitForTaskToken', (_o: Ref<unknown>, token) => ({ QueueUrl: 'u', MessageBody: { token } }), {
  heartbeat: seconds(5),
})
service('dynamodb:putItem', { TableName: 't', Item: { id: { S: 'x' } } })

// Services that nobody named are as they were.
service('aws-sdk:s3:getObject', { Bucket: 'b', Anything: 1 })

// Errors: those of the SDK, those that are the service's own, and all others.
export const caught = catchError(
  retry(order, { errors: ['States.Timeout'] }),
  on(
    'DynamoDb.ConditionalCheckFailedException',
    pass(() => ({ id: 'x', n: 1 })),
  ),
  on(
    ['DynamoDb.DynamoDbException', 'DynamoDB.AmazonDynamoDBException', 'OutOfStock'],
    pass(() => ({ id: 'x', n: 1 })),
  ),
)

// Optimized integrations by other names than the SDK's, with what Step Functions adds.
service('emr-serverless:startApplication.sync', (o: Ref<{ id: string }>) => ({ ApplicationId: o.id }))
service('bedrock:invokeModel', (o: Ref<{ id: string }>) => ({
  ModelId: 'm',
  Body: { prompt: o.id },
  Output: { S3Uri: 's3://bucket/key' },
}))
service('elasticmapreduce:createCluster', (o: Ref<{ n: number }>) => ({ Name: 'n', Instances: { InstanceCount: o.n } }))

// One whose client nobody named has its fields by name.
service('glue:startJobRun', (o: Ref<{ id: string }>) => ({ JobName: 'j', Arguments: { id: o.id } }))

// A stream is text, whatever the platform makes of it.
is<ServiceResult<'aws-sdk:mys3:getObject'>['Body'], string | undefined>(true)
service('aws-sdk:mys3:putObject', (o: Ref<{ key: string }>) => ({
  Bucket: 'b',
  Key: o.key,
  Body: 'text',
  Acl: 'private',
}))
