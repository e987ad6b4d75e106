import { outputOf, run } from '@orkestra/asl/execute'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { average, generateNumbers } from '../src/handlers.ts'
import { numbers } from '../src/workflow.ts'

test('the average of the first five numbers', async () => {
  assert.is(outputOf(await run(numbers, { count: 5 })), 2)
})

test('an event that does not fit is an error that says where', async () => {
  const execution = await run(numbers, { count: -1 })
  assert.is(execution.status === 'FAILED' && execution.error, 'SchemaError')
  assert.match(execution.status === 'SUCCEEDED' ? '' : (execution.cause ?? ''), 'count: expected a whole number')
})

test('with Powertools a function has six seconds, for it takes longer to start', () => {
  assert.equal(average.timeout, { seconds: 6 })
  assert.equal(generateNumbers.timeout, { seconds: 6 })
})

test.run()
