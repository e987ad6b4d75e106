/** What TypeScript infers of service calls, activities and maps over a reference. Compiled, never run. */
import {
  activity,
  bind,
  choice,
  concat,
  type Graph,
  gt,
  jsonPath,
  otherwise,
  par,
  pass,
  type Ref,
  seconds,
  seq,
  service,
  task,
  when,
} from '@orkestra/core'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const is = <A, B>(_: Equal<A, B>) => {}
const of = <I, O>(_: Graph<I, O>): { input: I; output: O } => undefined as never

interface Order {
  id: string
  price: number
  items: { sku: string; count: number }[]
  role: string
}
const order = task<{ id: string }, Order>('order')
const text = task<string, number>('text')

// The input's type reaches the arguments from the step before, however deep.
const put = seq(
  order,
  service('dynamodb:putItem', (o) => ({
    TableName: 'orders',
    Item: { id: { S: o.id }, price: { N: concat(o.price) } },
  })),
)
is<Parameters<NonNullable<(typeof put)['~io']>>[0], { id: string }>(true)
const sent = seq(
  order,
  service('sqs:sendMessage', (o) => ({ QueueUrl: 'u', MessageBody: { id: o.id } }), { result: (r) => r.MessageId }),
  text,
)
const nested: Graph<{ id: string }, readonly [string, string | number]> = seq(
  order,
  par(
    seq(service('sns:publish', (o) => ({ Message: o.id }), { result: (r) => r.MessageId })),
    choice(
      when(
        (o) => gt(o.price, 3),
        service('sqs:sendMessage', (o) => ({ QueueUrl: o.role, MessageBody: o.items }), {
          result: (r) => r.MessageId,
          credentials: (o) => o.role,
        }),
      ),
      otherwise(pass((o) => o.price)),
    ),
  ),
)

// What it answers, where that is known; or what the caller says of it.
const answered = of(service('states:startExecution.sync:2', { StateMachineArn: 'a', Input: {} }))
is<typeof answered.input, unknown>(true)
is<typeof answered.output.Status, 'SUCCEEDED'>(true)
const own = of(
  service(
    'aws-sdk:dynamodb:query',
    { TableName: 't' },
    { result: (r: Ref<{ Items: { id: string }[] }>) => ({ rows: r.Items }) },
  ),
)
is<typeof own.output, { rows: { id: string }[] }>(true)
const whole = of(
  service(
    'sqs:sendMessage.waitForTaskToken',
    (o: Ref<Order>, token) => ({ QueueUrl: 'u', MessageBody: { order: o.id, token } }),
    { result: (r: Ref<{ approved: boolean }>) => r, heartbeat: seconds(30) },
  ),
)
is<typeof whole.input, Order>(true)
is<typeof whole.output, { approved: boolean }>(true)
const raw = of(service('aws-sdk:s3:getObject', { Bucket: 'b' }))
is<typeof raw.output, unknown>(true)
const role = seq(
  order,
  bind(service('ecs:runTask.sync', { TaskDefinition: 'd' }, { heartbeat: seconds(5), name: 'job' }), (job) =>
    pass(() => ({ job })),
  ),
)
const escaped = service('sqs:sendMessage.waitForTaskToken', { QueueUrl: 'u', MessageBody: jsonPath('$$.Task.Token') })

const weighed = of(activity<{ id: string }, { at: Date }>('arn:aws:states:eu-west-1:123456789012:activity:weigh'))
is<typeof weighed.output, { at: string }>(true)

export { escaped, nested, put, role, sent }

const publishing = task<{ at: string }, { id: string }>('publishing')
seq(
  publishing,
  // @ts-expect-error a misspelt field of the input
  service('sns:publish', (o) => ({ Message: o.di })),
)
// @ts-expect-error a required field is missing
service('sqs:sendMessage', (_o: Ref<Order>) => ({ QueueUrl: 'u' }))
// @ts-expect-error neither JSON nor a reference
service('sns:publish', { Message: new Date() })
// @ts-expect-error no token where nothing is waited for
service('sqs:sendMessage', (_o: Ref<Order>, token) => ({ QueueUrl: 'u', MessageBody: token }))
// @ts-expect-error no heartbeat where nothing is waited for
service('sns:publish', { Message: 'm' }, { heartbeat: seconds(3) })
// @ts-expect-error a misspelt field of the answer
service('sns:publish', { Message: 'm' }, { result: (r) => r.MessageID })
// @ts-expect-error the SDK waits for no job
service('aws-sdk:glue:startJobRun.sync', { JobName: 'j' })
// @ts-expect-error an option that there is not
service('sns:publish', { Message: 'm' }, { timeout: seconds(3) })
// @ts-expect-error an activity has no credentials
activity('arn:aws:states:eu-west-1:123456789012:activity:weigh', { credentials: 'arn' })

