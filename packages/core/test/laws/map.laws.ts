import { capture, equals, identity, map, mapCatch } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { graphs } from '../arbitraries/graph.ts'
import { holds } from '../arbitraries/laws.ts'
import { outcomeOf, play } from '../arbitraries/outcome.ts'

const test = suite('laws of map and mapCatch')

const arrays = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 })
const concurrency = fc.nat(5)

test('map of identity is identity on arrays', () =>
  holds(arrays, concurrency, async (items, maxConcurrency) => {
    assert.is(await outcomeOf(map(identity(), { maxConcurrency }), items), await outcomeOf(identity(), items))
  }))

test('mapCatch is map of capture', () =>
  holds(graphs(), concurrency, (step, maxConcurrency) =>
    equals(mapCatch(step, { maxConcurrency }), map(capture(step), { maxConcurrency })),
  ))

test('map keeps order and length, however many items run at once', () =>
  holds(graphs({ letters: ['w', 'l', 's', 'n'] }), arrays, concurrency, async (step, items, maxConcurrency) => {
    const whole = await play(map(step, { maxConcurrency }), items)
    if (whole.status !== 'SUCCEEDED') return
    const alone = await Promise.all(items.map((item) => play(step, item)))
    const outputs = whole.output as readonly unknown[]
    assert.is(outputs.length, items.length)
    for (const [i, execution] of alone.entries())
      if (execution.status === 'SUCCEEDED' && !JSON.stringify(execution.output).includes('"Cause"'))
        assert.equal(outputs[i], execution.output)
  }))

test('maxConcurrency changes when things happen, not what comes of them', () =>
  holds(graphs(), arrays, concurrency, async (step, items, maxConcurrency) => {
    assert.is(await outcomeOf(mapCatch(step, { maxConcurrency }), items), await outcomeOf(mapCatch(step), items))
  }))

test.run()
