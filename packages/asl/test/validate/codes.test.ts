/** Each code is produced by its bad example, and its good example is clean of it: and of any error. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Code, diagnostics } from '../../src/validate/codes/codes.ts'
import { evidence } from '../../src/validate/codes/evidence.ts'
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

test('AWS was seen to refuse what is an error, or says that it does', () => {
  const errors = Object.entries(diagnostics).filter(([, { severity }]) => severity === 'error')
  const kinds: Readonly<Record<string, string>> = { documented: 'documentation', tooling: 'tooling' }
  for (const [code, { source }] of errors) {
    const known = evidence[code as Code]
    assert.ok(known, `${code} is an error, and nobody saw AWS refuse it: it is a warning`)
    assert.match(known.source, /^https:\/\/(github\.com|docs\.aws\.amazon\.com)\/\S+$/, code)
    assert.is(source, kinds[known.seen] ?? 'AWS', code)
  }
  assert.equal(
    Object.keys(evidence),
    errors.map(([code]) => code),
  )
})

test('nothing is said as an error but by codes that are errors', () => {
  for (const { bad, type } of Object.values(diagnostics))
    for (const { code, severity } of diagnose(bad(), type === undefined ? {} : { type }))
      if (severity === 'error') assert.is(diagnostics[code as Code].severity, 'error', code)
})

test.run()
