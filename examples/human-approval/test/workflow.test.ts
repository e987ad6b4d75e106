import { readFileSync } from 'node:fs'
import { emit } from '@orkestra/asl'
import { execute } from '@orkestra/asl/execute'
import { type Execution, outputOf, run, type StandIn, TaskFailure, toMermaid, visits } from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { askBoard, reimburse, tellRejected } from '../src/handlers.ts'
import { humanApproval } from '../src/workflow.ts'

const expense = { id: 'e1', amount: 300, by: 'Ada' }

/** The same execution three times: of the graph, and of what is deployed, in both query languages. */
const everywhere = async (answer: StandIn, input = expense) => {
  const lambdas = { askBoard, reimburse, tellRejected } as Readonly<Record<string, StandIn>>
  const options = { lambdas, states: { askManager: answer } }
  return [
    await run(humanApproval, input, { tasks: { askManager: answer } }),
    await execute(emit(humanApproval), input, options),
    await execute(emit(humanApproval, { queryLanguage: 'JSONata' }), input, options),
  ] as readonly Execution<unknown>[]
}

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
