/**
 * What EMR needs: on EC2, on EKS, and serverless.
 * https://docs.aws.amazon.com/step-functions/latest/dg/emr-iam.html, emr-eks-iam.html, emr-serverless-iam.html
 */
import type { Call } from '../call.ts'
import { passRole } from '../permissions/passRole.ts'
import { tagged } from '../permissions/tags.ts'

const onCluster = ({ on, arns }: Call, actions: readonly string[]): void =>
  on(
    'ClusterId',
    actions.map((action) => `elasticmapreduce:${action}`),
    (id) => [arns.of('elasticmapreduce', `cluster/${id}`)],
  )

const createCluster = (call: Call): void => {
  const { isGiven, isSync, allow, cannotDerive, arns, rule } = call
  // A cluster has no id before it is made.
  allow(['elasticmapreduce:RunJobFlow'], ['*'])
  const later = [
    ...(isGiven('Tags') ? ['elasticmapreduce:AddTags'] : []),
    ...(isSync ? ['elasticmapreduce:DescribeCluster', 'elasticmapreduce:TerminateJobFlows'] : []),
  ]
  if (later.length > 0) allow(later, [arns.of('elasticmapreduce', 'cluster/*')])
  passRole(call, 'ServiceRole', 'elasticmapreduce.amazonaws.com')
  cannotDerive(['iam:PassRole'], 'JobFlowRole names an instance profile, and the role is told by the profile')
  if (isGiven('AutoScalingRole')) passRole(call, 'AutoScalingRole', 'application-autoscaling.amazonaws.com')
  if (isSync) rule('StepFunctionsGetEventForEMRRunJobFlowRule')
}

const addStep = (call: Call): void => {
  onCluster(call, ['AddJobFlowSteps', ...(call.isSync ? ['CancelSteps', 'DescribeStep'] : [])])
  if (call.isGiven('ExecutionRoleArn')) passRole(call, 'ExecutionRoleArn', 'elasticmapreduce.amazonaws.com')
  if (call.isSync) call.rule('StepFunctionsGetEventForEMRAddJobFlowStepsRule')
}

const terminateCluster = (call: Call): void => {
  onCluster(call, ['TerminateJobFlows', ...(call.isSync ? ['DescribeCluster'] : [])])
  if (call.isSync) call.rule('StepFunctionsGetEventForEMRTerminateJobFlowsRule')
}

/** The role that a service makes for itself, the first time it is used in an account. */
const serviceLinkedRole = ({ allow, arns }: Call, service: string, role: string): void =>
  allow(['iam:CreateServiceLinkedRole'], [arns.role(`aws-service-role/${service}/${role}`)], {
    StringLike: { 'iam:AWSServiceName': service },
  })

const createVirtualCluster = (call: Call): void => {
  call.allow(['emr-containers:CreateVirtualCluster'], ['*'])
  tagged(call, 'emr-containers:TagResource', [call.arns.of('emr-containers', '/virtualclusters/*')])
  serviceLinkedRole(call, 'emr-containers.amazonaws.com', 'AWSServiceRoleForAmazonEMRContainers')
}

const deleteVirtualCluster = ({ on, isSync, arns }: Call): void =>
  on(
    'Id',
    ['emr-containers:DeleteVirtualCluster', ...(isSync ? ['emr-containers:DescribeVirtualCluster'] : [])],
    (id) => [arns.of('emr-containers', `/virtualclusters/${id}`)],
  )

const startContainerJob = (call: Call): void => {
  const { said, on, cannotDerive, allow, isSync, isGiven, arns } = call
  const start = ['emr-containers:StartJobRun']
  const [cluster, role] = [said('VirtualClusterId'), said('ExecutionRoleArn')]
  if (typeof cluster === 'object' && typeof role === 'object')
    allow(start, [arns.of('emr-containers', `/virtualclusters/${cluster.text}`)], {
      // Without it, a job could be started in any role that EMR may assume.
      StringEquals: { 'emr-containers:ExecutionRoleArn': arns.role(role.text) },
    })
  else {
    const field = typeof cluster === 'object' ? 'ExecutionRoleArn' : 'VirtualClusterId'
    const why = said(field) === 'nothing' ? 'is not there' : 'is known only to the running execution'
    cannotDerive(start, `${field} ${why}`)
  }
  if (isGiven('Tags'))
    on('VirtualClusterId', ['emr-containers:TagResource'], (id) =>
      arns.of('emr-containers', `/virtualclusters/${id}/jobruns/*`),
    )
  if (isSync)
    on('VirtualClusterId', ['emr-containers:CancelJobRun', 'emr-containers:DescribeJobRun'], (id) => [
      arns.of('emr-containers', `/virtualclusters/${id}/jobruns/*`),
    ])
}

