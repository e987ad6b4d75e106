import assert from 'node:assert/strict'
import { outputOf, run, TaskFailure } from '@orkestra/asl/execute'
import { type Caught, catchError, fail, on, onAny, seq, tapCatch, task } from '@orkestra/core'

interface Order {
  readonly id: string
}
const charge = task<Order, string>('charge')
const apologise = task<Caught, string>('apologise')
const report = task<Order & { readonly error: Caught }, void>('report')

export const workflow = catchError(
  charge,
  on('OutOfStock', apologise),
  onAny(
    seq(
      tapCatch(report),
      fail(({ error }) => ({ error: error.Error, cause: error.Cause })),
    ),
    { keeping: 'error' },
  ),
)

const tasks = { charge: [new TaskFailure('OutOfStock')], apologise: () => 'sorry', report: () => null }
assert.equal(outputOf(await run(workflow, { id: '7' }, { tasks })), 'sorry')

const broke = await run(workflow, { id: '7' }, { tasks: { ...tasks, charge: [new TaskFailure('Broke', 'no money')] } })
assert.equal(broke.status === 'FAILED' && broke.error, 'Broke')
