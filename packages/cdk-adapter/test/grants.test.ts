/** What is granted of resources of the app itself, and what silences a warning. */
import type { StateMachine as Definition, State } from '@orkestra/asl'
import { named, par, type Ref, service } from '@orkestra/core'
import { Annotations, Match } from 'aws-cdk-lib/assertions'
import { UserPool } from 'aws-cdk-lib/aws-cognito'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import { Authorization, Connection, EventBus } from 'aws-cdk-lib/aws-events'
import { ManagedPolicy, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnThing } from 'aws-cdk-lib/aws-iot'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { StringParameter } from 'aws-cdk-lib/aws-ssm'
import {
  Activity,
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  DefinitionBody,
  Parallel,
  Pass,
  StateGraph,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions'
import { Fn, SecretValue, type Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { grantDefinition } from '../src/role/machineRole.ts'
import { definition } from '../src/states/definition.ts'
import { policiesOf, testStack } from './stacks.ts'

const test = suite('grants')

const call = (resource: string, Parameters: object): Definition => ({
  StartAt: 'A',
  States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters, End: true } as State },
})

const machineIn = (stack: Stack, role?: Role) =>
  new StateMachine(stack, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Only')),
    ...(role && { role }),
  })

const granting = (stack: Stack, definition: Definition, machine = machineIn(stack)): StateMachine => {
  grantDefinition(stack, machine, definition, new Map(), [])
  return machine
}

/** `action` of each statement, with its resource as text. */
const allowed = (stack: Stack): string[] =>
  policiesOf(stack)
    .flatMap(({ statements }) => statements)
    .flatMap(({ Action, Resource, ...rest }) =>
      [Action].flat().map((action) => `${action} ${JSON.stringify({ Resource, ...rest })}`),
    )

const of = (stack: Stack, action: string): string => allowed(stack).find((each) => each.startsWith(`${action} `)) ?? ''

const warnings = (stack: Stack): string[] =>
  Annotations.fromStack(stack)
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => entry.data as string)
    .filter((text) => text.includes('underived'))

test('a queue by its URL, and its key', () => {
  const stack = testStack()
  const queue = new Queue(stack, 'Queue', { encryptionMasterKey: new Key(stack, 'Key') })
  granting(stack, call('sqs:sendMessage', { QueueUrl: queue.queueUrl, MessageBody: 'x' }))
  assert.match(of(stack, 'sqs:SendMessage'), /"Fn::GetAtt":\["Queue\w+","Arn"\]/)
  assert.match(of(stack, 'kms:GenerateDataKey'), /"Fn::GetAtt":\["Key\w+","Arn"\]/)
  assert.equal(warnings(stack), [])
})

test('a table by its name or its ARN', () => {
  for (const field of ['tableName', 'tableArn'] as const) {
    const stack = testStack()
    const table = new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } })
    granting(stack, call('dynamodb:putItem', { TableName: table[field] }))
    const resource = of(stack, 'dynamodb:PutItem')
    assert.match(resource, field === 'tableName' ? /:table\/",\{"Ref":"Table/ : /"Fn::GetAtt":\["Table\w+","Arn"\]/)
    assert.not.match(resource, /table\/.*GetAtt/)
    assert.equal(warnings(stack), [])
  }
})

