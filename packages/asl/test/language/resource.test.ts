import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { integrationOf, integrations, parseResource } from '../../src/language/resource.ts'

const test = suite('resource')

test('an optimized integration, with each pattern', () => {
  const at = (text: string) => {
    const resource = parseResource(text)
    return resource?.kind === 'integration' ? [resource.service, resource.action, resource.pattern] : resource
  }
  assert.equal(at('arn:aws:states:::lambda:invoke'), ['lambda', 'invoke', 'requestResponse'])
  assert.equal(at('arn:aws:states:::lambda:invoke.waitForTaskToken'), ['lambda', 'invoke', 'waitForTaskToken'])
  assert.equal(at('arn:aws:states:::glue:startJobRun.sync'), ['glue', 'startJobRun', 'sync'])
  assert.equal(at('arn:aws:states:::states:startExecution.sync:2'), ['states', 'startExecution', 'sync:2'])
})

test('any partition, and a region and an account that are placeholders', () => {
  for (const partition of ['aws', 'aws-cn', 'aws-us-gov', 'aws-iso', '${AWS::Partition}'])
    assert.is(parseResource(`arn:${partition}:states:::sqs:sendMessage`)?.kind, 'integration')
  const resource = parseResource(
    'arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:aws-sdk:s3:getObject.waitForTaskToken',
  )
  assert.equal(resource, {
    kind: 'sdk',
    partition: '${AWS::Partition}',
    service: 's3',
    action: 'getObject',
    pattern: 'waitForTaskToken',
  })
})

test('a function, with and without a qualifier', () => {
  assert.equal(parseResource('arn:aws:lambda:us-east-1:123456789012:function:f'), {
    kind: 'function',
    partition: 'aws',
    name: 'f',
  })
  assert.equal(parseResource('arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST'), {
    kind: 'function',
    partition: 'aws',
    name: 'f',
    qualifier: '$LATEST',
  })
  assert.is(parseResource('arn:aws:lambda:us-east-1:123456789012:function:'), undefined)
})

test('an activity, something else, and what is not an ARN', () => {
  assert.equal(parseResource('arn:aws:states:us-east-1:123456789012:activity:a'), {
    kind: 'activity',
    partition: 'aws',
    name: 'a',
  })
  assert.is(parseResource('arn:aws:swf:us-east-1:123456789012:task:X')?.kind, 'other')
  for (const text of ['', 'myFn', 'a:b', 'arn', 'arn:aws:lambda', '$.FunctionName', 'arn::states:::lambda:invoke'])
    assert.is(parseResource(text), undefined, text)
})

test('a placeholder is a resource that is known later', () => {
  for (const text of [
    '${FunctionArn}',
    'arn:aws:states:::${Service}:invoke',
    'arn:aws:states:::aws-sdk:s3:${Action}',
    'arn:aws:${Service}:::x',
    'arn:${Rest}',
  ])
    assert.is(parseResource(text)?.kind, 'placeholder', text)
  assert.is(parseResource('${unclosed'), undefined)
})

test('the table knows what each integration can do', () => {
  assert.equal(integrationOf('lambda', 'invoke')?.required, ['FunctionName'])
  assert.equal(integrationOf('states', 'startExecution')?.patterns.includes('sync:2'), true)
  assert.is(integrationOf('dynamodb', 'query'), undefined)
  assert.is(integrationOf('constructor', 'name'), undefined)
  for (const actions of integrations.values())
    for (const integration of actions.values()) assert.ok(integration.patterns.includes('requestResponse'))
})

test.run()
