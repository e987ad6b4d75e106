import './clients.ts'
import { on, type Ref, seq, service, task } from '@orkestra/core'

const order = task<{ id: string }, { id: string; n: number }>('order')

// a misspelt action: There is no action getItm of dynamodb. Did you mean getItem?
service('aws-sdk:dynamodb:getItm', {})
// a field in another case: There is no field Tablename. Did you mean TableName?
service('aws-sdk:dynamodb:getItem', { Tablename: 't', Key: { id: { S: 'x' } } })
// a misspelt field that may be left out: There is no field ConsistentRaed. Did you mean ConsistentRead?
service('aws-sdk:dynamodb:getItem', { TableName: 't', Key: { id: { S: 'x' } }, ConsistentRaed: true })
// a field that there is not, in what a callback returns: There is no field Consistent.
seq(
  order,
  service('aws-sdk:dynamodb:getItem', (o) => ({ TableName: 't', Key: { id: { S: o.id } }, Consistent: true })),
)
// a reference to a number for a text: Type 'number' is not assignable to type 'string'
seq(
  order,
  service('aws-sdk:dynamodb:getItem', (o) => ({ TableName: o.n, Key: { id: { S: o.id } } })),
)
// a number for a text: Type 'number' is not assignable to type 'string | Reference<string, unknown>'
service('aws-sdk:dynamodb:getItem', { TableName: 3, Key: { id: { S: 'x' } } })
// a required field left out: Property 'Key' is missing
service('aws-sdk:dynamodb:getItem', { TableName: 't' })
// a misspelt field of the answer: Did you mean 'Item'?
service('aws-sdk:dynamodb:getItem', { TableName: 't', Key: {} }, { result: (r) => r.Itm })
// the SDK's name of a field: There is no field DBInstanceIdentifier. Did you mean DbInstanceIdentifier?
service('aws-sdk:rds:describeDBInstances', { DBInstanceIdentifier: 'd', MaxRecords: 1 })
// a field of an optimized integration: There is no field DelaySecond. Did you mean DelaySeconds?
service('sqs:sendMessage', (o: Ref<{ id: string }>) => ({ QueueUrl: 'u', MessageBody: o.id, DelaySecond: 3 }))
// a misspelt error: There is no error ConditionalChekFailedException of DynamoDb. Did you mean ConditionalCheckFailedException?
on('DynamoDb.ConditionalChekFailedException', order as never)
// a field of an integration by another name than the SDK's: There is no field ApplicationID. Did you mean ApplicationId?
service('emr-serverless:startApplication', { ApplicationID: 'a' })
// a field that Step Functions adds: There is no field Ouput. Did you mean Output?
service('bedrock:invokeModel', { ModelId: 'm', Body: { prompt: 'p' }, Ouput: { S3Uri: 's3://bucket/key' } })
// a field of EMR's that a cluster is made without: There is no field Steps.
service('elasticmapreduce:createCluster', { Name: 'n', Instances: {}, Steps: [] })
// a field of an integration whose client nobody named: There is no field Argument. Did you mean Arguments?
service('glue:startJobRun', { JobName: 'j', Argument: {} })
// an action of a service whose names are long: There is no action getObjct of mys3. Did you mean getObject?
service('aws-sdk:mys3:getObjct', { Bucket: 'b', Key: 'k' })
// a long action: Did you mean updateBucketMetadataInventoryTableConfiguration?
service('aws-sdk:mys3:updateBucketMetadataInventoryTableConfiguratin', { Bucket: 'b' })
// a word that a field does not take: Did you mean '"private"'?
service('aws-sdk:mys3:putObject', { Bucket: 'b', Key: 'k', Acl: 'privat' })
