import { equals, identity, isGraph, nodes, seq, seqAll, show } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { graphs } from '../arbitraries/graph.ts'
import { holds } from '../arbitraries/laws.ts'
import { outcomeOf } from '../arbitraries/outcome.ts'

const test = suite('laws of seq')

test('seq is associative', () =>
  holds(graphs(), graphs(), graphs(), (a, b, c) => equals(seq(a, seq(b, c)), seq(seq(a, b), c))))

test('identity is the left unit and the right unit of seq', () =>
  holds(graphs(), (a) => equals(seq(identity(), a), seq(a)) && equals(seq(a, identity()), seq(a))))

test('seq of one step is that step', () => holds(graphs(), (a) => equals(seq(a), a)))

test('seq flattens: no sequence without annotations stands in a sequence, and no sequence has less than two steps', () =>
  holds(graphs(), graphs(), (a, b) => {
    for (const node of nodes(seq(a, b))) {
      if (node._tag !== 'Seq') continue
      assert.ok(node.steps.length >= 2, show(node as never))
      for (const step of node.steps)
        if (step._tag === 'Seq' || step._tag === 'Identity') assert.ok(step.stateName ?? step.comment)
    }
  }))

test('seqAll of steps is seq of them', () =>
  holds(fc.array(graphs(), { minLength: 1, maxLength: 5 }), (steps) =>
    equals(seqAll(steps), (seq as (...steps: unknown[]) => never)(...steps)),
  ))

test('however a sequence was bracketed, it runs the same', () =>
  holds(graphs(), graphs(), graphs(), async (a, b, c) => {
    assert.is(await outcomeOf(seq(a, seq(b, c)), [1]), await outcomeOf(seq(seq(a, b), c), [1]))
  }))

test('what combinators make is a graph', () => holds(graphs(), (a) => isGraph(a)))

test.run()
