import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  definitionTemplate,
  emit,
  manifest,
  type Resource,
  type Template,
  toCloudFormation,
  toSam,
  toTerraform,
} from '@orkestra/asl'
import { toYaml } from '@orkestra/asl/yaml'
import { comment, identity, named, parAll, parCatch, seconds, seq, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'

const test = suite('deploy')

const x = task('x')
const y = task('charge-card', {
  entry: pathToFileURL(resolve('src/cards.ts')).href,
  handler: 'charge',
  timeout: seconds(6.5),
  memorySize: 512,
  runtime: 'nodejs24.x',
  architecture: 'arm64',
  tracing: 'disabled',
  layers: [{ arn: 'arn:aws:lambda:eu-west-1:1:layer:l:1' }, { path: 'layers/sharp', description: 'Images' }],
  environment: { STAGE: '${stage}' },
  description: 'Charges a card',
})
const workflow = seq(x, parCatch(y, x))
/** There are no such modules. */
const unread = { readModules: false } as const
/** Holds all that a template language could take for its own. */
const hostile = comment('${x} $${x} %{if} %%{x} {%{"a":1}%} \\${x}', seq(named('costs ${5}', x), y))

const properties = (template: Template, id: string): Readonly<Record<string, unknown>> =>
  (template.Resources[id] as Resource).Properties
/** What is thrown. */
const thrown = (body: () => unknown): Error => {
  try {
    body()
  } catch (error) {
    return error as Error
  }
  throw new Error('nothing was thrown')
}

test('the manifest has each function once, sorted, with defaults spelt out, and survives JSON', () => {
  const functions = manifest(workflow, unread)
  assert.equal(JSON.parse(JSON.stringify(functions)), functions)
  assert.equal(functions, [
    {
      name: 'charge-card',
      key: 'chargecard',
      entry: 'src/cards.ts',
      handler: 'charge',
      runtime: 'nodejs24.x',
      alias: {},
      timeout: 7,
      memorySize: 512,
      architecture: 'arm64',
      tracing: 'PassThrough',
      layers: [{ arn: 'arn:aws:lambda:eu-west-1:1:layer:l:1' }, { path: 'layers/sharp', description: 'Images' }],
      environment: { STAGE: '${stage}' },
      description: 'Charges a card',
    },
    {
      name: 'x',
      key: 'x',
      entry: null,
      handler: 'x',
      runtime: 'nodejs24.x',
      alias: {},
      timeout: 3,
      memorySize: 128,
      architecture: 'x86_64',
      tracing: 'Active',
      layers: [],
      environment: {},
      description: '',
    },
  ])
})

test('entries are relative to the root', () => {
  assert.is(manifest(y, { root: 'infra', ...unread })[0]?.entry, '../src/cards.ts')
  // As for CDK, a path is told from the folder where one works.
  assert.is(manifest(task('z', { entry: 'z.ts' }), { root: 'infra', ...unread })[0]?.entry, '../z.ts')
})

test('the manifest tells every name of two functions, and every key of two names', () => {
  const { message } = thrown(() =>
    manifest(seq(x, task('x', { memorySize: 512 }), task('a-b'), task('ab'), task('a.b'))),
  )
  assert.match(message, 'two different functions are called "x"')
  assert.match(message, '"a-b" and "ab" have the same key ab')
  assert.match(message, '"a-b" and "a.b" have the same key ab')
})

test('in the text of a definition only the functions are placeholders', () => {
  const text = definitionTemplate(hostile)
  assert.equal([...new Set(text.match(/[$%]\{\w*\}?/g))], ['${x}', '${chargecard}'])
  assert.equal(JSON.parse(text), emit(hostile))
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    assert.equal(JSON.parse(definitionTemplate(hostile, { queryLanguage })), emit(hostile, { queryLanguage }))
})

test('ambiguous placeholders make no text', () => {
  assert.match(thrown(() => definitionTemplate(seq(task('a-b'), task('ab')))).message, /ASL301/)
})

test('CloudFormation: functions are parameters, in the definition and in the policy', () => {
  const template = toCloudFormation(workflow, { comment: 'Orders' })
  assert.equal(Object.keys(template.Parameters ?? {}), ['chargecardArn', 'xArn'])
  assert.equal(Object.keys(template.Resources), ['Role', 'LogGroup', 'StateMachine'])
  assert.is(template.Description, 'Orders')
  const machine = properties(template, 'StateMachine')
  // cfn-lint refuses a resource like arn:${partition}:states:::… in a definition that is plain text.
  assert.equal(machine.DefinitionString, {
    'Fn::Sub': definitionTemplate(workflow, { comment: 'Orders', partitionKey: 'AWSPartition' })
      .replaceAll('${', '${!')
      .replaceAll('${!AWSPartition}', '${AWS::Partition}'),
  })
  assert.equal(machine.DefinitionSubstitutions, { chargecard: { Ref: 'chargecardArn' }, x: { Ref: 'xArn' } })
  const inChina = properties(toCloudFormation(workflow, { partition: 'aws-cn' }), 'StateMachine')
  assert.is(inChina.DefinitionString, definitionTemplate(workflow, { partition: 'aws-cn' }))
  assert.not(Object.hasOwn(machine, 'StateMachineName'))
  const [policy] = properties(template, 'Role').Policies as { PolicyDocument: { Statement: unknown[] } }[]
  assert.equal(policy?.PolicyDocument.Statement[0], {
    Effect: 'Allow',
    Action: ['lambda:InvokeFunction'],
    Resource: [
      { Ref: 'chargecardArn' },
      { 'Fn::Sub': '${chargecardArn}:*' },
      { Ref: 'xArn' },
      { 'Fn::Sub': '${xArn}:*' },
    ],
  })
})

test('CloudFormation: a name, EXPRESS, no logs, no traces, a schedule, statements of one’s own', () => {
  const own = { Effect: 'Allow' as const, Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] }
  const template = toCloudFormation(workflow, {
    name: 'orders',
    type: 'EXPRESS',
    logging: false,
    tracing: false,
    partition: 'aws-cn',
    statements: [own],
    schedule: { expression: 'rate(1 day)', timeZone: 'Europe/Berlin', input: { id: '${x}' } },
  })
  assert.equal(Object.keys(template.Resources), ['Role', 'StateMachine', 'ScheduleRole', 'Schedule'])
  const machine = properties(template, 'StateMachine')
  assert.is(machine.StateMachineName, 'orders')
  assert.is(machine.StateMachineType, 'EXPRESS')
  assert.not(Object.hasOwn(machine, 'LoggingConfiguration'))
  assert.match(JSON.stringify(template), 'arn:aws-cn:states:${AWS::Region}')
  const [policy] = properties(template, 'Role').Policies as { PolicyDocument: { Statement: unknown[] } }[]
  assert.equal(policy?.PolicyDocument.Statement.slice(1), [own])
  const { Target, ScheduleExpressionTimezone } = properties(template, 'Schedule')
  assert.is(ScheduleExpressionTimezone, 'Europe/Berlin')
  assert.is((Target as { Input: string }).Input, '{"id":"${x}"}')
})

