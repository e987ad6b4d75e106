/** What the packages weigh, with a budget: a bundle that only emits, core in a browser, and what `npm install` brings. */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  within('emit, gzipped', gzipSync(text).length, 66)
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
    within('@orkestra/*', own, 13_500)
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

test('no built-in of Node.js is imported anywhere in core', () => {
  for (const file of readdirSync('packages/core/src', { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts'))
      assert.not.match(readFileSync(join('packages/core/src', file), 'utf8'), /from 'node:/, file)
})

test.run()
