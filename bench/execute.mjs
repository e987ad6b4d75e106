// Local execution against plain awaited calls and against aws-local-stepfunctions, interleaved in one process: ratios, not seconds.
// usage: node --expose-gc --conditions=@orkestra/source --import tsx bench/execute.mjs   (exits 1 when a target is missed)
import { execute, prepare } from '@orkestra/asl/execute'

// aws-local-stepfunctions 3.0.0 asks for Node 22 because of this one function.
Promise.withResolvers ??= () => {
  let resolve
  let reject
  const promise = new Promise((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
const { StateMachine } = await import('aws-local-stepfunctions')

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:f'
const onward = (i, n) => (i + 1 < n ? { Next: `S${i + 1}` } : { End: true })
const chain = (n, state) => ({
  StartAt: 'S0',
  States: Object.fromEntries(Array.from({ length: n }, (_, i) => [`S${i}`, { ...state, ...onward(i, n) }])),
})
const map = {
  StartAt: 'M',
  States: {
    M: {
      Type: 'Map',
      End: true,
      ItemProcessor: { StartAt: 'T', States: { T: { Type: 'Task', Resource: arn, End: true } } },
    },
  },
}
const nested = (depth) => {
  let inner = { StartAt: 'L', States: { L: { Type: 'Pass', End: true } } }
  for (let i = depth - 1; i >= 0; i -= 1)
    inner = { StartAt: `P${i}`, States: { [`P${i}`]: { Type: 'Parallel', End: true, Branches: [inner] } } }
  return inner
}
const handler = (x) => ({ v: (x.v ?? x) + 1 })
const payload = (bytes) => ({
  a: Array.from({ length: Math.max(1, Math.trunc(bytes / 50)) }, (_, i) => ({
    id: i,
    name: `item${i}`,
    ok: true,
    n: i * 2,
  })),
})

const plainPass = async (n, input) => {
  let value = input
  const pass = async (x) => x
  for (let i = 0; i < n; i += 1) value = await pass(value)
  return value
}
const plainNested = async (depth) => (depth === 0 ? { x: 1 } : [await plainNested(depth - 1)])

const items = (n) => Array.from({ length: n }, (_, i) => i)
const workloads = [
  [
    'chain of 1,000 Pass',
    { definition: chain(1000, { Type: 'Pass' }), input: { x: 1 }, plain: () => plainPass(1000, { x: 1 }) },
  ],
  [
    'chain of 1,000 tasks',
    {
      definition: chain(1000, { Type: 'Task', Resource: arn }),
      input: { v: 1 },
      plain: async () => {
        let value = { v: 1 }
        for (let i = 0; i < 1000; i += 1) value = await handler(value)
        return value
      },
      target: [10, 25],
    },
  ],
  [
    'Map over 10,000 items',
    {
      definition: map,
      input: items(10_000),
      plain: () => Promise.all(items(10_000).map(async (i) => handler(i))),
      target: [10, 25],
    },
  ],
  ['Parallel nested 100 deep', { definition: nested(100), input: { x: 1 }, plain: () => plainNested(100) }],
  [
    'Parallel nested 1,000 deep',
    { definition: nested(1000), input: { x: 1 }, plain: () => plainNested(1000), rounds: 3 },
  ],
  [
    '250 kB through 100 Pass',
    { definition: chain(100, { Type: 'Pass' }), input: payload(200_000), plain: () => plainPass(100, { x: 1 }) },
  ],
  [
    '100 bytes through 100 Pass',
    { definition: chain(100, { Type: 'Pass' }), input: payload(100), plain: () => plainPass(100, { x: 1 }) },
  ],
]

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1]
const timed = async (act, times) => {
  const from = performance.now()
  for (let i = 0; i < times; i += 1) await act()
  return (performance.now() - from) / times
}

/** So many times that one sample takes some 20 ms: a single run of a short one measures the clock and the compiler. */
const batchOf = async (act) => {
  await timed(act, 2)
  const once = await timed(act, 1)
  const times = Math.max(1, Math.ceil(20 / once))
  if (times === 1) return 1
  return Math.max(1, Math.ceil(20 / (await timed(act, times))))
}

const rounds = Number(process.env.ROUNDS ?? 7)
const lambdas = { f: handler }
const missed = []
const rows = []
for (const [name, { definition, input, plain, target, rounds: own = rounds }] of workloads) {
  const machine = prepare(definition)
  const peer = new StateMachine(definition, { validationOptions: { noValidate: true } })
  const handlers = Object.fromEntries(['T', ...items(1000).map((i) => `S${i}`)].map((state) => [state, handler]))
  const limits = false
  const contenders = {
    plain,
    bare: () => machine(input, { lambdas, limits, history: false }),
    full: () => machine(input, { lambdas, limits }),
    once: () => execute(definition, input, { lambdas, limits, history: false }),
    peer: () => peer.run(input, { overrides: { taskResourceLocalHandlers: handlers } }).result,
  }
  const times = Object.fromEntries(Object.keys(contenders).map((key) => [key, []]))
  const batches = {}
  for (const [key, act] of Object.entries(contenders)) batches[key] = await batchOf(act)
  for (let round = 0; round < own; round += 1)
    for (const [key, act] of Object.entries(contenders)) {
      globalThis.gc?.()
      times[key].push(await timed(act, batches[key]))
    }
  const middle = Object.fromEntries(Object.entries(times).map(([key, of]) => [key, median(of)]))
  const ratio = (key) => middle[key] / middle.plain
  rows.push({
    workload: name,
    'plain ms': middle.plain.toFixed(3),
    'no history': `${ratio('bare').toFixed(1)}x`,
    history: `${ratio('full').toFixed(1)}x`,
    'not prepared': `${ratio('once').toFixed(1)}x`,
    'aws-local-stepfunctions': `${ratio('peer').toFixed(1)}x`,
  })
  if (target && (ratio('bare') > target[0] || ratio('full') > target[1])) missed.push(name)
}
console.table(rows)

globalThis.gc?.()
const before = process.memoryUsage.rss()
await execute(map, items(100_000), { lambdas, limits: false, history: false })
const peak = process.resourceUsage().maxRSS / 1024
console.log(
  `Map over 100,000 items: ${Math.round(before / 2 ** 20)} MB before, ${Math.round(peak)} MB peak of the whole process`,
)
if (missed.length > 0) {
  console.error(`targets missed: ${missed.join(', ')}`)
  process.exitCode = 1
}
