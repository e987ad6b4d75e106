import { outputOf, run } from '@orkestra/asl/execute'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { helloWorld } from '../src/handlers.ts'

test('it is a function', async () => {
  assert.is(await helloWorld({ name: 'Ada' }), 'Hello, Ada')
})

test('it is a workflow of one step', async () => {
  assert.is(outputOf(await run(helloWorld, {})), 'Hello, world')
})

test.run()