test('an event bus, a topic, a secret and a parameter, each as it is referred to', () => {
  const stack = testStack()
  const bus = new EventBus(stack, 'Bus')
  const secret = new Secret(stack, 'Secret')
  const key = new Key(stack, 'Key')
  const topic = new Topic(stack, 'Topic', { masterKey: key })
  const path = new StringParameter(stack, 'Path', { parameterName: '/a/b', stringValue: 'x' })
  const made = new StringParameter(stack, 'Made', { stringValue: 'x' })
  const definition: Definition = {
    StartAt: 'A',
    States: Object.assign(
      {},
      ...[
        call('events:putEvents', { Entries: [{ EventBusName: bus.eventBusArn }] }),
        call('aws-sdk:secretsmanager:getSecretValue', { SecretId: secret.secretName }),
        call('aws-sdk:secretsmanager:describeSecret', { SecretId: secret.secretArn }),
        call('sns:publish', { TopicArn: topic.topicArn, Message: 'x' }),
        call('aws-sdk:ssm:getParameter', { Name: path.parameterName }),
        call('aws-sdk:ssm:putParameter', { Name: made.parameterName, Value: 'x' }),
      ].map(({ States }, i) => ({ [`s${i}`]: States.A })),
    ),
  }
  granting(stack, definition)
  assert.match(of(stack, 'events:PutEvents'), /"Fn::GetAtt":\["Bus\w+","Arn"\]/)
  for (const action of ['GetSecretValue', 'DescribeSecret'])
    assert.match(of(stack, `secretsmanager:${action}`), /"Resource":\{"Ref":"Secret\w+"\}/)
  assert.match(of(stack, 'sns:Publish'), /"Ref":"Topic/)
  assert.match(of(stack, 'kms:Decrypt'), /"Key\w+"/)
  assert.match(of(stack, 'ssm:GetParameter'), /:parameter",\{"Ref":"Path/)
  assert.match(of(stack, 'ssm:PutParameter'), /:parameter\/",\{"Ref":"Made/)
  assert.equal(warnings(stack), [])
})

test('any construct whose ARN CloudFormation tells, by its name or its id', () => {
  const stack = testStack()
  const pool = new UserPool(stack, 'Pool')
  granting(stack, call('aws-sdk:cognitoidentityprovider:adminGetUser', { UserPoolId: pool.userPoolId, Username: 'u' }))
  assert.match(of(stack, 'cognito-idp:AdminGetUser'), /"Fn::GetAtt":\["Pool\w+","Arn"\]/)
  assert.equal(warnings(stack), [])
  const third = testStack()
  const activity = new Activity(third, 'Activity')
  granting(third, call('aws-sdk:sfn:describeActivity', { ActivityArn: activity.activityArn }))
  assert.match(of(third, 'states:DescribeActivity'), /"Fn::GetAtt":\["Activity\w+","Arn"\]/)
  assert.equal(warnings(third), [])
  const other = testStack()
  const device = new CfnThing(other, 'Thing')
  granting(other, call('aws-sdk:iotdataplane:getThingShadow', { ThingName: device.ref }))
  assert.match(of(other, 'iot:GetThingShadow'), /"Fn::GetAtt":\["Thing","Arn"\]/)
  assert.equal(warnings(other), [])
})

test('an HTTP task gets the secret of its own connection', () => {
  const stack = testStack()
  const connection = new Connection(stack, 'Connection', {
    authorization: Authorization.basic('user', SecretValue.unsafePlainText('x')),
  })
  granting(
    stack,
    call('http:invoke', {
      ApiEndpoint: 'https://example.com',
      Method: 'GET',
      InvocationConfig: { ConnectionArn: connection.connectionArn },
    }),
  )
  assert.match(of(stack, 'secretsmanager:GetSecretValue'), /"Fn::GetAtt":\["Connection\w+","SecretArn"\]/)
  assert.not.match(allowed(stack).join(), 'connection/*')
  assert.equal(warnings(stack), [])
})

test('an alias of a machine: the machine, and the alias as a condition', () => {
  const stack = testStack()
  const child = new StateMachine(stack, 'Child', { definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'P')) })
  const version = new CfnStateMachineVersion(stack, 'Version', { stateMachineArn: child.stateMachineArn })
  const alias = new CfnStateMachineAlias(stack, 'Alias', {
    name: 'live',
    routingConfiguration: [{ stateMachineVersionArn: version.attrArn, weight: 100 }],
  })
  granting(stack, call('states:startExecution.sync:2', { StateMachineArn: alias.attrArn }))
  assert.match(of(stack, 'states:StartExecution'), /"Resource":\{"Ref":"Child\w+"\}/)
  assert.match(of(stack, 'states:StartExecution'), '"states:StateMachineQualifier":"live"')
  assert.match(of(stack, 'states:DescribeExecution'), /"Ref":"Child/)
})

test('the roles of a task definition', () => {
  const stack = testStack()
  const task = new ecs.FargateTaskDefinition(stack, 'Task')
  task.addContainer('main', {
    image: ecs.ContainerImage.fromRegistry('image'),
    logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'x' }),
  })
  granting(stack, call('ecs:runTask', { TaskDefinition: task.taskDefinitionArn, Cluster: 'c' }))
  assert.match(of(stack, 'iam:PassRole'), /TaskTaskRole\w+.*TaskExecutionRole\w+|TaskExecutionRole|TaskTaskRole/)
  assert.is(allowed(stack).filter((each) => each.startsWith('iam:PassRole')).length, 2)
  assert.equal(warnings(stack), [])
})

