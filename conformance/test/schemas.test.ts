/** Every library that speaks Standard Schema: what a handler makes of good and of bad events, and that it type-checks. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SchemaError } from '@orkestra/handler'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as handlers from '../types/schemas.ts'

const test = suite('schemas of every library')

const rejection = async (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'it did not reject',
    (error) => error,
  )

for (const name of ['zod4', 'zodMini', 'zod3', 'zod3of4', 'valibot', 'arktype', 'yupped', 'effect'] as const) {
  const handler = handlers[name] as unknown as (event: unknown) => Promise<unknown>

  test(`${name} converts what fits`, async () => {
    assert.is(await handler({ id: '7', count: '3' }), 3)
  })

  test(`${name} refuses what does not, with the path`, async () => {
    const error = await rejection(handler({ id: '', count: '3' }))
    assert.instance(error, SchemaError)
    assert.match((error as Error).message, new RegExp(`^the input of ${name} does not fit its schema: id: `))
  })

  test(`${name} refuses what is not an object, at the root`, async () => {
    const error = await rejection(handler(null))
    assert.instance(error, SchemaError)
    assert.not.match((error as Error).message, /schema: \d+:/)
  })
}

test('the output is checked, too', async () => {
  assert.equal(await handlers.onlyOutput(7), { id: '7' })
  assert.is(await handlers.onlyInput({ id: 'abc' }), 3)
})

// TypeScript 7 checks the file with all the tests; its oldest relatives in use infer otherwise.
test('it type-checks with TypeScript 5.9', () => {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const folder = `${root}node_modules/.cache/schemas`
  mkdirSync(folder, { recursive: true })
  const config = {
    compilerOptions: {
      target: 'es2022',
      module: 'nodenext',
      moduleResolution: 'nodenext',
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: true,
      noEmit: true,
    },
    files: ['../../../types/schemas.ts'],
  }
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config))
  const tsc = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', folder], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  assert.is(tsc.stdout, '')
  assert.is(tsc.status, 0)
})

test.run()