test('everything is logged where nothing is said, as in CDK', () => {
  const level = (template: Template) =>
    (properties(template, 'StateMachine').LoggingConfiguration as { Level: string }).Level
  assert.is(level(toCloudFormation(x, { type: 'EXPRESS' })), 'ALL')
  assert.is(level(toCloudFormation(x)), 'ALL')
  assert.is(level(toCloudFormation(x, { logging: { level: 'FATAL', retentionDays: 1 } })), 'FATAL')
})

test('CloudFormation: a definition that does not fit, or is not to, is in S3', () => {
  const place = { Bucket: { Ref: 'DefinitionBucket' }, Key: { Ref: 'DefinitionKey' } }
  const large = seq(comment('w'.repeat(900_000), x), y)
  for (const template of [toCloudFormation(large), toCloudFormation(x, { definition: 's3' })]) {
    assert.equal(properties(template, 'StateMachine').DefinitionS3Location, place)
    assert.not(Object.hasOwn(properties(template, 'StateMachine'), 'DefinitionString'))
    assert.match(String(template.Parameters?.DefinitionKey?.Description), 'definitionTemplate')
    // The file has a placeholder for the partition.
    assert.match(JSON.stringify(properties(template, 'StateMachine').DefinitionSubstitutions), '"partition"')
  }
})

test('a workflow without functions has neither parameters nor a policy', () => {
  const template = toCloudFormation(identity(), { logging: false, tracing: false })
  assert.not(Object.hasOwn(template, 'Parameters'))
  assert.not(Object.hasOwn(properties(template, 'Role'), 'Policies'))
  const files = toTerraform(identity(), { logging: false, tracing: false })
  assert.not.match(`${files.get('variables.tf')}`, 'function_arns')
  assert.not.match(`${files.get('main.tf')}`, 'aws_iam_role_policy')
  assert.not(Object.hasOwn(toSam(identity()), 'Parameters'))
})

