/** The schema for editors against `diagnose`: what the one takes, the other does not mark, over the examples of every code. */
import { readFileSync } from 'node:fs'
import { emit } from '@orkestra/asl'
import { par, pass, seq, task } from '@orkestra/core'
import { Ajv } from 'ajv'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { diagnostics } from '../../src/validate/codes/codes.ts'
import { diagnose } from '../../src/validate/index.ts'

const test = suite('the schema for editors')
const schema = JSON.parse(readFileSync('packages/asl/editor/asl.schema.json', 'utf8'))
const fits = new Ajv({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
}).compile(schema)
const shown = (): string => JSON.stringify(fits.errors?.slice(0, 3))

const valueOf = (example: unknown): unknown => {
  try {
    return typeof example === 'string' ? JSON.parse(example) : example
  } catch {
    // It is about the text itself.
    return undefined
  }
}

// Codes of fields and values in one place: a schema sees these.
const seen = 'ASL002 ASL003 ASL008 ASL030 ASL031 ASL050 ASL110 ASL111 ASL114 ASL115 ASL116 ASL119 ASL130'.split(' ')

for (const [code, { bad, good, type }] of Object.entries(diagnostics))
  test(code, () => {
    for (const example of [good(), bad()]) {
      const value = valueOf(example)
      if (typeof value !== 'object' || value === null) continue
      const errors = diagnose(value, type === undefined ? {} : { type }).filter(({ severity }) => severity === 'error')
      if (errors.length === 0) assert.ok(fits(value), shown())
    }
    if (seen.includes(code)) assert.not(fits(valueOf(bad())), `${code} is not marked`)
  })

test('what emit writes fits, in both languages', () => {
  const workflow = seq(
    task<{ id: string }, { id: string }>('x'),
    par(
      pass((o) => ({ a: o.id })),
      task('y'),
    ),
  )
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    assert.ok(fits(emit(workflow, { queryLanguage })), shown())
})

test('a hover over a field gives its rule', () => {
  assert.match(schema.definitions.Task.properties.Retry.description, '(ASL110)')
  assert.match(schema.definitions.machine.properties.StartAt.description, '(ASL002)')
})

test.run()
