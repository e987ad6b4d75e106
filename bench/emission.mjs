// Emission: a graph becomes a document. Against the same document built by hand, its JSON text, and aws-cdk-lib.
import assert from 'node:assert/strict'
import { emit, toText } from '@orkestra/asl'
import { compare, ratio, table } from './measure.mjs'
import { arn, byCdk, byHand, graph } from './workloads/chain.mjs'

const options = { functionArn: () => arn }
// 10,000 tasks make 7 MB; AWS takes 1.
const unlimited = { ...options, limits: false }

export const title = 'Emission'
export const note = 'How many times as long as building the same document by hand. Aim: emission at most 2x.'

export const measure = async ({ sizes = [100, 1000, 10_000] } = {}) => {
  assert.equal(toText(emit(graph(200), options)), JSON.stringify(byHand(200)), 'both make the same document')
  assert.equal(Object.keys(byCdk(20).States).length, Object.keys(byHand(20).States).length)
  const columns = []
  for (const n of sizes) {
    const built = graph(n)
    const document = byHand(n)
    const size = n > 1000 ? unlimited : options
    columns.push(
      await compare(
        {
          'by hand': () => byHand(n),
          emit: () => emit(built, size),
          'emit, no size check': () => emit(built, unlimited),
          'combinators + emit': () => emit(graph(n), size),
          'JSON.stringify of the document': () => JSON.stringify(document),
          'aws-cdk-lib: states + toGraphJson': () => byCdk(n),
        },
        n > 1000 ? { rounds: 9, warm: 1500, length: 150 } : {},
      ),
    )
  }
  return table(
    ['', ...sizes.map((n) => `${n} tasks`)],
    Object.keys(columns[0]).map((name) => [name, ...columns.map((column) => ratio(column[name], column['by hand']))]),
  )
}
