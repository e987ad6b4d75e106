import { outputOf, run, visits } from '@orkestra/asl/execute'
import { isCaught } from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addPrice, assertFalse, NotFalse } from '../src/handlers.ts'
import { helloOrkestra } from '../src/workflow.ts'

test('a handler is a function', async () => {
  assert.equal(await addPrice({ id: '1', name: 'guitar' }), { id: '1', name: 'guitar', price: 3.14 })
})

test('a handler fails with the error that the workflow knows', async () => {
  const thrown = await assertFalse([{ id: '1', name: 'guitar', price: 1 }]).catch((error: unknown) => error)
  assert.instance(thrown, NotFalse)
})

test('the workflow says goodbye, although a branch fails', async () => {
  const execution = await run(helloOrkestra, { name: 'guitar' })
  assert.is(outputOf(execution), 'Goodbye, 34 and 17')
  const failed = visits(execution.history).find((visit) => visit.state === 'assertFalse')
  assert.is(failed?.error, 'NotFalse')
  assert.ok(isCaught(failed?.output))
})

test('an error outside parCatch is the end', async () => {
  const execution = await run(helloOrkestra, { name: 'guitar' }, { tasks: { randomInt: [new RangeError('no dice')] } })
  assert.is(execution.status, 'FAILED')
  assert.is(execution.status === 'FAILED' && execution.error, 'RangeError')
})

test.run()
