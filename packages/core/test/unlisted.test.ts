/** Integrations that the table does not have. */
import { type Graph, nodeOf, type Ref, unlistedService } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('unlistedService')

test('it is a task like that of any service', () => {
  const graph: Graph<{ prompt: string }, string> = unlistedService(
    'bedrockagentcore:invokeNext.sync',
    (i: Ref<{ prompt: string }>) => ({ Prompt: i.prompt }),
    { result: (r: Ref<{ Output: string }>) => r.Output },
  )
  const node = nodeOf(graph, 'test')
  assert.is(node._tag, 'Task')
  if (node._tag !== 'Task' || node.target.kind !== 'service') return assert.unreachable()
  assert.is(node.name, 'invokeNext')
  assert.is(node.target.resource, 'bedrockagentcore:invokeNext.sync')
})

test('what service knows is called by that', () => {
  for (const resource of ['sqs:sendMessage', 'sqs:sendMessage.waitForTaskToken', 'aws-sdk:s3:getObject'] as const)
    assert.throws(() => unlistedService(resource, {}), /it is known: call it by service/)
})

test('what is no resource, and a token that nobody gets', () => {
  assert.throws(() => unlistedService('a:b:c', {}), /expected what stands after arn:aws:states:::/)
  assert.throws(() => unlistedService('new:thing.waitForTaskToken', {}), /the token is never passed on/)
})

test.run()
