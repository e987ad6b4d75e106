// Emission: a graph becomes a document. Against the same document built by hand, its JSON text, and aws-cdk-lib.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { emit, toText } from '@orkestra/asl'
import { compare, median, quotient, shown, table } from './measure.mjs'
import { arn, byCdk, byHand, graph } from './workloads/chain.mjs'

const options = { functionArn: () => arn }
// 10,000 tasks make 7 MB; AWS takes 1.
const unlimited = { ...options, limits: false }

export const title = 'Emission'
export const note =
  'Time relative to building the same document by hand, the median of five processes. Aim: emit at most 2x.'

const sizes = [100, 1000, 10_000]

/** One row per way, one column per size. */
const sample = async () => {
  assert.equal(toText(emit(graph(200), options)), JSON.stringify(byHand(200)), 'both make the same document')
  assert.equal(Object.keys(byCdk(20).States).length, Object.keys(byHand(20).States).length)
  const rows = {}
  for (const n of sizes) {
    const built = graph(n)
    const document = byHand(n)
    const size = n > 1000 ? unlimited : options
    const times = await compare(
      {
        'by hand': () => byHand(n),
        emit: () => emit(built, size),
        'combinators + emit': () => emit(graph(n), size),
        'JSON.stringify of the document': () => JSON.stringify(document),
        'aws-cdk-lib: states + toGraphJson': () => byCdk(n),
      },
      { rounds: 7, warm: n > 1000 ? 600 : 300 },
    )
    for (const [name, samples] of Object.entries(times)) {
      rows[name] ??= []
      rows[name].push(quotient(samples, times['by hand']))
    }
  }
  return rows
}

// How the engine optimises, and which objects it takes for long-lived, is settled once per process, and not always alike.
const processes = 5

export const measure = async () => {
  const runs = Array.from({ length: processes }, () =>
    JSON.parse(execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url)], { encoding: 'utf8' })),
  )
  const cell = (name, i) => {
    const values = runs.map((rows) => rows[name][i])
    return shown(values.find((value) => typeof value === 'string') ?? median(values))
  }
  return table(
    ['', ...sizes.map((n) => `${n} tasks`)],
    Object.keys(runs[0]).map((name) => [name, ...sizes.map((_, i) => cell(name, i))]),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await sample()))
