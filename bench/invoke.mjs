// A process that calls bundled handlers, as Lambda does, one invocation after the other, and writes the times of each to a file: its
// standard output is what the handlers log to. usage: node invoke.mjs <folder> <names> <result file>
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { invocation } from './invocation.mjs'
import { compare, processorTime } from './measure.mjs'

const [folder, names, file] = process.argv.slice(2)
const calls = process.env.ONE_LINE ? 500 : 5_000

const candidates = {}
for (const name of names.split(',')) {
  const { handler } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href)
  candidates[name] = async () => {
    for (let i = 0; i < calls; i++) await handler({ id: i }, invocation(i))
  }
}
const results = await compare(candidates, { rounds: 61, warm: 300, length: 5, now: processorTime })
// From milliseconds for all calls to nanoseconds for one.
const nanoseconds = (samples) =>
  Array.isArray(samples) ? samples.map((time) => (time * 1e6) / calls) : samples.message
writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(results).map(([k, v]) => [k, nanoseconds(v)]))))
process.exit(0)
