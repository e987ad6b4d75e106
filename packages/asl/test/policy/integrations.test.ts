/** Every optimized integration has a rule; the templates of the developer guide, state by state. */
import { policy, type StateMachine } from '@orkestra/asl'
import { type Integration, integrations } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('policy of integrations')

const place = { region: 'eu-west-1', account: '123456789012', name: 'orders' }
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`

const derived = (resource: string, Parameters: object) => {
  const machine = {
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters, End: true } },
  } as StateMachine
  const { document, underived: all } = policy(machine, place)
  const underived = all.filter(({ onlyIf }) => onlyIf === undefined)
  return {
    allowed: document.Statement.flatMap(({ Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.map(
          (each) =>
            `${action} ${each}${Condition === undefined ? '' : ` if ${Object.values(Object.values(Condition)[0] ?? {})[0]}`}`,
        ),
      ),
    ).sort(),
    open: underived.map(({ action }) => action).sort(),
    why: underived.map(({ why }) => why),
  }
}

const each = (service: string, actions: readonly string[], resource: string): string[] =>
  actions.map((action) => `${service}:${action} ${resource}`)
const rule = (name: string): string[] =>
  each('events', ['DescribeRule', 'PutRule', 'PutTargets'], arn('events', `rule/${name}`))
const passed = (name: string, service: string): string => `iam:PassRole ${role(name)} if ${service}.amazonaws.com`

const suffix = { requestResponse: '', sync: '.sync', 'sync:2': '.sync:2', waitForTaskToken: '.waitForTaskToken' }
const resources = Object.entries<Readonly<Record<string, Integration>>>(integrations).flatMap(([service, actions]) =>
  Object.entries(actions).flatMap(([action, { patterns, required }]) =>
    patterns.map((pattern): [string, readonly string[]] => [`${service}:${action}${suffix[pattern]}`, required]),
  ),
)

/** Actions for which AWS knows no resource, or none before the call made it. */
const withoutResource = new Set([
  'batch:DescribeJobs',
  'batch:TerminateJob',
  'ec2:DescribeSubnets',
  'eks:CreateCluster',
  'elasticmapreduce:RunJobFlow',
  'emr-containers:CreateVirtualCluster',
  'mediaconvert:CreateJob',
  'sagemaker:ListTags',
  'states:InvokeHTTPEndpoint',
])

/** Kubernetes' own business, and what has no ARN of its own before the call made it. */
const unnamed = new Set([
  'eks:call',
  'eks:runJob',
  'emr-containers:createVirtualCluster',
  'emr-serverless:createApplication',
])

for (const [resource, required] of resources)
  test(`${resource} has a rule, whether its fields are known or not`, () => {
    const known = derived(resource, Object.fromEntries(required.map((field) => [field, 'x'])))
    const signed = resource.startsWith('apigateway:') ? { AuthType: 'IAM_ROLE' } : {}
    const dynamic = derived(resource, {
      ...signed,
      ...Object.fromEntries(required.map((field) => [`${field}.$`, '$.x'])),
    })
    for (const { allowed, why } of [known, dynamic]) {
      assert.not.ok(why.some((text) => text.startsWith('there is no rule')))
      for (const grant of allowed) {
        const [action = '', on] = grant.split(' ')
        if (on === '*') assert.ok(withoutResource.has(action), grant)
      }
    }
    // What the execution alone knows is told; what is not asked for by name needs no telling.
    if (required.length > 0 && !unnamed.has(resource.split('.')[0] ?? '')) assert.ok(dynamic.open.length > 0)
  })

const jobRun = '/applications/app/jobruns'
const cases: Readonly<Record<string, readonly [given: object, allowed: readonly string[], open?: readonly string[]]>> =
  {
    'bedrock:createModelCustomizationJob.sync': [
      { BaseModelIdentifier: 'm', RoleArn: role('r') },
      [
        'bedrock:CreateModelCustomizationJob arn:aws:bedrock:eu-west-1::foundation-model/m',
        ...['custom-model/*', 'model-customization-job/*'].map(
          (made) => `bedrock:CreateModelCustomizationJob ${arn('bedrock', made)}`,
        ),
        ...each(
          'bedrock',
          ['GetModelCustomizationJob', 'StopModelCustomizationJob'],
          arn('bedrock', 'model-customization-job/*'),
        ),
        passed('r', 'bedrock'),
      ],
    ],
    'bedrock:createModelCustomizationJob': [
      { 'BaseModelIdentifier.$': '$.m', JobTags: [], 'RoleArn.$': '$.r' },
      ['custom-model/*', 'model-customization-job/*'].map((made) => `bedrock:TagResource ${arn('bedrock', made)}`),
      ['bedrock:CreateModelCustomizationJob', 'iam:PassRole'],
    ],
    'codebuild:stopBuild': [{ Id: 'p:1-2' }, [`codebuild:StopBuild ${arn('codebuild', 'project/p')}`]],
    'codebuild:stopBuild#odd': [{ Id: 'odd' }, [], ['codebuild:StopBuild']],
    'codebuild:stopBuildBatch': [
      { Id: 'arn:aws:codebuild:us-east-1:210987654321:build-batch/p:1-2' },
      ['codebuild:StopBuildBatch arn:aws:codebuild:us-east-1:210987654321:project/p'],
    ],
    'codebuild:deleteBuildBatch': [{ 'Id.$': '$.b' }, [], ['codebuild:DeleteBuildBatch']],
    'codebuild:retryBuildBatch': [{}, [], ['codebuild:RetryBuildBatch']],
    'codebuild:retryBuildBatch.sync': [
      { Id: 'p:1' },
      [
        ...each(
          'codebuild',
          ['BatchGetBuildBatches', 'RetryBuildBatch', 'StopBuildBatch'],
          arn('codebuild', 'project/p'),
        ),
        ...rule('StepFunctionsGetEventForCodeBuildStartBuildBatchRule'),
      ],
    ],
    'codebuild:batchDeleteBuilds': [
      { Ids: ['p:1', 'p:2', 'q:3'] },
      ['p', 'q'].map((name) => `codebuild:BatchDeleteBuilds ${arn('codebuild', `project/${name}`)}`),
    ],
    'codebuild:batchDeleteBuilds#some': [
      { Ids: ['p:1', 7] },
      [`codebuild:BatchDeleteBuilds ${arn('codebuild', 'project/p')}`],
      ['codebuild:BatchDeleteBuilds'],
    ],
    'codebuild:batchGetReports': [
      { ReportArns: [arn('codebuild', 'report/g:1')] },
      [`codebuild:BatchGetReports ${arn('codebuild', 'report-group/g')}`],
    ],
    'codebuild:batchGetReports#odd': [{ ReportArns: ['g:1'] }, [], ['codebuild:BatchGetReports']],
    'eks:runJob.sync': [{}, []],
    'eks:createCluster.sync': [
      { Name: 'c', RoleArn: 'r' },
      [
        'eks:CreateCluster *',
        ...each('eks', ['DeleteCluster', 'DescribeCluster'], arn('eks', 'cluster/c')),
        passed('r', 'eks'),
      ],
    ],
    'eks:createCluster': [{ Name: 'c', RoleArn: role('r') }, ['eks:CreateCluster *', passed('r', 'eks')]],
    'eks:deleteCluster.sync': [
      { Name: 'c' },
      each('eks', ['DeleteCluster', 'DescribeCluster'], arn('eks', 'cluster/c')),
    ],
    'eks:createNodegroup.sync': [
      { ClusterName: 'c', NodegroupName: 'n', NodeRole: role('r') },
      [
        'ec2:DescribeSubnets *',
        `eks:CreateNodegroup ${arn('eks', 'cluster/c')}`,
        ...each('eks', ['DeleteNodegroup', 'DescribeNodegroup'], arn('eks', 'nodegroup/c/n/*')),
        ...each('iam', ['GetRole', 'ListAttachedRolePolicies'], role('r')),
        passed('r', 'eks'),
      ],
    ],
    'eks:createNodegroup': [
      { 'ClusterName.$': '$.c', 'NodeRole.$': '$.r' },
      ['ec2:DescribeSubnets *'],
      ['eks:CreateNodegroup', 'iam:GetRole', 'iam:ListAttachedRolePolicies', 'iam:PassRole'],
    ],
    'eks:deleteNodegroup.sync': [
      { ClusterName: 'c', NodegroupName: 'n' },
      each('eks', ['DeleteNodegroup', 'DescribeNodegroup'], arn('eks', 'nodegroup/c/n/*')),
    ],
    'eks:deleteNodegroup': [{ 'ClusterName.$': '$.c', NodegroupName: 'n' }, [], ['eks:DeleteNodegroup']],
    'eks:createFargateProfile.sync': [
      { ClusterName: 'c', FargateProfileName: 'f', PodExecutionRoleArn: role('r') },
      [
        `eks:CreateFargateProfile ${arn('eks', 'cluster/c')}`,
        ...each('eks', ['DeleteFargateProfile', 'DescribeFargateProfile'], arn('eks', 'fargateprofile/c/f/*')),
        `iam:GetRole ${role('r')}`,
        passed('r', 'eks'),
      ],
    ],
    'eks:deleteFargateProfile': [
      { ClusterName: 'c', FargateProfileName: 'f' },
      [`eks:DeleteFargateProfile ${arn('eks', 'fargateprofile/c/f/*')}`],
    ],
    'eks:deleteFargateProfile#lacking': [{ FargateProfileName: 'f' }, [], ['eks:DeleteFargateProfile']],
    'elasticmapreduce:createCluster': [
      { ServiceRole: 'EMR_DefaultRole', JobFlowRole: 'EMR_EC2_DefaultRole' },
      ['elasticmapreduce:RunJobFlow *', passed('EMR_DefaultRole', 'elasticmapreduce')],
      ['iam:PassRole'],
    ],
    'elasticmapreduce:createCluster.sync': [
      { ServiceRole: 's', AutoScalingRole: 'a', Tags: [{ Key: 'k', Value: 'v' }] },
      [
        'elasticmapreduce:RunJobFlow *',
        ...each(
          'elasticmapreduce',
          ['AddTags', 'DescribeCluster', 'TerminateJobFlows'],
          arn('elasticmapreduce', 'cluster/*'),
        ),
        passed('s', 'elasticmapreduce'),
        passed('a', 'application-autoscaling'),
        ...rule('StepFunctionsGetEventForEMRRunJobFlowRule'),
      ],
      ['iam:PassRole'],
    ],
    'elasticmapreduce:addStep': [
      { ClusterId: 'j', ExecutionRoleArn: role('r') },
      [`elasticmapreduce:AddJobFlowSteps ${arn('elasticmapreduce', 'cluster/j')}`, passed('r', 'elasticmapreduce')],
    ],
    'elasticmapreduce:modifyInstanceGroupByName': [
      { ClusterId: 'j' },
      each('elasticmapreduce', ['ListInstanceGroups', 'ModifyInstanceGroups'], arn('elasticmapreduce', 'cluster/j')),
    ],
    'emr-containers:createVirtualCluster': [
      {},
      [
        'emr-containers:CreateVirtualCluster *',
        `iam:CreateServiceLinkedRole ${role('aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers')} if emr-containers.amazonaws.com`,
      ],
    ],
    'emr-containers:deleteVirtualCluster.sync': [
      { Id: 'v' },
      each(
        'emr-containers',
        ['DeleteVirtualCluster', 'DescribeVirtualCluster'],
        arn('emr-containers', '/virtualclusters/v'),
      ),
    ],
    'emr-containers:startJobRun.sync': [
      { VirtualClusterId: 'v', ExecutionRoleArn: role('r') },
      [
        `emr-containers:StartJobRun ${arn('emr-containers', '/virtualclusters/v')} if ${role('r')}`,
        ...each(
          'emr-containers',
          ['CancelJobRun', 'DescribeJobRun'],
          arn('emr-containers', '/virtualclusters/v/jobruns/*'),
        ),
      ],
    ],
    'emr-containers:startJobRun': [{ VirtualClusterId: 'v', JobTemplateId: 't' }, [], ['emr-containers:StartJobRun']],
    'emr-serverless:createApplication.sync': [
      {},
      [
        `emr-serverless:CreateApplication ${arn('emr-serverless', '/*')}`,
        ...each('emr-serverless', ['DeleteApplication', 'GetApplication'], arn('emr-serverless', '/applications/*')),
        ...rule('StepFunctionsGetEventsForEMRServerlessApplicationRule'),
        `iam:CreateServiceLinkedRole ${role('aws-service-role/ops.emr-serverless.amazonaws.com/AWSServiceRoleForAmazonEMRServerless*')} if ops.emr-serverless.amazonaws.com`,
      ],
    ],
    'emr-serverless:startApplication.sync': [
      { ApplicationId: 'app' },
      [
        ...each(
          'emr-serverless',
          ['GetApplication', 'StartApplication', 'StopApplication'],
          arn('emr-serverless', '/applications/app'),
        ),
        ...rule('StepFunctionsGetEventsForEMRServerlessApplicationRule'),
      ],
    ],
    'emr-serverless:deleteApplication': [
      { ApplicationId: 'app' },
      [`emr-serverless:DeleteApplication ${arn('emr-serverless', '/applications/app')}`],
    ],
    'emr-serverless:startJobRun.sync': [
      { ApplicationId: 'app', ExecutionRoleArn: role('r') },
      [
        `emr-serverless:StartJobRun ${arn('emr-serverless', '/applications/app')}`,
        ...each('emr-serverless', ['CancelJobRun', 'GetJobRun'], arn('emr-serverless', `${jobRun}/*`)),
        passed('r', 'emr-serverless'),
        ...rule('StepFunctionsGetEventsForEMRServerlessJobRule'),
      ],
    ],
    'emr-serverless:cancelJobRun.sync': [
      { ApplicationId: 'app', JobRunId: 'run' },
      [
        ...each('emr-serverless', ['CancelJobRun', 'GetJobRun'], arn('emr-serverless', `${jobRun}/run`)),
        ...rule('StepFunctionsGetEventsForEMRServerlessJobRule'),
      ],
    ],
    'emr-serverless:cancelJobRun': [
      { ApplicationId: 'app', 'JobRunId.$': '$.run' },
      [],
      ['emr-serverless:CancelJobRun'],
    ],
    'sagemaker:createProcessingJob.sync': [
      { ProcessingJobName: 'p', RoleArn: role('r') },
      [
        ...each(
          'sagemaker',
          ['AddTags', 'CreateProcessingJob', 'DescribeProcessingJob', 'StopProcessingJob'],
          arn('sagemaker', 'processing-job/p'),
        ),
        'sagemaker:ListTags *',
        passed('r', 'sagemaker'),
        ...rule('StepFunctionsGetEventsForSageMakerProcessingJobsRule'),
      ],
    ],
    'sagemaker:createHyperParameterTuningJob.sync': [
      { HyperParameterTuningJobName: 't', TrainingJobDefinition: { RoleArn: role('r') } },
      [
        ...each(
          'sagemaker',
          [
            'AddTags',
            'CreateHyperParameterTuningJob',
            'DescribeHyperParameterTuningJob',
            'StopHyperParameterTuningJob',
          ],
          arn('sagemaker', 'hyper-parameter-tuning-job/t'),
        ),
        'sagemaker:ListTags *',
        passed('r', 'sagemaker'),
        ...rule('StepFunctionsGetEventsForSageMakerTuningJobsRule'),
      ],
    ],
    'sagemaker:createHyperParameterTuningJob': [
      {
        HyperParameterTuningJobName: 't',
        TrainingJobDefinitions: [{ RoleArn: role('a') }, { RoleArn: role('b') }, { 'RoleArn.$': '$.c' }],
      },
      [
        ...each(
          'sagemaker',
          ['AddTags', 'CreateHyperParameterTuningJob'],
          arn('sagemaker', 'hyper-parameter-tuning-job/t'),
        ),
        passed('a', 'sagemaker'),
        passed('b', 'sagemaker'),
        'sagemaker:ListTags *',
      ],
      ['iam:PassRole'],
    ],
    'sagemaker:createHyperParameterTuningJob#dynamic': [
      { HyperParameterTuningJobName: 't', 'TrainingJobDefinitions.$': '$.d' },
      [
        ...each(
          'sagemaker',
          ['AddTags', 'CreateHyperParameterTuningJob'],
          arn('sagemaker', 'hyper-parameter-tuning-job/t'),
        ),
        'sagemaker:ListTags *',
      ],
      ['iam:PassRole'],
    ],
    'sagemaker:createLabelingJob': [
      { LabelingJobName: 'l', RoleArn: role('r') },
      [
        ...each('sagemaker', ['AddTags', 'CreateLabelingJob'], arn('sagemaker', 'labeling-job/l')),
        'sagemaker:ListTags *',
        passed('r', 'sagemaker'),
      ],
    ],
    'sagemaker:createEndpoint': [
      { EndpointName: 'My${Stage}', EndpointConfigName: 'C' },
      [
        ...['endpoint-config/c', 'endpoint/my${Stage}'].map((on) => `sagemaker:CreateEndpoint ${arn('sagemaker', on)}`),
        'sagemaker:ListTags *',
      ],
    ],
    'sagemaker:createEndpointConfig': [
      { EndpointConfigName: 'C', Tags: [], ExecutionRoleArn: role('r') },
      [
        ...each('sagemaker', ['AddTags', 'CreateEndpointConfig'], arn('sagemaker', 'endpoint-config/c')),
        'sagemaker:ListTags *',
        passed('r', 'sagemaker'),
      ],
    ],
    'sagemaker:createModel': [
      { ModelName: 'M', ExecutionRoleArn: role('r') },
      [`sagemaker:CreateModel ${arn('sagemaker', 'model/m')}`, 'sagemaker:ListTags *', passed('r', 'sagemaker')],
    ],
    'sagemaker:updateEndpoint': [
      { EndpointName: 'E', 'EndpointConfigName.$': '$.c' },
      [`sagemaker:UpdateEndpoint ${arn('sagemaker', 'endpoint/e')}`],
      ['sagemaker:UpdateEndpoint'],
    ],
    'athena:getQueryResults': [{ QueryExecutionId: 'q' }, [], ['athena:GetQueryResults', 's3:GetObject']],
  }
for (const [name, [given, allowed, open = []]] of Object.entries(cases))
  test(`${name} as the developer guide has it`, () => {
    const found = derived(name.split('#')[0] ?? name, given)
    assert.equal([found.allowed, found.open], [[...allowed].sort(), [...open]])
  })

test('a foundation model belongs to no account, even where the account is not known yet', () => {
  const machine = {
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Resource: 'arn:aws:states:::bedrock:invokeModel', Parameters: { ModelId: 'm' }, End: true },
    },
  } as StateMachine
  assert.equal(policy(machine).document.Statement[0]?.Resource, ['arn:aws:bedrock:${AWS::Region}::foundation-model/m'])
})

test.run()
