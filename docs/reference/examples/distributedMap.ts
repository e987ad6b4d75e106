import assert from 'node:assert/strict'
import { emit } from '@orkestra/asl'
import { execute } from '@orkestra/asl/execute'
import { distributedMap, s3Csv, task } from '@orkestra/core'

const rate = task<{ readonly Items: readonly { readonly film: string; readonly stars: string }[] }, number>('rate')

export const workflow = distributedMap(rate, {
  reader: s3Csv({ bucket: 'ratings', key: 'all.csv', header: ['film', 'stars'] }),
  batcher: { maxItems: 100 },
  toleratedFailurePercentage: 5,
})

const lambdas = { rate: ({ Items }: { Items: unknown[] }) => Items.length }
const services = { 'arn:aws:states:::s3:getObject': () => 'Alien,5\nBrazil,4\n' }
const execution = await execute(emit(workflow), {}, { lambdas, services })
assert.deepEqual(execution.status === 'SUCCEEDED' && execution.output, [2])
