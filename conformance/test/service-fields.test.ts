/** What emit says of services and distributed maps is what CDK says of the same. */
import { emit, type QueryLanguage, type TaskState } from '@orkestra/asl'
import {
  type AnyStep,
  activity,
  distributedMap,
  type Each,
  type Ref,
  s3Csv,
  s3Json,
  s3Jsonl,
  s3Manifest,
  s3Objects,
  seconds,
  service,
  task,
} from '@orkestra/core'
import { App, Duration, Stack } from 'aws-cdk-lib'
import { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Role } from 'aws-cdk-lib/aws-iam'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import * as sfn from 'aws-cdk-lib/aws-stepfunctions'
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { distributedFields, itemFields, processorConfig } from '../../packages/asl/src/emit/write/distributed.ts'
import { inJsonPath } from '../../packages/asl/test/emit/templates.ts'

const test = suite('fields of services and maps, and CDK')

const draftOf = (node: Each) => ({ node, items: node.items, selector: node.selector, distributed: node.distributed })

/** Intrinsic functions of CloudFormation as text, with `aws` for the partition. */
const flat = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(flat)
  if (typeof value !== 'object' || value === null) return value
  if ('Ref' in value) return value.Ref === 'AWS::Partition' ? 'aws' : value
  if ('Fn::Join' in value) return (value['Fn::Join'] as [string, unknown[]])[1].map(flat).join('')
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, flat(field)]))
}

const stackOf = () =>
  new Stack(new App({ context: { '@aws-cdk/aws-stepfunctions:useDistributedMapResultWriterV2': true } }), 'S', {
    env: { account: '123456789012', region: 'eu-west-1' },
  })

/** A state as CDK writes it, but for what emit adds of its own. */
const written = (stack: Stack, state: sfn.State): Readonly<Record<string, unknown>> => {
  const { End: _, ...fields } = flat(stack.resolve(state.toStateJson())) as Record<string, unknown>
  return fields
}
/** The one state of a task, but for where it leads. */
const stateOf = (graph: unknown, queryLanguage: QueryLanguage): unknown => {
  const { StartAt, States } = emit(graph as AnyStep, { queryLanguage })
  const { End, ...fields } = States[StartAt] as TaskState
  assert.is(End, true)
  return fields
}

const fieldsOf = (graph: unknown) => JSON.parse(JSON.stringify(stateOf(graph, 'JSONPath'))) as unknown

interface Order {
  id: string
  role: string
}

test('dynamodb:putItem', () => {
  const stack = stackOf()
  const table = Table.fromTableName(stack, 'T', 'orders')
  const state = new tasks.DynamoPutItem(stack, 'P', {
    table,
    item: { id: tasks.DynamoAttributeValue.fromString(sfn.JsonPath.stringAt('$.id')) },
    outputPath: '$.SdkHttpMetadata',
    taskTimeout: sfn.Timeout.duration(Duration.seconds(60)),
  })
  const ours = service('dynamodb:putItem', (o: Ref<Order>) => ({ TableName: 'orders', Item: { id: { S: o.id } } }), {
    result: (r: Ref<{ SdkHttpMetadata: string }>) => r.SdkHttpMetadata,
    taskTimeout: seconds(60),
  })
  assert.equal(fieldsOf(ours), written(stack, state))
})

test('sqs:sendMessage.waitForTaskToken, with a heartbeat and a role', () => {
  const stack = stackOf()
  const queue = Queue.fromQueueArn(stack, 'Q', 'arn:aws:sqs:eu-west-1:123456789012:q')
  const state = new tasks.SqsSendMessage(stack, 'P', {
    queue,
    integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    messageBody: sfn.TaskInput.fromObject({ id: sfn.JsonPath.stringAt('$.id'), token: sfn.JsonPath.taskToken }),
    heartbeatTimeout: sfn.Timeout.duration(Duration.seconds(30)),
    credentials: { role: sfn.TaskRole.fromRole(Role.fromRoleArn(stack, 'R', 'arn:aws:iam::123456789012:role/r')) },
  })
  const theirs = written(stack, state)
  const { QueueUrl } = theirs.Parameters as { QueueUrl: string }
  const ours = service(
    'sqs:sendMessage.waitForTaskToken',
    (o: Ref<Order>, token) => ({ QueueUrl, MessageBody: { id: o.id, token } }),
    { heartbeat: seconds(30), credentials: 'arn:aws:iam::123456789012:role/r' },
  )
  assert.equal(fieldsOf(ours), theirs)
})

test('a nested execution, in JSONata', () => {
  const stack = stackOf()
  const machine = sfn.StateMachine.fromStateMachineArn(
    stack,
    'M',
    'arn:aws:states:eu-west-1:123456789012:stateMachine:m',
  )
  const state = tasks.StepFunctionsStartExecution.jsonata(stack, 'P', {
    stateMachine: machine,
    integrationPattern: sfn.IntegrationPattern.RUN_JOB,
    input: sfn.TaskInput.fromObject({ id: '{% $states.input.id %}' }),
    outputs: '{% $states.result.Output %}',
  })
  const ours = service(
    'states:startExecution.sync:2',
    (o: Ref<Order>) => ({ Input: { id: o.id }, StateMachineArn: machine.stateMachineArn }),
    { result: (r) => r.Output },
  )
  const { QueryLanguage, ...theirs } = written(stack, state)
  assert.is(QueryLanguage, 'JSONata')
  assert.equal(stateOf(ours, 'JSONata'), theirs)
})

