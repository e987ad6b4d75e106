/** The templates that `toCloudFormation` and `toSam` make, in the validator that aws-cdk-lib carries and in a CDK app. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emit, type Template as Made, type Resource, toCloudFormation } from '@orkestra/asl'
import { toYaml } from '@orkestra/asl/yaml'
import type { AnyStep } from '@orkestra/core'
import { Template } from 'aws-cdk-lib/assertions'
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include'
import { App, Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hostile, templates, workflow, x } from '../stacks/templates.ts'

const test = suite<{ folder: string }>('cloudformation', { folder: '' })

interface Diagnostic {
  readonly ruleId: string
  readonly severity: string
  readonly message: string
  readonly propertyPath?: string
}
interface Validator {
  readonly CelEngine: new () => {
    readonly validateStandard: (file: unknown) => { readonly diagnostics: readonly Diagnostic[] }
    readonly free: () => void
  }
  readonly TemplateFile: new (path: string) => unknown
}

// It is no dependency of ours, but one of aws-cdk-lib, which is to be asked for it.
const { CelEngine, TemplateFile } = createRequire(createRequire(import.meta.url).resolve('aws-cdk-lib'))(
  '@aws/cloudformation-validate',
) as Validator

test.before((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'orkestra-cloudformation-'))
})
test.after(({ folder }) => rmSync(folder, { recursive: true, force: true }))

const engine = new CelEngine()

/** Everything that is wrong with a template, but what is mere advice. */
const faults = (folder: string, text: string): readonly string[] => {
  const path = join(folder, 'template.yaml')
  writeFileSync(path, text)
  return engine
    .validateStandard(new TemplateFile(path))
    .diagnostics.filter(({ ruleId }) => !/^[IW]9/.test(ruleId) && !ruleId.startsWith('I'))
    .map(({ ruleId, message, propertyPath }) => `${ruleId} ${propertyPath}: ${message}`)
}

test('the validator does find what is wrong', ({ folder }) => {
  const broken = JSON.parse(JSON.stringify(toCloudFormation(x)))
  broken.Resources.StateMachine.Properties.Type = 'FAST'
  broken.Resources.StateMachine.Properties.RoleArn = { Ref: 'Nobody' }
  assert.ok(faults(folder, JSON.stringify(broken)).length >= 2)
})

for (const [name, template] of Object.entries(templates))
  test(`${name}: nothing is wrong with it, as JSON and as YAML`, ({ folder }) => {
    assert.equal(faults(folder, JSON.stringify(template)), [])
    assert.equal(faults(folder, toYaml(template)), [])
  })

/** What CloudFormation makes of a definition: `Fn::Sub` first, then the substitutions, and of these only the keys that are given. */
const deployed = (template: Made): unknown => {
  const { DefinitionString, DefinitionSubstitutions } = (template.Resources.StateMachine as Resource).Properties as {
    readonly DefinitionString: { readonly 'Fn::Sub': string }
    readonly DefinitionSubstitutions: Readonly<Record<string, unknown>>
  }
  const text = DefinitionString['Fn::Sub'].replace(/\$\{(!?)([^}]*)\}/g, (all, literal, name) => {
    if (literal !== '') return `\${${name}}`
    assert.is(name, 'AWS::Partition', `${all} is for CloudFormation to fill`)
    return 'aws'
  })
  const keys = new Set(Object.keys(DefinitionSubstitutions))
  return JSON.parse(text.replace(/\$\{([^}]*)\}/g, (all, key) => (keys.has(key) ? `arn:${key}` : all)))
}

const cases: Readonly<Record<string, AnyStep>> = { workflow, hostile }
for (const [name, graph] of Object.entries(cases))
  test(`${name}: what is deployed is what emit gives`, () => {
    const functionArn = (fn: { readonly name: string }) => `arn:${fn.name.replace('-', '')}`
    assert.equal(deployed(toCloudFormation(graph)), emit(graph, { functionArn }))
  })

test('a CDK app includes a template as it is', ({ folder }) => {
  const templateFile = join(folder, 'included.json')
  writeFileSync(templateFile, JSON.stringify(templates.everything))
  const stack = new Stack(new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true } }), 'Stack')
  new CfnInclude(stack, 'Included', { templateFile })
  const { Resources, Parameters } = Template.fromStack(stack).toJSON()
  assert.equal(Resources, templates.everything?.Resources)
  for (const [key, parameter] of Object.entries(templates.everything?.Parameters ?? {}))
    assert.equal(Parameters[key], parameter)
})

test('frees the validator', () => engine.free())

test.run()
