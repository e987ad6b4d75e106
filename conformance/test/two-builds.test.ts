/** The ES modules and the CommonJS build of the packages in one program, and in esbuild's CommonJS output: docs/adr/0160-two-builds.md. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { install } from '../oracles/installed.ts'
import { ended } from '../oracles/spawned.ts'

const test = suite('two builds')
const folder = mkdtempSync(join(tmpdir(), 'orkestra-two-builds-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

// As Lambda's Node.js 20 and 22 are started: no ES module is required.
const flags = ['--no-experimental-require-module']

const printed = async (file: string): Promise<unknown> => {
  const end = await ended(process.execPath, [...flags, file], { cwd: folder })
  assert.is(end.status, 0, end.text)
  return JSON.parse(end.stdout)
}

test('they are installed', () =>
  install(folder, ['core', 'asl', 'handler'], { esbuild: resolve('node_modules/esbuild') }))

test('a workflow of one is read, run and drawn by the other, errors included', async () => {
  writeFileSync(
    join(folder, 'mixed.mjs'),
    `import { createRequire } from 'node:module'
import * as core from '@orkestra/core'
import { emit } from '@orkestra/asl'
import { outputOf, run } from '@orkestra/asl/execute'
const require = createRequire(import.meta.url)
const required = require('@orkestra/core')
const { compose } = require('@orkestra/handler')
const execute = require('@orkestra/asl/execute')
if (required.seq === core.seq) throw new Error('there is one copy only')
const price = compose({ name: 'price' }, async ({ id }) => ({ id, cents: 7 }))
const shaped = required.pass((o) => ({ half: required.concat('c', o.id) }))
const mixed = core.seq(price, core.parCatch(shaped, required.seq(core.task('charge'), price)))
const tasks = { charge: () => { throw new execute.TaskFailure('Throttled', 'why') } }
const [shape, caught] = outputOf(await run(mixed, { id: '1' }, { tasks }))
const definition = require('@orkestra/asl').emit(mixed)
console.log(JSON.stringify({
  shape, caught, same: JSON.stringify(definition) === JSON.stringify(emit(mixed)),
  drawn: required.toMermaid(mixed) === core.toMermaid(mixed), step: required.isStep(core.task('x')),
  status: (await execute.run(core.task('x'), 1, { tasks: { x: [new execute.TaskFailure('E')] } })).status,
}))
`,
  )
  assert.equal(await printed('mixed.mjs'), {
    shape: { half: 'c1' },
    caught: { Error: 'Throttled', Cause: 'why' },
    same: true,
    drawn: true,
    step: true,
    status: 'FAILED',
  })
})

test("in esbuild's CommonJS output import.meta.url is empty: handlers run, and what deploys them says what to write", async () => {
  writeFileSync(
    join(folder, 'app.ts'),
    `import { toTerraform } from '@orkestra/asl'
import { run } from '@orkestra/asl/execute'
import { seq } from '@orkestra/core'
import { handlers } from '@orkestra/handler'
const { a, b } = handlers({ entry: import.meta.url }, { a: async (n: number) => n + 1, b: async (n: number) => n * 2 })
const named = handlers({ entry: __filename }, { c: async (n: number) => n })
const said = () => {
  try {
    return toTerraform(seq(a, b), { name: 'x', functions: true } as never)
  } catch (error) {
    return (error as Error).message
  }
}
run(seq(a, b), 1).then((execution) => console.log(JSON.stringify({ output: (execution as { output?: number }).output, said: said(), entry: named.c.entry?.endsWith('app.cjs') })))
`,
  )
  await build({
    entryPoints: [join(folder, 'app.ts')],
    outfile: join(folder, 'app.cjs'),
    bundle: true,
    packages: 'external',
    format: 'cjs',
    platform: 'node',
    // It warns that import.meta is empty, which is what this test is about.
    logLevel: 'silent',
  })
  const { output, said, entry } = (await printed('app.cjs')) as Record<string, unknown>
  assert.is(output, 4)
  assert.is(entry, true)
  assert.match(String(said), 'in CommonJS { entry: __filename }')
})

test.run()
