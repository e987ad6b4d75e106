import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outputOf, run, TaskFailure } from '@orkestra/asl/execute'
import { isCaught } from '@orkestra/core'
import { both, order, price } from './workflow.ts'

test('a handler is a function', async () => {
  assert.deepEqual(await price({ id: 'guitar' }), { id: 'guitar', cents: 314 })
})

test('an order is reserved, priced and charged', async () => {
  assert.deepEqual(outputOf(await run(order, { id: 'guitar' })), { charged: 314 })
})

test('a throttled function is retried, and the wait takes no time', async () => {
  const tasks = { charge: [new TaskFailure('Lambda.TooManyRequestsException'), { charged: 1 }] }
  assert.deepEqual(outputOf(await run(order, { id: 'guitar' }, { tasks })), { charged: 1 })
})

test('what is out of stock ends the execution', async () => {
  const execution = await run(order, { id: 'unicorn' })
  assert.deepEqual(execution.status, 'FAILED')
  // Fails with the state, its input and its error: what a test shows that expected a success.
  assert.throws(() => outputOf(execution), /"reserve".*OutOfStock.*"unicorn"/s)
})

test('and is data where it is caught', async () => {
  const [reserved] = outputOf(await run(both, { id: 'unicorn' }))
  assert.deepEqual(isCaught(reserved) && reserved.Error, 'OutOfStock')
})
