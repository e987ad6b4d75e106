import { outputOf, run, TaskFailure } from '@orkestra/asl/execute'
import { isCaught } from '@orkestra/core'
import { expect, test } from 'vitest'
import { both, order, price } from './workflow.ts'

test('a handler is a function', async () => {
  expect(await price({ id: 'guitar' })).toEqual({ id: 'guitar', cents: 314 })
})

test('an order is reserved, priced and charged', async () => {
  expect(outputOf(await run(order, { id: 'guitar' }))).toEqual({ charged: 314 })
})

test('a throttled function is retried, and the wait takes no time', async () => {
  const tasks = { charge: [new TaskFailure('Lambda.TooManyRequestsException'), { charged: 1 }] }
  expect(outputOf(await run(order, { id: 'guitar' }, { tasks }))).toEqual({ charged: 1 })
})

test('what is out of stock ends the execution', async () => {
  const execution = await run(order, { id: 'unicorn' })
  expect(execution.status).toEqual('FAILED')
  // Fails with the state, its input and its error: what a test shows that expected a success.
  expect(() => outputOf(execution)).toThrow(/"reserve".*OutOfStock.*"unicorn"/s)
})

test('and is data where it is caught', async () => {
  const [reserved] = outputOf(await run(both, { id: 'unicorn' }))
  expect(isCaught(reserved) && reserved.Error).toEqual('OutOfStock')
})
