import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outputOf, run } from '@orkestra/asl/execute'
import { reserve } from '../src/handlers.ts'
import { workflow } from '../src/workflow.ts'

test('a handler is a function', async () => {
  assert.deepEqual(await reserve({ id: 'guitar', price: 3.14 }), { shelf: 7 })
})

test('an order is reserved, taxed and billed', async () => {
  assert.deepEqual(outputOf(await run(workflow, { id: 'guitar' })), { shelf: 7, vat: 3.14 * 0.19 })
})

test('what is out of stock is billed all the same', async () => {
  assert.deepEqual(outputOf(await run(workflow, { id: 'unicorn' })), { shelf: null, vat: 3.14 * 0.19 })
})
