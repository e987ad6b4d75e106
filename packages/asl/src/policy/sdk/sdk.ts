/**
 * What calls of the AWS SDK need. The actions are those of the Service Authorization Reference. Their resources are those of the type
 * that it names, where the arguments tell one; what they do not tell is said, not guessed.
 */
import { iamActions, resourcesOfAction, tagActionOf } from '../../sdk/actions.ts'
import { sdkNameOf, sdkService } from '../../sdk/services.ts'
import type { Call } from '../call.ts'
import { isPlaceholder } from '../permissions/arns.ts'
import { keyUse, useKeyOf } from '../permissions/encryption.ts'
import { invokeModelOf } from '../services/bedrock.ts'
import { onRequestItems, onStatement, onTable, onTransactItems } from '../services/dynamodb.ts'
import { integrationRules } from '../services/integrations.ts'
import { onS3 } from '../services/s3.ts'
import { onMachine } from '../services/states.ts'
import { arnsByName, leavesOut } from './byName.ts'
import { onRule } from './eventBridge.ts'
import { onCatalog } from './glue.ts'
import { arnIn, byType, either, type Named } from './named.ts'
import { handedOn } from './sdkRoles.ts'

/** What is limited is the namespace. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html */
const putMetrics: Named = ({ said, allow, cannotDerive }, actions) => {
  const namespace = said('Namespace')
  if (typeof namespace === 'object') allow(actions, ['*'], { StringEquals: { 'cloudwatch:namespace': namespace.text } })
  else cannotDerive(actions, 'Namespace is known only to the running execution')
}

/** Of a single action, where its arguments say more than the type of its resource does. */
const rules: ReadonlyMap<string, Named> = new Map<string, Named>([
  ['bedrockruntime:converse', invokeModelOf],
  ['bedrockruntime:invokeModel', invokeModelOf],
  ['cloudwatch:putMetricData', putMetrics],
  ['dynamodb:batchGetItem', onRequestItems],
  ['dynamodb:batchWriteItem', onRequestItems],
  ['dynamodb:executeStatement', onStatement],
  ['dynamodb:query', (call, actions, action) => onTable(call, action, actions)],
  ['dynamodb:scan', (call, actions, action) => onTable(call, action, actions)],
  ['dynamodb:transactGetItems', onTransactItems],
  ['dynamodb:transactWriteItems', onTransactItems],
  ['sfn:describeExecution', arnIn('ExecutionArn')],
  ['sfn:listExecutions', either(['StateMachineArn', onMachine], ['MapRunArn', arnIn('MapRunArn')])],
])

/** Rules of a service for those of its actions that have several types of resources. */
const ofService: ReadonlyMap<string, (call: Call, action: string) => Named | undefined> = new Map([
  ['eventbridge', onRule],
  ['glue', onCatalog],
])

/**
 * The same call by an optimized integration needs the same. SageMaker's are more: Step Functions puts tags of its own on what they make.
 */
const optimized = new Map(
  [...integrationRules]
    .filter(([key]) => !key.startsWith('sagemaker:'))
    .map(([key, rule]) => {
      const [service = '', action = ''] = key.split(':')
      return [`${sdkNameOf(service, action)}:${action}`, rule] as const
    }),
)

type Use = readonly [fields: readonly string[], uses: readonly string[]]

/**
 * Calls that read or write data that may be encrypted, by the field that names what holds it. Those of S3, DynamoDB and secrets are with
 * their rules. https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html and the like of each service
 */
const encrypted: ReadonlyMap<string, Use> = new Map<string, Use>([
  ['kinesis:putRecord', [['StreamARN', 'StreamName'], keyUse.write]],
  ['kinesis:putRecords', [['StreamARN', 'StreamName'], keyUse.write]],
  ['sns:publishBatch', [['TopicArn'], keyUse.write]],
  ['sqs:receiveMessage', [['QueueUrl'], keyUse.read]],
  ['sqs:sendMessageBatch', [['QueueUrl'], keyUse.write]],
  ...['getParameter', 'getParameters', 'getParametersByPath'].map(
    (action) => [`ssm:${action}`, [['Name', 'Names', 'Path'], keyUse.read]] as const,
  ),
])

const useKeys = (call: Call, service: string, action: string): void => {
  const found = encrypted.get(`${service}:${action}`)
  if (found === undefined || (service === 'ssm' && !call.isGiven('WithDecryption'))) return
  const [fields, uses] = found
  const field = fields.find(call.isGiven)
  if (field !== undefined) useKeyOf(call, field, uses)
}

