import { readFileSync } from 'node:fs'
import { outputOf, run } from '@orkestra/asl/execute'
import { toMermaid } from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { importRatings } from '../src/workflow.ts'

/** What is deployed in each query language, with the file in the place of S3. */
const imported = async (file: string) => {
  const asked: unknown[] = []
  const read = (told: unknown) => {
    asked.push(told)
    return file
  }
  const executions = []
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    executions.push(
      await run(
        importRatings,
        { bucket: 'uploads', key: 'ratings.csv' },
        { queryLanguage, services: { 's3:getObject': read } },
      ),
    )
  assert.equal(asked, Array(2).fill({ Bucket: 'uploads', Key: 'ratings.csv' }))
  return executions
}

test('every row is imported, two at a time', async () => {
  for (const execution of await imported('Alien,5\nBrazil,4\nCube,3\n'))
    assert.equal(outputOf(execution), { rows: 3, average: 4 })
})

test('half of the batches may fail', async () => {
  for (const execution of await imported('Alien,5\nBrazil,many\nCube,3\nDune,4\n'))
    assert.is(execution.status, 'SUCCEEDED')
})

test('more than half may not', async () => {
  for (const execution of await imported('Alien,none\nBrazil,many\nCube,3\nDune,few\nEden,4\n'))
    assert.is(execution.status === 'FAILED' && execution.error, 'States.ExceedToleratedFailureThreshold')
})

test('the picture is up to date', () => {
  assert.ok(readFileSync(new URL('../README.md', import.meta.url), 'utf8').includes(toMermaid(importRatings)))
})

test.run()
