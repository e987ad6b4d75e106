/**
 * The packages as users get them: packed, installed by plain npm in an empty folder, and used as ESM, from CommonJS, by the
 * type checker and by the command line. Needs the build: `npm test` builds first.
 */
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
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Ended, ended } from '../oracles/spawned.ts'

const test = suite('packed')

const packages = ['core', 'asl', 'handler', 'cdk-adapter'] as const
type Package = (typeof packages)[number]

const temporary = mkdtempSync(join(tmpdir(), 'orkestra-packed-'))
const bin = (name: string): string => resolve('node_modules/.bin', name)
const tarballs = new Map<Package, string>()
const tarball = (name: Package): string => tarballs.get(name) as string

// Not what an outer npm run hands down: it would say where to install.
const plain = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_OPTIONS$)/i.test(key)))

/** A program that has to succeed. */
const done = async (...call: Parameters<typeof ended>): Promise<Ended> => {
  const [command, args, options] = call
  const end = await ended(command, args, { env: plain, ...options })
  assert.is(end.status, 0, `${command} ${args.join(' ')}\n${end.text}`)
  return end
}

/** An empty folder with nothing but tarballs installed. */
const installed = async (name: string, wanted: readonly Package[]): Promise<string> => {
  const folder = join(temporary, name)
  mkdirSync(folder)
  // The tarballs ask for each other by version; all are given at once, so that npm asks nobody for them.
  const dependencies = Object.fromEntries(wanted.map((each) => [`@orkestra/${each}`, `file:${tarball(each)}`]))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  await done(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--legacy-peer-deps'],
    {
      cwd: folder,
    },
  )
  return folder
}

let folder = ''

// A test and no hook: uvu says nothing of what a hook throws.
test('they are packed, and npm installs them in an empty folder', async () => {
  for (const name of packages)
    if (!existsSync(`packages/${name}/cjs/index.js`)) throw new Error(`packages/${name} is not built: npm run build`)
  await Promise.all(
    packages.map(async (name) => {
      const into = join(temporary, `tarball-${name}`)
      mkdirSync(into)
      await done(bin('pnpm'), ['pack', '--pack-destination', into], { cwd: `packages/${name}` })
      tarballs.set(name, join(into, readdirSync(into)[0] as string))
    }),
  )
  folder = await installed('plain', ['core', 'asl', 'handler'])
})

test.after(() => rmSync(temporary, { recursive: true, force: true }))

for (const name of packages) {
  test(`${name}: the tarball holds what was built and nothing besides`, async () => {
    const { stdout } = await done('tar', ['-tzf', tarball(name)])
    const files = stdout.trim().split('\n')
    for (const file of files)
      assert.match(
        file,
        /^package\/(package\.json|LICENSE|README\.md|CHANGELOG\.md|editor\/[\w.-]+\.json|bin\/\w+\.js|src\/.*\.(ts|css|html)|tables\/.*\.json\.gz|data\/optimized\.json|dist\/.*\.d\.ts(\.map)?|(dist|esm)\/[\w/.-]+\.js(\.map)?|cjs\/.*\.(js|d\.ts)|cjs\/package\.json|templates\/.*)$/,
      )
    for (const file of ['package.json', 'LICENSE', 'dist/index.d.ts', 'cjs/index.js'])
      assert.ok(files.includes(`package/${file}`), `${file} is missing`)
    if (name === 'asl')
      for (const table of readdirSync('packages/asl/data'))
        assert.is(
          ['data/', 'tables/'].filter((at) => files.some((file) => file.startsWith(`package/${at}${table}`))).length,
          1,
          `${table} is there once`,
        )
    // One build of ES modules.
    const folders = ['dist', 'esm'].filter((folder) =>
      files.some((file) => file.startsWith(`package/${folder}/`) && file.endsWith('.js')),
    )
    assert.is(folders.length, 1, `JavaScript in ${folders.join(' and ')}`)
  })

  test(`${name}: the manifest speaks of no workspace`, async () => {
    const { stdout } = await done('tar', ['-xzOf', tarball(name), 'package/package.json'])
    const { devDependencies: _, ...manifest } = JSON.parse(stdout)
    assert.not.match(JSON.stringify(manifest), /workspace:|catalog:|@orkestra\/source/)
  })

  test(`${name}: publint finds nothing`, async () => {
    const { text } = await done(bin('publint'), ['--strict', tarball(name)])
    assert.match(text, /All good/)
  })

  test(`${name}: attw finds nothing, in any way of resolving`, async () => {
    await done(bin('attw'), ['--profile', 'strict', '--no-emoji', '--no-color', tarball(name)])
  })
}

