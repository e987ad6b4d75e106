/** Templates of every kind that `toCloudFormation` and `toSam` make. */
import { type Template, toCloudFormation, toSam } from '@orkestra/asl'
import {
  type AnyStep,
  comment,
  distributedMap,
  identity,
  named,
  parAll,
  parCatch,
  placeholder,
  seq,
  service,
  task,
} from '@orkestra/core'

export const x = task('x')
const y = task('charge-card', { entry: 'src/cards.ts', layers: [{ path: 'layers/l' }], environment: { STAGE: 'b' } })
export const workflow = seq(x, parCatch(y, x))
/** There are no such modules. */
const unread = { readModules: false } as const
export const hostile = comment('${x} {%{"a":1}%}', seq(named('costs ${AWS::Region}', x), y))
const everything = {
  name: 'orders',
  schedule: { expression: 'rate(1 day)', timeZone: 'Europe/Berlin', input: { a: '${x}' } },
} as const

/** Its role needs managed policies. */
const large = parAll(Array.from({ length: 60 }, (_, i) => task(`f${i}`)))

/** Resources of the stack around the machine, which speaks of itself as well. */
const stack = seq(
  service('dynamodb:putItem', { TableName: placeholder('Orders'), Item: { id: { S: 'x' } } }) as never,
  service('sqs:sendMessage', { QueueUrl: placeholder('Queue'), MessageBody: 'm' }) as never,
  service('states:startExecution.sync:2', { StateMachineArn: placeholder('Child'), Input: {} }) as never,
  distributedMap(task('each') as never) as never,
) as AnyStep
const table = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  },
}

export const templates: Readonly<Record<string, Template>> = {
  plain: toCloudFormation(workflow),
  placeholders: toCloudFormation(stack),
  'of the same stack': toCloudFormation(stack, { extension: { Resources: { Orders: table } }, exports: true }),
  imports: toCloudFormation(workflow, { imports: { xArn: 'x' } }),
  'SAM, placeholders': toSam(stack, { extension: { Resources: { Orders: table } } }),
  everything: toCloudFormation(workflow, { ...everything, type: 'EXPRESS', queryLanguage: 'JSONata' }),
  hostile: toCloudFormation(hostile),
  s3: toCloudFormation(workflow, { definition: 's3' }),
  bare: toCloudFormation(identity(), { logging: false, tracing: false }),
  large: toCloudFormation(large),
  'SAM, large': toSam(large, { ...unread, definitionUri: 'workflow.asl.json' }),
  'SAM, plain': toSam(workflow, unread),
  'SAM, everything': toSam(workflow, { ...everything, ...unread }),
  'SAM, definition in a file': toSam(hostile, { ...unread, definitionUri: 'workflow.asl.json' }),
}
