// Runs every *.test.ts and *.laws.ts under packages, conformance and examples with uvu, in one process; the last line is
// 'N passed, N failed, N skipped'. uvu's own runner exits 0 when a hook throws or a file runs no test; this one fails both.
// usage: node --conditions=@orkestra/source --import tsx scripts/run-tests.mjs [regex over the file path]
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

globalThis.UVU_DEFER = 1 // before uvu is loaded: test.run() then only queues
await import('uvu')
globalThis.UVU_QUEUE ??= []
const queue = globalThis.UVU_QUEUE
queue.length = 0

const only = new RegExp(process.argv[2] ?? '.')
const files = ['packages', 'conformance', 'examples', 'docs', 'scripts']
  .filter(existsSync)
  .flatMap((folder) => walk(folder))
  .filter((file) => /\.(test|laws)\.ts$/.test(file) && only.test(file))
  .sort()

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    // The tests in templates are those of the projects made of them; conformance/test/init.test.ts runs them there.
    if (entry.name.startsWith('.') || ['node_modules', 'dist', 'cdk.out', 'templates'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

let passed = 0
let failed = 0
let skipped = 0
for (const [i, file] of files.entries()) {
  globalThis.UVU_INDEX = i
  queue.push([relative('.', file)])
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    failed += 1
    console.error(`LOAD FAILED ${file}\n`, error)
  }
}
const started = Date.now()
for (const [name, ...suites] of queue) {
  const begun = Date.now()
  process.stdout.write(`${name}\n`)
  if (suites.length === 0) {
    failed += 1
    console.error('  no suite: test.run() is missing, or the file did not load')
  }
  for (const suite of suites) {
    const [errors, ran, skips, total] = await suite()
    passed += ran
    failed += total - ran
    skipped += skips
    if (typeof errors === 'string') process.stdout.write(`\n${errors}\n`)
    else if (ran < total) console.error('  a before or after hook threw, which uvu swallows')
  }
  const took = (Date.now() - begun) / 1000
  if (took > 5) process.stdout.write(`  (${took.toFixed(1)} s)\n`)
}
if (files.length === 0) {
  failed += 1
  console.error('no test file')
}
console.log(`tests took ${((Date.now() - started) / 1000).toFixed(1)} s`)
const closing = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
console.log(closing)
if (process.env.CLOSING_LINE_FILE) writeFileSync(process.env.CLOSING_LINE_FILE, closing)
process.exit(failed > 0 ? 1 : 0)
