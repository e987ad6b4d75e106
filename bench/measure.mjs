// How everything here is measured: the candidates take turns within one process, so that noise meets all of them alike, and
// only ratios are reported, as the median of those of each round.

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
 * The time of each candidate in each round, in milliseconds; for one that throws, its error. `candidates` is a record of
 * functions, `warm` how long each runs before anything is measured, `length` how long a sample lasts at least.
 */
export const compare = async (candidates, { rounds = 11, warm = 500, length = 50 } = {}) => {
  const running = []
  const results = {}
  for (const [name, candidate] of Object.entries(candidates))
    try {
      running.push({ candidate, times: await warmUp(candidate, { warm, length }), samples: [] })
      results[name] = running.at(-1).samples
    } catch (error) {
      results[name] = error
    }
  globalThis.gc?.()
  for (let round = 0; round < rounds; round++)
    // Each round begins with another one: who comes after whom makes a difference.
    for (let i = 0; i < running.length; i++) {
      const { candidate, times, samples } = running[(round + i) % running.length]
      samples.push(await sample(candidate, times))
    }
  return results
}

/** How many times as long as the base: the median over the rounds; of one that throws, the error's message. */
export const quotient = (samples, base) =>
  Array.isArray(samples) ? median(samples.map((time, round) => time / base[round])) : samples.message.split('\n')[0]

/** A number of times, as people read it; a message as it is. */
export const shown = (times) => (typeof times === 'number' ? `${times.toPrecision(times < 10 ? 2 : 3)}x` : `(${times})`)

/** Both at once. */
export const ratio = (samples, base) => shown(quotient(samples, base))

/** A Markdown table. */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