const example = `
const x = task('x')
const y = compose(async function y({ id }) { return { id, price: 3.14 } })
const z = compose(async function z() { throw new RangeError('out of stock') })
const g = compose(async function g({ price }) { return 2 * price })
const workflow = seq(x, y, parCatch(z, g))
const definition = emit(workflow)
run(workflow, { id: '1' }, { tasks: { x: (input) => input } }).then(({ status, output: [failed, doubled] }) =>
  console.log(JSON.stringify({
    states: Object.keys(definition.States),
    text: toText(definition) === JSON.stringify(definition),
    status,
    error: failed.Error,
    doubled,
    seconds: seconds(6).seconds,
  })),
)
`
const expected = {
  states: ['x', 'y', 'Parallel z, g'],
  text: true,
  status: 'SUCCEEDED',
  error: 'RangeError',
  doubled: 6.28,
  seconds: 6,
}

test('the packages run as ESM', async () => {
  const imports = `
import { parCatch, seq, task } from '@orkestra/core'
import { run } from '@orkestra/asl/execute'
import { seconds } from '@orkestra/core/duration'
import { emit, toText } from '@orkestra/asl'
import { compose } from '@orkestra/handler'
`
  writeFileSync(join(folder, 'example.mjs'), imports + example)
  const { stdout } = await done(process.execPath, ['example.mjs'], { cwd: folder })
  assert.equal(JSON.parse(stdout), expected)
})

test('and by require, from CommonJS', async () => {
  const imports = `
const { parCatch, seq, task } = require('@orkestra/core')
const { run } = require('@orkestra/asl/execute')
const { seconds } = require('@orkestra/core/duration')
const { emit, toText } = require('@orkestra/asl')
const { compose } = require('@orkestra/handler')
`
  writeFileSync(join(folder, 'example.cjs'), imports + example)
  const { stdout } = await done(process.execPath, ['example.cjs'], { cwd: folder })
  assert.equal(JSON.parse(stdout), expected)
})

const typed = `
import { parCatch, seq, task } from '@orkestra/core'
import { run } from '@orkestra/asl/execute'
import { emit, type StateMachine } from '@orkestra/asl'
import { compose } from '@orkestra/handler'

const x = task<{ id: string }, { id: string }>('x')
const y = compose(async function y({ id }: { id: string }) { return { id, price: 3.14 } })
const g = compose(async function g({ price }: { price: number }) { return 2 * price })
export const workflow = seq(x, y, parCatch(x, g))
export const definition: StateMachine = emit(workflow)
const execution = await run(workflow, { id: '1' })
if (execution.status === 'SUCCEEDED') {
  const doubled: number | { Error: string | null; Cause: string | null } = execution.output[1]
  console.log(doubled)
}
// @ts-expect-error: g takes a price
seq(x, g)
`

/** How the type checker of this repository is told to find Node's types from another folder. */
const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')]

test('and passes the type checker, declarations included', async () => {
  writeFileSync(join(folder, 'typed.mts'), typed)
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022', '--module', 'nodenext']
  await done(bin('tsc'), [...options, '--skipLibCheck', 'false', ...types, 'typed.mts'], { cwd: folder })
})

/** The files of README's first example, by name. */
const readme = (): ReadonlyMap<string, string> =>
  new Map(
    Array.from(readFileSync('README.md', 'utf8').matchAll(/<!-- file: (\S+) -->\n```ts\n(.*?)```\n/gs), (found) => [
      found[1] as string,
      found[2] as string,
    ]),
  )