test('SAM: handlers with an entry are functions, the others parameters', () => {
  const template = toSam(workflow, {
    ...unread,
    schedule: { expression: 'cron(0 6 * * ? *)' },
    name: 'orders',
    comment: 'Orders',
  })
  assert.equal(Object.keys(template.Parameters ?? {}), ['xArn'])
  const layer = Object.keys(template.Resources)[1] ?? ''
  assert.match(layer, /^Layerlayerssharp[0-9A-F]{8}$/)
  assert.equal(Object.keys(template.Resources), ['chargecardFunction', layer, 'Role', 'LogGroup', 'StateMachine'])
  const fn = properties(template, 'chargecardFunction')
  assert.is(fn.Handler, 'cards.charge')
  assert.is(fn.Timeout, 7)
  assert.equal(fn.Layers, ['arn:aws:lambda:eu-west-1:1:layer:l:1', { Ref: layer }])
  const machine = properties(template, 'StateMachine')
  assert.equal(machine.Definition, emit(workflow, { comment: 'Orders', partition: '${partition}' }))
  assert.equal(machine.DefinitionSubstitutions, {
    chargecard: { 'Fn::GetAtt': ['chargecardFunction', 'Arn'] },
    x: { Ref: 'xArn' },
    partition: { Ref: 'AWS::Partition' },
  })
  assert.match(JSON.stringify(properties(template, 'Role')), '"Fn::Sub":"${chargecardFunction.Arn}:*"')
  assert.is(machine.Name, 'orders')
  assert.match(JSON.stringify(machine.Events), 'cron(0 6 * * ? *)')
})

test('SAM: a function that says nothing of itself, no logs', () => {
  const template = toSam(seq(task('a', { entry: 'a.ts' }), task('b', { entry: 'b.ts' })), { ...unread, logging: false })
  assert.equal(Object.keys(template.Resources), ['aFunction', 'bFunction', 'Role', 'StateMachine'])
  assert.not(Object.hasOwn(properties(template, 'aFunction'), 'Layers'))
})

test('SAM: of a folder there is one layer, whose id depends on nothing else, and which is found from the template', () => {
  const layered = (name: string, ...layers: readonly { readonly path: string; readonly description?: string }[]) =>
    task(name, { entry: `${name}.ts`, layers, runtime: name === 'c' ? 'nodejs22.x' : 'nodejs24.x' })
  const layersOf = (...steps: readonly ReturnType<typeof layered>[]) =>
    Object.entries(toSam(parAll(steps), { ...unread, root: 'infra' }).Resources).filter(
      ([, { Type }]) => Type === 'AWS::Serverless::LayerVersion',
    )
  const shared = { path: 'layers/l-1' }
  const [[id, layer] = ['', undefined], ...more] = layersOf(layered('b', shared), layered('c', shared))
  assert.is(more.length, 0)
  assert.equal(layer?.Properties, { ContentUri: '../layers/l-1', CompatibleRuntimes: ['nodejs22.x', 'nodejs24.x'] })
  const others = layersOf(layered('a', { path: 'layers/l1' }, shared), layered('b', { ...shared, description: 'd' }))
  assert.is(new Set(others.map(([other]) => other)).size, 3)
  assert.ok(others.some(([other]) => other === id))
})

test('SAM: the code of an entry above the template is the folder that holds both', () => {
  const code = (root?: string) => {
    const { Properties, Metadata } = toSam(y, root === undefined ? unread : { root, ...unread }).Resources
      .chargecardFunction as Resource
    return [Properties.CodeUri, Object(Metadata?.BuildProperties).EntryPoints]
  }
  assert.equal(code(), ['.', ['src/cards.ts']])
  assert.equal(code('infra/sam'), ['../..', ['src/cards.ts']])
})

test('SAM: what it would take for a placeholder is for a file of its own', () => {
  assert.match(thrown(() => toSam(hostile, unread)).message, 'pass definitionUri')
  assert.is(
    properties(toSam(hostile, { ...unread, definitionUri: 'workflow.asl.json' }), 'StateMachine').DefinitionUri,
    'workflow.asl.json',
  )
})

test('YAML says the same, without anchors and folds', () => {
  const template = toSam(workflow, unread)
  assert.equal(parse(toYaml(template)), template)
  assert.not.match(toYaml(template), /[&*]a\d/)
})

test('YAML goes as deep as its library does, and says so', () => {
  let deep: object = {}
  for (let i = 0; i < 100_000; i++) deep = { deep }
  const error = thrown(() => toYaml(deep))
  assert.is(error.name, 'DeployError')
  assert.match(error.message, 'take JSON')
})

test('Terraform: the files, and the functions as a variable', () => {
  const files = toTerraform(workflow, { name: 'orders' })
  assert.equal([...files.keys()], ['main.tf', 'variables.tf', 'outputs.tf', 'versions.tf', 'workflow.asl.json.tftpl'])
  assert.is(files.get('workflow.asl.json.tftpl'), `${definitionTemplate(workflow, { partitionKey: 'partition' })}\n`)
  assert.match(`${files.get('variables.tf')}`, 'object({\n    chargecard = string\n    x          = string\n  })')
  assert.match(`${files.get('variables.tf')}`, '= "orders"')
  assert.match(`${files.get('main.tf')}`, '"${local.function_arns.chargecard}:*"')
})

