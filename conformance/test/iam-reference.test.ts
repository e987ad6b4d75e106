/** Every action that a policy grants or names is one that IAM has, by the Service Authorization Reference. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { policy, type StateMachine } from '@orkestra/asl'
import { integrations } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sdkService, sdkServices } from '../../packages/asl/src/sdk/services.ts'
import { actionNamed, referenceOf } from '../../scripts/services/reference.mjs'

const test = suite('policy and the Service Authorization Reference')

const place = { region: 'eu-west-1', account: '123456789012', name: 'orders', tracing: true, logging: true }

const machineOf = (resource: string, Parameters: object) =>
  ({
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters, End: true } },
  }) as StateMachine

/** All actions that the policy of one call grants or names. */
const actionsOf = (resource: string, Parameters: object): readonly (string | undefined)[] => {
  const { document, underived } = policy(machineOf(resource, Parameters), place)
  return [...document.Statement.flatMap(({ Action }) => Action), ...underived.map(({ action }) => action)]
}

/** Whether an ARN is one of a pattern of the reference, whose variables stand for any text. */
const isOf = (pattern: string, arn: string): boolean =>
  pattern.split(', ').some((each) =>
    new RegExp(
      `^${each
        .split(/\$\{\w+\}/)
        .map((part) => part.replace(/[.+?^$()[\]{}|\\]/g, '\\$&').replaceAll('*', '.*'))
        .join('.*')}$`,
    ).test(arn),
  )

/** The patterns of all resources that an action can be limited to, by the reference; none for one that no resource limits. */
const patternsOf = (action: string): readonly string[] => {
  const [prefix = '', name = ''] = action.split(':')
  const { actions, types } = referenceOf(prefix) as {
    actions: Record<string, { resourceTypes: { name: string; required: boolean }[] }>
    types: Record<string, { key: string; arn: string }>
  }
  return (actions[name.toLowerCase()]?.resourceTypes ?? []).flatMap(
    (type) =>
      types[type.name.toLowerCase()]?.arn ?? Object.values(types).find(({ key }) => key === type.name)?.arn ?? [],
  )
}

/** What arguments of any kind may hold, so that the rules see as much as they can. */
const given = (fields: readonly string[]): object => Object.fromEntries(fields.map((field) => [field, 'x']))
const pick = (values: Readonly<Record<string, string>>, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)))

test('every action of the SDK', () => {
  const unknown = new Set<string>()
  let calls = 0
  for (const service of sdkServices())
    for (const [action, { fields }] of sdkService(service)?.actions ?? [])
      for (const Parameters of [{}, { ...given(fields), Tags: [], VersionId: 'v' }]) {
        calls += 1
        // The verbs on paths of API Gateway stand in the reference as such.
        for (const iam of actionsOf(`aws-sdk:${service}:${action}`, Parameters))
          if (iam !== undefined && actionNamed(iam) !== iam) unknown.add(`${service}:${action}: ${iam}`)
      }
  assert.ok(calls > 35_000, `${calls} calls`)
  assert.equal([...unknown], [])
})

/** Fields that take nothing but ARNs of one type. */
const arns = {
  StateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:x',
  TargetArn: 'arn:aws:sns:eu-west-1:123456789012:x',
  TopicArn: 'arn:aws:sns:eu-west-1:123456789012:x',
}

/** What a service's guide asks for although the reference has it otherwise. */
const asGuided: readonly RegExp[] = [
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
  /^cloudwatch:PutMetricData on \*$/,
  // https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-iam-role.html
  /^bedrock:CreateModelCustomizationJob on .*:model-customization-job\/\*$/,
  // https://docs.aws.amazon.com/step-functions/latest/dg/emr-serverless-iam.html
  /^emr-serverless:CreateApplication on .*:\/\*$/,
]

test('every resource that a call of the SDK is granted on is one that the action can be limited to', () => {
  const wrong = new Set<string>()
  let grants = 0
  for (const service of sdkServices())
    for (const [action, { fields }] of sdkService(service)?.actions ?? []) {
      const { document } = policy(
        machineOf(`aws-sdk:${service}:${action}`, { ...given(fields), ...pick(arns, fields) }),
        {
          ...place,
          tracing: false,
          logging: false,
        },
      )
      for (const { Action, Resource } of document.Statement)
        for (const [iam, arn] of Action.flatMap((each) => Resource.map((resource) => [each, resource] as const))) {
          grants += 1
          const patterns = patternsOf(iam)
          const isRight = arn === '*' ? patterns.length === 0 : patterns.some((pattern) => isOf(pattern, arn))
          if (!isRight && !asGuided.some((each) => each.test(`${iam} on ${arn}`)))
            wrong.add(`${service}:${action}: ${iam} on ${arn}`)
        }
    }
  console.log(`  ${grants} grants`)
  assert.ok(grants > 10_000, `${grants} grants`)
  assert.equal([...wrong], [])
})

const suffix = { requestResponse: '', sync: '.sync', 'sync:2': '.sync:2', waitForTaskToken: '.waitForTaskToken' }
/** Fields that some rule looks at. */
const looked = {
  Tags: [],
  PropagateTags: 'TASK_DEFINITION',
  AuthType: 'IAM_ROLE',
  Cluster: 'c',
  GuardrailIdentifier: 'g',
  Input: { S3Uri: 's3://b/k' },
  Output: { S3Uri: 's3://b/k' },
}

test('every optimized integration', () => {
  const unknown = new Set<string>()
  for (const [service, actions] of Object.entries(integrations))
    for (const [action, { patterns, required }] of Object.entries(actions) as [
      string,
      { patterns: readonly (keyof typeof suffix)[]; required: readonly string[] },
    ][])
      for (const pattern of patterns)
        for (const Parameters of [{}, given(required), { ...given(required), ...looked }])
          for (const iam of actionsOf(`${service}:${action}${suffix[pattern]}`, Parameters))
            if (iam === undefined || actionNamed(iam) !== iam) unknown.add(`${service}:${action}: ${iam}`)
  assert.equal([...unknown], [])
})

test('every action in the text of the rules', () => {
  const folder = fileURLToPath(new URL('../../packages/asl/src/policy/', import.meta.url))
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
  const actions = new Set(
    texts.flatMap((text) => Array.from(text.matchAll(/'([a-z0-9-]+:[A-Z][A-Za-z]+)'/g), ([, action = '']) => action)),
  )
  assert.ok(actions.size > 80, `${actions.size} actions`)
  // Keys of conditions look alike.
  const keys = new Set([
    'ecs:CreateAction',
    'bedrock:InferenceProfileArn',
    'states:StateMachineQualifier',
    'states:HTTPEndpoint',
    'states:HTTPMethod',
    'iam:PassedToService',
    'iam:AWSServiceName',
    'emr-containers:ExecutionRoleArn',
  ])
  assert.equal(
    [...actions].filter((action) => !keys.has(action) && actionNamed(action) !== action),
    [],
  )
})

test.run()