const untold = (field = '$.queue') => call('sqs:sendMessage', { 'QueueUrl.$': field, MessageBody: 'x' })

test('a grant of CDK after the machine silences the warning', () => {
  const stack = testStack()
  const queue = new Queue(stack, 'Queue')
  const machine = granting(stack, untold())
  queue.grantSendMessages(machine)
  assert.equal(warnings(stack), [])
})

test('a grant of another action does not', () => {
  const stack = testStack()
  const machine = granting(stack, untold())
  new Queue(stack, 'Queue').grantConsumeMessages(machine)
  assert.is(warnings(stack).length, 1)
})

test('what is derived for one state grants nothing to another', () => {
  const [told, named] = [testStack(), testStack()]
  for (const stack of [told, named]) {
    const queue = new Queue(stack, 'Queue')
    const machine = granting(stack, {
      StartAt: 'A',
      States: {
        A: {
          ...(call('sqs:sendMessage', { QueueUrl: queue.queueUrl, MessageBody: 'x' }).States.A as object),
          End: undefined,
          Next: 'B',
        },
        B: untold().States.A,
      } as never,
    })
    // By CDK's own means it is said once more, and more than once is said.
    if (stack === told) queue.grantSendMessages(machine)
  }
  assert.equal(warnings(told), [])
  assert.match(warnings(named).join(), /the state "B" needs sqs:SendMessage/)
})

test('a policy that names the role, a managed one, one within the role and one of an imported role count too', () => {
  const send = () =>
    new PolicyStatement({ actions: ['sqs:Send*'], resources: ['arn:aws:sqs:eu-west-1:123456789012:q'] })
  const ways: readonly ((stack: Stack) => void)[] = [
    (stack) => {
      const machine = granting(stack, untold())
      new Policy(stack, 'P', { roles: [machine.role], statements: [send()] })
    },
    (stack) => {
      const machine = granting(stack, untold())
      new ManagedPolicy(stack, 'P', { roles: [machine.role], statements: [send()] })
    },
    (stack) => {
      const role = new Role(stack, 'R', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
      const machine = machineIn(stack, role)
      granting(stack, untold(), machine)
      role.addToPolicy(send())
    },
    (stack) => {
      const machine = machineIn(stack)
      grantDefinition(stack, machine, untold(), new Map(), [send()])
    },
  ]
  for (const way of ways) {
    const stack = testStack()
    way(stack)
    assert.equal(warnings(stack), [])
  }
})

test('a bucket that grants to the machine, and a value that is imported', () => {
  const stack = testStack()
  const machine = granting(stack, call('aws-sdk:s3:getObject', { Bucket: Fn.importValue('bucket'), 'Key.$': '$.key' }))
  new Bucket(stack, 'Bucket').grantRead(machine)
  assert.equal(warnings(stack), [])
  const other = testStack()
  granting(other, call('dynamodb:putItem', { TableName: Fn.importValue('table') }))
  assert.match(
    warnings(other)[0] as string,
    /dynamodb:PutItem \(the ARN cannot be told from the TableName that CloudFormation fills in\)/,
  )
})

test('a chain of states knows its machine, however deep it stands in it', () => {
  const send = service('sqs:sendMessage', (o: Ref<{ readonly queue: string }>) => ({
    QueueUrl: o.queue,
    MessageBody: 'x',
  }))
  const warned = (grants: boolean): readonly string[] => {
    const stack = testStack()
    const inner = definition(stack, 'Inner', par(send, named('again', send)))
    const machine = new StateMachine(stack, 'Machine', {
      definitionBody: DefinitionBody.fromChainable(new Parallel(stack, 'Around').branch(inner)),
    })
    if (grants) new Queue(stack, 'Queue').grantSendMessages(machine)
    return warnings(stack)
  }
  assert.is(warned(false).length, 2)
  assert.equal(warned(true), [])
})

test('states that are in no machine are warned of', () => {
  const stack = testStack()
  const chain = definition(
    stack,
    'Chain',
    service('sqs:sendMessage', (o: Ref<{ readonly queue: string }>) => ({ QueueUrl: o.queue, MessageBody: 'x' })),
  )
  new StateGraph(chain.startState, 'none')
  assert.is(warnings(stack).length, 1)
})

test.run()
