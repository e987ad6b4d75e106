/** Resources of a type by the argument that names one, where that takes more than its name: an ARN, an alias, a URL, a version. */
import { isExpression } from '../../language/jsonata.ts'
import type { Call } from '../call.ts'
import { isArn, isPlaceholder } from '../permissions/arns.ts'
import { keyUse, useKeyOf } from '../permissions/encryption.ts'
import { onTable } from '../services/dynamodb.ts'
import { onMachine } from '../services/states.ts'

export type Named = (call: Call, actions: readonly string[], action: string) => void

/** A field that takes a name, an ARN, or either. */
const field =
  (name: string, service: string, kind: string): Named =>
  ({ on, arns }, actions) =>
    on(name, actions, (text) => arns.named(service, kind, text))

/** The first of several fields that is there. */
export const either =
  (...named: readonly (readonly [field: string, rule: Named])[]): Named =>
  (call, actions, action) => {
    const [, rule] = named.find(([name]) => call.said(name) !== 'nothing') ?? named[0] ?? []
    rule?.(call, actions, action)
  }

export const arnIn =
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

const onQueue: Named = ({ said, on, arns }, actions) =>
  // One that is made has a name only.
  said('QueueUrl') === 'nothing' && said('QueueName') !== 'nothing'
    ? on('QueueName', actions, (name) => (arns.isName(name) ? arns.of('sqs', name) : undefined))
    : on('QueueUrl', actions, arns.queue)

/**
 * Names that begin so are Amazon's, and no account has these documents.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html
 */
const onDocument: Named = ({ said, on, arns }, actions) =>
  on(said('DocumentName') === 'nothing' ? 'Name' : 'DocumentName', actions, (name) => {
    if (isArn(name)) return name
    if (!arns.isName(name)) return undefined
    return /^(?:aws|amazon|amzn)/i.test(name)
      ? arns.unowned('ssm', `document/${name}`)
      : arns.of('ssm', `document/${name}`)
  })

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

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html: most actions are about what is in a group. */
const onLogGroup: Named = (call, actions) => {
  const field = call.said('LogGroupIdentifier') === 'nothing' ? 'LogGroupName' : 'LogGroupIdentifier'
  call.on(field, actions, (group) => {
    const arn = call.arns.named('logs', 'log-group:', group)?.replace(/:\*$/, '')
    return arn && [arn, `${arn}:*`]
  })
}

const onLogStream: Named = (call, actions) => {
  const group = call.said('LogGroupName')
  const named = typeof group === 'object' ? call.arns.named('logs', 'log-group:', group.text) : undefined
  if (named === undefined)
    return call.cannotDerive(actions, 'the group of the stream cannot be told from the arguments')
  call.on('LogStreamName', actions, (stream) => `${named}:log-stream:${stream}`)
}

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
  [
    arnOf('logs', 'log-group:${LogGroupName}'),
    'LogGroupName or LogGroupIdentifier: the group, and what is in it',
    onLogGroup,
  ],
  [arnOf('logs', 'log-group:${LogGroupName}:log-stream:${LogStreamName}'), 'LogGroupName, LogStreamName', onLogStream],
  [arnOf('secretsmanager', 'secret:${SecretId}'), 'SecretId: a name or an ARN', onSecret],
  [arnOf('sns', '${TopicName}'), 'TopicArn', arnIn('TopicArn')],
  [arnOf('sqs', '${QueueName}'), 'QueueUrl; QueueName of one that is made', onQueue],
  [arnOf('ssm', 'document/${DocumentName}'), 'Name or DocumentName: of yours or of Amazon', onDocument],
  [arnOf('ssm', 'parameter/${ParameterNameWithoutLeadingSlash}'), 'Name, Names or Path: a name or an ARN', onParameter],
  [
    arnOf('states', 'stateMachine:${StateMachineName}'),
    'StateMachineArn, its version or alias as a condition',
    onMachine,
  ],
]

export const byType: ReadonlyMap<string, Named> = new Map(named.map(([arn, , rule]) => [arn, rule]))

/** For the documentation: which argument names a resource of a type. */
export const namedResources: readonly (readonly [arn: string, argument: string])[] = named.map(([arn, argument]) => [
  arn,
  argument,
])
