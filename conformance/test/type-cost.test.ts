/** What combining steps costs the type checker stays under the committed thresholds. Counts, not seconds. */
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ended } from '../oracles/spawned.ts'

const test = suite('type cost')

test('instantiations are under bench/types/thresholds.json', async () => {
  const { status, text } = await ended(process.execPath, ['bench/types.mjs'])
  assert.is(status, 0, text)
  const thresholds = JSON.parse(readFileSync('bench/types/thresholds.json', 'utf8'))
  assert.is(text.trim().split('\n').length, Object.keys(thresholds).length, text)
  console.log(`  ${text.trim().replaceAll('\n', ', ')}`)
})

test.run()
