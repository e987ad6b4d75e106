/**
 * examples/test-runners in the test runners that people have, as they are by default. jest requires the packages; the CommonJS build
 * is used on every Node.js of Lambda that is there.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { install } from '../oracles/installed.ts'
import { nodeVersions } from '../oracles/nodes.ts'
import { ended } from '../oracles/spawned.ts'

const test = suite('test runners')

const folder = mkdtempSync(join(tmpdir(), 'orkestra-runners-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

// Not what an outer npm run hands down.
const plain = Object.fromEntries(
  Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_OPTIONS$|NODE_V8)/i.test(key)),
)

const own = resolve('conformance/node_modules')
const bin = (path: string): string => resolve(path)
const jest = bin('conformance/node_modules/jest/bin/jest.js')

test('the examples are copied beside installed packages', () => {
  cpSync('examples/test-runners', folder, { recursive: true })
  const names = [
    ...['jest', '@jest/globals', 'ts-jest', 'vitest', 'typescript', '@babel/preset-typescript'],
    '@babel/plugin-transform-modules-commonjs',
  ]
  install(folder, ['core', 'asl', 'handler'], {
    ...Object.fromEntries(names.map((name) => [name, join(own, name)])),
    '@types/node': resolve('node_modules/@types/node'),
    '@types/aws-lambda': resolve('node_modules/@types/aws-lambda'),
    tsx: resolve('node_modules/tsx'),
  })
})

interface Runner {
  readonly example: string
  readonly args: readonly string[]
}

const runs = async (node: string, { example, args }: Runner): Promise<void> => {
  const end = await ended(node, args, { cwd: join(folder, example), env: { ...plain, CI: '1', NO_COLOR: '1' } })
  assert.is(end.status, 0, `${example}\n${end.text}`)
  // All five tests of the example were run.
  assert.match(end.text, /\b(?:5 passed|pass 5)\b/, end.text)
}

for (const major of [20, 22, 24]) {
  const node = nodeVersions().find((each) => each.major === major)
  const name = `jest as it is by default, with require, on Node.js ${major}`
  if (node === undefined) test.skip(`${name}: it is not here; name its binary in ORKESTRA_NODES`, () => {})
  else test(name, () => runs(node.path, { example: 'jest-javascript', args: [jest] }))
}

const runners: readonly Runner[] = [
  { example: 'jest-commonjs', args: [jest] },
  { example: 'jest-babel', args: [jest] },
  { example: 'jest-esm', args: ['--experimental-vm-modules', jest] },
  { example: 'vitest', args: [bin('conformance/node_modules/vitest/vitest.mjs'), 'run'] },
  { example: 'node-test', args: ['--import', 'tsx', '--test', 'workflow.spec.ts'] },
]
for (const runner of runners) test(runner.example, () => runs(process.execPath, runner))

test.run()
