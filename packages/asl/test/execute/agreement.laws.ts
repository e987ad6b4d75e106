/** What `diagnose` only warns of, `execute` runs: one of them may not refuse what the other takes. */
import { AslError, diagnose } from '@orkestra/asl'
import { execute, SetupError } from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { diagnostics } from '../../src/validate/codes/codes.ts'
import { definitions, input } from './definitions.ts'
import { createRandom, mutated } from './mutations.ts'

const test = suite('diagnose and execute')

const seed = process.env.ORKESTRA_SEED ? Number(process.env.ORKESTRA_SEED) : Date.now() & 0x7fffffff
console.log(`  seed ${seed} (ORKESTRA_SEED=${seed} repeats it)`)

const count = Number(process.env.ORKESTRA_FUZZ ?? 3_000)

const standIn = () => () => ({})

/** What `execute` refuses a definition for; nothing where it runs it, whatever comes of that. */
const refusal = async (definition: unknown, type: 'STANDARD' | 'EXPRESS'): Promise<string | undefined> => {
  try {
    await execute(definition, input, { type, standIn, limits: { transitions: 2_000 }, history: false })
    return undefined
  } catch (error) {
    if (error instanceof SetupError) return undefined
    if (error instanceof AslError) return error.message
    throw error
  }
}

const isValid = (definition: unknown, type: 'STANDARD' | 'EXPRESS'): boolean =>
  diagnose(definition, { type }).every(({ severity }) => severity !== 'error')

// A placeholder is valid wherever a deployment may fill it in, and nothing that could be run.
const isFilledIn = (definition: unknown): boolean => !(JSON.stringify(definition) ?? '').includes('${')

test('whatever a code warns of runs', async () => {
  for (const [code, { bad, good, type = 'STANDARD' }] of Object.entries(diagnostics))
    for (const definition of [bad(), good()])
      if (typeof definition === 'object' && isFilledIn(definition) && isValid(definition, type))
        assert.is(await refusal(definition, type), undefined, code)
})

test(`of ${count} mutations, each that has no error runs`, async () => {
  const random = createRandom(seed)
  let valid = 0
  for (let i = 0; i < count; i += 1) {
    const definition = mutated(definitions[random(definitions.length)], random)
    if (!isFilledIn(definition) || !isValid(definition, 'STANDARD')) continue
    valid += 1
    const why = await refusal(definition, 'STANDARD')
    assert.is(why, undefined, `case ${i}: ${JSON.stringify(definition)}`)
  }
  console.log(`  ${valid} without an error`)
  assert.ok(valid > count / 100)
})

test.run()
