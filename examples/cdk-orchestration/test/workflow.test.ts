import { outputOf, run } from '@orkestra/asl/execute'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { steps } from '../src/workflow.ts'

test('the part between the CDK states runs here', async () => {
  assert.equal(outputOf(await run(steps, { id: '1' })), { left: 1, right: 3 })
})

test.run()
