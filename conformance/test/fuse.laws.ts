/**
 * The machine with fewer states does what the one with a state for each step does, which is what the workflow means: output, error and
 * cause, and what it asks of functions and services; with no more transitions.
 */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cases, holds } from '../../packages/core/test/arbitraries/laws.ts'
import { inputs, workflows } from '../../packages/core/test/arbitraries/workflows.ts'
import { agree, counted } from '../meaning/fusion.ts'

const test = suite('fused')

for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
  test(`fused and unfused do what the workflow means, in ${queryLanguage}`, () =>
    holds(workflows(), inputs, (graph, input) => agree(graph, input, queryLanguage)))

test('fewer than half of the cases are races, and few cannot be said', () => {
  console.log(`  ${JSON.stringify(counted)}`)
  assert.ok(counted.races < counted.all / 2 && counted.inexpressible < counted.all / 5)
  assert.ok(cases > 0 && counted.fused < counted.unfused)
})

test.run()
