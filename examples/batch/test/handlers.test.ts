import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { banana } from '../src/handlers.ts'

test('the job is told what to do', async () => {
  assert.equal(await banana({ count: 3 }), { command: ['peel', '3'] })
})

test.run()
