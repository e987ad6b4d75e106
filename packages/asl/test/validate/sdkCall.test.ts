/** Calls of the AWS SDK: what is refused, what is warned of, and what stays legal. */
import { diagnose } from '@orkestra/asl'
import { integrations } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fieldsOf } from '../../src/sdk/optimized.ts'

const test = suite('diagnose, calls of the SDK')

const issues = (resource: string, fields: object) =>
  diagnose({
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, End: true, ...fields } },
  }).map(({ code, severity, path, hint }) => `${severity} ${code} ${path} ${hint}`)

const of = (resource: string, Parameters: object) => issues(resource, { Parameters })

test('a misspelt service and a misspelt action are warnings, with what was meant', () => {
  assert.equal(of('aws-sdk:dynamdb:getItem', {}), [
    'warning ASL102 /States/A/Resource Did you mean "arn:aws:states:::aws-sdk:dynamodb:getItem"?',
  ])
  assert.equal(of('aws-sdk:dynamodb:getItm', {}), [
    'warning ASL102 /States/A/Resource Did you mean "arn:aws:states:::aws-sdk:dynamodb:getItem"?',
  ])
  assert.match(of('aws-sdk:zzzzzzzz:getItem', {})[0] as string, /named as in the SDK for Java/)
  // In the list of AWS as one that a task cannot call.
  assert.match(of('aws-sdk:sts:assumeRole', {})[0] as string, /^warning ASL102/)
})

test('a field in camelCase is refused by AWS, with or without a path', () => {
  assert.equal(of('aws-sdk:dynamodb:getItem', { tableName: 't', Key: {} }), [
    'error ASL103 /States/A/Parameters/tableName Write "TableName": fields start with a capital letter.',
  ])
  assert.equal(of('aws-sdk:dynamodb:getItem', { 'tableName.$': '$.t', Key: {} }), [
    'error ASL103 /States/A/Parameters/tableName.$ Write "TableName.$": fields start with a capital letter.',
  ])
  assert.equal(
    issues('aws-sdk:dynamodb:getItem', { QueryLanguage: 'JSONata', Arguments: { tableName: 't', Key: {} } }),
    ['error ASL103 /States/A/Arguments/tableName Write "TableName": fields start with a capital letter.'],
  )
})

test('a field that is not known is a warning, with what was meant', () => {
  assert.equal(of('aws-sdk:dynamodb:getItem', { TableName: 't', Key: {}, ConsistentRaed: true }), [
    'warning ASL103 /States/A/Parameters/ConsistentRaed Did you mean "ConsistentRead"?',
  ])
  assert.equal(of('aws-sdk:rds:deleteDBInstance', { DBInstanceIdentifier: 'd' }), [
    'warning ASL103 /States/A/Parameters/DBInstanceIdentifier Did you mean "DbInstanceIdentifier"?',
  ])
})

test('a required field that is not there is a warning', () => {
  assert.equal(of('aws-sdk:dynamodb:getItem', { TableName: 't' }), [
    'warning ASL100 /States/A/Parameters Add "Key" or "Key.$".',
  ])
})

test('a field within a field, a list or a map is told at its place, and the keys of a map are the user’s', () => {
  assert.equal(
    of('aws-sdk:dynamodb:createTable', {
      TableName: 't',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ attributeName: 'id', KeyTyp: 'HASH', 'KeyType.$': '$.k' }],
    }),
    [
      'error ASL103 /States/A/Parameters/KeySchema/0/attributeName Write "AttributeName": fields start with a capital letter.',
      'warning ASL103 /States/A/Parameters/KeySchema/0/KeyTyp Did you mean "KeyType"?',
    ],
  )
  assert.equal(
    of('aws-sdk:dynamodb:putItem', {
      TableName: 't',
      Item: { anything: { M: { goes: { s: 'x' }, is: { BOOL: true } } }, of: { L: [{ 'n.$': '$.n' }] } },
    }),
    [
      'error ASL103 /States/A/Parameters/Item/of/L/0/n.$ Write "N.$": fields start with a capital letter.',
      'error ASL103 /States/A/Parameters/Item/anything/M/goes/s Write "S": fields start with a capital letter.',
    ],
  )
  const deep = { S: 'x' }
  let nested: object = deep
  for (let i = 0; i < 20_000; i++) nested = { M: { a: nested } }
  assert.equal(of('aws-sdk:dynamodb:putItem', { TableName: 't', Item: { a: nested } }), [])
})

