/** Looks for a workflow that an emitter does wrong. Prints `found` and ends, or `not found` after so many. */
import fc from 'fast-check'
import { inputs, workflows } from '../../packages/core/test/arbitraries/workflows.ts'
import { agree } from '../meaning/fusion.ts'

const most = 4000
const seed = 20261127

const graphs = fc.sample(workflows(), { numRuns: most, seed })
const given = fc.sample(inputs, { numRuns: most, seed })
let found: string | undefined
for (const [i, graph] of graphs.entries()) {
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    try {
      await agree(graph, given[i], queryLanguage)
    } catch (thrown) {
      found ??= `found after ${i + 1}: ${String((thrown as Error).message)
        .split('\n')[0]
        ?.slice(0, 70)}`
    }
  if (found !== undefined) break
}
console.log(found ?? 'not found')
