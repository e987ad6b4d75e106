import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { seq } from '@orkestra/core'
import { compose } from '@orkestra/handler'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { App, Stack } from 'aws-cdk-lib/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsLambda } from '../src/awsLambda.ts'
import { exportedNames } from '../src/exportedNames.ts'
import { stateMachine } from '../src/stateMachine.ts'
import { testStack } from './stacks.ts'

const test = suite('exportedNames')

const folder = mkdtempSync(join(tmpdir(), 'exports-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
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
  assert.equal([...(exportedNames(path) ?? [])].sort(), ['Color', 'a', 'c', 'default', 'f', 'inner', 'renamed'])
  assert.equal(exportedNames(file('none.ts', 'console.log(1); export {}')), [])
})

test('what its source does not tell is not told', () => {
  assert.is(exportedNames(file('common.cjs', 'exports.handler = () => {}')), undefined)
  assert.is(exportedNames(file('package.ts', "export * from 'some-package'\nexport const x = 1")), undefined)
  file('inner.cjs', 'exports.x = 1')
  assert.is(exportedNames(file('passing.ts', "export * from './inner.cjs'")), undefined)
  assert.is(exportedNames(file('broken.ts', 'export const = 1')), undefined)
  assert.is(exportedNames(join(folder, 'absent.ts')), undefined)
  const fine = file('fine.ts', 'export const x = 1')
  assert.equal(exportedNames(fine), ['x'])
  assert.is(exportedNames(fine, {}, [join(folder, 'app.js')]), undefined, 'without esbuild')
})

test('other kinds of files are read as the bundling reads them', () => {
  file('query.graphql', '{ me }')
  const path = file('graph.ts', "import query from './query.graphql'\nexport const handler = () => query")
  assert.is(exportedNames(path), undefined)
  assert.equal(exportedNames(path, { loader: { '.graphql': 'text' } }), ['handler'])
  const tsconfig = file('tsconfig.json', '{ "compilerOptions": { "paths": { "#inner": ["./inner.ts"] } } }')
  file('inner.ts', inner)
  const mapped = file('mapped.ts', "export * from '#inner'")
  assert.equal(exportedNames(mapped, { tsconfig }), ['inner'])
})

const bundled = () => new Stack(new App(), 'Bundled')

test('a handler that its module does not export is told of before anything is bundled', () => {
  const entry = pathToFileURL(file('handlers.ts', 'export const other = 1; export default () => {}'))
  const stack = bundled()
  const attempt = () =>
    awsLambda(
      stack,
      'Fn',
      compose({ entry }, async function handle() {}),
    )
  assert.throws(attempt, /handlers\.ts exports no "handle", the handler of "handle"; it exports "default", "other"/)
  assert.throws(attempt, /Export it, or name what it is exported as: compose\(\{ handler: '…' \}, …\)/)
  assert.is(stack.node.children.length, 0)
  const empty = pathToFileURL(file('empty.ts', 'export {}'))
  assert.throws(
    () =>
      awsLambda(
        stack,
        'Fn',
        compose({ entry: empty }, async function handle() {}),
      ),
    /it exports nothing/,
  )
})

test('all handlers of a workflow that are not exported are told of at once', () => {
  const entry = pathToFileURL(file('some.ts', 'export const other = 1'))
  const [first, second] = ['first', 'second'].map((name) => compose({ entry, name }, async (_: unknown) => 1))
  const stack = bundled()
  assert.throws(
    () => stateMachine(stack, 'Workflow', seq(first as never, second as never)),
    /no "first".*\n.*no "second"/,
  )
})

test('nothing is asked of what is not bundled here', () => {
  const entry = new URL('./stacks.ts', import.meta.url)
  const handle = compose({ entry }, async function handle() {})
  awsLambda(testStack(), 'Handle', handle)
  const code = Code.fromInline('exports.x = () => {}')
  awsLambda(bundled(), 'Handle', handle, { code, handler: 'index.x' })
  awsLambda(
    bundled(),
    'Handle',
    compose(async function handle() {}),
    { code, handler: 'index.x' },
  )
})

test.run()
