import { readFileSync } from 'node:fs'
import { outputOf, run, type StandIn, TaskFailure } from '@orkestra/asl/execute'
import { edges, equals, par, seq, toMermaid } from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { archive, cleanOrders, extractCustomers, extractOrders, joinTables, publish, start } from '../src/handlers.ts'
import { salesReport } from '../src/workflow.ts'

const input = { day: '2030-01-31' }

/** The same execution twice: of what is deployed in each query language. */
const everywhere = async (tasks: Readonly<Record<string, StandIn>> = {}) => [
  await run(salesReport, input, { tasks }),
  await run(salesReport, input, { tasks, queryLanguage: 'JSONata' }),
]

test('the dependencies are those of a term', () => {
  const term = seq(start, par(seq(extractOrders, cleanOrders), extractCustomers), joinTables, par(publish, archive))
  assert.ok(equals(salesReport, term))
})

test('each task waits for those that it waited for in Airflow', () => {
  assert.equal(
    edges(salesReport).filter(([, to]) => to === 'joinTables'),
    [
      ['cleanOrders', 'joinTables'],
      ['extractCustomers', 'joinTables'],
    ],
  )
})

test('the report is published and archived', async () => {
  for (const execution of await everywhere())
    assert.equal(outputOf(execution), ['sales: 41', 's3://archive/2030-01-31/sales'])
})

test('a task that fails is the end of the run', async () => {
  for (const execution of await everywhere({ cleanOrders: [new TaskFailure('BadRow', '')] }))
    assert.is(execution.status === 'FAILED' && execution.error, 'BadRow')
})

test('the picture is up to date', () => {
  assert.ok(readFileSync(new URL('../README.md', import.meta.url), 'utf8').includes(toMermaid(salesReport)))
})

test.run()
