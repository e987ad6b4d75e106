// How everything here is measured: the candidates take turns within one process, so that noise meets all of them alike, and
// only ratios are reported, as the median of those of each round.

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The value below which a share of the numbers lies. */
export const quantile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.floor(share * (numbers.length - 1))]

/** The same in an order drawn by lot: whoever comes after whom makes a difference. */
export const shuffled = (items) => {
  const left = [...items]
  return items.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0])
}

/** Milliseconds of the processor that this process has used, its helpers included: what other work on the machine moves least. */
export const processorTime = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const sample = async (candidate, times, now) => {
  const start = now()
  for (let i = 0; i < times; i++) {
    const result = candidate()
    if (typeof result?.then === 'function') await result
  }
  return (now() - start) / times
}

/** Runs a candidate until it is warm, and says how often it runs in one sample of the given length. */
const warmUp = async (candidate, { warm, length }) => {
  const now = () => performance.now()
  let took = await sample(candidate, 1, now)
  for (const end = now() + warm; now() < end; ) took = await sample(candidate, 1, now)
  return Math.max(1, Math.ceil(length / Math.max(took, 0.0005)))
}

/**
 * The time of each candidate in each round, in milliseconds; for one that throws, its error. `candidates` is a record of
 * functions, `warm` how long each runs before anything is measured, `length` how long a sample lasts at least, `now` the clock.
 */
export const compare = async (
  candidates,
  { rounds = 11, warm = 500, length = 50, now = () => performance.now() } = {},
) => {
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
    for (const { candidate, times, samples } of shuffled(running)) samples.push(await sample(candidate, times, now))
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
