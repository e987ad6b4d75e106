// What the type checker pays for combining steps: instantiations, which depend on nothing but the program.
// usage: node bench/types.mjs   fails where a number is over its threshold in types/thresholds.json
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { table } from './measure.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

/** What is combined, and of how many steps. */
const combinations = [
  ['seq', 20],
  ['seq', 100],
  ['par', 12],
  ['par', 40],
  ['parCatch', 12],
]

const range = (n) => Array.from({ length: n }, (_, i) => i)
const lines = (n, line) => range(n).map(line).join('\n')

/** n steps, each with types of its own: such as make a chain, or all on the same input. */
const steps = (combine, n) => {
  const type = `${combine}${n}`
  const input = (i) => `${type}T${combine === 'seq' ? i : 0}`
  return `
${lines(n + 1, (i) => `export interface ${type}T${i} { readonly id: string; readonly values: readonly { readonly n${i}: number }[] }`)}
export const ${type} = [
${lines(n, (i) => `  task<${input(i)}, ${type}T${i + 1}>('s${i}'),`)}
] as const
`
}

const programs = {
  steps: `import { task } from '@orkestra/core'\n${combinations.map(([combine, n]) => steps(combine, n)).join('')}`,
  alone:
    "import { par, parCatch, seq } from '@orkestra/core'\nimport * as steps from './steps.ts'\nvoid [par, parCatch, seq, steps]\n",
}
for (const [combine, n] of combinations)
  programs[`${combine} of ${n}`] = `${programs.alone}export const workflow = ${combine}(${range(n)
    .map((i) => `steps.${combine}${n}[${i}]`)
    .join(', ')})\n`

// Steps that are written in place, each with a callback that reads what the one before gave.
const callbacks = {
  pass: (i) => `pass((i) => ({ id: i.id, n: i.n, values: [${i}], before: i.values[0]! }))`,
  choice: () => "choice(when((i) => gt(i.n, 1), task<Data, Data>('a')), otherwise(task<Data, Data>('b')))",
  bind: () => "bind(task<Data, Data>('a'), (v) => pass((i) => ({ id: v.id, n: i.n, values: i.values })))",
}
const head =
  "import { bind, choice, gt, otherwise, pass, seq, task, when } from '@orkestra/core'\ninterface Data { readonly id: string; readonly n: number; readonly values: readonly number[] }\nconst start = task<Data, Data>('start')\n"
programs.callbacks = `${head}export { bind, choice, gt, otherwise, pass, seq, start, task, when }\n`
for (const [name, step] of Object.entries(callbacks))
  programs[`${name} with callbacks, 10`] =
    `${head}void [bind, choice, gt, otherwise, pass, when]\nexport const workflow = seq(start, ${range(10)
      .map(step)
      .join(', ')})\n`

// Calls of a service, with a callback: as any program writes them, and where the program has named the SDK's client.
const calls = (n) =>
  lines(
    n,
    (i) =>
      `export const call${i} = service('aws-sdk:dynamodb:getItem', (o: Ref<{ id: string }>) => ({ TableName: 't${i}', Key: { id: { S: o.id } } }), { result: (r: Ref<{ n${i}: string }>) => r.n${i} })`,
  )
const named = `import type { DynamoDB } from '@aws-sdk/client-dynamodb'
declare module '@orkestra/core/sdk' { interface SdkClients { readonly dynamodb: DynamoDB } }
`
programs.calls = "import { type Ref, service } from '@orkestra/core'\nexport { service }\nexport type { Ref }\n"
programs['typed calls'] = `${named}${programs.calls}`
programs['services, 10'] = `${programs.calls}${calls(10)}\n`
programs['services typed by the SDK, 10'] =
  `${programs['typed calls']}${calls(10).replaceAll(/, \{ result.*?\}\)/g, ')')}\n`

programs['services that are optimized, 10'] = `${programs.calls}${lines(
  10,
  (i) =>
    `export const call${i} = service('sqs:sendMessage', (o: Ref<{ id: string }>) => ({ QueueUrl: 'q${i}', MessageBody: { id: o.id }, DelaySeconds: ${i} }))`,
)}\n`

const options = [
  ...['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--exactOptionalPropertyTypes'],
  ...['--target', 'es2022', '--module', 'nodenext', '--allowImportingTsExtensions', '--types', 'node'],
  // One checker: several would share the work as it comes, and count some of it twice.
  ...['--singleThreaded', '--extendedDiagnostics'],
]

/** Whose name holds this is measured against that. */
const bases = [
  ['callbacks', 'callbacks'],
  ['typed', 'typed calls'],
  ['services', 'calls'],
  ['', 'alone'],
]

const instantiations = async (folder, name) => {
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, ...options, join(folder, `${name}.ts`)], {
    cwd: here,
  })
  return Number(/^Instantiations:\s+(\d+)/m.exec(stdout)?.[1])
}

/** The instantiations of each combination: of the program with it, less those of the program without. */
export const count = async () => {
  // Inside the package, so that its imports are found.
  const cache = join(here, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'types-'))
  try {
    for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.ts`), text)
    const names = Object.keys(programs).filter((name) => name !== 'steps')
    const counted = new Map()
    for (const [i, number] of (await Promise.all(names.map((name) => instantiations(folder, name)))).entries())
      counted.set(names[i], number)
    const without = (name) => counted.get(bases.find(([part]) => name.includes(part))[1])
    return Object.fromEntries(
      names
        .filter((name) => bases.every(([, base]) => name !== base))
        .map((name) => [name, counted.get(name) - without(name)]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const thresholds = JSON.parse(readFileSync(new URL('./types/thresholds.json', import.meta.url), 'utf8'))

export const title = 'Types'
export const note = 'Type instantiations that the compiler needs to combine steps, each with different types.'

export const measure = async () =>
  table(
    ['', 'instantiations', 'threshold', 'per step'],
    Object.entries(await count()).map(([name, number]) => [
      name,
      number,
      thresholds[name],
      (number / Number(/\d+$/.exec(name)[0])).toFixed(0),
    ]),
  )

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, number] of Object.entries(await count())) {
    const isOver = !(number <= thresholds[name])
    console.log(`${name}: ${number} of ${thresholds[name]}${isOver ? ' OVER' : ''}`)
    if (isOver) process.exitCode = 1
  }