test('Terraform: functions are made over the manifest', () => {
  const files = toTerraform(y, { functions: true, ...unread })
  assert.equal(JSON.parse(`${files.get('manifest.json')}`), manifest(y, unread))
  assert.match(`${files.get('main.tf')}`, 'try(layer.arn, var.layer_arns[layer.path])')
  assert.not.match(`${files.get('main.tf')}`, 'AWSXRayDaemonWriteAccess')
  assert.match(thrown(() => toTerraform(x, { functions: true })).message, 'no entry for any of the functions "x"')
})

test('Terraform: conditions and texts of statements are written, and nothing in them is a template', () => {
  const files = toTerraform(x, {
    statements: [
      {
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: ['*'],
        Condition: { StringLike: { 's3:prefix': ['%{if}', 'b'] } },
      },
    ],
  })
  assert.match(`${files.get('main.tf')}`, '"\\u0025{if}",')
})

test('Terraform: a schedule starts the machine by a role of its own', () => {
  const files = toTerraform(x, { schedule: { expression: 'rate(1 day)', input: { a: '${x}' } }, logging: false })
  const main = `${files.get('main.tf')}`
  assert.match(main, 'resource "aws_scheduler_schedule" "workflow"')
  assert.match(main, '"{\\"a\\":\\"\\u0024{x}\\"}"')
  assert.match(main, 'role_arn = aws_iam_role.schedule.arn')
  assert.not.match(main, 'logging_configuration')
})

test('Terraform: functions without layers need no ARN of one, and those that are traced may write traces', () => {
  const files = toTerraform(task('a', { entry: 'a.ts' }), { functions: true, partition: 'aws-cn', ...unread })
  assert.match(`${files.get('main.tf')}`, '[for layer in each.value.layers : layer.arn]')
  assert.match(`${files.get('main.tf')}`, 'arn:aws-cn:iam::aws:policy/AWSXRayDaemonWriteAccess')
  assert.not.match(`${files.get('variables.tf')}`, 'layer_arns')
})

test('a name or a schedule that is none is refused', () => {
  assert.match(thrown(() => toTerraform(x, { name: 'a b' })).message, 'name "a b"')
  assert.match(thrown(() => toSam(x, { schedule: { expression: 'daily' } })).message, 'schedule "daily"')
})

/** Of so many functions that its role needs more than a policy of its own. */
const large = parAll(Array.from({ length: 60 }, (_, i) => task(`f${i}`, { entry: 'src/f.ts' })))

test('a role that cannot hold all by itself names managed policies, in CloudFormation and in SAM', () => {
  for (const [template, arn] of [
    [toCloudFormation(large), (i: number) => ({ Ref: `f${i}Arn` })],
    [toSam(large, unread), (i: number) => ({ 'Fn::GetAtt': [`f${i}Function`, 'Arn'] })],
  ] as const) {
    const { ManagedPolicyArns, Policies } = properties(template, 'Role') as {
      readonly ManagedPolicyArns: readonly { readonly Ref: string }[]
      readonly Policies: readonly unknown[]
    }
    assert.ok(ManagedPolicyArns.length > 0)
    const all = JSON.stringify([Policies, ManagedPolicyArns.map(({ Ref }) => template.Resources[Ref])])
    for (let i = 0; i < 60; i += 1) assert.ok(all.includes(JSON.stringify(arn(i))), `f${i}`)
    for (const { Ref } of ManagedPolicyArns) assert.is(template.Resources[Ref]?.Type, 'AWS::IAM::ManagedPolicy')
    assert.is(template.Resources.Role?.Metadata, undefined)
  }
})

test('a role that needs a raised quota says so', () => {
  const larger = parAll(Array.from({ length: 300 }, (_, i) => task(`f${i}`)))
  assert.match(`${toCloudFormation(larger).Resources.Role?.Metadata?.Quota}`, /^1\d managed policies on a role: raise/)
  assert.match(`${toTerraform(larger).get('main.tf')}`, /^# 1\d managed policies on a role: raise IAM's quota of 10/m)
})

test('and in Terraform, where the machine waits for all of them', () => {
  const main = `${toTerraform(large).get('main.tf')}`
  const attached = [...main.matchAll(/^resource "aws_iam_role_policy_attachment" "(workflow_\d)"/gm)].map(
    ([, id]) => id,
  )
  assert.ok(attached.length > 0)
  const waits = ['aws_iam_role_policy.workflow', ...attached.map((id) => `aws_iam_role_policy_attachment.${id}`)]
  assert.ok(main.includes(`depends_on = [${waits.join(', ')}]`), main)
})

test.run()
