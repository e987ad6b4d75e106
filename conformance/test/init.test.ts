/** `orkestra init`: each project, made in an empty folder, builds, passes its own tests, and is what its tool takes. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { validate } from '@orkestra/asl'
import * as Either from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parse } from 'yaml'
import { type Ended, ended } from '../oracles/spawned.ts'
import { plugins, terraform, withProvider } from '../oracles/terraform.ts'

const test = suite('orkestra init')
const providerTest = withProvider(test)

const temporary = mkdtempSync(join(tmpdir(), 'orkestra-init-'))
test.after(() => rmSync(temporary, { recursive: true, force: true }))

// Not what an outer npm run hands down.
const plain = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_OPTIONS$|NODE_V8)/i.test(key)),
)

const done = async (command: string, args: readonly string[], cwd: string): Promise<Ended> => {
  const end = await ended(command, args, { cwd, env: { ...plain, CDK_VALIDATION: 'false' } })
  assert.is(end.status, 0, `${command} ${args.join(' ')}\n${end.text}`)
  return end
}

/** The packages of a project as links to those of this workspace, in the place of `npm install`. */
const link = (folder: string): void => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const places = ['node_modules', 'packages/asl/node_modules', 'conformance/node_modules']
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const found = places.map((place) => resolve(place, name)).find((path) => existsSync(path))
    if (found === undefined) {
      // The CLI of CDK is not needed for a synthesis.
      assert.is(name, 'aws-cdk')
      continue
    }
    const at = join(folder, 'node_modules', name)
    mkdirSync(dirname(at), { recursive: true })
    symlinkSync(found, at)
  }
  const bin = join(folder, 'node_modules/.bin')
  mkdirSync(bin)
  for (const [name, path] of [
    ['tsc', 'node_modules/typescript/bin/tsc'],
    ['tsx', 'node_modules/tsx/dist/cli.mjs'],
    ['orkestra', 'packages/asl/bin/orkestra.js'],
  ] as const)
    symlinkSync(resolve(path), join(bin, name))
}

const project = async (target: string): Promise<string> => {
  const folder = join(temporary, `my ${target}`)
  const { stdout } = await done(
    process.execPath,
    [resolve('packages/asl/bin/orkestra.js'), 'init', folder, '--target', target],
    '.',
  )
  assert.match(stdout, 'Next: cd ')
  assert.is(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name, `my-${target}`)
  assert.ok(existsSync(join(folder, '.gitignore')))
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (file.isFile()) assert.not.match(readFileSync(join(file.parentPath, file.name), 'utf8'), /__[A-Z]+__/)
  link(folder)
  return folder
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8')

const folders = new Map<string, string>()
for (const target of ['terraform', 'cloudformation', 'sam', 'cdk'])
  test(`${target}: it builds, its tests pass, it is drawn; a second build changes nothing`, async () => {
    const folder = await project(target)
    folders.set(target, folder)
    await done('npm', ['run', 'build'], folder)
    const { stdout } = await done('npm', ['test'], folder)
    assert.match(stdout, /# pass 3\n# fail 0|pass 3\n.*fail 0/s)
    await done('npm', ['run', 'draw'], folder)
    assert.match(read(folder, 'workflow.svg'), 'data-state="reserve_failed"')
    const made = () =>
      ['infra', 'build']
        .filter((name) => existsSync(join(folder, name)))
        .flatMap((name) =>
          readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'base64')]),
        )
    const before = made()
    await done('npm', ['run', 'build'], folder)
    assert.equal(made(), before)
  })

providerTest('terraform takes the module, functions and all', async () => {
  const infra = join(folders.get('terraform') as string, 'infra')
  await terraform(infra, 'init', '-input=false', `-plugin-dir=${plugins}`)
  assert.match(await terraform(infra, 'validate'), 'The configuration is valid')
  await terraform(infra, 'fmt', '-check', '-recursive')
})

