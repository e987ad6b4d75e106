/** What a module exports once it is bundled. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundling, handlerPath, handlerProblem, type ModuleReading, manifest, readModule, toSam } from '@orkestra/asl'
import { seq, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('modules of handlers')

const folder = mkdtempSync(join(tmpdir(), 'exports-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const exportedNames = (path: string, reading: ModuleReading = {}, from?: string[]): readonly string[] | string => {
  const module = readModule(path, reading, from)
  return 'why' in module ? module.why : [...module.exports].sort()
}

const inner = 'export const inner = 1; export interface Shape { readonly a: number }; export type Only = string'

test('of a TypeScript module: values and no types, the default, and what it passes on', () => {
  file('inner.ts', inner)
  const path = file(
    'all.ts',
    `export * from './inner.ts'
     export { inner as renamed } from './inner.js'
     import { readFile } from 'node:fs/promises'
     export enum Color { red }
     export type { Shape } from './inner.ts'
     export const { a, b: [c] } = { a: 1, b: [2] } as const
     export async function f() { return readFile }
     export default class {}`,
  )
  assert.equal(exportedNames(path), ['Color', 'a', 'c', 'default', 'f', 'inner', 'renamed'])
  assert.equal(exportedNames(file('none.ts', 'console.log(1); export {}')), [])
})

test('a CommonJS module is one export of its bundle, and its names are fields of that', () => {
  file('inner.cjs', 'exports.x = 1')
  const path = file('common.cjs', 'exports.handler = () => {}; exports.other = 1')
  assert.equal(exportedNames(path), ['default', 'handler', 'other'])
  assert.equal(exportedNames(file('whole.js', 'module.exports = { a, b() {} }; function a() {}')), [
    'a',
    'b',
    'default',
  ])
  assert.equal(exportedNames(file('passing.cjs', "module.exports = require('./inner.cjs')")), ['default', 'x'])
  assert.equal(
    exportedNames(file('compiled.js', 'Object.defineProperty(exports, "__esModule", { value: true }); exports.y = 1')),
    ['__esModule', 'default', 'y'],
  )
  const module = readModule(path)
  assert.ok('exports' in module && module.isCommonJs)
  assert.equal([handlerPath('handler', module), handlerPath('default', module)], ['default.handler', 'default'])
})

test('what is passed on of a package is what its bundle exports', () => {
  assert.equal(exportedNames(file('passing.ts', "export * from './inner.cjs'\nexport const x2 = 1")), ['x2'])
  assert.match(
    String(exportedNames(file('package.ts', "export * from 'some-package'"))),
    /Could not resolve "some-package"/,
  )
})

test('where fp-ts is imported, each target bundles its ES form, and says nothing of it elsewhere', () => {
  const entry = file('functional.ts', "import { identity } from 'fp-ts/lib/function'\nexport const a = identity\n")
  const workflow = seq(task('a', { entry }), task('b', { entry: file('plain.ts', 'export const b = async () => 1') }))
  const aliases = manifest(workflow).map((fn) => bundling(fn).alias)
  assert.equal(aliases, [{ 'fp-ts/lib': 'fp-ts/es6' }, undefined])
  const { Resources } = toSam(workflow)
  const inSam = ['aFunction', 'bFunction'].map((id) => Resources[id]?.Metadata?.BuildProperties as { Alias?: unknown })
  assert.equal(
    inSam.map(({ Alias }) => Alias),
    [['fp-ts/lib=fp-ts/es6'], undefined],
  )
})

test('a module that cannot be read does not pass', () => {
  const problem = (path: string, from?: string[]) => handlerProblem('f', 'x', path, readModule(path, {}, from)) ?? ''
  assert.match(problem(file('broken.ts', 'export const = 1')), /the module of "f", cannot be read: Expected identifier/)
  assert.match(problem(join(folder, 'absent.ts')), /there is no such file/)
  const fine = file('fine.ts', 'export const x = 1')
  assert.is(problem(fine), '')
  assert.match(problem(fine, [join(folder, 'app.js')]), /it takes esbuild to read it: npm install --save-dev esbuild/)
  assert.match(problem(file('other.cjs', 'exports.y = 1')), /exports no "x", the handler of "f"; it exports "y"/)
})

test('other kinds of files are read as the bundling reads them', () => {
  file('query.graphql', '{ me }')
  const path = file('graph.ts', "import query from './query.graphql'\nexport const handler = () => query")
  assert.match(String(exportedNames(path)), /No loader is configured for "\.graphql"/)
  assert.equal(exportedNames(path, { loader: { '.graphql': 'text' } }), ['handler'])
  const tsconfig = file('tsconfig.json', '{ "compilerOptions": { "paths": { "#inner": ["./inner.ts"] } } }')
  file('inner.ts', inner)
  const mapped = file('mapped.ts', "export * from '#inner'")
  assert.equal(exportedNames(mapped, { tsconfig }), ['inner'])
})

test.run()