test('an integration that is no operation has the fields that Step Functions documents', () => {
  for (const [resource, given, says] of [
    ['http:invoke', { ApiEndpoint: 'https://example.com', Method: 'GET', Header: {} }, 'Did you mean "Headers"?'],
    ['apigateway:invoke', { ApiEndpoint: 'x', Method: 'GET', Heders: {} }, 'Did you mean "Headers"?'],
    [
      'eks:runJob.sync',
      { ClusterName: 'c', CertificateAuthority: 'a', Endpoint: 'e', Job: { any: 'thing' }, LogOption: {} },
      'Did you mean "LogOptions"?',
    ],
    [
      'elasticmapreduce:addStep',
      { ClusterId: 'c', Step: { Name: 's', HadoopJarStep: { Jar: 'j', Arg: [] } } },
      'Did you mean "Args"?',
    ],
    ['elasticmapreduce:createCluster', { Name: 'n', Instances: { InstanceCont: 3 } }, 'Did you mean "InstanceCount"?'],
    [
      'elasticmapreduce:modifyInstanceGroupByName',
      { ClusterId: 'c', InstanceGroupName: 'g', InstanceGroup: { InstanceCont: 3 } },
      'Did you mean "InstanceCount"?',
    ],
    [
      'bedrockagentcore:invokeHarness',
      { HarnessArn: 'a', RuntimeSessionId: 's', Messages: [{ Role: 'user', Contents: [] }] },
      'Did you mean "Content"?',
    ],
  ] as const) {
    const [found = '', ...more] = of(resource, given)
    assert.match(found, /^warning ASL103/)
    assert.ok(found.endsWith(says), found)
    assert.equal(more, [])
  }
  assert.equal(
    of('http:invoke', {
      ApiEndpoint: 'https://example.com',
      Method: 'GET',
      authentication: { ConnectionArn: '${Connection}' },
    }),
    ['error ASL103 /States/A/Parameters/authentication Write "Authentication": fields start with a capital letter.'],
  )
  // What a field holds that is any JSON is the user's.
  assert.equal(
    of('eks:call', {
      ClusterName: 'c',
      CertificateAuthority: 'a',
      Endpoint: 'e',
      Method: 'POST',
      Path: '/',
      RequestBody: { apiVersion: 'v1', kind: 'Pod' },
      QueryParameters: { labelSelector: ['a=b'] },
    }),
    [],
  )
})

test('every optimized integration has its fields in the table, and its required ones among them', () => {
  for (const [service, actions] of Object.entries(integrations))
    for (const [action, { required }] of Object.entries(actions)) {
      const { fields = new Map() } = fieldsOf(service, action) ?? {}
      assert.equal(
        required.filter((field: string) => !fields.has(field)),
        [],
        `${service}:${action}`,
      )
      assert.ok(fields.size > 0, `${service}:${action}`)
    }
})

test('the fields of an optimized integration are those of the operation that it calls, and what it adds', () => {
  assert.equal(of('sqs:sendMessage', { QueueUrl: 'u', MessageBody: { any: { json: 1 } }, delaySeconds: 3 }), [
    'error ASL103 /States/A/Parameters/delaySeconds Write "DelaySeconds": fields start with a capital letter.',
  ])
  assert.equal(of('states:startExecution', { StateMachineArn: 'a', Input: { of: 'mine' }, Nme: 'n' }), [
    'warning ASL103 /States/A/Parameters/Nme Did you mean "Name"?',
  ])
  assert.equal(
    of('ecs:runTask', {
      TaskDefinition: 't',
      Overrides: { ContainerOverrides: [{ name: 'x', Environment: [{ Name: 'T', 'value.$': '$.v' }] }] },
    }),
    [
      'error ASL103 /States/A/Parameters/Overrides/ContainerOverrides/0/name Write "Name": fields start with a capital letter.',
      'error ASL103 /States/A/Parameters/Overrides/ContainerOverrides/0/Environment/0/value.$ Write "Value.$": fields start with a capital letter.',
    ],
  )
  assert.equal(of('bedrock:invokeModel', { ModelId: 'm', Input: { S3Uri: 's3://b/k' }, Body: { prompt: 'p' } }), [])
  // Where there are few fields, they are all named.
  assert.equal(of('elasticmapreduce:cancelStep', { ClusterId: 'c', StepId: 's', any: 1 }), [
    'warning ASL103 /States/A/Parameters/any It has ClusterId and StepId.',
  ])
})

test('a reference of a template stands for whatever it gives', () => {
  assert.equal(
    of('aws-sdk:dynamodb:createTable', {
      TableName: { Ref: 'Table' },
      AttributeDefinitions: { 'Fn::Split': [',', 'x'] },
      KeySchema: [{ Ref: 'Key' }, { '${name}': 'x' }],
    }),
    [],
  )
})

test('what is legal', () => {
  for (const [resource, parameters] of [
    ['aws-sdk:dynamodb:getItem', { 'TableName.$': '$.t', Key: { 'id.$': '$.id' } }],
    [
      'aws-sdk:dynamodb:query.waitForTaskToken',
      { TableName: '${Table}', ExpressionAttributeValues: { 'x.$': '$$.Task.Token' } },
    ],
    ['aws-sdk:dynamodb:getItem', { TableName: '${Table}', Key: '${Key}' }],
    ['aws-sdk:s3:putObject', { Bucket: 'b', Key: 'k', 'Body.$': '$', Acl: 'private', SsekmsKeyId: 'k' }],
    ['aws-sdk:sqs:sendMessage', { QueueUrl: 'u', MessageBody: 'm' }],
  ] as const)
    assert.equal(
      of(resource, parameters).filter((each) => !each.includes('ASL101')),
      [],
    )
  // The whole of it is made by the execution.
  assert.equal(issues('aws-sdk:dynamodb:getItem', {}), [])
  assert.equal(issues('aws-sdk:dynamodb:getItem', { QueryLanguage: 'JSONata', Arguments: '{% $states.input %}' }), [])
  assert.equal(of('aws-sdk:${service}:${action}', { any: 1 }), [])
})

test('an optimized integration that is not known is a warning; what AWS has by the SDK alone is an error', () => {
  assert.equal(of('bedrockagentcore:invokeHarness', { HarnessArn: 'a', RuntimeSessionId: 's', Messages: [] }), [])
  assert.match(of('newservice:doIt', {})[0] as string, /^warning ASL091/)
  assert.match(of('sqs:sendMesage', {})[0] as string, /^warning ASL091 .*sqs:sendMessage/)
  assert.match(of('dynamodb:query', {})[0] as string, /^error ASL091 .*aws-sdk:dynamodb:query/)
})

test.run()
