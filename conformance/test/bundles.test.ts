/**
 * What each target makes of a handler is started as Lambda starts it, by Lambda's own runtime client: ES modules and CommonJS, in
 * JavaScript and TypeScript, with CommonJS packages, with Powertools, by a default export. Needs the build, for the bundles are made of it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { bundling, manifest, type Resource, toSam } from '@orkestra/asl'
import { build } from 'esbuild'
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

/** As `sam build` does: esbuild's command line with the build properties of the template, once where these are the same. */
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
    const { EntryPoints, Format, OutExtension, MainFields, Target, External, Banner } = (
      Metadata as { readonly BuildProperties: unknown }
    ).BuildProperties as Record<string, unknown>
    const { status, text } = await ended(
      resolve('node_modules/.bin/esbuild'),
      [
        ...(EntryPoints as string[]),
        '--bundle',
        '--platform=node',
        `--format=${Format}`,
        `--target=${Target}`,
        `--main-fields=${MainFields}`,
        ...(OutExtension as string[]).map((each) => `--out-extension:${each}`),
        ...(External as string[]).map((each) => `--external:${each}`),
        ...(Banner as string[]).map((each) => `--banner:${each}`),
        `--outdir=${folder}`,
      ],
      { cwd: resolve(String(Properties.CodeUri)) },
    )
    assert.is(status, 0, text)
  }
  return made
}

/** As the bundle script of a project does, from the manifest; a module once, for it is the same code. */
const byScript = async (): Promise<ReadonlyMap<string, Deployed>> => {
  const made = new Map<string, Deployed>()
  for (const { key, entry, runtime, handler } of manifest(bundled)) {
    const known = folders.get(`${entry} ${runtime}`)
    const folder = known ?? join(out, 'terraform', key)
    folders.set(`${entry} ${runtime}`, folder)
    made.set(key, [folder, `index.${handler}`])
    if (known !== undefined) continue
    mkdirSync(folder, { recursive: true })
    await build({ ...bundling(runtime), entryPoints: [entry as string], outfile: join(folder, 'index.mjs') })
  }
  return made
}

// The newest that is here; composed handlers are run on each of them by lambda.test.ts.
const node = nodeVersions().at(-1) as NodeVersion

for (const [target, bundles] of Object.entries({ CDK: byCdk, SAM: bySam, Terraform: byScript }))
  test(`${target}: every handler is found and answers`, async () => {
    const deployed = await bundles()
    assert.equal([...deployed.keys()].sort(), Object.keys(answers).sort())
    for (const [name, [folder, handler]] of deployed) {
      const outcome = await lambdaLoop(node, folder, handler, [{ event: { id: '7' } }])
      assert.equal(outcome.answers, [{ response: answers[name] }], `${name}: ${handler}\n${outcome.output}`)
    }
  })

test('the runtime does look: a handler that is not there is not found', async () => {
  const [folder] = (await byScript()).get('commonjs') as Deployed
  const { initError } = await lambdaLoop(node, folder, 'index.nowhere', [{ event: {} }])
  assert.match(initError?.errorMessage ?? '', 'index.nowhere is undefined or not exported')
})

test.run()
