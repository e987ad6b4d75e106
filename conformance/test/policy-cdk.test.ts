/**
 * The policy that we derive from a definition and what CDK's own tasks grant for the same states, as sets of actions on
 * resources. Where they differ, the difference stands here with its reason; any other fails.
 */
import { policy, type StateMachine } from '@orkestra/asl'
import * as batch from 'aws-cdk-lib/aws-batch'
import { Table } from 'aws-cdk-lib/aws-dynamodb'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import { EventBus } from 'aws-cdk-lib/aws-events'
import * as iam from 'aws-cdk-lib/aws-iam'
import { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import * as sfn from 'aws-cdk-lib/aws-stepfunctions'
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { App, Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('policy and CDK')

const account = '123456789012'
const region = 'eu-west-1'
const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`

interface Statement {
  readonly Action: string | readonly string[]
  readonly Resource: unknown
}

/** What CloudFormation will make of references. */
const referred = (id: string): string => {
  if (id === 'AWS::Partition') return 'aws'
  if (id.startsWith('Machine')) return arn('states', 'stateMachine:orders')
  return id.startsWith('Definition') ? arn('ecs', 'task-definition/family:1') : `\${${id}}`
}

/** Intrinsic functions as the text that they become. */
const filled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filled)
  if (typeof value !== 'object' || value === null) return value
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value)
  if (more.length === 0 && name === 'Ref') return referred(String(argument))
  if (name === 'Fn::GetAtt') return referred(String((argument as string[])[0]))
  if (name === 'Fn::Join') {
    const [separator, parts] = filled(argument) as [string, unknown[]]
    return parts.join(separator)
  }
  if (name === 'Fn::Split') {
    const [separator, text] = filled(argument) as [string, string]
    return text.split(separator)
  }
  if (name === 'Fn::Select') {
    const [index, parts] = filled(argument) as [number, string[]]
    return parts[Number(index)]
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]))
}

const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(String)

const grantsOf = (statements: readonly Statement[]): readonly string[] =>
  statements
    .flatMap(({ Action, Resource }) =>
      listed(Action).flatMap((action) => listed(Resource).map((resource) => `${action} ${resource}`)),
    )
    .sort()

interface Both {
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  readonly open: readonly string[]
}

/** Deploys a state with CDK, and derives the policy of the definition that CDK makes of it. */
const both = (make: (stack: Stack) => sfn.IChainable & sfn.State): Both => {
  const app = new App()
  const stack = new Stack(app, 'Stack', { env: { account, region } })
  const state = make(stack)
  new sfn.StateMachine(stack, 'Machine', {
    definitionBody: sfn.DefinitionBody.fromChainable(state),
    stateMachineName: 'orders',
  })
  const template = app.synth().getStackByName('Stack').template as {
    readonly Resources: Readonly<
      Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>
    >
  }
  const resources = Object.entries(template.Resources)
  const ofMachine = ([id, { Type }]: (typeof resources)[number]) =>
    Type === 'AWS::IAM::Policy' && (id.startsWith('Machine') || id.includes('DistributedMapPolicy'))
  const theirs = resources
    .filter(ofMachine)
    .flatMap(([, { Properties }]) => (filled(Properties.PolicyDocument) as { Statement: Statement[] }).Statement)
  const machine = resources.find(([, { Type }]) => Type === 'AWS::StepFunctions::StateMachine')?.[1]
  const definition = JSON.parse(String(filled(machine?.Properties.DefinitionString))) as StateMachine
  const { document, underived } = policy(definition, { account, region, name: 'orders' })
  return { ours: grantsOf(document.Statement), theirs: grantsOf(theirs), open: underived.map(({ action }) => action) }
}

interface Differences {
  /** What only CDK grants, and why we do not. */
  readonly theirs?: Readonly<Record<string, string>>
  /** What only we grant, and why. */
  readonly ours?: Readonly<Record<string, string>>
  /** What we leave to the user, and why. */
  readonly open?: Readonly<Record<string, string>>
}

const compare = (name: string, make: Parameters<typeof both>[0], differences: Differences = {}): void =>
  test(name, () => {
    const { ours, theirs, open } = both(make)
    const known = (of: Readonly<Record<string, string>> = {}) => Object.keys(of).sort()
    assert.equal(
      theirs.filter((grant) => !ours.includes(grant)),
      known(differences.theirs),
      'only CDK',
    )
    assert.equal(
      ours.filter((grant) => !theirs.includes(grant)),
      known(differences.ours),
      'only we',
    )
    assert.equal([...open].sort(), known(differences.open), 'left open')
    assert.ok(theirs.length > 0)
  })

const lambda = (stack: Stack) => Lambda.fromFunctionArn(stack, 'F', arn('lambda', 'function:f'))
const child = (stack: Stack) =>
  sfn.StateMachine.fromStateMachineArn(stack, 'Child', arn('states', 'stateMachine:child'))
const { REQUEST_RESPONSE, RUN_JOB, WAIT_FOR_TASK_TOKEN } = sfn.IntegrationPattern

compare('Lambda', (stack) => new tasks.LambdaInvoke(stack, 'Task', { lambdaFunction: lambda(stack) }))
compare(
  'Lambda by its ARN',
  (stack) => new tasks.LambdaInvoke(stack, 'Task', { lambdaFunction: lambda(stack), payloadResponseOnly: true }),
)
compare('Lambda with a task token, in JSONata', (stack) =>
  tasks.LambdaInvoke.jsonata(stack, 'Task', {
    lambdaFunction: lambda(stack),
    integrationPattern: WAIT_FOR_TASK_TOKEN,
    payload: sfn.TaskInput.fromObject({ token: '{% $states.context.Task.Token %}' }),
  }),
)
compare(
  'SNS',
  (stack) =>
    new tasks.SnsPublish(stack, 'Task', {
      topic: Topic.fromTopicArn(stack, 'Topic', arn('sns', 'topic')),
      message: sfn.TaskInput.fromText('hello'),
    }),
)
compare(
  'SQS',
  (stack) =>
    new tasks.SqsSendMessage(stack, 'Task', {
      queue: Queue.fromQueueAttributes(stack, 'Queue', {
        queueArn: arn('sqs', 'queue'),
        queueUrl: `https://sqs.${region}.amazonaws.com/${account}/queue`,
      }),
      messageBody: sfn.TaskInput.fromText('hello'),
    }),
)
const table = (stack: Stack) => Table.fromTableName(stack, 'Table', 'table')
const key = { id: tasks.DynamoAttributeValue.fromString('1') }
compare('DynamoDB, get', (stack) => new tasks.DynamoGetItem(stack, 'Task', { table: table(stack), key }))
compare('DynamoDB, put', (stack) => new tasks.DynamoPutItem(stack, 'Task', { table: table(stack), item: key }))
compare('DynamoDB, update', (stack) => new tasks.DynamoUpdateItem(stack, 'Task', { table: table(stack), key }))
compare('DynamoDB, delete', (stack) => new tasks.DynamoDeleteItem(stack, 'Task', { table: table(stack), key }))
compare(
  'EventBridge',
  (stack) =>
    new tasks.EventBridgePutEvents(stack, 'Task', {
      entries: [
        {
          eventBus: EventBus.fromEventBusName(stack, 'Bus', 'bus'),
          source: 'test',
          detailType: 'test',
          detail: sfn.TaskInput.fromText('hello'),
        },
      ],
    }),
)
const nested = (integrationPattern: sfn.IntegrationPattern) => (stack: Stack) =>
  new tasks.StepFunctionsStartExecution(stack, 'Task', {
    stateMachine: child(stack),
    integrationPattern,
    ...(integrationPattern === WAIT_FOR_TASK_TOKEN && {
      input: sfn.TaskInput.fromObject({ token: sfn.JsonPath.taskToken }),
    }),
  })
