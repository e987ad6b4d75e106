/** Each code is produced by its bad example, and its good example is clean of it: and of any error. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Code, diagnostics } from '../../src/validate/codes/codes.ts'
import { diagnose } from '../../src/validate/diagnose.ts'

const test = suite('codes')

for (const [code, { bad, good, type = 'STANDARD', severity }] of Object.entries(diagnostics)) {
  test(`${code} is produced by its bad example alone, with its severity`, () => {
    const issues = diagnose(bad(), { type })
    const found = issues.filter((issue) => issue.code === code)
    assert.ok(found.length > 0, `${code}: ${JSON.stringify(issues, null, 1)}`)
    assert.is(found[0]?.severity, severity)
    const others = issues.filter((issue) => issue.code !== code && issue.severity === 'error')
    assert.equal(others, [], `${code}: ${JSON.stringify(others, null, 1)}`)
  })
  test(`${code} is not produced by its good example, nor is any error`, () => {
    const issues = diagnose(good(), { type })
    assert.equal(
      issues.filter((issue) => issue.code === code || issue.severity === 'error'),
      [],
    )
  })
}

test('the codes are in order, each once', () => {
  const codes = Object.keys(diagnostics) as Code[]
  assert.equal(codes, [...codes].sort())
})

test.run()
