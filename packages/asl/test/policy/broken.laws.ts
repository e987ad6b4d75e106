/** Broken definitions: policy says what it cannot read, and throws nothing else. */
import { AslError, policy } from '@orkestra/asl'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seed } from '../../../core/test/arbitraries/laws.ts'
import { definitions } from '../execute/definitions.ts'
import { createRandom, mutated } from '../execute/mutations.ts'

const test = suite('policy of broken definitions')

test('5,000 mutations give a policy, or an AslError', () => {
  const random = createRandom(seed)
  let policies = 0
  for (let i = 0; i < 5_000; i += 1) {
    const definition = mutated(definitions[random(definitions.length)], random)
    try {
      policy(definition as never)
      policies += 1
    } catch (error) {
      if (!(error instanceof AslError)) console.error(`case ${i}`, JSON.stringify(definition))
      assert.instance(error, AslError)
    }
  }
  assert.ok(policies > 1_000)
})

test('what cannot be read is told with its place, all at once', () => {
  const broken = { States: { A: null, B: { Type: 'Parallel', Branches: [1] } } }
  try {
    policy(broken as never)
    assert.unreachable()
  } catch (error) {
    assert.equal(
      (error as AslError).issues.map(({ code, path }) => `${code} ${path}`),
      ['ASL030 /States/A', 'ASL002 /States/B/Branches/0'],
    )
  }
  for (const nothing of [null, undefined, 1, 'x', [], {}])
    assert.throws(() => policy(nothing as never), /no States to read/)
})

test("a template's reference as a Resource is underived", () => {
  const task = { Type: 'Task', Resource: { 'Fn::GetAtt': ['a', 'Arn'] }, End: true }
  const { document, underived } = policy({ StartAt: 'A', States: { A: task, B: undefined } } as never)
  assert.equal(document.Statement, [])
  assert.equal(underived, [
    { state: 'A', action: '*', why: 'which service the Resource calls is known at deployment only' },
  ])
})

test.run()
