// A process that starts a bundled handler as Lambda does, once, and writes what that took to a file, in milliseconds.
// usage: node start.mjs <bundle> <result file>
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { invocation } from './invocation.mjs'
import { processorTime } from './measure.mjs'

const [bundle, file] = process.argv.slice(2)
const before = processorTime()
const { handler } = await import(pathToFileURL(bundle).href)
const imported = processorTime()
await handler({ id: 1 }, invocation(1))
const called = processorTime()
writeFileSync(file, JSON.stringify({ import: imported - before, first: called - imported }))
process.exit(0)
