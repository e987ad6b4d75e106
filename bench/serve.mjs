// The server: how soon it is up, what a call costs at the client, and how its executions compare with those in the caller's own process.
// usage, after a build: node --expose-gc bench/serve.mjs
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { SFNClient, StartExecutionCommand, StartSyncExecutionCommand } from '@aws-sdk/client-sfn'
import { execute } from '@orkestra/asl/execute'
import { createServer } from '@orkestra/asl/serve'

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

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1]
const rows = []
const row = (what, value, beside = '') => rows.push(`| ${what} | ${value} | ${beside} |`)

/** From the start of the process to its first answer. */
const up = async () => {
  const began = performance.now()
  const child = spawn(process.execPath, [
    fileURLToPath(new URL('../packages/asl/bin/orkestra.js', import.meta.url)),
    'serve',
    '--port',
    '0',
  ])
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

const bare = async () => {
  const began = performance.now()
  await new Promise((resolve) => spawn(process.execPath, ['-e', '0']).once('close', resolve))
  return performance.now() - began
}

const starts = []
const nothing = []
for (let i = 0; i < 7; i += 1) {
  starts.push(await up())
  nothing.push(await bare())
}
row(
  '`orkestra serve`, to its first answer',
  `${Math.round(Math.min(...starts))} ms (median ${Math.round(median(starts))})`,
  `\`node -e 0\`: ${Math.round(Math.min(...nothing))} ms (median ${Math.round(median(nothing))})`,
)

const server = await createServer({
  port: 0,
  workflows: {
    sync: { workflow: chain, type: 'EXPRESS' },
    standard: { workflow: chain },
    waiting: { workflow: waiting },
  },
})
const client = new SFNClient({
  endpoint: server.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  disableHostPrefix: true,
})
const arn = (name) => `arn:aws:states:us-east-1:123456789012:stateMachine:${name}`
const sync = () => client.send(new StartSyncExecutionCommand({ stateMachineArn: arn('sync'), input: '{"a":1}' }))

const timed = async (count, act) => {
  const times = []
  for (let i = 0; i < count; i += 1) {
    const began = performance.now()
    await act(i)
    times.push(performance.now() - began)
  }
  return times
}
await timed(200, sync)
const calls = await timed(500, sync)
await timed(200, () => execute(chain, { a: 1 }, { type: 'EXPRESS' }))
const inside = await timed(500, () => execute(chain, { a: 1 }, { type: 'EXPRESS' }))
row(
  '`StartSyncExecution` of ten states, at the client',
  `${Math.min(...calls).toFixed(2)} ms (median ${median(calls).toFixed(2)})`,
  `\`execute\`: ${Math.min(...inside).toFixed(3)} ms (median ${median(inside).toFixed(3)})`,
)

const perSecond = async (count, width, act) => {
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) {
        next += 1
        await act()
      }
    }),
  )
  return Math.round((count / (performance.now() - began)) * 1000)
}
const served = await perSecond(2000, 16, sync)
const own = await perSecond(20_000, 16, () => execute(chain, { a: 1 }, { type: 'EXPRESS' }))
row('executions of ten states a second', served, `\`execute\`: ${own}`)

globalThis.gc?.()
const before = process.memoryUsage().heapUsed
await perSecond(10_000, 16, () =>
  client.send(new StartExecutionCommand({ stateMachineArn: arn('waiting'), input: '{"a":1}' })),
)
globalThis.gc?.()
row('memory of 10,000 executions in flight', `${Math.round((process.memoryUsage().heapUsed - before) / 1e6)} MB`, '')
client.destroy()
await server.close()

console.log(`## The server\n\n| | here | beside it |\n|---|---|---|\n${rows.join('\n')}\n`)
