import { readFileSync } from 'node:fs'
import { outputOf, run, type StandIn, TaskFailure, visits } from '@orkestra/asl/execute'
import { toMermaid } from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { humanApproval } from '../src/workflow.ts'

const expense = { id: 'e1', amount: 300, by: 'Ada' }

/** The same execution twice: of what is deployed in each query language. */
const everywhere = async (askManager: StandIn, input = expense) => [
  await run(humanApproval, input, { tasks: { askManager } }),
  await run(humanApproval, input, { tasks: { askManager }, queryLanguage: 'JSONata' }),
]

test('what is approved is paid', async () => {
  for (const execution of await everywhere([{ answer: 'approved' }])) assert.is(outputOf(execution), 'Ada gets 300')
})

test('what is rejected is told', async () => {
  for (const execution of await everywhere([{ answer: 'rejected' }]))
    assert.is(outputOf(execution), 'Ada, your expense e1 is rejected')
})

test('nobody is asked about little', async () => {
  for (const execution of await everywhere([{ answer: 'rejected' }], { ...expense, amount: 20 })) {
    assert.is(outputOf(execution), 'Ada gets 20')
    assert.not(visits(execution.history).some(({ state }) => state === 'askManager'))
  }
})

for (const error of ['States.Timeout', 'States.HeartbeatTimeout'])
  test(`the board decides after ${error}`, async () => {
    for (const execution of await everywhere([new TaskFailure(error, '')]))
      assert.is(outputOf(execution), "Expense e1 is on the board's agenda")
  })

test('another error is the end', async () => {
  for (const execution of await everywhere([new TaskFailure('SQS.QueueDoesNotExist', '')]))
    assert.is(execution.status === 'FAILED' && execution.error, 'SQS.QueueDoesNotExist')
})

test('the picture is up to date', () => {
  assert.ok(readFileSync(new URL('../README.md', import.meta.url), 'utf8').includes(toMermaid(humanApproval)))
})

test.run()
