// How everything here is measured: the candidates take turns within one process, so that noise meets all of them alike, and
// only ratios of medians are reported.

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const sample = async (candidate, times) => {
  const start = performance.now()
  for (let i = 0; i < times; i++) {
    const result = candidate()
    if (typeof result?.then === 'function') await result
  }
  return (performance.now() - start) / times
}

/** Runs a candidate until it is warm, and says how often it runs in one sample of the given length. */
const warmUp = async (candidate, { warm, length }) => {
  let took = await sample(candidate, 1)
  for (const end = performance.now() + warm; performance.now() < end; ) took = await sample(candidate, 1)
  return Math.max(1, Math.ceil(length / Math.max(took, 0.0005)))
}

/**
 * The median time of each candidate, in milliseconds; for one that throws, its error. `candidates` is a record of functions,
 * `warm` how long each runs before anything is measured, `length` how long a sample lasts at least.
 */
export const compare = async (candidates, { rounds = 11, warm = 500, length = 50 } = {}) => {
  const running = new Map()
  const results = {}
  for (const [name, candidate] of Object.entries(candidates))
    try {
      running.set(name, { candidate, times: await warmUp(candidate, { warm, length }), samples: [] })
    } catch (error) {
      results[name] = error
    }
  globalThis.gc?.()
  for (let round = 0; round < rounds; round++)
    for (const { candidate, times, samples } of running.values()) samples.push(await sample(candidate, times))
  for (const [name, { samples }] of running) results[name] = median(samples)
  return results
}

/** A ratio as people read it. */
export const ratio = (value, base) =>
  typeof value !== 'number'
    ? `(${value.message.split('\n')[0]})`
    : `${(value / base).toPrecision(value / base < 10 ? 2 : 3)}x`

/** A Markdown table. */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
