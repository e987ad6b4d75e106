import { readFileSync } from 'node:fs'
import { emit } from '@orkestra/asl'
import { execute } from '@orkestra/asl/execute'
import {
  type Execution,
  edges,
  equals,
  outputOf,
  par,
  run,
  type StandIn,
  seq,
  TaskFailure,
  toMermaid,
} from '@orkestra/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import * as handlers from '../src/handlers.ts'
import { salesReport } from '../src/workflow.ts'

const { start, extractOrders, extractCustomers, cleanOrders, joinTables, publish, archive } = handlers
const input = { day: '2030-01-31' }

/** The same execution three times: of the graph, and of what is deployed, in both query languages. */
const everywhere = async (tasks: Readonly<Record<string, StandIn>> = {}) => {
  const lambdas = { ...handlers, ...tasks } as Readonly<Record<string, StandIn>>
  return [
    await run(salesReport, input, { tasks }),
    await execute(emit(salesReport), input, { lambdas }),
    await execute(emit(salesReport, { queryLanguage: 'JSONata' }), input, { lambdas }),
  ] as readonly Execution<unknown>[]
}

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
