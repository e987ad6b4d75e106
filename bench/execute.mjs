// Local execution against plain awaited calls and against aws-local-stepfunctions, taken in turns: ratios, not seconds.
// usage, after a build: node --expose-gc bench/execute.mjs   (exits 1 when a target is missed)
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { execute, prepare } from '@orkestra/asl/execute'
import './withResolvers.mjs'

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
/** A handler that does a little: what most of them do takes far longer. */
const working = (x) => ({ v: createHash('sha256').update(String(x.v)).digest('hex') })
const through = (x) => x
const text = { t: 'x'.repeat(250_000) }
const list = { items: Array.from({ length: 4000 }, (_, i) => ({ id: i, name: `item${i}`, price: i * 1.5 })) }
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
    '1,000 tasks that do a little',
    {
      definition: chain(1000, { Type: 'Task', Resource: arn }),
      input: { v: 1 },
      handler: working,
      plain: async () => {
        let value = { v: 1 }
        for (let i = 0; i < 1000; i += 1) value = await working(value)
        return value
      },
      target: [8, 8],
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
    'Parallel nested 4,000 deep',
    { definition: nested(4000), input: { x: 1 }, plain: () => plainNested(4000), rounds: 3 },
  ],
  [
    '250 kB through 100 Pass',
    { definition: chain(100, { Type: 'Pass' }), input: payload(200_000), plain: () => plainPass(100, { x: 1 }) },
  ],
  [
    'a text of 250 kB through 100 Pass',
    { definition: chain(100, { Type: 'Pass' }), input: text, plain: () => plainPass(100, { x: 1 }) },
  ],
  [
    '4,000 items through 100 tasks, against JSON.stringify',
    {
      definition: chain(100, { Type: 'Task', Resource: arn }),
      input: list,
      handler: through,
      plain: async () => {
        for (let i = 0; i < 100; i += 1) JSON.stringify(list)
      },
      target: [4, 8],
    },
  ],
  [
    '100 bytes through 100 Pass',
    { definition: chain(100, { Type: 'Pass' }), input: payload(100), plain: () => plainPass(100, { x: 1 }) },
  ],
]

/** How many states an execution of a workload enters. */
const statesOf = ({ definition, input }) => {
  if (definition === map) return input.length + 1
  let count = 0
  const stack = [definition]
  for (let at = stack.pop(); at !== undefined; at = stack.pop())
    for (const state of Object.values(at.States)) {
      count += 1
      stack.push(...(state.Branches ?? []))
    }
  return count
}

const titles = { bare: 'no history', full: 'history', once: 'not prepared', peer: 'aws-local-stepfunctions' }

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1]
const timed = async (act, times) => {
  const from = performance.now()
  for (let i = 0; i < times; i += 1) await act()
  return (performance.now() - from) / times
}

/** So many times that one sample takes some 20 ms: a single run of a short one measures the clock and the compiler. */
const batchOf = async (act) => {
  // Until the compiler has seen it all: half a second.
  for (const from = performance.now(); performance.now() - from < 500; ) await act()
  const once = await timed(act, 1)
  const times = Math.max(1, Math.ceil(20 / once))
  if (times === 1) return 1
  return Math.max(1, Math.ceil(20 / (await timed(act, times))))
}

const rounds = Number(process.env.ROUNDS ?? 9)
const given = ({ handler: own = handler }) => ({ f: own })
const limits = false

const contenders = {
  bare: (workload) => {
    const machine = prepare(workload.definition)
    const lambdas = given(workload)
    return () => machine(workload.input, { lambdas, limits, history: false })
  },
  full: (workload) => {
    const machine = prepare(workload.definition)
    const lambdas = given(workload)
    return () => machine(workload.input, { lambdas, limits })
  },
  once: (workload) => {
    const lambdas = given(workload)
    return () => execute(workload.definition, workload.input, { lambdas, limits, history: false })
  },
  peer: ({ definition, input, handler: own = handler }) => {
    const machine = new StateMachine(definition, { validationOptions: { noValidate: true } })
    const taskResourceLocalHandlers = Object.fromEntries(
      ['T', ...items(1000).map((i) => `S${i}`)].map((state) => [state, own]),
    )
    return () => machine.run(input, { overrides: { taskResourceLocalHandlers } }).result
  },
}

/** One contender and the plain code, in turns. */
const duel = async (workload, contender) => {
  const acts = { plain: workload.plain, other: contenders[contender](workload) }
  const times = { plain: [], other: [] }
  const batches = { plain: await batchOf(acts.plain), other: await batchOf(acts.other) }
  for (let round = 0; round < rounds; round += 1)
    for (const key of ['plain', 'other']) {
      globalThis.gc?.()
      times[key].push(await timed(acts[key], batches[key]))
    }
  return { plain: median(times.plain), other: median(times.other) }
}

const [, , workloadName, contenderName] = process.argv
if (workloadName === 'memory') {
  const before = process.memoryUsage.rss()
  await execute(map, items(100_000), { lambdas: given({}), limits, history: false })
  console.log(JSON.stringify({ before, peak: process.resourceUsage().maxRSS * 1024 }))
} else if (workloadName !== undefined) {
  console.log(JSON.stringify(await duel(new Map(workloads).get(workloadName), contenderName)))
} else {
  // A process for each pair: what the compiler learns from one contender makes another slower.
  const child = (...args) =>
    JSON.parse(
      spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), ...args], {
        encoding: 'utf8',
      }).stdout,
    )
  const missed = []
  const rows = []
  for (const [name, workload] of workloads) {
    const { target } = workload
    const row = { workload: name }
    const ratios = {}
    for (const contender of Object.keys(contenders)) {
      const { plain, other } = child(name, contender)
      ratios[contender] = other / plain
      row['plain ms'] ??= plain.toFixed(3)
      if (contender === 'full') row['us a state'] = ((other * 1000) / statesOf(workload)).toFixed(1)
      row[titles[contender]] = `${ratios[contender].toFixed(1)}x`
    }
    rows.push(row)
    if (target && (ratios.bare > target[0] || ratios.full > target[1])) missed.push(name)
  }
  console.table(rows)
  const { before, peak } = child('memory')
  console.log(
    `Map over 100,000 items: ${Math.round(before / 2 ** 20)} MB before, ${Math.round(peak / 2 ** 20)} MB at most`,
  )
  if (missed.length > 0) {
    console.error(`targets missed: ${missed.join(', ')}`)
    process.exitCode = 1
  }
}
