import assert from 'node:assert/strict'
import { outputOf, run } from '@orkestra/asl/execute'
import { mapCatch, separate, task } from '@orkestra/core'

const divide = task<number, number>('divide')

export const workflow = mapCatch(divide)

const tasks = {
  divide: (n: number) => {
    if (n === 0) throw new RangeError('division by zero')
    return 1 / n
  },
}
const { left, right } = separate(outputOf(await run(workflow, [1, 0, 2], { tasks })))
assert.deepEqual(right, [1, 0.5])
assert.equal(left[0]?.Error, 'RangeError')
