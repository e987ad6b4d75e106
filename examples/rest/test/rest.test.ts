import { outputOf, run } from '@orkestra/asl/execute'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startOrder } from '../src/api.ts'
import { processOrder } from '../src/workflow.ts'

test('an order is charged and shipped', async () => {
  assert.equal(outputOf(await run(processOrder, { id: '7' })), { id: '7', receipt: 'receipt-7', shipped: true })
})

test('the API starts the machine with the body', async () => {
  const inputs: string[] = []
  const handler = startOrder({
    async start(input) {
      inputs.push(input)
      return { executionArn: 'arn:1' }
    },
  })
  assert.equal(await handler({ body: '{"id":"7"}' }), { statusCode: 202, body: '{"executionArn":"arn:1"}' })
  assert.equal(inputs, ['{"id":"7"}'])
  assert.is((await handler({ body: null })).statusCode, 400)
})

test.run()
