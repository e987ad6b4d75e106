/**
 * The CDK apps of the examples synthesize, with their handlers bundled by esbuild and with CDK's own validation on and its findings
 * taken as errors. What they deploy is what `emit` prints. Needs the build, for the bundles are made of it.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { emit, toText } from '@orkestra/asl'
import { isStep } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Ended, ended } from '../oracles/spawned.ts'

const test = suite('cdk synth')

const out = mkdtempSync(join(tmpdir(), 'orkestra-synth-'))
const { CDK_VALIDATION: _, ...inherited } = process.env
const env = {
  ...inherited,
  CDK_CONTEXT_JSON: JSON.stringify({ '@aws-cdk/core:validateAgainstDefaultRules': true }),
  // NodejsFunction runs `pnpm exec esbuild`.
  PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
}

const synthesized = (script: string, folder: string): Promise<Ended> =>
  ended(process.execPath, ['--import', 'tsx', `conformance/synth/${script}`, folder], {
    env: { ...env, CDK_OUTDIR: folder },
  })

interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }>
  >
}

interface Synthesized {
  readonly example: string
  readonly template: Template
  /** The folder of an asset, by its hash. */
  readonly assets: Readonly<Record<string, string>>
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

const stacks: Synthesized[] = []

const resources = (type: string) =>
  stacks.flatMap(({ example, template, assets }) =>
    Object.values(template.Resources)
      .filter((resource) => resource.Type === type)
      .map(({ Properties }) => ({ example, assets, properties: Properties })),
  )

// A test and no hook: uvu says nothing of what a hook throws.
test('every app, with the default rules as errors', async () => {
  const { status, text } = await synthesized('apps.ts', out)
  assert.is(status, 0, text)
  for (const example of readdirSync(out))
    for (const file of readdirSync(join(out, example)).filter((name) => name.endsWith('.template.json'))) {
      const { files } = read(join(out, example, file.replace('.template.', '.assets.')))
      stacks.push({
        example,
        template: read(join(out, example, file)),
        assets: Object.fromEntries(
          Object.entries(files as Record<string, { source: { path: string } }>).map(([hash, { source }]) => [
            hash,
            join(out, example, source.path),
          ]),
        ),
      })
    }
  assert.equal(
    stacks.map(({ example }) => example),
    readdirSync('examples').filter((example) => existsSync(`examples/${example}/infra/app.ts`)),
  )
})

test.after(() => rmSync(out, { recursive: true, force: true }))

test('the default rules are looked at: they reject a machine that starts nowhere', async () => {
  const { status, text } = await synthesized('rejected.ts', join(out, '.rejected'))
  assert.is.not(status, 0)
  assert.match(text, /nowhere|StartAt|E3601/)
})

/** The workflows and handlers of an example. */
const steps = async (example: string) => {
  const folder = `examples/${example}/src`
  const modules = await Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<Record<string, unknown>>),
  )
  return modules.flatMap((exports) => Object.values(exports).filter(isStep))
}

test('what a state machine deploys is what emit prints, with every placeholder filled', async () => {
  const machines = resources('AWS::StepFunctions::StateMachine').filter(
    ({ properties }) => typeof properties.DefinitionString === 'string',
  )
  assert.ok(machines.length >= 3, `${machines.length} machines`)
  for (const { example, properties } of machines) {
    const { DefinitionString, DefinitionSubstitutions } = properties as {
      DefinitionString: string
      DefinitionSubstitutions: Record<string, unknown>
    }
    const emitted = (await steps(example)).map((step) => toText(emit(step)))
    assert.ok(emitted.includes(DefinitionString), `${example} deploys what is emitted of none of its workflows`)
    const placeholders = Array.from(DefinitionString.matchAll(/\$\{(.*?)\}/g), ([, key]) => key as string)
    assert.equal([...new Set(placeholders)].sort(), Object.keys(DefinitionSubstitutions).sort())
  }
})

test('a machine may invoke functions, and which is named', () => {
  const policies = resources('AWS::IAM::Policy').flatMap(
    ({ properties }) =>
      (properties.PolicyDocument as { Statement: { Action: string | string[]; Resource: unknown }[] }).Statement,
  )
  const invoking = policies.filter(({ Action }) => [Action].flat().includes('lambda:InvokeFunction'))
  assert.ok(invoking.length > 0)
  for (const { Action, Resource } of invoking) {
    assert.is(Action, 'lambda:InvokeFunction')
    assert.not.match(JSON.stringify(Resource), /"\*"/)
  }
})

test('every function is bundled, and its bundle exports its handler', () => {
  const functions = resources('AWS::Lambda::Function')
  assert.ok(functions.length > 0)
  for (const { example, assets, properties } of functions) {
    const { Handler, Code } = properties as { Handler: string; Code: { S3Key: string } }
    const [file, name] = Handler.split('.')
    const folder = assets[Code.S3Key.replace('.zip', '')] as string
    const bundle = readFileSync(join(folder, `${file}.mjs`), 'utf8')
    assert.match(bundle, new RegExp(`\\bexport\\s*\\{[^}]*\\b${name}\\b[^}]*\\}`), `${example}: ${Handler}`)
  }
})

test('and a bundle runs', async () => {
  const found = resources('AWS::Lambda::Function').find(({ properties }) => properties.Handler === 'index.addPrice')
  assert.ok(found)
  const { Code } = found.properties as { Code: { S3Key: string } }
  const folder = found.assets[Code.S3Key.replace('.zip', '')] as string
  const { addPrice } = await import(pathToFileURL(join(folder, 'index.mjs')).href)
  assert.equal(await addPrice({ id: '1', name: 'guitar' }), { id: '1', name: 'guitar', price: 3.14 })
})

test.run()
