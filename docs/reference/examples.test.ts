/** The examples of the reference run, each with what it asserts, and their pages show them. */
import { readdirSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { entries } from './examples.ts'

const test = suite('reference')
const files = readdirSync(new URL('examples/', import.meta.url))

for (const file of files)
  test(`${file} runs, and its page shows it`, async () => {
    const url = new URL(`examples/${file}`, import.meta.url)
    const module: Record<string, unknown> = await import(url.href)
    assert.ok(module.workflow)
    const page = readFileSync(new URL(file.replace(/\.ts$/, '.md'), import.meta.url), 'utf8')
    assert.ok(page.includes(readFileSync(url, 'utf8').trimEnd()))
  })

test('each has its text', () => {
  assert.equal(files.map((file) => file.replace(/\.ts$/, '')).sort(), Object.keys(entries).sort())
})

test.run()
