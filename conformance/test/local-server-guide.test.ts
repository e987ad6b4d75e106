/** What docs/guide/local-step-functions.md says of test runners, run by them: its block for vitest and jest, and its configuration for Playwright. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { install } from '../oracles/installed.ts'
import { ended } from '../oracles/spawned.ts'

const test = suite('guide of the local server')

const temporary = mkdtempSync(join(tmpdir(), 'orkestra-runners-'))
test.after(() => rmSync(temporary, { recursive: true, force: true }))

// Not what an outer npm run hands down, nor the coverage of this process.
const plain = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_OPTIONS$|NODE_V8|FORCE_COLOR)/i.test(key)),
)

/** The one block of the guide in JavaScript that has a word in it. */
const block = (word: string): string => {
  const guide = readFileSync('docs/guide/local-step-functions.md', 'utf8')
  const found = [...guide.matchAll(/```js\n([\s\S]*?)```/g)]
    .map(([, text]) => String(text))
    .filter((text) => text.includes(word))
  assert.is(found.length, 1, `${found.length} blocks with ${word}`)
  return found[0] as string
}

const workflow = `import { compose } from '@orkestra/handler'
export const orders = compose({ name: 'price' }, async ({ id }: { id: string }) => ({ id, price: 3 })).graph
`

/** A test's own code: a client that is made without an endpoint. */
const call = `const client = new SFNClient({ region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } })
  const stateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:orders'
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input: '{"id":"7"}' }))
  let execution = await client.send(new DescribeExecutionCommand({ executionArn }))
  while (execution.status === 'RUNNING') execution = await client.send(new DescribeExecutionCommand({ executionArn }))
  expect(JSON.parse(String(execution.output))).toEqual({ id: '7', price: 3 })
`
const imports = "import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'\n"

const project = (name: string, runner: string, files: Readonly<Record<string, string>>): string => {
  const folder = join(temporary, name)
  install(folder, ['core', 'asl', 'handler'], {
    '@aws-sdk/client-sfn': resolve('node_modules/@aws-sdk/client-sfn'),
    [runner]: resolve('conformance/node_modules', runner),
  })
  for (const [file, text] of Object.entries({
    'package.json': '{"type":"module"}',
    'src/workflow.ts': workflow,
    ...files,
  })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

test('vitest: a server for a test file, which clients find by themselves', async () => {
  const text = `${imports}${block('vitest')}\ntest('an order has a price', async () => {\n  ${call}})\n`
  const cwd = project('vitest', 'vitest', { 'test/orders.test.js': text })
  const end = await ended(process.execPath, [resolve('conformance/node_modules/vitest/vitest.mjs'), 'run'], {
    cwd,
    env: { ...plain, CI: '1', NO_COLOR: '1' },
  })
  assert.is(end.status, 0, end.text)
  assert.match(end.text, /1 passed/)
})

test('jest: the same, whose functions are globals', async () => {
  const given = block('vitest').replace(/^import .*'vitest'.*$/m, '')
  const text = `${imports}${given}\ntest('an order has a price', async () => {\n  ${call}})\n`
  const swc = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }
  const cwd = project('jest', '@swc/jest', {
    'test/orders.test.js': text,
    'package.json': JSON.stringify({
      type: 'module',
      jest: { extensionsToTreatAsEsm: ['.ts'], transform: { '\\.ts$': ['@swc/jest', swc] } },
    }),
  })
  const args = ['--experimental-vm-modules', resolve('conformance/node_modules/jest/bin/jest.js')]
  const end = await ended(process.execPath, args, { cwd, env: { ...plain, CI: '1', NO_COLOR: '1' } })
  assert.is(end.status, 0, end.text)
  assert.match(end.text, /1 passed/)
})

/** A port that nobody uses now. */
const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

test('Playwright: the server is up, with its machines, before the first test', async () => {
  const [ours, app] = [await freePort(), await freePort()]
  const orkestra = `${process.execPath} ${join(temporary, 'playwright/node_modules/@orkestra/asl/bin/orkestra.js')}`
  const config = block('@playwright/test')
    .replace('npx orkestra dev src/workflow.ts', `${orkestra} dev src/workflow.ts --port ${ours}`)
    .replaceAll('8083', String(ours))
    .replace('npm run dev', `${process.execPath} app.mjs`)
    .replace('3000', String(app))
  const cwd = project('playwright', '@playwright/test', {
    'playwright.config.mjs': config,
    // An application that hands its address of Step Functions on.
    'app.mjs': `import { createServer } from 'node:http'
createServer((_, response) => response.end(process.env.AWS_ENDPOINT_URL_SFN)).listen(${app})\n`,
    'test/orders.spec.js': `${imports}import { expect, test } from '@playwright/test'
test('an order has a price', async () => {
  process.env.AWS_ENDPOINT_URL_SFN = await (await fetch('http://localhost:${app}')).text()
  ${call}})\n`,
  })
  const cli = resolve('conformance/node_modules/@playwright/test/cli.js')
  const end = await ended(process.execPath, [cli, 'test', '--reporter=list'], {
    cwd,
    env: { ...plain, CI: '1', NO_COLOR: '1' },
  })
  assert.is(end.status, 0, end.text)
  assert.match(end.text, /1 passed/)
})

test.run()
