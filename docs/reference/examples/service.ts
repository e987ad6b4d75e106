import assert from 'node:assert/strict'
import { run } from '@orkestra/asl/execute'
import { type Ref, service } from '@orkestra/core'

export const workflow = service('dynamodb:putItem', (order: Ref<{ readonly id: string }>) => ({
  TableName: 'orders',
  Item: { id: { S: order.id } },
}))

const execution = await run(workflow, { id: '7' }, { tasks: { putItem: () => ({ SdkHttpMetadata: {} }) } })
assert.equal(execution.status, 'SUCCEEDED')
