/** Where the definition stands, and what fills it. */
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type AnyStep, comment, named, par, seq, task } from '@orkestra/core'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { App, Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stateMachine, type WorkflowProps } from '../src/machine/stateMachine.ts'
import { inlineFunction, onlyOne, testStack } from './stacks.ts'

const test = suite('definitionBody')
const t = task<unknown, unknown>('t')

interface Machine {
  readonly DefinitionString?: string
  readonly DefinitionS3Location?: { readonly Bucket: unknown; readonly Key: string }
  readonly DefinitionSubstitutions: Readonly<Record<string, unknown>>
}

const deployed = (graph: AnyStep, props: WorkflowProps = {}, stack: Stack = testStack()) => {
  stateMachine(stack, 'Workflow', graph, { makeFunction: inlineFunction, ...props })
  return onlyOne(stack, 'AWS::StepFunctions::StateMachine') as unknown as Machine
}

const large = par(...Array.from({ length: 600 }, (_, i) => named(`the state number ${i}`, t)))

/** A machine's definition as CloudFormation reads it from S3. */
const uploaded = (graph: AnyStep, props: WorkflowProps = {}) => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  const stack = new Stack(app, 'Large')
  stateMachine(stack, 'Workflow', graph, { makeFunction: inlineFunction, ...props })
  const { directory, manifest } = app.synth()
  const { files } = JSON.parse(readFileSync(join(directory, 'Large.assets.json'), 'utf8'))
  const { Resources } = JSON.parse(readFileSync(join(directory, 'Large.template.json'), 'utf8'))
  const machine = (Object.values(Resources) as { Type: string; Properties: Machine }[]).find(
    ({ Type }) => Type === 'AWS::StepFunctions::StateMachine',
  )?.Properties
  const key = machine?.DefinitionS3Location?.Key ?? ''
  return {
    machine,
    key,
    manifest,
    text: readFileSync(join(directory, files[key.split('.')[0] as string].source.path), 'utf8'),
  }
}

test('a short definition is in the template', () => {
  assert.type(deployed(seq(t, t)).DefinitionString, 'string')
})

test('a large one is an asset, with its placeholders to be filled all the same', () => {
  const { machine, text } = uploaded(large)
  assert.is(machine?.DefinitionString, undefined)
  const { States } = JSON.parse(text)
  assert.is(States[Object.keys(States)[0] as string].Branches.length, 600)
  assert.match(text, '"FunctionName":"${t}"')
  assert.equal(Object.keys(machine?.DefinitionSubstitutions ?? {}), ['t'])
})

test('the same definition is the same asset', () => {
  assert.is(uploaded(large).key, uploaded(large).key)
  assert.is.not(uploaded(large).key, uploaded(seq(large, t)).key)
})

test('without staging the file is where the template says it is', () => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [], 'aws:cdk:disable-asset-staging': true } })
  const stack = new Stack(app, 'Unstaged')
  stateMachine(stack, 'Workflow', t, { makeFunction: inlineFunction, definitionAs: 'file' })
  const { directory } = app.synth()
  const { files } = JSON.parse(readFileSync(join(directory, 'Unstaged.assets.json'), 'utf8'))
  const paths = (Object.values(files) as { source: { path: string } }[]).map(({ source }) =>
    resolve(directory, source.path),
  )
  const found = paths.find((path) => path.endsWith('definition.asl.json'))
  assert.match(readFileSync(found as string, 'utf8'), '"FunctionName":"${t}"')
  rmSync(dirname(found as string), { recursive: true })
})

test('which of the two may be said', () => {
  assert.is(uploaded(t, { definitionAs: 'file' }).machine?.DefinitionString, undefined)
  assert.type(deployed(large, { definitionAs: 'text' }).DefinitionString, 'string')
})

test('what is known at deployment only is filled in, in both', () => {
  for (const definitionAs of ['text', 'file'] as const) {
    const stack = testStack()
    const { bucketName } = new Bucket(stack, 'Bucket')
    const machine = deployed(comment(`writes to ${bucketName}, and ${bucketName}`, t), { definitionAs }, stack)
    assert.equal(Object.keys(machine.DefinitionSubstitutions), ['t', 'BucketRef80788853'])
    assert.match(JSON.stringify(machine.DefinitionSubstitutions.BucketRef80788853), /"Ref":"Bucket/)
    if (definitionAs === 'text')
      assert.match(machine.DefinitionString as string, '"writes to ${BucketRef80788853}, and ${BucketRef80788853}"')
  }
})

test('a key that a function has is not taken for a token', () => {
  const stack = testStack()
  const { bucketName } = new Bucket(stack, 'Bucket')
  const machine = deployed(comment(bucketName, task('BucketRef80788853')), {}, stack)
  assert.equal(Object.keys(machine.DefinitionSubstitutions), ['BucketRef80788853', 'BucketRef80788853x'])
})

test('what only looks like a placeholder is not filled', () => {
  const { DefinitionString, DefinitionSubstitutions } = deployed(comment('costs ${t} and ${5}', t))
  assert.match(DefinitionString as string, 'costs \\u0024{t} and \\u0024{5}')
  assert.is(
    (JSON.parse(DefinitionString as string) as { States: { t: { Comment: string } } }).States.t.Comment,
    'costs ${t} and ${5}',
  )
  assert.equal(Object.keys(DefinitionSubstitutions), ['t'])
})

test('in the partition of the stack', () => {
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'China', {
    env: { account: '123456789012', region: 'cn-north-1' },
  })
  assert.match(deployed(t, {}, stack).DefinitionString as string, 'arn:aws-cn:states:::lambda:invoke')
})

test.run()
