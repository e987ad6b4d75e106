import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { distributedMap, s3Csv, task } from '@orkestra/core'

const rate = task<{ readonly Items: readonly { readonly film: string; readonly stars: string }[] }, number>('rate')

export const workflow = distributedMap(rate, {
  reader: s3Csv({ bucket: 'ratings', key: 'all.csv', header: ['film', 'stars'] }),
  batcher: { maxItems: 100 },
  toleratedFailurePercentage: 5,
})

const tasks = { rate: ({ Items }: { Items: unknown[] }) => Items.length }
const services = { 's3:getObject': () => 'Alien,5\nBrazil,4\n' }
assert.deepEqual(outputOf(await run(workflow, undefined, { tasks, services })), [2])
