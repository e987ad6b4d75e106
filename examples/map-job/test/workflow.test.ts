import { readFileSync } from 'node:fs'
import { emit, toText } from '@orkestra/asl'
import { outputOf, run } from '@orkestra/core'
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

test('the definition that Terraform reads is up to date: pnpm asl', () => {
  const onDisk = readFileSync(new URL('../infra/workflow.asl.json', import.meta.url), 'utf8')
  assert.is(onDisk, `${toText(emit(mapJob), { indent: 2 })}\n`)
})

test.run()
