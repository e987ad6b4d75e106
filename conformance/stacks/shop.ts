/**
 * An app as one has it: three stacks, six machines, functions in Python, of another account and in a VPC, a key, a table, a queue, a
 * topic and a bucket, a role of another stack, a release that a schedule, a rule, a nested machine and a function start, an Express API.
 */
import { alarms, schedule, stateMachine } from '@orkestra/cdk-adapter'
import {
  type AnyStep,
  concat,
  distributedMap,
  minutes,
  named,
  par,
  pass,
  type Ref,
  retry,
  s3Csv,
  seq,
  seqAll,
  service,
  task,
} from '@orkestra/core'
import { RestApi, StepFunctionsIntegration } from 'aws-cdk-lib/aws-apigateway'
import { AttributeType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { type IVpc, Vpc } from 'aws-cdk-lib/aws-ec2'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { CustomerManagedEncryptionConfiguration } from 'aws-cdk-lib/aws-stepfunctions'
import { App, Duration, Stack } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** What is changed from one deployment to the next. */
export interface Edit {
  readonly auditFirst?: boolean
  readonly retried?: boolean
  readonly renamed?: boolean
  readonly more?: boolean
  readonly withoutTax?: boolean
  readonly tellArn?: boolean
  readonly ownKey?: boolean
}

interface Order {
  readonly id: string
}
const step = (name: string) => task<Order, Order>(name)
const [audit, validate, price, tax] = [step('audit'), step('validate'), step('price'), step('tax')]

const code = Code.fromInline('exports.x = async (event) => event')
const node = { runtime: Runtime.NODEJS_22_X, handler: 'index.x', code }

/** The app after an edit, by its stacks. */
export const shop = (edit: Edit) => {
  const app = new App({ builtinCloudFormationValidation: false })
  const env = { account: '111111111111', region: 'eu-west-1' }
  const [base, flow, api] = ['Base', 'Flow', 'Api'].map((id) => new Stack(app, id, { env })) as [Stack, Stack, Stack]

  const key = new Key(base, 'Key')
  const table = new Table(base, 'Orders', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
  })
  const queue = new Queue(base, 'Queue', { encryptionMasterKey: key })
  const topic = new Topic(base, 'Topic', { masterKey: key })
  const bucket = new Bucket(base, 'Bucket', { encryption: BucketEncryption.KMS, encryptionKey: key })
  const vpc = new Vpc(base, 'Vpc', { maxAzs: 2 }) as IVpc
  const role = new Role(base, 'MachineRole', { assumedBy: new ServicePrincipal('states.amazonaws.com') })

  const score = new LambdaFunction(flow, 'Score', {
    runtime: Runtime.PYTHON_3_13,
    handler: 'index.x',
    code: Code.fromInline('def x(event, context): return event'),
  })
  const legacy = LambdaFunction.fromFunctionArn(flow, 'Legacy', 'arn:aws:lambda:eu-west-1:222222222222:function:legacy')
  const inVpc = new LambdaFunction(flow, 'InVpc', { ...node, vpc })
  const makeFunction = (scope: Construct, _: unknown, { id }: { readonly id: string }) =>
    new LambdaFunction(scope, id, node)

  const save = service(
    'dynamodb:putItem',
    (o: Ref<Order>) => ({ TableName: table.tableName, Item: { id: { S: concat(bucket.bucketName, '/', o.id) } } }),
    { name: 'save', result: () => ({ id: 'saved' }) },
  )
  const send = service(
    'sqs:sendMessage',
    { QueueUrl: queue.queueUrl, MessageBody: flow.toJsonString({ bucket: bucket.bucketName }) },
    { name: 'send' },
  )
  const publish = service('sns:publish', { TopicArn: topic.topicArn, Message: 'saved' }, { name: 'publish' })
  const priced = edit.renamed ? named('Price the order', price) : price
  const steps: readonly unknown[] = [
    ...(edit.auditFirst ? [audit] : []),
    validate,
    edit.retried ? retry(priced, { maxAttempts: 3 }) : priced,
    ...(edit.withoutTax ? [] : [tax]),
    step('score'),
    save,
    par(send, publish),
    ...(edit.more ? [pass(() => ({ id: 'sent' }))] : []),
    step('legacy'),
    step('inVpc'),
  ]
  const orders = stateMachine(flow, 'Orders', seqAll(steps as never) as AnyStep, {
    functions: { score, legacy, inVpc },
    makeFunction,
    ...(edit.ownKey && { encryptionConfiguration: new CustomerManagedEncryptionConfiguration(key) }),
  })
  orders.allow(validate, 'read', 'taskResponse')
  if (edit.tellArn) orders.tellArn(validate)
  const { functions } = orders

  const { stateMachine: nightly } = schedule(flow, 'Nightly', seq(validate, price), {
    rate: minutes(5),
    input: { id: 'guitar' },
    stateMachine: {
      functions,
      release: {
        shift: { canary: { percentage: 10, interval: Duration.minutes(5) } },
        alarms: (machine) => Object.values(alarms(machine)),
      },
    },
  })
  const { alias } = nightly.released as NonNullable<typeof nightly.released>
  const start = service('states:startExecution.sync:2', { StateMachineArn: alias.stateMachineArn, Input: {} })
  stateMachine(flow, 'Parent', start, { queryLanguage: 'JSONata' })
  const rows = s3Csv({ bucket: bucket.bucketName, key: 'orders.csv', header: ['id'] })
  stateMachine(flow, 'Import', distributedMap(price, { reader: rows }), { functions })
  stateMachine(flow, 'WithRole', price, { functions, role })

  const express = stateMachine(api, 'Express', seq(validate, price), { type: 'EXPRESS', functions })
  new RestApi(api, 'Rest').root.addMethod('POST', StepFunctionsIntegration.startExecution(express))
  const starter = new LambdaFunction(api, 'Starter', { ...node, environment: { ORDERS: orders.stateMachineArn } })
  orders.allow(starter, 'startExecution', 'read')
  alias.grantStartExecution(starter)
  new Rule(api, 'Hourly', { schedule: Schedule.rate(Duration.hours(1)), targets: [new SfnStateMachine(alias)] })
  return { app, stacks: { base, flow, api } }
}
