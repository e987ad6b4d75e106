import { readFileSync } from 'node:fs'
import { toTerraform } from '@orkestra/asl'
import { outputOf, run } from '@orkestra/asl/execute'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { filterDivisionErrors } from '../src/handlers.ts'
import { mapJob } from '../src/workflow.ts'

test('errors are filtered out', async () => {
  assert.equal(await filterDivisionErrors([1, { Error: 'RangeError', Cause: '' }, 2]), [1, 2])
})

test('half of the divisions fail, and the job does not', async () => {
  assert.is(outputOf(await run(mapJob, { count: 6 })), 9)
})

test('the module of Terraform is up to date: pnpm infra', () => {
  for (const [name, text] of toTerraform(mapJob, { name: 'map-job' }))
    assert.is(readFileSync(new URL(`../infra/${name}`, import.meta.url), 'utf8'), text)
})

test.run()
