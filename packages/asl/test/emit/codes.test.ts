/** The examples of emit's own codes: the bad ones fail with what their pages say, the good ones do not. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AslError, type Issue } from '@orkestra/asl'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emitDiagnostics } from '../../src/emit/codes.ts'

const test = suite("emit's own codes")
// Where the packages of the workspace are found.
const folder = resolve(`node_modules/.cache/emit-codes-${process.pid}`)
mkdirSync(folder, { recursive: true })
test.after(() => rmSync(folder, { recursive: true, force: true }))

const issuesOf = async (name: string, code: string): Promise<readonly Issue[]> => {
  const file = join(folder, name)
  writeFileSync(file, code)
  try {
    await import(pathToFileURL(file).href)
    return []
  } catch (error) {
    // The module and this test may have loaded the class from two places.
    if (error instanceof Error && error.name === AslError.name) return (error as AslError).issues
    throw error
  }
}

for (const [code, { bad, good, message, hint }] of Object.entries(emitDiagnostics))
  test(code, async () => {
    const issues = await issuesOf(`${code}-bad.mts`, bad)
    assert.equal(
      issues.map((issue) => [issue.code, issue.message, issue.hint]),
      [[code, message, hint]],
    )
    assert.equal(await issuesOf(`${code}-good.mts`, good), [])
  })

test('every code that emit makes has an entry', () => {
  const sources = ['check.ts', 'emit.ts', 'express.ts'].map((file) =>
    readFileSync(`packages/asl/src/emit/${file}`, 'utf8'),
  )
  const made = sources.join('').match(/ASL3\d\d(?=')/g) ?? []
  assert.ok(made.length >= 5)
  for (const code of made) assert.ok(code in emitDiagnostics, code)
})

test.run()
