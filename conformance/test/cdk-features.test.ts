/**
 * Every way to deploy that the adapter has, in one app: bundled by esbuild, with CDK's own rules as errors. Needs the build, for the
 * bundles are made of it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { diagnose } from '@orkestra/asl'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ended } from '../oracles/spawned.ts'

const test = suite('cdk features')

const out = mkdtempSync(join(tmpdir(), 'orkestra-features-'))
test.after(() => rmSync(out, { recursive: true, force: true }))

interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
}

let bundlings = 0
const resources = new Map<string, Resource>()
const ofType = (type: string) => [...resources].filter(([, { Type }]) => Type === type)

/** A definition as CloudFormation would have it, with a text for each reference. */
const definitionOf = ({ DefinitionString, DefinitionS3Location }: Resource['Properties']): string => {
  if (typeof DefinitionString === 'string') return DefinitionString
  if (DefinitionS3Location !== undefined) {
    const hash = (DefinitionS3Location as { Key: string }).Key.split('.')[0]
    return readFileSync(join(out, readdirSync(out).find((file) => file.startsWith(`asset.${hash}`)) as string), 'utf8')
  }
  const [, parts] = (DefinitionString as { 'Fn::Join': [string, unknown[]] })['Fn::Join']
  return parts.map((part) => (typeof part === 'string' ? part : 'aws')).join('')
}

test('the app synthesizes, with the default rules as errors', async () => {
  const { CDK_VALIDATION: _, ...inherited } = process.env
  const { status, text } = await ended(process.execPath, ['--import', 'tsx', 'conformance/synth/features.ts'], {
    env: {
      ...inherited,
      CDK_OUTDIR: out,
      CDK_CONTEXT_JSON: JSON.stringify({ '@aws-cdk/core:validateAgainstDefaultRules': true }),
      PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
    },
  })
  assert.is(status, 0, text)
  bundlings = text.match(/Bundling asset /g)?.length ?? 0
  const template = JSON.parse(readFileSync(join(out, 'Features.template.json'), 'utf8'))
  for (const [id, resource] of Object.entries(template.Resources as Record<string, Resource>))
    resources.set(id, resource)
})

test('the handlers of one module are one bundle, and one more where the bundling differs', () => {
  const functions = ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties)
  const keys = new Map<unknown, unknown[]>()
  for (const { Code, Handler } of functions) {
    const { S3Key } = Code as { S3Key: string }
    keys.set(S3Key, [...(keys.get(S3Key) ?? []), Handler])
  }
  assert.is(functions.length, 9)
  assert.is(keys.size, 2)
  assert.equal(
    [...keys.values()].find(({ length }) => length === 1),
    ['index.tax'],
  )
  assert.is(bundlings, 2)
})

test('every definition is what AWS takes, nested states in JSONata as well', () => {
  const machines = ofType('AWS::StepFunctions::StateMachine')
  assert.is(machines.length, 7)
  for (const [id, { Properties }] of machines) {
    const text = definitionOf(Properties)
    const errors = diagnose(text, { type: (Properties.StateMachineType as 'EXPRESS' | undefined) ?? 'STANDARD' })
    assert.equal(
      errors.filter(({ severity }) => severity === 'error'),
      [],
      id,
    )
    if (JSON.parse(text).QueryLanguage !== 'JSONata') continue
    assert.not.match(text, 'Payload.$')
    assert.not.match(text, '"Parameters"')
  }
  assert.is(machines.filter(([, { Properties }]) => definitionOf(Properties).includes('"JSONata"')).length, 3)
})

test('one is too large for the template', () => {
  assert.is(
    ofType('AWS::StepFunctions::StateMachine').filter(([, { Properties }]) => Properties.DefinitionS3Location).length,
    1,
  )
})

test('a released machine has a version, an alias and alarms on it', () => {
  assert.is(ofType('AWS::StepFunctions::StateMachineVersion').length, 2)
  assert.is(ofType('AWS::StepFunctions::StateMachineAlias').length, 2)
  assert.is(ofType('AWS::CloudWatch::Alarm').length, 4)
})

test.run()