// Integrations that are no operation of the SDK have the fields that Step Functions documents, whoever has a client of whatever.
service('http:invoke', (o: Ref<Order>) => ({
  ApiEndpoint: concat('https://example.com/', o.id),
  Method: 'POST',
  Authentication: { ConnectionArn: 'arn' },
  RequestBody: { items: o.items },
  Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: 'COMMAS' } },
}))
service('apigateway:invoke.waitForTaskToken', (o: Ref<Order>, token) => ({
  ApiEndpoint: 'x.execute-api.eu-west-1.amazonaws.com',
  Method: 'GET',
  Headers: { id: [o.id], token: [token] },
  AuthType: 'IAM_ROLE',
}))
service('elasticmapreduce:addStep.sync', (o: Ref<Order>) => ({
  ClusterId: o.id,
  Step: { Name: 's', HadoopJarStep: { Jar: 'command-runner.jar', Args: ['--id', o.id] } },
}))
// @ts-expect-error There is no field Header. Did you mean Headers?
service('http:invoke', { ApiEndpoint: 'e', Method: 'GET', Header: {} })
// @ts-expect-error There is no field Bdy, in what a callback returns.
service('http:invoke', (o: Ref<Order>) => ({ ApiEndpoint: o.id, Method: 'GET', Bdy: o.items }))
// @ts-expect-error no method
service('http:invoke', { ApiEndpoint: 'e', Method: 'GTE' })
// @ts-expect-error no text
service('elasticmapreduce:cancelStep', { ClusterId: 3, StepId: 's' })
// @ts-expect-error a required field is missing
service('eks:runJob.sync', { ClusterName: 'c', CertificateAuthority: 'a', Endpoint: 'e' })

// Optimized integrations take the fields that they have, whoever has a client of whatever.
service('sqs:sendMessage', (o: Ref<Order>) => ({ QueueUrl: 'u', MessageBody: { id: o.id }, DelaySeconds: 3 }))
service('elasticmapreduce:createCluster.sync', (o: Ref<Order>) => ({
  Name: o.id,
  ReleaseLabel: 'emr-7.5.0',
  Instances: { KeepJobFlowAliveWhenNoSteps: true, InstanceCount: o.price },
}))
service('elasticmapreduce:modifyInstanceGroupByName', (o: Ref<Order>) => ({
  ClusterId: o.id,
  InstanceGroupName: 'core',
  InstanceGroup: { InstanceCount: o.price },
}))
service('bedrockagentcore:invokeHarness', (o: Ref<Order>) => ({
  HarnessArn: 'arn',
  RuntimeSessionId: o.id,
  Messages: [{ Role: 'user', Content: [{ Text: o.id }] }],
}))
// @ts-expect-error There is no field Extra.
service('sqs:sendMessage', { QueueUrl: 'u', MessageBody: 'm', Extra: 1 })
// @ts-expect-error There is no field DelaySecond, in what a callback returns. Did you mean DelaySeconds?
service('sqs:sendMessage', (o: Ref<Order>) => ({ QueueUrl: 'u', MessageBody: o.id, DelaySecond: 3 }))
// @ts-expect-error There is no field Inputs. Did you mean Input?
service('states:startExecution.sync:2', (o: Ref<Order>) => ({ StateMachineArn: 'a', Inputs: o }))
// @ts-expect-error There is no field jobName. Did you mean JobName?
service('glue:startJobRun', { JobName: 'j', jobName: 'j' })
// @ts-expect-error There is no field Overide, of one that passes its token on.
service('ecs:runTask.waitForTaskToken', (_o: Ref<Order>, token) => ({ TaskDefinition: 'd', Overide: { token } }))
// @ts-expect-error a cluster is made without steps
service('elasticmapreduce:createCluster', { Name: 'n', Instances: {}, Steps: [] })
service('elasticmapreduce:modifyInstanceGroupByName', {
  ClusterId: 'c',
  InstanceGroupName: 'g',
  // @ts-expect-error no number of instances
  InstanceGroup: { InstanceCount: 'three' },
})
// @ts-expect-error neither JSON nor a reference, in a field that is known by its name
service('glue:startJobRun', { JobName: 'j', Arguments: { at: new Date() } })
