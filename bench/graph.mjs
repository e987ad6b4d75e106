// Whether reading a graph stays linear: the time per node at three sizes.

import { emit } from '@orkestra/asl'
import { run } from '@orkestra/asl/execute'
import { fold, parCatch, seqAll, task, toMermaid } from '@orkestra/core'
import { compare, median, shown, table } from './measure.mjs'

const sizes = [1000, 10_000, 100_000]

/** Nine steps in a row and a parCatch of two, over and over: n nodes, give or take a few. */
const graph = (n) => {
  const step = task('step')
  const period = [...Array.from({ length: 7 }, () => step), parCatch(step, step)]
  // Seven tasks, one Par, two captures of a task each.
  return seqAll(Array.from({ length: Math.round(n / 12) }, () => period).flat())
}

const size = fold({
  Task: () => 1,
  Identity: () => 1,
  Seq: (_, steps) => steps.reduce((a, b) => a + b, 1),
  Par: (_, branches) => branches.reduce((a, b) => a + b, 1),
  Map: (_, item) => item + 1,
  Capture: (_, body) => body + 1,
})

export const title = 'Graph'
export const note = 'Time per node, relative to 1,000 nodes. Aim: flat, except for caches and the garbage collector.'

export const measure = async () => {
  const columns = []
  for (const n of sizes) {
    const built = graph(n)
    const nodes = size(built)
    const tasks = { step: () => 1 }
    const times = await compare(
      {
        combinators: () => graph(n),
        fold: () => size(built),
        emit: () => emit(built, { limits: false }),
        toMermaid: () => toMermaid(built),
        run: () => run(built, 1, { tasks, limits: false }),
      },
      n > 10_000 ? { rounds: 5, warm: 2000 } : {},
    )
    columns.push(
      Object.fromEntries(Object.entries(times).map(([name, samples]) => [name, samples.map((time) => time / nodes)])),
    )
  }
  return table(
    ['', ...sizes.map((n) => `${n} nodes`)],
    Object.keys(columns[0]).map((name) => [
      name,
      ...columns.map((column) => shown(median(column[name]) / median(columns[0][name]))),
    ]),
  )
}
