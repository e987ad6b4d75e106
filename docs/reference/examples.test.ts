/** The examples of the reference run, each with what it asserts, and their pages show them. */
import { readdirSync, readFileSync } from 'node:fs'
import { diagnose, emit } from '@orkestra/asl'
import { type AnyStep, isStep } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { entries } from './examples.ts'

const test = suite('reference')
const files = readdirSync(new URL('examples/', import.meta.url))

for (const file of files)
  test(`${file} runs, and its page shows it`, async () => {
    const url = new URL(`examples/${file}`, import.meta.url)
    await import(url.href)
    const page = readFileSync(new URL(file.replace(/\.ts$/, '.md'), import.meta.url), 'utf8')
    assert.ok(page.includes(readFileSync(url, 'utf8').trimEnd()))
  })

for (const file of files)
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    test(`what is emitted for ${file} in ${queryLanguage} has no mistake`, async () => {
      const { workflow }: { readonly workflow?: AnyStep } = await import(
        new URL(`examples/${file}`, import.meta.url).href
      )
      assert.ok(isStep(workflow))
      assert.equal(diagnose(emit(workflow, { queryLanguage })), [])
    })

test('each has its text', () => {
  assert.equal(files.map((file) => file.replace(/\.ts$/, '')).sort(), Object.keys(entries).sort())
})

test.run()
