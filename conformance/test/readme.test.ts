/** README's snippets in a project as README sets it up, with the oldest TypeScript and with today's; and every entry under `node10`. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { install } from '../oracles/installed.ts'
import { ended } from '../oracles/spawned.ts'

const test = suite('README, to the end')
const folder = mkdtempSync(join(tmpdir(), 'orkestra-readme-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

const readme = readFileSync('README.md', 'utf8')
const compilers = {
  '5.4': 'conformance/node_modules/typescript-5.4',
  '7': 'node_modules/typescript',
}

const tsc = async (compiler: string, args: readonly string[], cwd: string): Promise<void> => {
  const end = await ended(process.execPath, [resolve(compiler, 'bin/tsc'), ...args], { cwd })
  assert.is(end.status, 0, end.text)
}

test('its snippets are written beside installed packages', () => {
  install(folder, ['core', 'asl', 'handler', 'cdk-adapter'], {
    '@types/node': 'node_modules/@types/node',
    '@types/aws-lambda': 'node_modules/@types/aws-lambda',
    'aws-cdk-lib': 'conformance/node_modules/aws-cdk-lib',
    constructs: 'conformance/node_modules/constructs',
    '@aws-sdk/client-dynamodb': 'node_modules/@aws-sdk/client-dynamodb',
  })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const snippets = [...readme.matchAll(/<!-- file: (\S+) -->\n```ts\n([\s\S]*?)```/g)]
  assert.ok(snippets.length >= 8)
  for (const [, file, code] of snippets) writeFileSync(join(folder, file as string), code as string)
})

const [, flags] = /^npx tsc (--init .*)$/m.exec(readme) ?? []
for (const [version, compiler] of Object.entries(compilers))
  test(`they compile with TypeScript ${version} and what README's "tsc --init" writes`, async () => {
    assert.ok(flags !== undefined, 'README has no line that makes a tsconfig.json')
    rmSync(join(folder, 'tsconfig.json'), { force: true })
    await tsc(compiler, flags?.split(' ') ?? [], folder)
    await tsc(compiler, ['-p', '.'], folder)
  })

// A stock CommonJS project of older days.
test('every entry has types under moduleResolution node10 and node16, from CommonJS, with the oldest TypeScript', async () => {
  const entries = ['core', 'asl', 'handler', 'cdk-adapter'].flatMap((name) => {
    const { exports } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'))
    return Object.keys(exports)
      .filter((entry) => !entry.endsWith('.json'))
      .map((entry) => `@orkestra/${name}${entry.slice(1)}`)
  })
  const own = join(folder, 'commonjs')
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'package.json'), '{}')
  const code = entries.map((entry, i) => `import * as m${i} from '${entry}'\nexport type T${i} = keyof typeof m${i}`)
  const use = `import { seq, task } from '@orkestra/core'
const x = task<{ id: string }, { id: string }>('x')
export const good = seq(x, x)
// @ts-expect-error: y takes a number
seq(x, task<number, number>('y'))`
  writeFileSync(join(own, 'entries.ts'), `${code.join('\n')}\n${use}\n`)
  for (const [module, resolution] of [
    ['commonjs', 'node10'],
    ['node16', 'node16'],
  ] as const) {
    const args = ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', resolution]
    await tsc(compilers['5.4'], [...args, '--skipLibCheck', '--types', 'node', 'entries.ts'], own)
  }
})

test('a stock "cdk init" app, CommonJS with jest, takes the packages and runs the snippets', async () => {
  const app = join(folder, 'cdk-app')
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(app, path)), { recursive: true })
    writeFileSync(join(app, path), text)
  }
  // As `cdk init app --language typescript` writes them, but for what has nothing to do with it.
  write('package.json', '{ "name": "app", "scripts": { "test": "jest" } }')
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        ...{ target: 'ES2022', module: 'NodeNext', moduleResolution: 'NodeNext', lib: ['es2022'], declaration: true },
        ...{ strict: true, noImplicitReturns: true, experimentalDecorators: true, skipLibCheck: true, noEmit: true },
        ...{ isolatedModules: true, types: ['node'], typeRoots: [resolve('node_modules/@types')] },
      },
      exclude: ['node_modules', 'cdk.out'],
    }),
  )
  write(
    'jest.config.js',
    `module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\\\.tsx?$': ['@swc/jest'] },
}`,
  )
  // What README says of CommonJS: `__filename`, and imports without `.ts`.
  const commonJs = (file: string): string => {
    const [, code = ''] = new RegExp(`<!-- file: ${file} -->\\n\`\`\`ts\\n([\\s\\S]*?)\`\`\``).exec(readme) ?? []
    assert.ok(code !== '', file)
    return code.replaceAll('import.meta.url', '__filename').replaceAll(".ts'", "'")
  }
  for (const file of ['handlers.ts', 'workflow.ts', 'stack.ts']) write(`lib/${file}`, commonJs(file))
  write(
    'test/app.test.ts',
    `import { App } from 'aws-cdk-lib/core'
import { Template } from 'aws-cdk-lib/assertions'
import { outputOf, run } from '@orkestra/asl/execute'
import { Orders } from '../lib/stack'
import { workflow } from '../lib/workflow'
declare const expect: (value: unknown) => { toEqual(value: unknown): void }
declare const test: (name: string, act: () => unknown, timeout?: number) => void
test('the workflow runs', async () => {
  expect(outputOf(await run(workflow, { id: 'unicorn' }))).toEqual({ shelf: null, vat: 3.14 * 0.19 })
})
test('the stack is synthesised', () => {
  const template = Template.fromStack(new Orders(new App(), 'Orders'))
  expect(Object.keys(template.findResources('AWS::StepFunctions::StateMachine')).length).toEqual(1)
}, 300_000)
`,
  )
  install(app, [], {
    ...Object.fromEntries(['@swc/core', '@swc/jest', 'jest'].map((name) => [name, `conformance/node_modules/${name}`])),
    esbuild: 'node_modules/esbuild',
  })
  writeFileSync(join(app, 'package-lock.json'), '{}')
  await tsc('node_modules/typescript', ['-p', '.'], app)
  const end = await ended(process.execPath, [resolve('conformance/node_modules/jest/bin/jest.js')], {
    cwd: app,
    env: {
      ...process.env,
      CDK_VALIDATION: 'false',
      NODE_OPTIONS: '',
      PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}`,
    },
  })
  assert.is(end.status, 0, end.text)
  assert.match(end.text, '2 passed')
})

test.run()
