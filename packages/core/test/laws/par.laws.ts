import { capture, equals, identity, isCaught, par, parAll, parCatch } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyGraph, graphs, taskOf } from '../arbitraries/graph.ts'
import { cases, holds } from '../arbitraries/laws.ts'
import { outcomeOf, play } from '../arbitraries/outcome.ts'

const test = suite('laws of par and parCatch')

const branches = fc.array(graphs(), { minLength: 1, maxLength: 3 })
const inputs = fc.oneof(fc.constant<unknown>([1, [2], {}]), fc.jsonValue({ maxDepth: 2 }))

test('par keeps order: the n-th output is the n-th branch’s own', () =>
  holds(branches, inputs, async (steps, input) => {
    const whole = await play(par(...steps), input)
    if (whole.status !== 'SUCCEEDED') return
    for (const [i, step] of steps.entries()) {
      const alone = await play(step, input)
      assert.is(alone.status, 'SUCCEEDED')
      // What a cause says of places differs; here nothing is compared that holds one.
      if (!JSON.stringify(whole.output).includes('"Cause"') && alone.status === 'SUCCEEDED')
        assert.equal((whole.output as readonly unknown[])[i], alone.output)
    }
  }))

test('par of a record is par of its branches, under their keys', () =>
  holds(fc.dictionary(fc.constantFrom('a', 'b', 'ö', '__proto__'), graphs(), { minKeys: 1 }), async (record) => {
    const list = await play(parAll(Object.values(record)), [1])
    const named = await play(par(record), [1])
    assert.is(named.status, list.status)
    if (named.status !== 'SUCCEEDED' || list.status !== 'SUCCEEDED') return
    assert.equal(Object.keys(named.output as object), Object.keys(record))
    if (!JSON.stringify(list.output).includes('"Cause"'))
      assert.equal(Object.values(named.output as object), list.output)
  }))

test('parAll of branches is par of them', () => holds(branches, (steps) => equals(parAll(steps), par(...steps))))

let compared = 0
test('parCatch of branches that do not fail is par', () =>
  holds(
    fc.array(graphs({ letters: ['w', 'l', 'n'] }), { minLength: 1, maxLength: 3 }),
    inputs,
    async (steps, input) => {
      const strict = await outcomeOf(par(...steps), input)
      if (strict.startsWith('error')) return
      compared += 1
      assert.is(await outcomeOf(parCatch(...steps), input), strict)
    },
  ))

test('(and that law was tried on graphs that do not fail)', () => assert.ok(compared > cases / 5, `${compared}`))

test('parCatch fails only by States.Runtime, and exactly where a branch does', () =>
  holds(branches, inputs, async (steps, input) => {
    const alone = await Promise.all(steps.map((step) => outcomeOf(step, input)))
    const outcome = await outcomeOf(parCatch(...steps), input)
    assert.is(outcome.startsWith('error'), alone.includes('error States.Runtime'))
    if (outcome.startsWith('error')) assert.is(outcome, 'error States.Runtime')
  }))

test('in JSONata, where nothing is terminal here, parCatch never fails', () =>
  holds(branches, inputs, async (steps, input) => {
    const execution = await play(parCatch(...steps), input, { queryLanguage: 'JSONata' })
    assert.is(execution.status, 'SUCCEEDED')
    for (const [i, step] of steps.entries()) {
      const alone = await play(step, input, { queryLanguage: 'JSONata' })
      const outcome = execution.status === 'SUCCEEDED' && (execution.output as readonly unknown[])[i]
      if (alone.status === 'FAILED') assert.is(isCaught(outcome) && outcome.Error, alone.error)
    }
  }))

test('parCatch is par of captures', () =>
  holds(branches, (steps) => equals(parCatch(...steps), par(...steps.map((step) => capture(step) as AnyGraph)))))

test('capturing what does nothing does nothing', () => assert.ok(equals(capture(identity()), identity())))

test('par of one branch is not that branch: its output is an array of one', async () =>
  assert.is(await outcomeOf(par(taskOf('w', 0)), 1), 'output [{"w":1}]'))

test.run()
