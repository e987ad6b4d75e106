import './clients.ts'
import { on, type Ref, seq, service, task } from '@orkestra/core'

const order = task<{ id: string }, { id: string; n: number }>('order')

service('aws-sdk:dynamodb:getItm', {})
service('aws-sdk:dynamodb:getItem', { Tablename: 't', Key: { id: { S: 'x' } } })
service('aws-sdk:dynamodb:getItem', { TableName: 't', Key: { id: { S: 'x' } }, ConsistentRaed: true })
seq(
  order,
  service('aws-sdk:dynamodb:getItem', (o) => ({ TableName: 't', Key: { id: { S: o.id } }, Consistent: true })),
)
seq(
  order,
  service('aws-sdk:dynamodb:getItem', (o) => ({ TableName: o.n, Key: { id: { S: o.id } } })),
)
service('aws-sdk:dynamodb:getItem', { TableName: 3, Key: { id: { S: 'x' } } })
service('aws-sdk:dynamodb:getItem', { TableName: 't' })
service('aws-sdk:dynamodb:getItem', { TableName: 't', Key: {} }, { result: (r) => r.Itm })
service('aws-sdk:rds:describeDBInstances', { DBInstanceIdentifier: 'd', MaxRecords: 1 })
service('sqs:sendMessage', (o: Ref<{ id: string }>) => ({ QueueUrl: 'u', MessageBody: o.id, DelaySecond: 3 }))
on('DynamoDb.ConditionalChekFailedException', order as never)