/** Whether a text is an ARN of a type. A part of a resource holds no `:` and no `/`, but for paths. */
const isOfType = (text: string, pattern: string): boolean =>
  new RegExp(
    `^${pattern
      .split(/\$\{(\w+)\}/)
      .map((part, i) =>
        i % 2 === 0
          ? part.replace(/[.+?^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.+')
          : ['Region', 'Account'].includes(part)
            ? '[^:]*'
            : /Path$|Slash$/.test(part)
              ? '.+'
              : '[^:/]+',
      )
      .join('')}$`,
    // A reference within an ARN is a part of it, whatever stands in it.
  ).test(text.replace(/\$\{[^}]*\}/g, 'x'))

/** The arguments that are ARNs of a type, of which the call must have one. */
const arnsOfType = ({ given = {} }: Call, pattern: string): readonly string[] =>
  Object.values(given).filter((value): value is string => typeof value === 'string' && isOfType(value, pattern))

const resourcePart = (pattern: string): string =>
  pattern.split(':').slice(5).join(':').toLowerCase().replaceAll('-', '')

/**
 * An argument that takes the ARN of the type and nothing else, as `CertificateArn` of a certificate: a reference in it stands for that.
 * `undefined` where there is none, a sentence where only the running execution knows it.
 */
const referredArn = (
  call: Call,
  pattern: string,
  fields: readonly string[],
): readonly string[] | string | undefined => {
  const [field, ...more] = fields.filter((name) => {
    const [, stem] = /^(.{3,})A(?:rn|RN)$/.exec(name) ?? []
    return stem !== undefined && call.isGiven(name) && resourcePart(pattern).includes(stem.toLowerCase())
  })
  if (field === undefined || more.length > 0) return undefined
  const said = call.said(field)
  if (said === 'dynamic') return `${field} is known only to the running execution`
  if (said === 'nothing') return undefined
  const told = call.arns.told(said.text)
  return told !== said.text || isPlaceholder(said.text) ? [told] : undefined
}

/** Whether the call puts tags on something: `Tags`, `TagList`, `UserPoolTags`, `TagSpecifications`, or one of these by a path. */
const hasTags = ({ given = {} }: Call): boolean =>
  Object.keys(given).some((key) => /Tags?(?:List|Set|Specifications)?(?:\.\$)?$/.test(key))

/** The resources of a type that the arguments name, whether by their names or by an ARN; a sentence where they do not tell. */
const arnsOf = (call: Call, pattern: string, fields: readonly string[]): readonly string[] | string => {
  const named = arnsByName(call, pattern)
  if (typeof named === 'object') return named
  const [arn, ...more] = arnsOfType(call, pattern)
  if (arn !== undefined && more.length === 0) return [arn]
  return referredArn(call, pattern, fields) ?? named ?? `the arguments tell no ${pattern}`
}

const onAction = (call: Call, service: string, action: string, iam: string, fields: readonly string[]): void => {
  const [asked, ...besides] = resourcesOfAction(iam)
  const pattern = asked?.replace(/^\?/, '')
  const tag = hasTags(call) ? tagActionOf(iam) : undefined
  if (pattern === undefined)
    return call.cannotDerive(
      tag === undefined ? [iam] : [iam, tag.action],
      `which resources ${service}:${action} acts on is not known here`,
    )
  const isSame = tag?.isSame === true && pattern !== '*'
  if (tag !== undefined && !isSame)
    call.cannotDerive([tag.action], 'what the call makes and puts tags on has no ARN that the arguments tell')
  if (pattern === '*') return call.allow([iam], ['*'])
  const actions = isSame ? [iam, tag.action] : [iam]
  const named = byType.get(pattern)
  if (named !== undefined) named(call, actions, action)
  else {
    const found = arnsOf(call, pattern, fields)
    if (typeof found === 'object') call.allow(actions, found)
    // It acts on none, as speech without a lexicon.
    else if (asked !== pattern && leavesOut(call, pattern, fields)) call.allow(actions, ['*'])
    else call.cannotDerive(actions, found)
  }
  for (const other of besides) {
    const found = arnsOf(call, other, fields)
    if (typeof found === 'object') call.allow([iam], found)
    else if (!leavesOut(call, other, fields))
      call.cannotDerive([iam], found, `${service}:${action} acts on a resource ${other}`)
  }
}

/** What a call of the SDK needs. */
export const allowSdk = (service: string, action: string, call: Call): void => {
  const actions = iamActions(service, action)
  if (actions.length === 0) return call.cannotDerive([], `nobody tells which actions of IAM ${service}:${action} needs`)
  const same = optimized.get(`${service}:${action}`)
  if (same !== undefined) return same(call)
  handedOn(call, service)
  useKeys(call, service, action)
  const rule = rules.get(`${service}:${action}`) ?? ofService.get(service)?.(call, action)
  if (rule !== undefined) return rule(call, actions, action)
  const fields = sdkService(service)?.actions.get(action)?.fields ?? []
  if (service === 's3' && fields.includes('Bucket')) return onS3(call, action, actions, fields.includes('Key'))
  for (const iam of actions) onAction(call, service, action, iam, fields)
}
