/** What a service call and an activity are made of, and what is refused. What they mean is tested where they are emitted and run. */
import {
  activity,
  context,
  jsonata,
  jsonPath,
  minutes,
  pass,
  type Ref,
  seconds,
  service,
  type Task,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('service')

/** For what a caller without types may do. */
const untyped = service as unknown as (...given: readonly unknown[]) => unknown
const node = (graph: unknown): Task => graph as Task

interface Order {
  id: string
  role: string
}

test('a call holds the resource, the arguments and the name of the action', () => {
  assert.equal(
    node(service('dynamodb:putItem', (o: Ref<Order>) => ({ TableName: 'orders', Item: { id: { S: o.id } } }))),
    {
      _tag: 'Task',
      name: 'putItem',
      target: {
        kind: 'service',
        resource: 'dynamodb:putItem',
        arguments: {
          _tag: 'Object',
          fields: [
            ['TableName', { _tag: 'Literal', value: 'orders' }],
            [
              'Item',
              {
                _tag: 'Object',
                fields: [
                  [
                    'id',
                    { _tag: 'Object', fields: [['S', { _tag: 'Reference', root: { _tag: 'Input' }, path: ['id'] }]] },
                  ],
                ],
              },
            ],
          ],
        },
      },
    },
  )
})

test('plain arguments need no callback', () => {
  const { target } = node(service('sns:publish', { Message: 'm', TopicArn: 't' }))
  assert.equal(target, {
    kind: 'service',
    resource: 'sns:publish',
    arguments: { _tag: 'Literal', value: { Message: 'm', TopicArn: 't' } },
  })
})

test('the name is the action without the pattern, or one’s own', () => {
  assert.is(node(service('states:startExecution.sync:2', { StateMachineArn: 'a' })).name, 'startExecution')
  assert.is(node(service('aws-sdk:dynamodb:query', {})).name, 'query')
  assert.is(node(service('emr-containers:startJobRun.sync', { VirtualClusterId: 'v' })).name, 'startJobRun')
  assert.is(node(service('aws-sdk:dynamodb:query', {}, { name: 'find' })).name, 'find')
})

test('a selection is kept, and the whole answer is none', () => {
  assert.equal(node(service('sns:publish', { Message: 'm' }, { result: (r) => r.MessageId })).result, {
    _tag: 'Reference',
    root: { _tag: 'Result' },
    path: ['MessageId'],
  })
  assert.not.ok('result' in service('sns:publish', { Message: 'm' }, { result: (r) => r }))
  assert.equal(node(service('sns:publish', { Message: 'm' }, { result: (r) => ({ r }) })).result?._tag, 'Object')
  assert.equal(node(service('sns:publish', { Message: 'm' }, { result: () => 'sent' })).result, {
    _tag: 'Literal',
    value: 'sent',
  })
})

test('times and credentials are kept, frozen', () => {
  const timeout = { seconds: 60 }
  const task = node(
    service('ecs:runTask.sync', (_o: Ref<Order>) => ({ TaskDefinition: 'd' }), {
      taskTimeout: timeout,
      heartbeat: seconds(20),
      credentials: (o) => o.role,
    }),
  )
  timeout.seconds = 1
  assert.equal(task.taskTimeout, { seconds: 60 })
  assert.equal(task.heartbeat, { seconds: 20 })
  assert.equal(task.credentials, { _tag: 'Reference', root: { _tag: 'Input' }, path: ['role'] })
  assert.ok(Object.isFrozen(task) && Object.isFrozen(task.target))
  assert.equal(node(service('sns:publish', { Message: 'm' }, { credentials: 'arn' })).credentials, {
    _tag: 'Literal',
    value: 'arn',
  })
})

test('the token is a reference to the context', () => {
  const { target } = node(
    service('sqs:sendMessage.waitForTaskToken', (_o: Ref<Order>, token) => ({
      QueueUrl: 'u',
      MessageBody: [{ token }],
    })),
  )
  assert.match(JSON.stringify(target), '{"_tag":"Reference","root":{"_tag":"Context"},"path":["Task","Token"]}')
})

test('a token may also be passed on with the context around it, or by an expression of one’s own', () => {
  for (const body of [
    context,
    { all: [context] },
    jsonPath('$$.Task.Token'),
    jsonPath("$$['Task']['Token']"),
    jsonPath("States.Format('{}', $$.Task.Token)"),
    jsonata('$states.context.Task.Token'),
  ])
    assert.not.throws(() => untyped('sqs:sendMessage.waitForTaskToken', () => ({ QueueUrl: 'u', MessageBody: body })))
})

test('a token that is never passed on is an error', () => {
  for (const body of ['m', context.Execution.Id, jsonPath('$.Task'), jsonata('$states.context.Task')])
    assert.throws(
      () => untyped('sqs:sendMessage.waitForTaskToken', () => ({ QueueUrl: 'u', MessageBody: body })),
      (error: unknown) =>
        error instanceof TypeError && /token is never passed on.*\(input, token\)/.test(error.message),
    )
})

const refused = (
  name: string,
  kind: typeof TypeError | typeof RangeError,
  says: RegExp,
  ...given: readonly unknown[]
) =>
  test(name, () =>
    assert.throws(
      () => untyped(...given),
      (error: unknown) => error instanceof kind && says.test((error as Error).message),
    ),
  )

refused('a text that is no resource', TypeError, /"lambda": expected what stands after arn:aws:states:::/, 'lambda', {})
refused('a number for a resource', TypeError, /expected what stands after/, 3, {})
refused('a pattern that there is not', TypeError, /expected what stands after/, 'sqs:sendMessage.wait', {})
refused('an integration that there is not', TypeError, /no such optimized integration.*aws-sdk/, 'sqs:sendMesage', {})
refused(
  'a pattern that it has not',
  TypeError,
  /sqs:sendMessage has only requestResponse, waitForTaskToken/,
  'sqs:sendMessage.sync',
  {},
)
refused('a job of the SDK', TypeError, /The AWS SDK has no \.sync/, 'aws-sdk:glue:startJobRun.sync', {})
refused('an upper-case service of the SDK', TypeError, /in lower case/, 'aws-sdk:DynamoDB:query', {})
refused('an action in Pascal case', TypeError, /in lower case/, 'aws-sdk:dynamodb:Query', {})
refused('all fields that are missing', TypeError, /the arguments lack QueueUrl, MessageBody\.$/, 'sqs:sendMessage', {})
refused(
  'a field that is missing beside references',
  TypeError,
  /lack MessageBody\.$/,
  'sqs:sendMessage',
  (i: Ref<Order>) => ({ QueueUrl: i.id }),
)
refused('a reference for the arguments', TypeError, /must be an object/, 'aws-sdk:dynamodb:query', (i: Ref<Order>) => i)
refused('a list for the arguments', TypeError, /must be an object/, 'aws-sdk:dynamodb:query', ['a'])
refused('a text for the arguments', TypeError, /must be an object/, 'aws-sdk:dynamodb:query', 'a')
refused('null for the arguments', TypeError, /must be an object/, 'aws-sdk:dynamodb:query', null)
refused(
  'what is not JSON, with its place',
  TypeError,
  /arguments\.At\.when: expected JSON or a reference, got Date/,
  'aws-sdk:dynamodb:query',
  { At: { when: new Date(0) } },
)
refused(
  'a result that is not JSON',
  TypeError,
  /result: expected JSON/,
  'sns:publish',
  { Message: 'm' },
  { result: () => undefined },
)
refused(
  'credentials that are no JSON',
  TypeError,
  /credentials: expected JSON/,
  'sns:publish',
  { Message: 'm' },
  { credentials: () => undefined },
)
refused(
  'a blank name',
  TypeError,
  /a name needs at least one non-blank character/,
  'sns:publish',
  { Message: 'm' },
  { name: ' ' },
)
refused(
  'a time-out of nothing',
  RangeError,
  /taskTimeout must be at least one second, got 0 s/,
  'sns:publish',
  { Message: 'm' },
  { taskTimeout: seconds(0) },
)
refused(
  'a heartbeat of nothing',
  RangeError,
  /heartbeat must be at least one second/,
  'glue:startJobRun.sync',
  { JobName: 'j' },
  { heartbeat: seconds(0) },
)
refused(
  'an endless time-out',
  RangeError,
  /at least one second/,
  'sns:publish',
  { Message: 'm' },
  { taskTimeout: { seconds: Number.POSITIVE_INFINITY } },
)
refused(
  'a heartbeat as long as the time-out',
  RangeError,
  /heartbeat \(60 s\) must be shorter than taskTimeout \(60 s\)/,
  'glue:startJobRun.sync',
  { JobName: 'j' },
  { heartbeat: minutes(1), taskTimeout: minutes(1) },
)
refused(
  'a heartbeat where nothing is waited for',
  TypeError,
  /heartbeat needs .sync or .waitForTaskToken/,
  'sns:publish',
  { Message: 'm' },
  { heartbeat: seconds(3) },
)

test('an activity is known by its ARN', () => {
  const arn = 'arn:aws:states:eu-west-1:123456789012:activity:weigh'
  assert.equal(node(activity(arn)), { _tag: 'Task', name: 'weigh', target: { kind: 'activity', arn } })
  assert.equal(node(activity(arn, { name: 'scales', taskTimeout: minutes(5), heartbeat: seconds(30) })), {
    _tag: 'Task',
    name: 'scales',
    target: { kind: 'activity', arn },
    taskTimeout: { seconds: 300 },
    heartbeat: { seconds: 30 },
  })
})

test('an activity may be a placeholder, or have one for its name', () => {
  const placeholder = (name: string) => ['$', '{', name, '}'].join('')
  assert.is(node(activity(placeholder('weigh'))).name, 'weigh')
  assert.is(
    node(activity(`arn:aws:states:${placeholder('r')}:${placeholder('a')}:activity:${placeholder('w')}`)).name,
    'w',
  )
})

test('an activity refuses what is not an ARN of one, blank names, and times that do not fit', () => {
  const arn = 'arn:aws:states:eu-west-1:123456789012:activity:weigh'
  assert.throws(() => activity('weigh'), /activity "weigh": expected an activity's ARN/)
  assert.throws(
    () => activity('arn:aws:states:eu-west-1:123456789012:stateMachine:weigh'),
    /expected an activity's ARN/,
  )
  assert.throws(() => activity(arn, { name: '' }), /a name needs at least one non-blank character/)
  assert.throws(() => activity(arn, { heartbeat: seconds(0) }), /heartbeat must be at least one second/)
  assert.throws(() => activity(arn, { heartbeat: seconds(9), taskTimeout: seconds(9) }), /shorter than taskTimeout/)
})

test('equal calls are equal values', () => {
  const made = () => service('sns:publish', (o: Ref<Order>) => ({ Message: o.id }))
  assert.equal(made(), made())
  assert.equal(JSON.stringify(pass(() => 1)), JSON.stringify(pass(() => 1)))
})

test.run()
