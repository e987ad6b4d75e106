/** Resolves the references in a definition to the constructs behind CDK's tokens, their ARNs and their keys. */
import type { Meaning, References } from '@orkestra/asl'
import type { CfnConnection } from 'aws-cdk-lib/aws-events'
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs'
import type { CfnParameter } from 'aws-cdk-lib/aws-ssm'
import type { CfnStateMachineAlias, CfnStateMachineVersion } from 'aws-cdk-lib/aws-stepfunctions'
import { Arn, ArnFormat, CfnResource, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib/core'
import type { Construct } from 'constructs'

/** A string that is a single token: the resource and its attribute. */
interface Behind {
  readonly resource: CfnResource
  readonly attribute: string
}

const behind = (text: string): Behind | undefined => {
  if (!Token.isUnresolved(text)) return undefined
  const parts = Tokenization.reverseString(text)
  const token = parts.length === 1 ? parts.firstToken : undefined
  if (!Reference.isReference(token) || !CfnResource.isCfnResource(token.target)) return undefined
  return { resource: token.target, attribute: token.displayName }
}

/** The key of the construct around a resource. CDK's name for it differs between constructs. */
const keyOf = ({ node }: CfnResource): string | undefined => {
  const owner = node.scope as Partial<Record<string, { readonly keyArn?: unknown }>> | undefined
  for (const property of ['encryptionKey', 'encryptionMasterKey', 'masterKey']) {
    const arn = owner?.[property]?.keyArn
    if (typeof arn === 'string') return arn
  }
  return undefined
}

/** The ARN of a resource that CloudFormation refers to by its name. */
const byName =
  (service: string, resource: string, arnFormat = ArnFormat.SLASH_RESOURCE_NAME) =>
  (behind: CfnResource, name: string): string =>
    Stack.of(behind).formatArn({ service, resource, resourceName: name, arnFormat })

const byArn = (_: CfnResource, arn: string): string => arn

/** A parameter name that CloudFormation generates has no leading slash. */
const parameter = (resource: CfnResource, name: string): string | undefined => {
  const given: unknown = Stack.of(resource).resolve((resource as CfnParameter).name)
  if (given !== undefined && typeof given !== 'string') return undefined
  const isPath = typeof given === 'string' && given.startsWith('/')
  return Stack.of(resource).formatArn({
    service: 'ssm',
    resource: isPath ? `parameter${name}` : `parameter/${name}`,
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  })
}

/** The ARN of the value that `Ref` returns, by resource type. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/ */
const arnsByRef: ReadonlyMap<string, (resource: CfnResource, text: string) => string | undefined> = new Map([
  ['AWS::Batch::JobDefinition', byArn],
  ['AWS::Batch::JobQueue', byArn],
  ['AWS::CodeBuild::Project', byName('codebuild', 'project')],
  ['AWS::DynamoDB::GlobalTable', byName('dynamodb', 'table')],
  ['AWS::DynamoDB::Table', byName('dynamodb', 'table')],
  ['AWS::ECR::Repository', byName('ecr', 'repository')],
  ['AWS::ECS::Cluster', byName('ecs', 'cluster')],
  ['AWS::ECS::TaskDefinition', byArn],
  ['AWS::Events::EventBus', byName('events', 'event-bus')],
  [
    'AWS::IAM::Role',
    (resource, name) =>
      Stack.of(resource).formatArn({ service: 'iam', region: '', resource: 'role', resourceName: name }),
  ],
  ['AWS::Kinesis::Stream', byName('kinesis', 'stream')],
  ['AWS::KinesisFirehose::DeliveryStream', byName('firehose', 'deliverystream')],
  ['AWS::KMS::Key', byName('kms', 'key')],
  ['AWS::Lambda::Function', byName('lambda', 'function', ArnFormat.COLON_RESOURCE_NAME)],
  ['AWS::S3::Bucket', (resource, name) => `arn:${Stack.of(resource).partition}:s3:::${name}`],
  ['AWS::SecretsManager::Secret', byArn],
  ['AWS::SNS::Topic', byArn],
  ['AWS::SQS::Queue', (resource) => (resource as CfnQueue).attrArn],
  ['AWS::SSM::Parameter', parameter],
  ['AWS::StepFunctions::StateMachine', byArn],
])

/** The ARN of any other resource, by its name or id, as defined by CloudFormation. */
const ownArn = (resource: CfnResource): string | undefined => {
  const { attrArn } = resource as Partial<Record<'attrArn', unknown>>
  return typeof attrArn === 'string' ? attrArn : undefined
}

/** The machine of a version, or of the version that an alias refers to. */
const machineOf = (resource: CfnResource): { readonly arn: string; readonly qualifier?: string } | undefined => {
  if (resource.cfnResourceType === 'AWS::StepFunctions::StateMachineVersion')
    return { arn: (resource as CfnStateMachineVersion).stateMachineArn }
  if (resource.cfnResourceType !== 'AWS::StepFunctions::StateMachineAlias') return undefined
  const { deploymentPreference, routingConfiguration, name } = resource as CfnStateMachineAlias
  const [route] = Array.isArray(routingConfiguration) ? routingConfiguration : []
  const version = [deploymentPreference, route].flatMap((place) =>
    typeof place === 'object' && 'stateMachineVersionArn' in place ? [place.stateMachineVersionArn] : [],
  )[0]
  const of = version === undefined ? undefined : behind(version)
  const { partition, region, account, resourceName } = Arn.split(
    (resource as CfnStateMachineAlias).attrArn,
    ArnFormat.COLON_RESOURCE_NAME,
  )
  const arn =
    (of && machineOf(of.resource)?.arn) ?? `arn:${partition}:states:${region}:${account}:stateMachine:${resourceName}`
  // A name that CloudFormation makes up is not a condition that a policy could hold.
  return { arn, ...(name !== undefined && { qualifier: name }) }
}

/** CDK cuts a secret's name out of its ARN, so the ARN is the only reference in it. */
const secretIn = (stack: Stack, text: string): string | undefined => {
  if (!Token.isUnresolved(text)) return undefined
  const found = new Set(
    Array.from(JSON.stringify(stack.resolve(text)).matchAll(/"Ref":"(\w+)"/g), ([, id]) => id as string),
  )
  const [id] = found
  if (found.size !== 1 || id === undefined) return undefined
  const secret = stack.node
    .findAll()
    .find(
      (construct) =>
        CfnResource.isCfnResource(construct) &&
        construct.cfnResourceType === 'AWS::SecretsManager::Secret' &&
        stack.resolve(construct.logicalId) === id,
    ) as CfnResource | undefined
  return secret?.ref
}

/** The roles of a task definition. CDK creates the execution role when a container needs it. */
const rolesOf = (text: string): readonly string[] | undefined => {
  const found = behind(text)
  if (found?.resource.cfnResourceType !== 'AWS::ECS::TaskDefinition') return undefined
  const owner = found.resource.node.scope as
    | (Construct & Partial<Record<'taskRole' | 'executionRole', { readonly roleArn: string }>>)
    | undefined
  const roles = [owner?.taskRole, owner?.executionRole].flatMap((role) => (role === undefined ? [] : [role.roleArn]))
  return roles.length === 0 ? undefined : roles
}

/**
 * Tells `policy` what the tokens in a stack's definition refer to: a table by its name, a queue by its URL, a secret, an alias of a
 * machine. Tokens that refer to no resource, such as imported values, stay unknown.
 */
export const referencesIn = (stack: Stack): References => {
  const meaningOf = (text: string): Meaning | undefined => {
    const found = behind(text)
    if (found === undefined) {
      const secret = secretIn(stack, text)
      return secret === undefined ? undefined : { arn: secret }
    }
    const { resource, attribute } = found
    const machine = machineOf(resource)
    if (machine !== undefined) return machine
    const byRef = attribute === 'Ref' ? arnsByRef.get(resource.cfnResourceType) : undefined
    const isNamed = attribute === 'Ref' || /(?:Id|Name)$/.test(attribute)
    const arn = byRef
      ? byRef(resource, text)
      : attribute.endsWith('Arn')
        ? text
        : isNamed
          ? ownArn(resource)
          : undefined
    const key = keyOf(resource)
    return arn === undefined ? undefined : { arn, ...(key !== undefined && { key }) }
  }
  return {
    meaningOf,
    /** Executions of a machine that is given as a reference to its ARN, such as `machine.stateMachineArn`. */
    executionsOf: (arn) => {
      if (!Token.isUnresolved(arn)) return undefined
      const { partition, region, account, resourceName } = Arn.split(arn, ArnFormat.COLON_RESOURCE_NAME)
      return `arn:${partition}:states:${region}:${account}:execution:${resourceName}:*`
    },
    secretOf: (connection) => {
      const found = behind(connection)
      return found?.resource.cfnResourceType === 'AWS::Events::Connection'
        ? (found.resource as CfnConnection).attrSecretArn
        : undefined
    },
    rolesOf,
  }
}
