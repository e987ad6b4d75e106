/** Every action that a policy grants or names is one that IAM has, by the Service Authorization Reference. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { policy, type StateMachine } from '@orkestra/asl'
import { integrations } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sdkService, sdkServices } from '../../packages/asl/src/sdk/services.ts'
import { actionNamed } from '../../scripts/services/reference.mjs'

const test = suite('policy and the Service Authorization Reference')

const place = { region: 'eu-west-1', account: '123456789012', name: 'orders', tracing: true, logging: true }

/** All actions that the policy of one call grants or names. */
const actionsOf = (resource: string, Parameters: object): readonly (string | undefined)[] => {
  const machine = {
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters, End: true } },
  } as StateMachine
  const { document, underived } = policy(machine, place)
  return [...document.Statement.flatMap(({ Action }) => Action), ...underived.map(({ action }) => action)]
}

/** What arguments of any kind may hold, so that the rules see as much as they can. */
const given = (fields: readonly string[]): object => Object.fromEntries(fields.map((field) => [field, 'x']))

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
