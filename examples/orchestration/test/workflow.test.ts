import { outputOf, run } from '@orkestra/asl/execute'
import { isCaught } from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { template } from '../infra/template.ts'
import { chain, list, maps, orchestration, record, tuple } from '../src/workflow.ts'

const ada = { name: 'Ada' }

test('a chain hands on', async () => {
  assert.is(outputOf(await run(chain, ada)), 'Hello, Ada')
})

test('a list gives all results, in order', async () => {
  assert.equal(outputOf(await run(list, ada)), ['Hello, Ada', 'Ada is 3'])
})

test('a record gives all results, by name', async () => {
  assert.equal(outputOf(await run(record, ada)), { greeting: 'Hello, Ada', birthday: 'Ada is 3' })
})

test('a list fails with its first failing branch', async () => {
  const execution = await run(list, { name: '' })
  assert.is(execution.status === 'FAILED' && execution.error, 'RangeError')
})

test('a tuple gives the error in place of the result', async () => {
  const [greeting, birthday] = outputOf(await run(tuple, { name: '' }))
  assert.is(greeting, 'Hello, ')
  assert.ok(isCaught(birthday) && birthday.Error === 'RangeError')
})

test('a map goes through all', async () => {
  assert.equal(outputOf(await run(maps, ada)), ['Hello, Ada the 0.', 'Hello, Ada the 1.', 'Hello, Ada the 2.'])
})

test('a map that captures errors gives one per item', async () => {
  assert.equal(outputOf(await run(orchestration, ada)), ['(RangeError)', 'Ada the 1. is 1', 'Ada the 2. is 2'])
})

test('the template fills every placeholder of the definition', () => {
  const { DefinitionString, DefinitionSubstitutions } = template.Resources.StateMachine?.Properties ?? {}
  const used = [...JSON.stringify(DefinitionString).matchAll(/\$\{!(\w+)\}/g)].map(([, key]) => key)
  assert.ok(used.length > 0)
  assert.equal([...new Set(used)].sort(), Object.keys(Object(DefinitionSubstitutions)).sort())
})

test.run()
