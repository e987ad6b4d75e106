/** Laws that hold what is emitted, and run here, against an engine that knows neither. */
import { isDeepStrictEqual } from 'node:util'
import type { EmitOptions } from '@orkestra/asl'
import { nodes } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyGraph, graphs } from '../../packages/core/test/arbitraries/graph.ts'
import { cases, seed } from '../../packages/core/test/arbitraries/laws.ts'
import { endingOfEngine, endingOfExecute, endingOfRun, hasNoVariables } from '../oracles/agreement.ts'
import type { Ending } from '../oracles/engine.ts'

const law = suite('run and execute agree with aws-local-stepfunctions')

/** Counts what was compared, so that a law that holds of nothing is seen. */
const createTally = (name: string) => {
  const count = { SUCCEEDED: 0, FAILED: 0, errors: new Map<string, number>() }
  return {
    add: (ending: Ending) => {
      count[ending.status] += 1
      if (ending.status === 'FAILED') count.errors.set(ending.error, (count.errors.get(ending.error) ?? 0) + 1)
    },
    report: () => {
      const errors = [...count.errors].map(([error, n]) => `${n} ${error}`).join(', ')
      console.log(`  ${name}: ${count.SUCCEEDED} succeeded, ${count.FAILED} failed (${errors})`)
      assert.ok(count.SUCCEEDED > 0 && count.FAILED > 0, 'both endings must occur')
    },
  }
}

const inputs = fc.constantFrom<unknown>({ id: 1 }, [1, [2], { a: [] }], 'text', [], {}, true)

/**
 * Whether two endings differ because of which of two branches failed first: one with an error of a step, one with
 * `States.Runtime`, which nobody catches. Both sides may be right where the two fail in the same turn of the event loop.
 */
const isRace = (graph: AnyGraph, ...endings: readonly Ending[]): boolean =>
  endings.some((ending) => ending.status === 'FAILED' && ending.error === 'States.Runtime') &&
  nodes(graph).some((node) => node._tag === 'Map' || (node._tag === 'Par' && node.branches.length > 1))

/** Holds one side against the engine, on random graphs. */
const agrees = async (
  name: string,
  ours: (graph: AnyGraph, input: unknown) => Promise<Ending>,
  given: { readonly graph: fc.Arbitrary<AnyGraph>; readonly input: fc.Arbitrary<unknown> },
  options: EmitOptions,
  numRuns: number,
): Promise<void> => {
  const tally = createTally(name)
  let races = 0
  await fc.assert(
    fc.asyncProperty(given.graph, given.input, async (graph, input) => {
      const here = await ours(graph, input)
      const there = await endingOfEngine(graph, input, options)
      // A few in a thousand: more would be a difference in meaning.
      if (!isDeepStrictEqual(there, here) && isRace(graph, here, there) && races < cases / 100) {
        races += 1
        return
      }
      assert.equal(there, here)
      tally.add(here)
    }),
    { seed, numRuns },
  )
  tally.report()
}

const anything = { graph: graphs({ computes: false }), input: fc.oneof(inputs, fc.constant(null)) }
// The engine has no variables, and takes a path that leads to null for one that leads nowhere.
const computing = {
  graph: graphs({ letters: ['w', 'l', 's', 'f'], variables: false }).filter(hasNoVariables),
  input: inputs,
}

law('of any graph whose steps give no null, with functions called through lambda:invoke', () => {
  return agrees('lambda:invoke', endingOfRun, computing, {}, cases / 2)
})

law('of any graph whose steps meet transient errors: they are retried as often', async () => {
  const tally = createTally('retries')
  await fc.assert(
    fc.asyncProperty(
      graphs({ letters: ['l', 'r', 'u'], depth: 2, variables: false }).filter(hasNoVariables),
      inputs,
      async (graph, input) => {
        const here = await endingOfRun(graph, input)
        const there = await endingOfEngine(graph, input)
        // Back-offs differ in length on the two sides, so a branch that is retried and one that is lost may end in either order.
        const isLost = (ending: Ending) => ending.status === 'FAILED' && ending.error === 'States.Runtime'
        if (isLost(here) || isLost(there)) return
        assert.equal(there, here)
        tally.add(here)
      },
    ),
    { seed, numRuns: cases / 10 },
  )
  tally.report()
})

law('of any graph that computes: passes, choices, kept inputs; with functions called by their own ARN', () =>
  agrees('execute, computing', endingOfExecute, computing, { payloadResponseOnly: true }, cases),
)

law('of any graph: status, output, error and cause', () =>
  agrees('execute', endingOfExecute, anything, { payloadResponseOnly: true }, cases),
)

law.run()
