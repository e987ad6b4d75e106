/**
 * The policy that we derive from a definition and what CDK's own tasks grant for the same states, as sets of actions on
 * resources. Where they differ, the difference stands here with its reason; any other fails.
 */
import { policy, type StateMachine, wanted } from '@orkestra/asl'
import * as batch from 'aws-cdk-lib/aws-batch'
import * as codebuild from 'aws-cdk-lib/aws-codebuild'
import { Table } from 'aws-cdk-lib/aws-dynamodb'
import * as ec2 from 'aws-cdk-lib/aws-ec2'
import * as ecs from 'aws-cdk-lib/aws-ecs'
import * as eks from 'aws-cdk-lib/aws-eks'
import { Connection, EventBus } from 'aws-cdk-lib/aws-events'
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

/** IAM does not look at the case of an action; CDK writes some of them as the SDK does. */
const spelt = (action: string): string => action.replace(/:[a-z]/, (start) => start.toUpperCase())

const grantsOf = (statements: readonly Statement[]): readonly string[] =>
  statements
    .flatMap(({ Action, Resource }) =>
      listed(Action).flatMap((action) => listed(Resource).map((resource) => `${spelt(action)} ${resource}`)),
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
  return {
    ours: grantsOf(document.Statement),
    theirs: grantsOf(theirs),
    open: underived.filter(({ onlyIf }) => onlyIf === undefined).map(wanted),
  }
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

const projects = (stack: Stack) => codebuild.Project.fromProjectName(stack, 'Project', 'project')
compare(
  'CodeBuild, a batch',
  (stack) =>
    new tasks.CodeBuildStartBuildBatch(stack, 'Task', { project: projects(stack), integrationPattern: RUN_JOB }),
)
compare(
  'CodeBuild, a build',
  (stack) => new tasks.CodeBuildStartBuild(stack, 'Task', { project: projects(stack), integrationPattern: RUN_JOB }),
)
compare(
  'DataBrew, waited for',
  (stack) => new tasks.GlueDataBrewStartJobRun(stack, 'Task', { name: 'job', integrationPattern: RUN_JOB }),
)
const anyJob = 'CDK allows everything, we jobs, which is the same and says what it is'
compare(
  'MediaConvert, waited for',
  (stack) =>
    new tasks.MediaConvertCreateJob(stack, 'Task', {
      createJobRequest: { Role: `arn:aws:iam::${account}:role/media`, Settings: {} },
      integrationPattern: RUN_JOB,
    }),
  {
    theirs: { 'mediaconvert:CancelJob *': anyJob, 'mediaconvert:GetJob *': anyJob },
    ours: {
      [`mediaconvert:CancelJob ${arn('mediaconvert', 'jobs/*')}`]: anyJob,
      [`mediaconvert:GetJob ${arn('mediaconvert', 'jobs/*')}`]: anyJob,
    },
  },
)

const named = 'CDK allows any cluster, we the one that is named'
const cluster = (id: string) => arn('elasticmapreduce', `cluster/${id}`)
/** The same actions, on any cluster by CDK and on one by us. */
const onOneCluster = (...actions: readonly string[]): Differences => ({
  theirs: Object.fromEntries(actions.map((action) => [`elasticmapreduce:${action} ${cluster('*')}`, named])),
  ours: Object.fromEntries(actions.map((action) => [`elasticmapreduce:${action} ${cluster('j')}`, named])),
})
compare(
  'EMR, a step, waited for',
  (stack) =>
    new tasks.EmrAddStep(stack, 'Task', {
      clusterId: 'j',
      name: 'step',
      jar: 's3://b/jar',
      integrationPattern: RUN_JOB,
    }),
  onOneCluster('AddJobFlowSteps', 'CancelSteps', 'DescribeStep'),
)
compare(
  'EMR, a step cancelled',
  (stack) => new tasks.EmrCancelStep(stack, 'Task', { clusterId: 'j', stepId: 's' }),
  onOneCluster('CancelSteps'),
)
compare(
  'EMR, terminated',
  (stack) => new tasks.EmrTerminateCluster(stack, 'Task', { clusterId: 'j', integrationPattern: RUN_JOB }),
  onOneCluster('DescribeCluster', 'TerminateJobFlows'),
)
compare(
  'EMR, protected',
  (stack) =>
    new tasks.EmrSetClusterTerminationProtection(stack, 'Task', { clusterId: 'j', terminationProtected: true }),
  onOneCluster('SetTerminationProtection'),
)
compare(
  'EMR, a fleet',
  (stack) =>
    new tasks.EmrModifyInstanceFleetByName(stack, 'Task', {
      clusterId: 'j',
      instanceFleetName: 'f',
      targetOnDemandCapacity: 2,
      targetSpotCapacity: 0,
    }),
  onOneCluster('ListInstanceFleets', 'ModifyInstanceFleet'),
)
compare(
  'EMR, a group',
  (stack) =>
    new tasks.EmrModifyInstanceGroupByName(stack, 'Task', {
      clusterId: 'j',
      instanceGroupName: 'g',
      instanceGroup: { instanceCount: 1 },
    }),
  onOneCluster('ListInstanceGroups', 'ModifyInstanceGroups'),
)
const emrRole = (stack: Stack, name: string) => iam.Role.fromRoleName(stack, name, name)
const first = 'only the first cluster of an account makes this role; the developer guide leaves it out'
const profile = 'the nodes act in an instance profile, which a definition names and whose role it does not'
const inPlace = 'CDK allows all there is, we the clusters of this account and region'
compare(
  'EMR, a cluster, waited for',
  (stack) =>
    new tasks.EmrCreateCluster(stack, 'Task', {
      name: 'cluster',
      instances: {},
      serviceRole: emrRole(stack, 'service'),
      clusterRole: emrRole(stack, 'nodes'),
      autoScalingRole: emrRole(stack, 'scaling'),
    }),
  {
    theirs: {
      'elasticmapreduce:AddTags *': 'it is needed only where there are tags',
      'elasticmapreduce:DescribeCluster *': inPlace,
      'elasticmapreduce:TerminateJobFlows *': inPlace,
      [`iam:CreateServiceLinkedRole arn:aws:iam::${account}:role/aws-service-role/elasticmapreduce.amazonaws.com*/AWSServiceRoleForEMRCleanup*`]:
        first,
      [`iam:PassRole arn:aws:iam::${account}:role/nodes`]: profile,
    },
    ours: {
      [`elasticmapreduce:DescribeCluster ${cluster('*')}`]: inPlace,
      [`elasticmapreduce:TerminateJobFlows ${cluster('*')}`]: inPlace,
    },
    open: { 'iam:PassRole': profile },
  },
)
compare(
  'EMR on EKS, a virtual cluster',
  (stack) =>
    new tasks.EmrContainersCreateVirtualCluster(stack, 'Task', {
      eksCluster: tasks.EksClusterInput.fromTaskInput(sfn.TaskInput.fromText('c')),
    }),
)
compare(
  'EMR on EKS, a virtual cluster deleted',
  (stack) =>
    new tasks.EmrContainersDeleteVirtualCluster(stack, 'Task', {
      virtualClusterId: sfn.TaskInput.fromText('v'),
      integrationPattern: RUN_JOB,
    }),
)
compare(
  'EMR on EKS, a job, waited for',
  (stack) =>
    new tasks.EmrContainersStartJobRun(stack, 'Task', {
      virtualCluster: tasks.VirtualClusterInput.fromVirtualClusterId('v'),
      releaseLabel: tasks.ReleaseLabel.EMR_6_2_0,
      executionRole: iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${account}:role/job`),
      jobDriver: { sparkSubmitJobDriver: { entryPoint: sfn.TaskInput.fromText('s3://b/e') } },
      integrationPattern: RUN_JOB,
    }),
)
const exact = 'CDK allows what begins with the name or everything, we what has the name'
/** The same actions, on more than one name by CDK and on one by us. */
const onOneName = (theirs: string, ours: string, ...actions: readonly string[]) => ({
  theirs: Object.fromEntries(actions.map((action) => [`sagemaker:${action} ${arn('sagemaker', theirs)}`, exact])),
  ours: Object.fromEntries(actions.map((action) => [`sagemaker:${action} ${arn('sagemaker', ours)}`, exact])),
})
const modelHasIt = 'a transform job acts in the role of its model: no role is passed'
const withRole = (differences: ReturnType<typeof onOneName>): Differences => ({
  ...differences,
  theirs: { ...differences.theirs, [`iam:PassRole arn:aws:iam::${account}:role/sagemaker`]: modelHasIt },
})
const sagemakerRole = (stack: Stack) => iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${account}:role/sagemaker`)
compare(
  'SageMaker, an endpoint',
  (stack) => new tasks.SageMakerCreateEndpoint(stack, 'Task', { endpointName: 'End', endpointConfigName: 'Config' }),
)
compare(
  'SageMaker, an endpoint changed',
  (stack) => new tasks.SageMakerUpdateEndpoint(stack, 'Task', { endpointName: 'End', endpointConfigName: 'Config' }),
)
compare(
  'SageMaker, the configuration of an endpoint',
  (stack) =>
    new tasks.SageMakerCreateEndpointConfig(stack, 'Task', {
      endpointConfigName: 'Config',
      productionVariants: [
        {
          modelName: 'M',
          variantName: 'v',
          instanceType: ec2.InstanceType.of(ec2.InstanceClass.M5, ec2.InstanceSize.LARGE),
        },
      ],
    }),
)
compare(
  'SageMaker, a model',
  (stack) =>
    new tasks.SageMakerCreateModel(stack, 'Task', {
      modelName: 'Model',
      primaryContainer: new tasks.ContainerDefinition({ modelS3Location: tasks.S3Location.fromJsonExpression('$.s3') }),
      role: sagemakerRole(stack),
    }),
  onOneName('model/model*', 'model/model', 'CreateModel'),
)
compare(
  'SageMaker, a training, waited for',
  (stack) =>
    new tasks.SageMakerCreateTrainingJob(stack, 'Task', {
      trainingJobName: 'train',
      algorithmSpecification: { algorithmName: 'a', trainingInputMode: tasks.InputMode.FILE },
      inputDataConfig: [
        { channelName: 'c', dataSource: { s3DataSource: { s3Location: tasks.S3Location.fromJsonExpression('$.s3') } } },
      ],
      outputDataConfig: { s3OutputLocation: tasks.S3Location.fromJsonExpression('$.s3') },
      role: sagemakerRole(stack),
      integrationPattern: RUN_JOB,
    }),
  onOneName(
    'training-job/train*',
    'training-job/train',
    'AddTags',
    'CreateTrainingJob',
    'DescribeTrainingJob',
    'StopTrainingJob',
  ),
)
compare(
  'SageMaker, a transform, waited for',
  (stack) =>
    new tasks.SageMakerCreateTransformJob(stack, 'Task', {
      transformJobName: 'transform',
      modelName: 'model',
      role: sagemakerRole(stack),
      transformInput: {
        transformDataSource: { s3DataSource: { s3Uri: 's3://b/in', s3DataType: tasks.S3DataType.S3_PREFIX } },
      },
      transformOutput: { s3OutputPath: 's3://b/out' },
      integrationPattern: RUN_JOB,
    }),
  withRole(
    onOneName(
      'transform-job/*',
      'transform-job/transform',
      'AddTags',
      'CreateTransformJob',
      'DescribeTransformJob',
      'StopTransformJob',
    ),
  ),
)
const jobsOfBedrock = arn('bedrock', 'model-customization-job/*')
compare(
  'Bedrock, a model customized',
  (stack) =>
    new tasks.BedrockCreateModelCustomizationJob(stack, 'Task', {
      baseModel: { modelArn: `arn:aws:bedrock:${region}::foundation-model/m` },
      customModelName: 'custom',
      jobName: 'job',
      outputData: { bucket: Bucket.fromBucketName(stack, 'Out', 'results') },
      trainingData: { bucket: Bucket.fromBucketName(stack, 'In', 'trainings'), path: 'data' },
      validationData: [{ bucket: Bucket.fromBucketName(stack, 'Check', 'checks'), path: 'data' }],
      role: iam.Role.fromRoleArn(stack, 'Role', `arn:aws:iam::${account}:role/bedrock`),
    }),
  {
    theirs: Object.fromEntries(
      [arn('bedrock', 'custom-model/*'), jobsOfBedrock, `arn:aws:bedrock:${region}::foundation-model/m`].map((on) => [
        `bedrock:TagResource ${on}`,
        'it is needed only where there are tags, and never on the base model',
      ]),
    ),
  },
)

const secretOf =
  'CDK knows the secret by its construct; a definition names the connection, whose secrets begin with its name'
const formatted = 'CDK joins the endpoint when the state runs, and allows all that begins with its root'
const secret = (end: string) => arn('secretsmanager', `secret:events!connection/shop/${end}`)
compare(
  'an API over HTTP',
  (stack) =>
    new tasks.HttpInvoke(stack, 'Task', {
      apiRoot: 'https://example.com',
      apiEndpoint: sfn.TaskInput.fromText('orders'),
      connection: Connection.fromConnectionAttributes(stack, 'Connection', {
        connectionArn: arn('events', 'connection/shop/1-2'),
        connectionName: 'shop',
        connectionSecretArn: secret('1-2-abc'),
      }),
      method: sfn.TaskInput.fromText('GET'),
    }),
  {
    theirs: {
      [`secretsmanager:DescribeSecret ${secret('1-2-abc')}`]: secretOf,
      [`secretsmanager:GetSecretValue ${secret('1-2-abc')}`]: secretOf,
      'states:InvokeHTTPEndpoint *': formatted,
    },
    ours: {
      [`secretsmanager:DescribeSecret ${secret('*')}`]: secretOf,
      [`secretsmanager:GetSecretValue ${secret('*')}`]: secretOf,
    },
    open: { 'states:InvokeHTTPEndpoint': formatted },
  },
)
const groupless = 'a query stands in a work group, which its id does not tell: CDK allows all, we say so'
/** What CDK allows on everything, and we leave to the user. */
const leftOpen = (...actions: readonly string[]): Differences => ({
  theirs: Object.fromEntries(actions.map((action) => [`${action} *`, groupless])),
  open: Object.fromEntries(actions.map((action) => [action, groupless])),
})
compare(
  'Athena, a query looked at',
  (stack) => new tasks.AthenaGetQueryExecution(stack, 'Task', { queryExecutionId: 'q' }),
  leftOpen('athena:GetQueryExecution'),
)
compare(
  'Athena, the results of a query',
  (stack) => new tasks.AthenaGetQueryResults(stack, 'Task', { queryExecutionId: 'q' }),
  leftOpen('athena:GetQueryResults', 's3:GetObject'),
)
compare(
  'Athena, a query stopped',
  (stack) => new tasks.AthenaStopQueryExecution(stack, 'Task', { queryExecutionId: 'q' }),
  leftOpen('athena:StopQueryExecution'),
)
compare(
  'Bedrock, a model invoked',
  (stack) =>
    new tasks.BedrockInvokeModel(stack, 'Task', {
      model: { modelArn: `arn:aws:bedrock:${region}::foundation-model/m` },
      body: sfn.TaskInput.fromObject({ a: 1 }),
    }),
)

test('EKS, a call of Kubernetes: CDK grants nothing for it either', () => {
  const { ours, theirs, open } = both(
    (stack) =>
      new tasks.EksCall(stack, 'Task', {
        cluster: eks.Cluster.fromClusterAttributes(stack, 'Cluster', {
          clusterName: 'c',
          clusterEndpoint: 'https://example.com',
          clusterCertificateAuthorityData: 'data',
        }),
        httpMethod: tasks.HttpMethods.GET,
        httpPath: '/api/v1/namespaces/default/pods',
      }),
  )
  assert.equal([ours, theirs, open], [[], [], []])
})

test.run()
