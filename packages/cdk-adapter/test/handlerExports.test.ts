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
import { awsLambda } from '../src/functions/awsLambda.ts'
import { stateMachine } from '../src/machine/stateMachine.ts'
import { testStack } from './stacks.ts'

const test = suite('handlers and their modules')

const folder = mkdtempSync(join(tmpdir(), 'exports-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

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
