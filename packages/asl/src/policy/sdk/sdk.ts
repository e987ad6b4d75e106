/**
 * What calls of the AWS SDK need. The actions are those of the Service Authorization Reference. Their resources are those of the type
 * that it names, where the arguments tell one; what they do not tell is said, not guessed.
 */
import { isExpression } from '../../language/jsonata.ts'
import { iamActions, resourceOf } from '../../sdk/actions.ts'
import { sdkService } from '../../sdk/services.ts'
import type { Call } from '../call.ts'
import { isArn, isPlaceholder } from '../permissions/arns.ts'
import { keyUse, useKeyOf } from '../permissions/encryption.ts'
import { invokeModelOf } from '../services/bedrock.ts'
import { onRequestItems, onStatement, onTable, onTransactItems } from '../services/dynamodb.ts'
import { invokeLambda, publish, putEvents, sendMessage } from '../services/integrations.ts'
import { onS3 } from '../services/s3.ts'
import { onMachine } from '../services/states.ts'
import { handedOn } from './sdkRoles.ts'

type SdkRule = (call: Call, actions: readonly string[], action: string) => void

/** Resources of a type by the argument that names one. */
type Named = (call: Call, actions: readonly string[], action: string) => void

/** A field that takes a name, an ARN, or either. */
const field =
  (name: string, service: string, kind: string): Named =>
  ({ on, arns }, actions) =>
    on(name, actions, (text) => arns.named(service, kind, text))

/** The first of several fields that is there. */
const either =
  (...named: readonly (readonly [field: string, rule: Named])[]): Named =>
  (call, actions, action) => {
    const [, rule] = named.find(([name]) => call.said(name) !== 'nothing') ?? named[0] ?? []
    rule?.(call, actions, action)
  }

const arnIn =
  (name: string): Named =>
  ({ on, arns }, actions) =>
    on(name, actions, (text) => {
      const told = arns.told(text)
      return isArn(told) || told.startsWith('${') ? told : undefined
    })

const onFunction: Named = ({ on, arns }, actions) =>
  on('FunctionName', actions, (name) => {
    // The management of a function is no action on its versions.
    const [arn = ''] = arns.lambda(name)
    return arn
  })

const onQueue: Named = ({ on, arns }, actions) => on('QueueUrl', actions, arns.queue)

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html */
const onSecret: Named = (call, actions, action) => {
  const { on, arns } = call
  on('SecretId', actions, (id) => {
    // CloudFormation refers to a secret by its ARN, others by its name: nothing is assumed.
    if (isPlaceholder(id) && arns.meaning(id) === undefined) return undefined
    const arn = arns.named('secretsmanager', 'secret:', id)
    // An ARN ends in six characters that nobody chooses; a name, and an ARN without them, lacks them.
    return arn === undefined || !arn.startsWith('arn:') || /:secret:.+-[A-Za-z0-9]{6}$/.test(arn)
      ? arn
      : `${arn}-??????`
  })
  if (action === 'getSecretValue') useKeyOf(call, 'SecretId', keyUse.read)
  if (action === 'putSecretValue') useKeyOf(call, 'SecretId', keyUse.write)
}

/** A parameter's name begins with a slash where it has one at all, and its ARN has one in any case. `:3` is a version of it. */
const parameterArn = ({ arns }: Call, name: string): string | undefined => {
  const [bare = ''] = isArn(name) ? [name.replace(/(:parameter\/[^:]+):.*$/, '$1')] : name.split(/:(?![^{]*\})/)
  const meaning = arns.meaning(bare)
  if (isArn(bare) || typeof meaning === 'object' || bare.startsWith('/')) return arns.named('ssm', 'parameter', bare)
  // A reference may begin with the slash or not.
  return bare.startsWith('${') ? undefined : arns.named('ssm', 'parameter/', bare)
}

const onParameter: Named = (call, actions) => {
  const field = call.said('Path') === 'nothing' ? 'Name' : 'Path'
  const names = call.value('Names')
  if (!Array.isArray(names)) return call.on(field, actions, (name) => parameterArn(call, name))
  for (const name of names) {
    const arn = typeof name === 'string' && !isExpression(name) ? parameterArn(call, name) : undefined
    if (arn === undefined) call.cannotDerive(actions, 'one of the Names cannot be told')
    else call.allow(actions, [arn])
  }
}

const onKey: Named = ({ on, arns }, actions) =>
  on('KeyId', actions, (key) => {
    const arn = key.startsWith('alias/') ? undefined : arns.named('kms', 'key/', key)
    return arn?.includes(':alias/') ? undefined : arn
  })

const onStream: Named = either(
  ['StreamARN', arnIn('StreamARN')],
  ['StreamName', field('StreamName', 'kinesis', 'stream/')],
)

const arnOf = (service: string, resource: string): string =>
  `arn:\${Partition}:${service}:\${Region}:\${Account}:${resource}`

