/**
 * What each target makes of a handler is started as Lambda starts it, by Lambda's own runtime client: ES modules and CommonJS, in
 * JavaScript and TypeScript, with CommonJS packages, with Powertools, by a default export. Needs the build, for the bundles are made of it.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { type FunctionManifest, type Resource, toSam, toTerraform } from '@orkestra/asl'
import { unzipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { answers, bundled } from '../bundles/workflow.ts'
import { lambdaLoop } from '../oracles/lambdaLoop.ts'
import { type NodeVersion, nodeVersions } from '../oracles/nodes.ts'
import { ended } from '../oracles/spawned.ts'

const test = suite('bundles')

const out = mkdtempSync(join(tmpdir(), 'orkestra-bundles-'))
test.after(() => rmSync(out, { recursive: true, force: true }))

/** A function as Lambda gets it: the folder of its code, and its handler. */
type Deployed = readonly [folder: string, handler: string]

/** Where a bundle is, by what it is made of. */
const folders = new Map<string, string>()

/** Each function by its name, as CDK bundles it. */
const byCdk = async (): Promise<ReadonlyMap<string, Deployed>> => {
  const folder = join(out, 'cdk')
  const { status, text } = await ended(process.execPath, ['--import', 'tsx', 'conformance/synth/bundles.ts'], {
    env: {
      ...process.env,
      CDK_VALIDATION: 'false',
      CDK_OUTDIR: folder,
      PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
    },
  })
  assert.is(status, 0, text)
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const { files } = read('Bundles.assets.json')
  const { Resources } = read('Bundles.template.json') as { Resources: Record<string, Resource> }
  return new Map(
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === 'AWS::Lambda::Function')
      .map(([id, { Properties }]) => {
        const { Handler, Code } = Properties as { Handler: string; Code: { S3Key: string } }
        const name = Object.keys(answers).find((each) => id.startsWith(`Bundles${each}Fn`)) as string
        return [name, [join(folder, files[Code.S3Key.replace('.zip', '')].source.path), Handler]]
      }),
  )
}

/**
 * The command line that `sam build` makes of the properties of a build: each is handed to esbuild by its name in kebab case, and there
 * are defaults for what is not said.
 * https://github.com/aws/aws-lambda-builders/blob/develop/aws_lambda_builders/workflows/nodejs_npm_esbuild/esbuild.py
 */
const commandOf = (properties: Readonly<Record<string, unknown>>): readonly string[] => {
  const { EntryPoints, ...rest } = properties
  const settings = new Map(
    Object.entries({ Target: 'es2020', Format: 'cjs', Minify: true, ...rest }).map(([key, value]) => [
      key.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase(),
      value,
    ]),
  )
  return [
    ...(EntryPoints as string[]),
    '--bundle',
    '--platform=node',
    ...[...settings].flatMap(([key, value]) => {
      if (Array.isArray(value)) return value.map((item) => `--${key}:${item}`)
      if (typeof value === 'boolean') return value ? [`--${key}`] : []
      return [`--${key}=${value}`]
    }),
  ]
}

/** As `sam build` does, once where the build is the same. */
const bySam = async (): Promise<ReadonlyMap<string, Deployed>> => {
  const functions = Object.entries(toSam(bundled).Resources).filter(
    ([, { Type }]) => Type === 'AWS::Serverless::Function',
  )
  const made = new Map<string, Deployed>()
  for (const [id, { Properties, Metadata }] of functions) {
    const name = id.replace(/Function$/, '')
    const settings = JSON.stringify([Properties.CodeUri, Metadata])
    const known = folders.get(settings)
    const folder = known ?? join(out, 'sam', name)
    folders.set(settings, folder)
    made.set(name, [folder, String(Properties.Handler)])
    if (known !== undefined) continue
    const { BuildProperties } = Metadata as { readonly BuildProperties: Readonly<Record<string, unknown>> }
    const { status, text } = await ended(
      resolve('node_modules/.bin/esbuild'),
      [...commandOf(BuildProperties), `--outdir=${folder}`],
      { cwd: resolve(String(Properties.CodeUri)) },
    )
    assert.is(status, 0, text)
  }
  return made
}

/** As a project of `orkestra init --target terraform` does: by its own script, of the module that is emitted. */
const byScript = async (): Promise<ReadonlyMap<string, Deployed>> => {
  const project = join(out, 'terraform')
  const module = join(project, 'infra/workflow')
  mkdirSync(module, { recursive: true })
  for (const [file, text] of toTerraform(bundled, { functions: true, root: module }))
    writeFileSync(join(module, file), text)
  cpSync('packages/asl/templates/terraform/scripts', join(project, 'scripts'), { recursive: true })
  symlinkSync(resolve('conformance/node_modules'), join(project, 'node_modules'))
  const { status, text } = await ended(process.execPath, ['scripts/bundle.mjs', 'infra/workflow'], { cwd: project })
  assert.is(status, 0, text)
  const read = (file: string) => JSON.parse(readFileSync(join(module, file), 'utf8'))
  const packages: Readonly<Record<string, string>> = read('packages.json')
  const functions: readonly FunctionManifest[] = read('manifest.json')
  return new Map(
    functions.map(({ key, handler }) => {
      const folder = join(out, 'unzipped', key)
      mkdirSync(folder, { recursive: true })
      for (const [file, bytes] of Object.entries(unzipSync(readFileSync(join(project, 'infra', `${packages[key]}`)))))
        writeFileSync(join(folder, file), bytes)
      return [key, [folder, `index.${handler}`]]
    }),
  )
}

// The newest that is here; composed handlers are run on each of them by lambda.test.ts.
const node = nodeVersions().at(-1) as NodeVersion

const targets = new Map<string, ReadonlyMap<string, Deployed>>()

for (const [target, bundles] of Object.entries({ CDK: byCdk, SAM: bySam, Terraform: byScript }))
  test(`${target}: every handler is found and answers`, async () => {
    const deployed = await bundles()
    targets.set(target, deployed)
    assert.equal([...deployed.keys()].sort(), Object.keys(answers).sort())
    for (const [name, [folder, handler]] of deployed) {
      const outcome = await lambdaLoop(node, folder, handler, [{ event: { id: '7' } }])
      assert.equal(outcome.answers, [{ response: answers[name] }], `${name}: ${handler}\n${outcome.output}`)
    }
  })

/** The code of a bundle, less where its sources were, which esbuild notes from the folder where it runs. */
const codeOf = ([folder, handler]: Deployed): string =>
  readFileSync(join(folder, `${handler.split('.')[0]}.mjs`), 'utf8')
    .replace(/^ *\/\/ .*$/gm, '')
    .replace(/^ *"[^"\n]*"(?=\()/gm, '"module"')

test('all targets bundle alike: whichever deploys a function, its code is the same', () => {
  const [cdk, ...others] = targets.values() as Iterable<ReadonlyMap<string, Deployed>>
  for (const [name, deployed] of cdk as ReadonlyMap<string, Deployed>)
    for (const other of others) assert.is(codeOf(other.get(name) as Deployed), codeOf(deployed), name)
  const functional = codeOf(cdk?.get('functional') as Deployed)
  assert.ok(functional.length < 20_000, `${functional.length} bytes: more of fp-ts than is used`)
})

test('the runtime does look: a handler that is not there is not found', async () => {
  const [folder] = (targets.get('Terraform') as ReadonlyMap<string, Deployed>).get('commonjs') as Deployed
  const { initError } = await lambdaLoop(node, folder, 'index.nowhere', [{ event: {} }])
  assert.match(initError?.errorMessage ?? '', 'index.nowhere is undefined or not exported')
})

test.run()
