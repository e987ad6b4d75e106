import {
  days,
  hours,
  millis,
  minutes,
  nodeOf,
  seconds,
  type Task,
  type TaskOptions,
  task,
  taskTimeoutSeconds,
  wholeSeconds,
} from '@orkestra/core'
import * as leaf from '@orkestra/core/duration'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('durations')

test('each unit is told in seconds', () => {
  assert.equal(
    [millis(1500), seconds(6), minutes(5), hours(1), days(1)].map((d) => d.seconds),
    [1.5, 6, 300, 3600, 86_400],
  )
})

test('a duration is frozen, plain data', () => {
  assert.ok(Object.isFrozen(seconds(6)))
  assert.is(JSON.stringify(seconds(6)), '{"seconds":6}')
})

test('whole seconds are rounded up, so that no time-out comes early', () => {
  assert.equal([millis(1), millis(1500), seconds(2), seconds(0)].map(wholeSeconds), [1, 2, 2, 0])
})

for (const [unit, make] of Object.entries({ millis, seconds, minutes, hours, days }))
  test(`${unit} takes a finite number, zero or more`, () => {
    assert.is(make(0).seconds, 0)
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY, '5', undefined])
      assert.throws(
        () => make(bad as number),
        (error: unknown) =>
          error instanceof RangeError &&
          error.message === `${unit}(${String(bad)}): a duration is a finite number, zero or more`,
      )
  })

test('the leaf module has the same functions', () => {
  assert.is(leaf.seconds, seconds)
  assert.equal(Object.keys(leaf).sort(), ['days', 'hours', 'millis', 'minutes', 'seconds', 'wholeSeconds'])
})

const timeoutOf = (options: TaskOptions) => taskTimeoutSeconds(nodeOf(task('x', options)) as Task)

test('a state times out 10 s after its function would, or as it is told', () => {
  assert.is(timeoutOf({}), undefined)
  assert.is(timeoutOf({ timeout: seconds(6) }), 16)
  assert.is(timeoutOf({ timeout: millis(500) }), 11)
  assert.is(timeoutOf({ timeout: seconds(6), taskTimeout: seconds(3) }), 3)
  assert.is(timeoutOf({ taskTimeout: millis(1200) }), 2)
  assert.is(timeoutOf({ timeout: seconds(6), taskTimeout: false }), undefined)
})

test.run()
