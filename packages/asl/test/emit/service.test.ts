/** The fields of service calls and activities: what they are, and that the validator takes them in both languages. */
import { emit, type QueryLanguage, type TaskState } from '@orkestra/asl'
import { type AnyStep, activity, type Ref, seconds, service } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { diagnose } from '../../src/validate/diagnose.ts'

const test = suite('service fields')

interface Order {
  id: string
  role: string
}

const [inJsonPath, inJsonata] = ['JSONPath', 'JSONata'] as const

const fieldsOf = (graph: AnyStep, queryLanguage: QueryLanguage, partition = 'aws'): Partial<TaskState> => {
  const definition = emit(graph, { queryLanguage, partition })
  const { End, ...fields } = definition.States[definition.StartAt] as TaskState
  assert.is(End, true)
  // That an activity has no time-out is worth a warning.
  assert.equal(
    diagnose(definition).filter(({ severity }) => severity === 'error'),
    [],
  )
  return fields
}

const put = service('dynamodb:putItem', (o: Ref<Order>) => ({ TableName: 'orders', Item: { id: { S: o.id } } }))
test('a call in JSONPath and in JSONata', () => {
  assert.equal(fieldsOf(put, inJsonPath), {
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:putItem',
    Parameters: { TableName: 'orders', Item: { id: { 'S.$': '$.id' } } },
  })
  assert.equal(fieldsOf(put, inJsonata), {
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:putItem',
    Arguments: { TableName: 'orders', Item: { id: { S: '{% $states.input.id %}' } } },
  })
})

test('another partition', () => {
  const { Resource } = fieldsOf(put, inJsonPath, 'aws-cn')
  assert.is(Resource, 'arn:aws-cn:states:::dynamodb:putItem')
})

test('a token, times, and a role from the input', () => {
  const ask = service(
    'sqs:sendMessage.waitForTaskToken',
    (o: Ref<Order>, token) => ({ QueueUrl: 'u', MessageBody: { id: o.id, token } }),
    { heartbeat: seconds(30), taskTimeout: seconds(59.5), credentials: (o) => o.role },
  )
  assert.equal(fieldsOf(ask, inJsonPath), {
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
    Parameters: { QueueUrl: 'u', MessageBody: { 'id.$': '$.id', 'token.$': '$$.Task.Token' } },
    TimeoutSeconds: 60,
    HeartbeatSeconds: 30,
    Credentials: { 'RoleArn.$': '$.role' },
  })
  assert.equal(fieldsOf(ask, inJsonata).Credentials, { RoleArn: '{% $states.input.role %}' })
})

test('a role that is known', () => {
  const graph = service(
    'sns:publish',
    { Message: 'm', TopicArn: 't' },
    { credentials: 'arn:aws:iam::123456789012:role/r' },
  )
  for (const writer of [inJsonPath, inJsonata])
    assert.equal(fieldsOf(graph, writer).Credentials, { RoleArn: 'arn:aws:iam::123456789012:role/r' })
})

test('a selection that is an object or a path stands as it is; any other is wrapped in JSONPath', () => {
  const object = service('sns:publish', { Message: 'm', TopicArn: 't' }, { result: (r) => ({ id: r.MessageId }) })
  assert.equal(fieldsOf(object, inJsonPath).ResultSelector, { 'id.$': '$.MessageId' })
  assert.not.ok('OutputPath' in fieldsOf(object, inJsonPath))
  assert.equal(fieldsOf(object, inJsonata).Output, { id: '{% $states.result.MessageId %}' })

  const field = service('sns:publish', { Message: 'm', TopicArn: 't' }, { result: (r) => r.MessageId })
  assert.is(fieldsOf(field, inJsonPath).OutputPath, '$.MessageId')
  assert.is(fieldsOf(field, inJsonata).Output, '{% $states.result.MessageId %}')

  const constant = service('sns:publish', { Message: 'm', TopicArn: 't' }, { result: () => ({ isSent: true }) })
  assert.equal(fieldsOf(constant, inJsonPath).ResultSelector, { isSent: true })
  const list = service('sns:publish', { Message: 'm', TopicArn: 't' }, { result: () => ['a', 1] })
  assert.equal(fieldsOf(list, inJsonPath).ResultSelector, { value: ['a', 1] })
  assert.is(fieldsOf(list, inJsonPath).OutputPath, '$.value')
  assert.equal(fieldsOf(list, inJsonata).Output, ['a', 1])
})

test('an activity is its ARN', () => {
  const arn = 'arn:aws:states:eu-west-1:123456789012:activity:weigh'
  for (const writer of [inJsonPath, inJsonata]) {
    assert.equal(fieldsOf(activity(arn), writer), { Type: 'Task', Resource: arn })
    assert.equal(fieldsOf(activity(arn, { taskTimeout: seconds(60), heartbeat: seconds(5) }), writer), {
      Type: 'Task',
      Resource: arn,
      TimeoutSeconds: 60,
      HeartbeatSeconds: 5,
    })
  }
})

test.run()
