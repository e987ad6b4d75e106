/** What the packages weigh, with a budget: a bundle that only emits, core in a browser, and what `npm install` brings. */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { install } from '../oracles/installed.ts'

const test = suite('size')

const bundled = async (contents: string, options: BuildOptions = {}): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10

/** Each budget is what was measured, and a tenth. */
const within = (what: string, bytes: number, budget: number): void => {
  console.log(`  ${what}: ${kilobytes(bytes)} kB of ${budget}`)
  assert.ok(kilobytes(bytes) <= budget, `${what}: ${kilobytes(bytes)} kB, and the budget is ${budget} kB`)
}

test('a program that emits one workflow', async () => {
  const text = await bundled(
    `import { seq, task } from '@orkestra/core'; import { emit, toText } from '@orkestra/asl'
console.log(toText(emit(seq(task('x'), task('y')))))`,
    { platform: 'node' },
  )
  within('emit, gzipped', gzipSync(text).length, 46)
})

test('core in a browser: it bundles without a built-in of Node.js, and works where there is none', async () => {
  const text = await bundled(
    `import { seq, par, task, pass, toMermaid, toDag } from '@orkestra/core'
const workflow = seq(task('x'), par(task('y'), pass((o) => ({ id: o.id }))))
globalThis.drawn = toMermaid(workflow); globalThis.dag = toDag(workflow)`,
    { platform: 'browser', format: 'iife' },
  )
  within('core, gzipped', gzipSync(text).length, 14)
  // Nothing of Node.js is in this world.
  const world = createContext({}) as { drawn?: string }
  runInContext(text, world)
  assert.match(world.drawn ?? '', /^flowchart TD/)
})

const sizeOf = (path: string): number =>
  lstatSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size

test('what npm install brings of core, asl and handler, and what these depend on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-size-'))
  try {
    install(folder, ['core', 'asl', 'handler'], {})
    const modules = join(folder, 'node_modules')
    // Sources and maps are published too.
    const own = (['core', 'asl', 'handler'] as const).reduce(
      (sum, name) =>
        sum +
        ['esm', 'cjs', 'src', 'tables'].reduce((all, part) => all + readable(`packages/${name}/${part}`), 0) +
        sizeOf(join(modules, '@orkestra', name, 'dist')),
      0,
    )
    within('@orkestra/*', own, 10_300)
    const others = readdirSync(modules)
      .flatMap((name) =>
        name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
      )
      .filter((name) => !name.startsWith('@orkestra/'))
    const foreign = others.reduce((sum, name) => sum + sizeOf(realpathSync(join(modules, name))), 0)
    within(`their ${others.length} dependencies`, foreign, 12_500)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const readable = (path: string): number => {
  try {
    return sizeOf(path)
  } catch {
    return 0
  }
}

/** The files that are loaded at once with a file of the build, and what these load that others wrote. */
const loadedWith = async (file: string) => {
  const { metafile } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: 'nowhere.js',
  })
  const files = new Set([file])
  const packages = new Set<string>()
  for (const each of files)
    for (const { path, kind, external } of metafile.inputs[each]?.imports ?? []) {
      if (kind !== 'import-statement') continue
      if (external !== true) files.add(path)
      else if (!path.startsWith('node:')) packages.add(path)
    }
  return { files: files.size, packages: [...packages].sort() }
}

/** Files and not milliseconds, which depend on how busy the machine is; each budget is what was measured, and one. docs/adr/0161-bundled-modules.md */
const starts: Readonly<Record<string, { readonly files: number; readonly packages: readonly string[] }>> = {
  'packages/core/esm/index.js': { files: 9, packages: ['graphlib'] },
  'packages/asl/esm/cli.js': { files: 12, packages: ['picocolors'] },
  'packages/asl/esm/validate.js': { files: 1, packages: [] },
  'packages/asl/esm/execute.js': { files: 13, packages: ['@orkestra/core', '@orkestra/core/integrations'] },
  'packages/asl/esm/serve.js': { files: 16, packages: ['@orkestra/core', '@orkestra/core/integrations'] },
}

for (const [file, { files, packages }] of Object.entries(starts))
  test(`${file} is a few files, and loads nothing that most have no need of`, async () => {
    const loaded = await loadedWith(file)
    console.log(`  ${file}: ${loaded.files} files of ${files}`)
    assert.equal(loaded.packages, packages)
    assert.ok(loaded.files <= files, `${loaded.files} files`)
  })

test('the entries of a build share what they are made of, but for the validator, whose issues are plain data', async () => {
  const [all, validate, execute] = await Promise.all(
    ['index', 'validate', 'execute'].map((name) => import(resolve(`packages/asl/esm/${name}.js`))),
  )
  assert.equal(validate.diagnose({}), all.diagnose({}))
  assert.ok(validate.diagnose({}).every((issue: object) => Object.getPrototypeOf(issue) === Object.prototype))
  const error = await execute.execute({}, {}).catch((thrown: unknown) => thrown)
  assert.instance(error, all.AslError)
})

test('no built-in of Node.js is imported anywhere in core', () => {
  for (const file of readdirSync('packages/core/src', { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts'))
      assert.not.match(readFileSync(join('packages/core/src', file), 'utf8'), /from 'node:/, file)
})

test.run()