test("README's first example is compiled, and runs as ESM and by require", async () => {
  const example = join(folder, 'readme')
  mkdirSync(example)
  writeFileSync(join(example, 'package.json'), JSON.stringify({ type: 'module' }))
  for (const name of ['handlers.ts', 'workflow.ts']) writeFileSync(join(example, name), readme().get(name) as string)
  const options = ['--strict', '--target', 'es2022', '--module', 'nodenext', '--rewriteRelativeImportExtensions']
  await done(bin('tsc'), [...options, ...types, '--outDir', 'built', 'workflow.ts'], { cwd: example })
  const use = `
const execution = run(workflow, { id: 'unicorn' })
execution.then(({ status, output }) => console.log(JSON.stringify({ states: Object.keys(emit(workflow).States), status, output })))
`
  const names = ['{ emit }', '@orkestra/asl', '{ run }', '@orkestra/asl/execute', '{ workflow }', './built/workflow.js']
  const lines = (line: (what: string, from: string) => string) =>
    [0, 2, 4].map((i) => line(names[i] as string, names[i + 1] as string)).join('\n')
  writeFileSync(join(example, 'use.mjs'), lines((what, from) => `import ${what} from '${from}'`) + use)
  writeFileSync(join(example, 'use.cjs'), lines((what, from) => `const ${what} = require('${from}')`) + use)
  for (const file of ['use.mjs', 'use.cjs']) {
    const { stdout } = await done(process.execPath, [file], { cwd: example })
    assert.equal(JSON.parse(stdout), {
      states: ['price', 'Parallel reserve, tax', 'bill'],
      status: 'SUCCEEDED',
      output: { shelf: null, vat: 3.14 * 0.19 },
    })
  }
})

test('the command line works from node_modules/.bin', async () => {
  writeFileSync(join(folder, 'workflow.mts'), typed.slice(0, typed.indexOf('const execution')))
  const orkestra = join(folder, 'node_modules/.bin/orkestra')
  const { stdout } = await done(orkestra, ['emit', 'workflow.mts#workflow'], { cwd: folder })
  assert.is(JSON.parse(stdout).StartAt, 'x')
  const unknown = await ended(orkestra, ['emit', 'workflow.mts#nothing'], { cwd: folder, env: plain })
  assert.is(unknown.status, 2, unknown.text)
  assert.match(unknown.text, /no export "nothing"/)
  const svg = await done(orkestra, ['draw', 'workflow.mts#workflow', '--format', 'svg'], { cwd: folder })
  assert.match(svg.stdout, 'data-state="Parallel x, g"')
  await done(orkestra, ['init', 'made', '--target', 'cloudformation'], { cwd: folder })
  for (const file of ['.gitignore', 'package.json', 'src/workflow.ts', 'test/workflow.test.ts'])
    assert.ok(existsSync(join(folder, 'made', file)), file)
})

test('asl brings no CDK with it, nor do core and handler', () => {
  const names = readdirSync(join(folder, 'node_modules'), { recursive: true, encoding: 'utf8' })
  const cdk = names.filter((path) => /(^|\/)(aws-cdk-lib|constructs|aws-cdk|@aws-cdk)(\/|$)/.test(path))
  assert.equal(cdk, [])
})

test('cdk-adapter is imported beside the CDK that the user brings', async () => {
  const beside = await installed('cdk', packages)
  for (const peer of ['aws-cdk-lib', 'constructs']) {
    const own = join(beside, 'node_modules', peer)
    assert.not.ok(existsSync(own), `${peer} is a peer, not a dependency`)
    symlinkSync(resolve('conformance/node_modules', peer), own)
  }
  const code = "import * as adapter from '@orkestra/cdk-adapter'; console.log(JSON.stringify(Object.keys(adapter)))"
  writeFileSync(join(beside, 'adapter.mjs'), code)
  const { stdout } = await done(process.execPath, ['adapter.mjs'], { cwd: beside })
  const names: readonly string[] = JSON.parse(stdout)
  for (const name of ['awsLambda', 'task', 'definition', 'stateMachine', 'schedule'])
    assert.ok(names.includes(name), `${name} is not exported`)
})

test('their versions agree', () => {
  const versions = packages.map((name) => JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')).version)
  assert.is(new Set(versions).size, 1)
})

test.run()