const serverless = (actions: readonly string[]): string[] => actions.map((action) => `emr-serverless:${action}`)

const createApplication = (call: Call): void => {
  const { allow, isSync, arns, rule } = call
  allow(serverless(['CreateApplication']), [arns.of('emr-serverless', '/*')])
  tagged(call, 'emr-serverless:TagResource', [arns.of('emr-serverless', '/applications/*')])
  serviceLinkedRole(call, 'ops.emr-serverless.amazonaws.com', 'AWSServiceRoleForAmazonEMRServerless*')
  if (!isSync) return
  allow(serverless(['DeleteApplication', 'GetApplication']), [arns.of('emr-serverless', '/applications/*')])
  rule('StepFunctionsGetEventsForEMRServerlessApplicationRule')
}

const onApplication =
  (action: string, ...whileWaiting: readonly string[]) =>
  ({ on, isSync, arns, rule }: Call): void => {
    on('ApplicationId', serverless([action, ...(isSync ? ['GetApplication', ...whileWaiting] : [])]), (id) => [
      arns.of('emr-serverless', `/applications/${id}`),
    ])
    if (isSync) rule('StepFunctionsGetEventsForEMRServerlessApplicationRule')
  }

const startServerlessJob = (call: Call): void => {
  const { on, isSync, arns, rule } = call
  on('ApplicationId', serverless(['StartJobRun']), (id) => [arns.of('emr-serverless', `/applications/${id}`)])
  passRole(call, 'ExecutionRoleArn', 'emr-serverless.amazonaws.com')
  if (call.isGiven('Tags'))
    on('ApplicationId', serverless(['TagResource']), (id) => arns.of('emr-serverless', `/applications/${id}/jobruns/*`))
  if (!isSync) return
  on('ApplicationId', serverless(['CancelJobRun', 'GetJobRun']), (id) => [
    arns.of('emr-serverless', `/applications/${id}/jobruns/*`),
  ])
  rule('StepFunctionsGetEventsForEMRServerlessJobRule')
}

const cancelServerlessJob = ({ said, on, cannotDerive, isSync, arns, rule }: Call): void => {
  const actions = serverless(['CancelJobRun', ...(isSync ? ['GetJobRun'] : [])])
  const application = said('ApplicationId')
  if (typeof application === 'object')
    on('JobRunId', actions, (run) => [arns.of('emr-serverless', `/applications/${application.text}/jobruns/${run}`)])
  else cannotDerive(actions, 'ApplicationId is known only to the running execution')
  if (isSync) rule('StepFunctionsGetEventsForEMRServerlessJobRule')
}

/** By `service:action`. */
export const emrRules: readonly (readonly [string, (call: Call) => void])[] = [
  ['elasticmapreduce:createCluster', createCluster],
  ['elasticmapreduce:terminateCluster', terminateCluster],
  ['elasticmapreduce:addStep', addStep],
  ['elasticmapreduce:cancelStep', (call) => onCluster(call, ['CancelSteps'])],
  ['elasticmapreduce:setClusterTerminationProtection', (call) => onCluster(call, ['SetTerminationProtection'])],
  [
    'elasticmapreduce:modifyInstanceFleetByName',
    (call) => onCluster(call, ['ListInstanceFleets', 'ModifyInstanceFleet']),
  ],
  [
    'elasticmapreduce:modifyInstanceGroupByName',
    (call) => onCluster(call, ['ListInstanceGroups', 'ModifyInstanceGroups']),
  ],
  ['emr-containers:createVirtualCluster', createVirtualCluster],
  ['emr-containers:deleteVirtualCluster', deleteVirtualCluster],
  ['emr-containers:startJobRun', startContainerJob],
  ['emr-serverless:createApplication', createApplication],
  ['emr-serverless:startApplication', onApplication('StartApplication', 'StopApplication')],
  ['emr-serverless:stopApplication', onApplication('StopApplication')],
  ['emr-serverless:deleteApplication', onApplication('DeleteApplication')],
  ['emr-serverless:startJobRun', startServerlessJob],
  ['emr-serverless:cancelJobRun', cancelServerlessJob],
]