/** By the pattern of the ARN that the reference has for an action: the argument that names such a resource, as the service's API has it. */
const named: readonly (readonly [arn: string, argument: string, rule: Named])[] = [
  [
    arnOf('codebuild', 'project/${ProjectName}'),
    'ProjectName: a name or an ARN',
    field('ProjectName', 'codebuild', 'project/'),
  ],
  [
    arnOf('dynamodb', 'table/${TableName}'),
    'TableName: a name or an ARN',
    (call, actions, action) => onTable(call, action, actions),
  ],
  [arnOf('ecr', 'repository/${RepositoryName}'), 'RepositoryName', field('RepositoryName', 'ecr', 'repository/')],
  [
    arnOf('firehose', 'deliverystream/${DeliveryStreamName}'),
    'DeliveryStreamName',
    field('DeliveryStreamName', 'firehose', 'deliverystream/'),
  ],
  [
    arnOf('glue', 'crawler/${CrawlerName}'),
    'Name or CrawlerName',
    either(['Name', field('Name', 'glue', 'crawler/')], ['CrawlerName', field('CrawlerName', 'glue', 'crawler/')]),
  ],
  [arnOf('glue', 'job/${JobName}'), 'JobName', field('JobName', 'glue', 'job/')],
  [arnOf('glue', 'workflow/${WorkflowName}'), 'Name', field('Name', 'glue', 'workflow/')],
  [arnOf('kinesis', 'stream/${StreamName}'), 'StreamARN or StreamName', onStream],
  [arnOf('kms', 'key/${KeyId}'), 'KeyId: an id or an ARN, no alias', onKey],
  [arnOf('lambda', 'function:${FunctionName}'), 'FunctionName: a name or an ARN', onFunction],
  [arnOf('secretsmanager', 'secret:${SecretId}'), 'SecretId: a name or an ARN', onSecret],
  [arnOf('sns', '${TopicName}'), 'TopicArn', arnIn('TopicArn')],
  [arnOf('sqs', '${QueueName}'), 'QueueUrl', onQueue],
  [arnOf('ssm', 'parameter/${ParameterNameWithoutLeadingSlash}'), 'Name, Names or Path: a name or an ARN', onParameter],
  [
    arnOf('states', 'stateMachine:${StateMachineName}'),
    'StateMachineArn, its version or alias as a condition',
    onMachine,
  ],
]

const byType: ReadonlyMap<string, Named> = new Map(named.map(([arn, , rule]) => [arn, rule]))

/** For the documentation: which argument names a resource of a type. */
export const namedResources: readonly (readonly [arn: string, argument: string])[] = named.map(([arn, argument]) => [
  arn,
  argument,
])

/** Of a single action, where its arguments say more than the type of its resource does. */
const rules: ReadonlyMap<string, SdkRule> = new Map<string, SdkRule>([
  ['bedrockruntime:converse', invokeModelOf],
  ['bedrockruntime:invokeModel', invokeModelOf],
  ['dynamodb:batchGetItem', onRequestItems],
  ['dynamodb:batchWriteItem', onRequestItems],
  ['dynamodb:executeStatement', onStatement],
  ['dynamodb:query', (call, actions, action) => onTable(call, action, actions)],
  ['dynamodb:scan', (call, actions, action) => onTable(call, action, actions)],
  ['dynamodb:transactGetItems', onTransactItems],
  ['dynamodb:transactWriteItems', onTransactItems],
  ['eventbridge:putEvents', putEvents],
  ['lambda:invoke', invokeLambda],
  ['sfn:describeExecution', arnIn('ExecutionArn')],
  ['sfn:listExecutions', either(['StateMachineArn', onMachine], ['MapRunArn', arnIn('MapRunArn')])],
  ['sns:publish', publish],
  ['sqs:sendMessage', sendMessage],
])

/** Whether a text is an ARN of a type. A part of a resource holds no `:` and no `/`, but for paths. */
const isOfType = (text: string, pattern: string): boolean =>
  new RegExp(
    `^${pattern
      .split(/\$\{(\w+)\}/)
      .map((part, i) =>
        i % 2 === 0
          ? part.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')
          : ['Region', 'Account'].includes(part)
            ? '[^:]*'
            : /Path$|Slash$/.test(part)
              ? '.+'
              : '[^:/]+',
      )
      .join('')}$`,
  ).test(text)

/** The arguments that are ARNs of a type, of which the call must have one. */
const arnsOfType = ({ given = {} }: Call, pattern: string): readonly string[] =>
  Object.values(given).filter((value): value is string => typeof value === 'string' && isOfType(value, pattern))

const onAction = (call: Call, service: string, action: string, iam: string): void => {
  const pattern = resourceOf(iam)
  if (pattern === '*') return call.allow([iam], ['*'])
  const named = pattern === undefined ? undefined : byType.get(pattern)
  if (named !== undefined) return named(call, [iam], action)
  const [arn, ...more] = pattern === undefined ? [] : arnsOfType(call, pattern)
  if (arn !== undefined && more.length === 0) return call.allow([iam], [arn])
  call.cannotDerive(
    [iam],
    pattern === undefined
      ? `which resources ${service}:${action} acts on is not known here`
      : `the arguments tell no ${pattern}`,
  )
}

/** What a call of the SDK needs. */
export const allowSdk = (service: string, action: string, call: Call): void => {
  const actions = iamActions(service, action)
  if (actions.length === 0) return call.cannotDerive([], `nobody tells which actions of IAM ${service}:${action} needs`)
  handedOn(call, service)
  const rule = rules.get(`${service}:${action}`)
  if (rule !== undefined) return rule(call, actions, action)
  const fields = sdkService(service)?.actions.get(action)?.fields ?? []
  if (service === 's3' && fields.includes('Bucket')) return onS3(call, action, actions, fields.includes('Key'))
  for (const iam of actions) onAction(call, service, action, iam)
}