compare('a nested execution, started', nested(REQUEST_RESPONSE))
compare('a nested execution, with a task token', nested(WAIT_FOR_TASK_TOKEN))
const tighter = 'the executions of the child are child:*; CDK has child*, which also matches those of child2'
compare('a nested execution, waited for', nested(RUN_JOB), {
  theirs: {
    [`states:DescribeExecution ${arn('states', 'execution:child*')}`]: tighter,
    [`states:StopExecution ${arn('states', 'execution:child*')}`]: tighter,
  },
  ours: {
    [`states:DescribeExecution ${arn('states', 'execution:child:*')}`]: tighter,
    [`states:StopExecution ${arn('states', 'execution:child:*')}`]: tighter,
  },
})
const definition = 'CDK allows any job definition, we the one that is named'
const waits = 'the developer guide asks for both, so that a stopped execution stops its job'
compare(
  'Batch',
  (stack) =>
    new tasks.BatchSubmitJob(stack, 'Task', {
      jobDefinitionArn: batch.EcsJobDefinition.fromJobDefinitionArn(stack, 'Job', arn('batch', 'job-definition/job:1'))
        .jobDefinitionArn,
      jobName: 'job',
      jobQueueArn: arn('batch', 'job-queue/queue'),
    }),
  {
    theirs: { [`batch:SubmitJob ${arn('batch', 'job-definition/*')}`]: definition },
    ours: {
      [`batch:SubmitJob ${arn('batch', 'job-definition/job:1')}`]: definition,
      'batch:DescribeJobs *': waits,
      'batch:TerminateJob *': waits,
    },
  },
)
compare('Glue, started', (stack) => new tasks.GlueStartJobRun(stack, 'Task', { glueJobName: 'job' }))
compare(
  'Glue, waited for',
  (stack) => new tasks.GlueStartJobRun(stack, 'Task', { glueJobName: 'job', integrationPattern: RUN_JOB }),
)
const anyTask = 'CDK allows any task, we those of the cluster; they are needed only where the state waits'
const roles = 'a definition holds no roles: those are in the task definition, which CDK has at hand'
compare(
  'ECS',
  (stack) => {
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Definition', {
      taskRole: iam.Role.fromRoleArn(stack, 'TaskRole', `arn:aws:iam::${account}:role/task`),
      executionRole: iam.Role.fromRoleArn(stack, 'ExecutionRole', `arn:aws:iam::${account}:role/execution`),
      family: 'family',
    })
    taskDefinition.addContainer('main', { image: ecs.ContainerImage.fromRegistry('image') })
    return new tasks.EcsRunTask(stack, 'Task', {
      cluster: ecs.Cluster.fromClusterAttributes(stack, 'Cluster', {
        clusterName: 'cluster',
        clusterArn: arn('ecs', 'cluster/cluster'),
        vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
          vpcId: 'vpc',
          availabilityZones: ['a'],
          privateSubnetIds: ['subnet'],
        }),
      }),
      taskDefinition,
      launchTarget: new tasks.EcsFargateLaunchTarget(),
      integrationPattern: RUN_JOB,
    })
  },
  {
    theirs: {
      'ecs:StopTask *': anyTask,
      'ecs:DescribeTasks *': anyTask,
      [`iam:PassRole arn:aws:iam::${account}:role/task`]: roles,
      [`iam:PassRole arn:aws:iam::${account}:role/execution`]: roles,
    },
    ours: {
      [`ecs:DescribeTasks ${arn('ecs', 'task/cluster/*')}`]: anyTask,
      [`ecs:StopTask ${arn('ecs', 'task/cluster/*')}`]: anyTask,
    },
    open: { 'iam:PassRole': roles },
  },
)
const children = 'the ARN of a child is orders/LABEL:ID, which CDK and the developer guide leave out'
compare(
  'a distributed Map that lists objects and writes results',
  (stack) => {
    const bucket = Bucket.fromBucketName(stack, 'Bucket', 'bucket')
    const map = new sfn.DistributedMap(stack, 'Map', {
      itemReader: new sfn.S3ObjectsItemReader({ bucket, prefix: 'in' }),
      resultWriterV2: new sfn.ResultWriterV2({ bucket, prefix: 'out' }),
    })
    map.itemProcessor(new sfn.Pass(stack, 'Item'))
    return map
  },
  {
    ours: {
      [`states:DescribeExecution ${arn('states', 'execution:orders/*')}`]: children,
      [`states:StopExecution ${arn('states', 'execution:orders/*')}`]: children,
    },
  },
)

test.run()
