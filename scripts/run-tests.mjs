// Runs every *.test.ts and *.laws.ts under packages, conformance and examples with uvu, in as many processes as the machine has
// cores; the last line is 'N passed, N failed, N skipped'. uvu's own runner exits 0 when a hook throws or a file runs no test, and
// knows one process only; this one fails both, and a process that dies fails the file it was running.
// usage: node --conditions=@orkestra/source --import tsx scripts/run-tests.mjs [regex over the file path]
import { fork } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

// Ends the output of one file in a worker's stdout. A NUL is in no test's output: uvu and the tests print text.
const END = '\0'

if (process.argv[2] === '--worker') await work()
else await lead()

/** The files, those that start programs first, so that no long one is left to run alone at the end. */
async function lead() {
  const only = new RegExp(process.argv[2] ?? '.')
  const files = ['conformance', 'packages', 'examples', 'docs', 'scripts']
    .filter(existsSync)
    .flatMap((folder) => walk(folder).sort())
    .filter((file) => /\.(test|laws)\.ts$/.test(file) && only.test(file))
  const total = { passed: 0, failed: 0, skipped: 0 }
  const broken = []
  const started = Date.now()
  const waiting = [...files]
  const jobs = Number(process.env.ORKESTRA_JOBS ?? availableParallelism())
  await Promise.all(
    Array.from({ length: Math.max(1, Math.min(jobs, files.length)) }, () => worker(waiting, total, broken)),
  )
  if (files.length === 0) {
    total.failed += 1
    console.error('no test file')
  }
  console.log(`tests took ${((Date.now() - started) / 1000).toFixed(1)} s`)
  // Once more at the end, where whoever sees the last lines only finds it.
  for (const { file, errors } of broken) console.log(`FAILED ${file}\n${errors}`)
  const closing = `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`
  console.log(closing)
  if (process.env.CLOSING_LINE_FILE) writeFileSync(process.env.CLOSING_LINE_FILE, closing)
  process.exit(total.failed > 0 ? 1 : 0)
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    // The tests in templates are those of the projects made of them; conformance/test/init.test.ts runs them there.
    if (entry.name.startsWith('.') || ['node_modules', 'dist', 'cdk.out', 'templates'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

/** One process that runs the files that are waiting, one after another; what it prints of a file is printed whole. */
async function worker(waiting, total, broken) {
  while (waiting.length > 0) {
    const child = fork(import.meta.filename, ['--worker'], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    const died = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)))
    let printed = ''
    let ended = () => {}
    child.stderr.setEncoding('utf8').on('data', (text) => {
      printed += text
    })
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text
      if (printed.includes(END)) ended()
    })
    let death
    while (waiting.length > 0 && death === undefined) {
      const file = waiting.shift()
      const begun = Date.now()
      let counts
      child.once('message', (message) => {
        counts = message
      })
      const output = new Promise((resolve) => {
        ended = resolve
      })
      child.send(file)
      death = await Promise.race([output, died])
      await new Promise((resolve) => setImmediate(resolve))
      process.stdout.write(`${relative('.', file)}\n${printed.replace(END, '')}`)
      printed = ''
      const took = (Date.now() - begun) / 1000
      if (took > 5) process.stdout.write(`  (${took.toFixed(1)} s)\n`)
      if (death !== undefined) {
        total.failed += 1
        broken.push({ file, errors: `  the process that ran it ended: ${death}` })
        console.error(`  the process that ran it ended: ${death}`)
        break
      }
      counts ??= await new Promise((resolve) => child.once('message', resolve))
      for (const key of Object.keys(total)) total[key] += counts[key]
      if (counts.failed > 0) broken.push({ file, errors: counts.errors.join('\n') })
    }
    if (death === undefined) {
      child.disconnect()
      await died
    }
  }
}

/** The first lines of an error, none of them endless: the whole stands where its file ran. */
function shortened(text) {
  const lines = text.trim().split('\n').slice(0, 12)
  return lines.map((line) => (line.length > 300 ? `${line.slice(0, 300)} …` : line)).join('\n')
}

async function work() {
  globalThis.UVU_DEFER = 1 // before uvu is loaded: test.run() then only queues
  await import('uvu')
  globalThis.UVU_QUEUE ??= []
  const queue = globalThis.UVU_QUEUE
  let last = Promise.resolve()
  process.on('message', (file) => {
    last = last.then(() => run(file))
  })
  // The coverage of a process is written when it exits by itself or by process.exit, not when it is killed.
  process.on('disconnect', () => process.exit(0))

  async function run(file) {
    const counts = { passed: 0, failed: 0, skipped: 0, errors: [] }
    queue.length = 0
    globalThis.UVU_INDEX = 0
    queue.push([file])
    try {
      await import(`${pathToFileURL(file).href}`)
    } catch (error) {
      counts.failed += 1
      counts.errors.push(shortened(String(error?.stack ?? error)))
      console.error(`LOAD FAILED ${file}\n`, error)
    }
    const [, ...suites] = queue[0]
    if (suites.length === 0) {
      counts.failed += 1
      console.error('  no suite: test.run() is missing, or the file did not load')
    }
    for (const suite of suites) {
      const [errors, ran, skips, all] = await suite()
      counts.passed += ran
      counts.failed += all - ran
      counts.skipped += skips
      if (typeof errors === 'string') {
        counts.errors.push(shortened(errors))
        process.stdout.write(`\n${errors}\n`)
      } else if (ran < all) console.error('  a before or after hook threw, which uvu swallows')
    }
    process.send(counts, () => process.stdout.write(END))
  }
}
