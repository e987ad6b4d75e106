// The server: how soon it is up, what a call costs at the client, and how its executions compare with those in the caller's own process
// and with others'. Others that answer Step Functions' API are measured where they run: start them, and name them.
// usage, after a build: node --expose-gc bench/serve.mjs [--beside <name>=<endpoint> …]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
} from '@aws-sdk/client-sfn'
import { execute } from '@orkestra/asl/execute'
import { createServer } from '@orkestra/asl/serve'
import { median, table } from './measure.mjs'
import { peers } from './peers.mjs'

const { values } = parseArgs({ options: { beside: { type: 'string', multiple: true, default: [] } } })

const chain = {
  StartAt: 'S0',
  States: Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [
      `S${i}`,
      { Type: 'Pass', ...(i < 9 ? { Next: `S${i + 1}` } : { End: true }) },
    ]),
  ),
}
const waiting = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 100_000, End: true } } }
const input = { a: 1 }

const least = (times, digits) => `${Math.min(...times).toFixed(digits)} (median ${median(times).toFixed(digits)})`

// How soon a process has done something.

const orkestra = fileURLToPath(new URL('../packages/asl/bin/orkestra.js', import.meta.url))
const localSfn = join(dirname(createRequire(import.meta.url).resolve('aws-local-stepfunctions')), '../bin/CLI.cjs')
const folder = mkdtempSync(join(tmpdir(), 'orkestra-bench-'))
const file = join(folder, 'chain.asl.json')
writeFileSync(file, JSON.stringify(chain))

const lasting = async (...args) => {
  const began = performance.now()
  await new Promise((resolve) => spawn(process.execPath, args, { stdio: 'ignore' }).once('close', resolve))
  return performance.now() - began
}

/** From the start of the process to its first answer. */
const up = async () => {
  const began = performance.now()
  const child = spawn(process.execPath, [orkestra, 'serve', '--port', '0'])
  const url = await new Promise((resolve) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)
      if (found) resolve(found[0])
    })
  })
  await (await fetch(`${url}/overview`)).json()
  const took = performance.now() - began
  child.kill('SIGINT')
  await new Promise((resolve) => child.once('close', resolve))
  return took
}

const processes = {
  '`node -e 0`': () => lasting('-e', '0'),
  '`orkestra --help`': () => lasting(orkestra, '--help'),
  '`orkestra serve`, to its first answer': up,
  '`orkestra run` of ten states': () => lasting(orkestra, 'run', file, '--input', '{"a":1}'),
  '`local-sfn` of aws-local-stepfunctions, the same': () => lasting(localSfn, '--definition-file', file, '{"a":1}'),
}
const took = Object.fromEntries(Object.keys(processes).map((name) => [name, []]))
for (let i = 0; i < 15; i += 1) for (const [name, act] of Object.entries(processes)) took[name].push(await act())
rmSync(folder, { recursive: true })
console.log(
  `## The server\n\n${table(
    ['a process', 'ms'],
    Object.entries(took).map(([name, times]) => [name, least(times, 0)]),
  )}\n`,
)

// What an execution costs.

const timed = async (count, act) => {
  const times = []
  for (let i = 0; i < count; i += 1) {
    const began = performance.now()
    await act()
    times.push(performance.now() - began)
  }
  return times
}

const perSecond = async (count, act) => {
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < count) {
        next += 1
        await act()
      }
    }),
  )
  return Math.round((count / (performance.now() - began)) * 1000)
}

const rows = []
const measure = async (name, act, count) => {
  await timed(Math.ceil(count / 4), act)
  const times = await timed(count, act)
  rows.push([name, least(times, 3), await perSecond(4 * count, act)])
}

const clientOf = (endpoint) =>
  new SFNClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    disableHostPrefix: true,
  })

/** Until it has ended, which is asked for again and again. */
const ended = async (client, stateMachineArn) => {
  const { executionArn } = await client.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  )
  for (;;) {
    const { status } = await client.send(new DescribeExecutionCommand({ executionArn }))
    if (status === 'SUCCEEDED') return
    if (status !== 'RUNNING') throw new Error(`the execution has ${status}`)
  }
}

/** The two ways to run a machine by the API, at the client. */
const measureApi = async (name, client, count) => {
  const create = async (type) => {
    const { stateMachineArn } = await client.send(
      new CreateStateMachineCommand({
        name: `bench-${type}`,
        type,
        definition: JSON.stringify(chain),
        roleArn: 'arn:aws:iam::123456789012:role/bench',
      }),
    )
    return stateMachineArn
  }
  const [express, standard] = [await create('EXPRESS'), await create('STANDARD')]
  const sync = async () => {
    const call = new StartSyncExecutionCommand({ stateMachineArn: express, input: JSON.stringify(input) })
    const { status } = await client.send(call)
    if (status !== 'SUCCEEDED') throw new Error(`the execution has ${status}`)
  }
  await measure(`${name}: StartSyncExecution`, sync, count)
  await measure(
    `${name}: StartExecution, and DescribeExecution until it has ended`,
    () => ended(client, standard),
    count,
  )
}

await measure('`execute`, in the same process', () => execute(chain, input, { type: 'EXPRESS' }), 1000)
for (const [name, make] of Object.entries(peers)) {
  const run = await make(chain, input)
  await measure(`${name}, in the same process`, run, 300)
}
const server = await createServer({ port: 0, workflows: { waiting: { workflow: waiting } } })
const client = clientOf(server.url)
await measureApi('`createServer`', client, 500)
for (const each of values.beside) {
  const [name, endpoint] = each.split(/=(.*)/s)
  const other = clientOf(endpoint)
  await measureApi(name, other, 100)
  other.destroy()
}
console.log(`${table(['an execution of ten states', 'ms', 'a second, sixteen at once'], rows)}\n`)

globalThis.gc?.()
const before = process.memoryUsage().heapUsed
const stateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:waiting'
await perSecond(10_000, () => client.send(new StartExecutionCommand({ stateMachineArn, input: '{"a":1}' })))
globalThis.gc?.()
console.log(`10,000 executions in flight take ${Math.round((process.memoryUsage().heapUsed - before) / 1e6)} MB.\n`)
client.destroy()
await server.close()