test('an activity', () => {
  const stack = stackOf()
  const arn = 'arn:aws:states:eu-west-1:123456789012:activity:weigh'
  const state = new tasks.StepFunctionsInvokeActivity(stack, 'P', {
    activity: sfn.Activity.fromActivityArn(stack, 'A', arn),
    heartbeatTimeout: sfn.Timeout.duration(Duration.seconds(5)),
    taskTimeout: sfn.Timeout.duration(Duration.seconds(60)),
  })
  const ours = activity(arn, { heartbeat: seconds(5), taskTimeout: seconds(60) })
  assert.equal(stateOf(ours, 'JSONPath'), written(stack, state))
})

const any = task<unknown, unknown>('any')

const readers: readonly (readonly [string, unknown, (stack: Stack) => sfn.IItemReader])[] = [
  [
    'objects',
    s3Objects({ bucket: 'source', prefix: 'p/', maxItems: 3 }),
    (stack) =>
      new sfn.S3ObjectsItemReader({ bucket: Bucket.fromBucketName(stack, 'B', 'source'), prefix: 'p/', maxItems: 3 }),
  ],
  [
    'JSON',
    s3Json({ bucket: 'source', key: 'k' }),
    (stack) => new sfn.S3JsonItemReader({ bucket: Bucket.fromBucketName(stack, 'B', 'source'), key: 'k' }),
  ],
  [
    'JSON Lines',
    s3Jsonl({ bucket: 'source', key: 'k' }),
    (stack) => new sfn.S3JsonLItemReader({ bucket: Bucket.fromBucketName(stack, 'B', 'source'), key: 'k' }),
  ],
  [
    'an inventory',
    s3Manifest({ bucket: 'source', key: 'k' }),
    (stack) => new sfn.S3ManifestItemReader({ bucket: Bucket.fromBucketName(stack, 'B', 'source'), key: 'k' }),
  ],
  [
    'CSV with a header in the first row',
    s3Csv({ bucket: 'source', key: 'k', delimiter: ';', maxItems: 7 }),
    (stack) =>
      new sfn.S3CsvItemReader({
        bucket: Bucket.fromBucketName(stack, 'B', 'source'),
        key: 'k',
        csvHeaders: sfn.CsvHeaders.useFirstRow(),
        csvDelimiter: sfn.CsvDelimiter.SEMICOLON,
        maxItems: 7,
      }),
  ],
  [
    'CSV with a given header',
    s3Csv({ bucket: 'source', key: 'k', header: ['film', 'stars'] }),
    (stack) =>
      new sfn.S3CsvItemReader({
        bucket: Bucket.fromBucketName(stack, 'B', 'source'),
        key: 'k',
        csvHeaders: sfn.CsvHeaders.use(['film', 'stars']),
      }),
  ],
]

for (const [name, reader, make] of readers)
  test(`a distributed map over ${name}`, () => {
    const stack = stackOf()
    const state = new sfn.DistributedMap(stack, 'D', {
      itemReader: make(stack),
      itemSelector: { id: sfn.JsonPath.stringAt('$$.Map.Item.Value.id'), order: sfn.JsonPath.stringAt('$.order') },
      itemBatcher: new sfn.ItemBatcher({
        maxItemsPerBatch: 10,
        maxInputBytesPerBatch: 1000,
        // CDK writes it as it is, and leaves the `.$` to its user.
        batchInput: { 'order.$': '$.order' },
      }),
      resultWriterV2: new sfn.ResultWriterV2({
        bucket: Bucket.fromBucketName(stack, 'O', 'out'),
        prefix: 'p',
        writerConfig: { transformation: sfn.Transformation.COMPACT, outputType: sfn.OutputType.JSONL },
      }),
      toleratedFailureCount: 3,
      toleratedFailurePercentage: 5,
      label: 'lines',
      mapExecutionType: sfn.StateMachineType.EXPRESS,
    })
    state.itemProcessor(new sfn.Pass(stack, 'I'))
    const graph = (distributedMap as unknown as (...given: readonly unknown[]) => unknown)(any, {
      reader,
      selector: (item: Ref<{ id: string }>, o: Ref<{ order: string }>) => ({ id: item.id, order: o.order }),
      batcher: { maxItems: 10, maxInputBytes: 1000, input: (o: Ref<{ order: string }>) => ({ order: o.order }) },
      writer: { bucket: 'out', prefix: 'p', transformation: 'COMPACT', outputType: 'JSONL' },
      toleratedFailureCount: 3,
      toleratedFailurePercentage: 5,
      label: 'lines',
      executionType: 'EXPRESS',
    }) as Each
    const { ItemProcessor, Type, ...theirs } = written(stack, state)
    assert.is(Type, 'Map')
    assert.equal(
      { ...itemFields(draftOf(graph), inJsonPath), ...distributedFields(graph.distributed as never, inJsonPath) },
      theirs,
    )
    assert.equal(processorConfig(graph), (ItemProcessor as { ProcessorConfig: unknown }).ProcessorConfig)
  })

test.run()
