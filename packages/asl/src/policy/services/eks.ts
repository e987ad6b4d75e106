/**
 * What EKS needs. `call` and `runJob` speak to Kubernetes, which asks its own roles and not IAM.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html
 */
import type { Call } from '../call.ts'
import { passRole } from '../permissions/passRole.ts'

const onCluster = ({ on, arns }: Call, field: string, actions: readonly string[]): void =>
  on(field, actions, (name) => [arns.of('eks', `cluster/${name}`)])

/** A node group or a profile: an ARN of theirs ends in an id that nobody chooses. */
const onMember = ({ said, on, cannotDerive, arns }: Call, kind: 'nodegroup' | 'fargateprofile', actions: string[]) => {
  const cluster = said('ClusterName')
  if (typeof cluster !== 'object')
    return cannotDerive(
      actions,
      `ClusterName is ${cluster === 'nothing' ? 'not there' : 'known only to the running execution'}`,
    )
  on(kind === 'nodegroup' ? 'NodegroupName' : 'FargateProfileName', actions, (name) => [
    arns.of('eks', `${kind}/${cluster.text}/${name}/*`),
  ])
}

const createCluster = (call: Call): void => {
  // Making one is no action on a cluster.
  call.allow(['eks:CreateCluster'], ['*'])
  if (call.isSync) onCluster(call, 'Name', ['eks:DeleteCluster', 'eks:DescribeCluster'])
  if (call.isGiven('Tags')) onCluster(call, 'Name', ['eks:TagResource'])
  passRole(call, 'RoleArn', 'eks.amazonaws.com')
}

const createNodegroup = (call: Call): void => {
  onCluster(call, 'ClusterName', ['eks:CreateNodegroup'])
  call.allow(['ec2:DescribeSubnets'], ['*'])
  if (call.isGiven('Tags')) onMember(call, 'nodegroup', ['eks:TagResource'])
  if (call.isSync) onMember(call, 'nodegroup', ['eks:DeleteNodegroup', 'eks:DescribeNodegroup'])
  call.on('NodeRole', ['iam:GetRole', 'iam:ListAttachedRolePolicies'], (role) => [call.arns.role(role)])
  passRole(call, 'NodeRole', 'eks.amazonaws.com')
}

const createFargateProfile = (call: Call): void => {
  onCluster(call, 'ClusterName', ['eks:CreateFargateProfile'])
  if (call.isGiven('Tags')) onMember(call, 'fargateprofile', ['eks:TagResource'])
  if (call.isSync) onMember(call, 'fargateprofile', ['eks:DeleteFargateProfile', 'eks:DescribeFargateProfile'])
  call.on('PodExecutionRoleArn', ['iam:GetRole'], (role) => [call.arns.role(role)])
  passRole(call, 'PodExecutionRoleArn', 'eks.amazonaws.com')
}

const deleteMember =
  (kind: 'nodegroup' | 'fargateprofile', type: 'Nodegroup' | 'FargateProfile') =>
  (call: Call): void =>
    onMember(call, kind, [`eks:Delete${type}`, ...(call.isSync ? [`eks:Describe${type}`] : [])])

/** By `service:action`. */
export const eksRules: readonly (readonly [string, (call: Call) => void])[] = [
  ['eks:call', () => {}],
  ['eks:runJob', () => {}],
  ['eks:createCluster', createCluster],
  [
    'eks:deleteCluster',
    (call) => onCluster(call, 'Name', ['eks:DeleteCluster', ...(call.isSync ? ['eks:DescribeCluster'] : [])]),
  ],
  ['eks:createNodegroup', createNodegroup],
  ['eks:deleteNodegroup', deleteMember('nodegroup', 'Nodegroup')],
  ['eks:createFargateProfile', createFargateProfile],
  ['eks:deleteFargateProfile', deleteMember('fargateprofile', 'FargateProfile')],
]