test('what is bundled for Terraform is a handler that runs', async () => {
  const folder = folders.get('terraform') as string
  const packages = JSON.parse(read(folder, 'infra/workflow/packages.json'))
  assert.equal(Object.keys(packages).sort(), ['bill', 'price', 'reserve', 'tax'])
  const code = `
    import { readFileSync, writeFileSync } from 'node:fs'
    import { unzipSync } from 'fflate'
    writeFileSync('price.mjs', unzipSync(readFileSync('infra/${packages.price}'))['index.mjs'])
    const { price } = await import('./price.mjs')
    console.log(JSON.stringify(await price({ id: '7' })))`
  writeFileSync(join(folder, 'use.mjs'), code)
  const { stdout } = await done(process.execPath, ['use.mjs'], folder)
  assert.equal(JSON.parse(stdout), { id: '7', price: 3.14 })
})

test('a second workflow in one project: the scripts of its README build both', async () => {
  const folder = folders.get('terraform') as string
  const readme = read(folder, 'README.md')
  const scripts = Object.fromEntries(
    [...readme.matchAll(/^ {4}"(build\S*)": "(.*?)",?$/gm)].map(([, name, script]) => [name, script]),
  )
  assert.equal(Object.keys(scripts), ['build', 'build:workflow', 'build:refund'])
  writeFileSync(
    join(folder, 'src/refund.ts'),
    "import { seq } from '@orkestra/core'\nimport { price, tax } from './handlers.ts'\n\nexport { price }\nexport const refund = seq(price, tax)\n",
  )
  const manifest = JSON.parse(read(folder, 'package.json'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, ...scripts } }),
  )
  await done('npm', ['run', '--silent', 'build'], folder)
  assert.equal(Object.keys(JSON.parse(read(folder, 'infra/refund/packages.json'))).sort(), ['price', 'tax'])
  assert.equal(Object.keys(JSON.parse(read(folder, 'infra/workflow/packages.json'))).length, 4)
})

test('the templates hold the machine, and its definition is valid', () => {
  const cloudformation = parse(read(folders.get('cloudformation') as string, 'infra/template.yaml'))
  assert.equal(Object.keys(cloudformation.Parameters).sort(), ['billArn', 'priceArn', 'reserveArn', 'taxArn'])
  // A second stack of the account has other names.
  assert.not(Object.hasOwn(cloudformation.Resources.StateMachine.Properties, 'StateMachineName'))
  const functions = JSON.parse(read(folders.get('cloudformation') as string, 'infra/functions.json'))
  assert.is(functions[0].entry, 'src/handlers.ts')
  const sam = join(folders.get('sam') as string, 'infra')
  const { Resources } = parse(read(sam, 'template.yaml'))
  assert.not(Object.hasOwn(Resources.StateMachine.Properties, 'Name'))
  const entries = Object.values(Resources as Record<string, { Type: string; Properties: { CodeUri?: string } }>).filter(
    ({ Type }) => Type === 'AWS::Serverless::Function',
  )
  assert.is(entries.length, 4)
  for (const { Properties } of entries)
    assert.ok(existsSync(join(sam, Properties.CodeUri ?? '')), JSON.stringify(Properties))
  assert.ok(Either.isRight(validate(JSON.parse(read(sam, 'workflow.asl.json')))))
})

test('the CDK app has the feature flags that CDK recommends', () => {
  const { context } = JSON.parse(read(folders.get('cdk') as string, 'cdk.json'))
  const recommended = createRequire(import.meta.url).resolve('aws-cdk-lib/recommended-feature-flags.json')
  assert.equal(context, JSON.parse(read(recommended)))
})

test('the CDK app is synthesised', async () => {
  const folder = folders.get('cdk') as string
  // What `npm install` would have written; CDK looks for it to find the root of the project.
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  const end = await ended(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    cwd: folder,
    env: {
      ...plain,
      CDK_VALIDATION: 'false',
      CDK_OUTDIR: join(folder, 'cdk.out'),
      PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}`,
    },
  })
  assert.is(end.status, 0, end.text)
  const template = JSON.parse(read(folder, 'cdk.out/my-cdk.template.json'))
  const types = Object.values(template.Resources as Record<string, { Type: string }>).map(({ Type }) => Type)
  assert.is(types.filter((type) => type === 'AWS::Lambda::Function').length, 4)
  assert.is(types.filter((type) => type === 'AWS::StepFunctions::StateMachine').length, 1)
})

test.run()
