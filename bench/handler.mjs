// What composing a handler costs an invocation and a start, bundled and minified as it is deployed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { median, quantile, quotient, shown, shuffled, table } from './measure.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

const lambda = {
  AWS_REGION: 'us-east-1',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  LAMBDA_TASK_ROOT: '/var/task',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  // A trace that is not sampled, as most are: subsegments are made, and sent to nobody.
  _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0',
}

export const title = 'Handler'
export const note = [
  `One invocation in nanoseconds of processor time, on Node.js ${process.versions.node}. The bare function is measured twice: the`,
  'difference is noise. Aims: composed takes at most 250 ns more than the bare function; with a tool, at most as long as its decorator.',
].join('\n')

/** One copy of each tool for all candidates, as an installation has it: pnpm makes one per version of middy beside it. */
const oneCopy = {
  name: 'one-copy',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^@aws-lambda-powertools\/(logger|metrics|tracer)\b/ }, ({ path, kind, pluginData }) =>
      pluginData === 'resolved' ? undefined : resolve(path, { kind, resolveDir: here, pluginData: 'resolved' }),
    )
  },
}

const bundle = async (into) => {
  await build({
    entryPoints: readdirSync(join(here, 'handlers')).map((file) => join(here, 'handlers', file)),
    outdir: into,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['@aws-sdk/*'],
    plugins: [oneCopy],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    logLevel: 'error',
    banner: {
      js: "import{createRequire as __r}from'node:module';globalThis.require??=__r(import.meta.url);",
    },
  })
}

const groups = [
  {
    head: 'nothing else',
    base: 'bare',
    names: {
      bare: 'the bare function',
      'bare-again': 'the bare function, again',
      composed: 'composed',
      'composed-unguarded': 'composed, `deadline: false`',
      'middy-7': 'middy 7',
      'middy-7-late': 'middy 7, without its early time-out',
      'middy-6': 'middy 6',
      'middy-6-late': 'middy 6, without its early time-out',
    },
  },
  {
    head: 'a schema of zod/mini',
    base: 'schema-by-hand',
    names: {
      'schema-by-hand': '`schema.parse(event)`',
      'schema-composed': 'composed, `input`',
      'schema-composed-async': 'composed, `input` that answers with a promise',
    },
  },
  {
    head: 'the logger, no line',
    base: 'logger-decorator',
    names: {
      'logger-decorator': 'Powertools’ decorator',
      'logger-by-hand': '`addContext` by hand',
      'logger-composed': 'composed',
      'logger-middy-7': 'middy 7',
      'logger-middy-6': 'middy 6',
    },
  },
  {
    head: 'the logger, one line',
    base: 'logger-decorator',
    env: { ONE_LINE: '1' },
    names: {
      'logger-decorator': 'Powertools’ decorator',
      'logger-by-hand': '`addContext` by hand',
      'logger-composed': 'composed',
      'logger-middy-7': 'middy 7',
      'logger-middy-6': 'middy 6',
    },
  },
  {
    head: 'metrics, one published',
    base: 'metrics-decorator',
    env: { ONE_LINE: '1' },
    names: {
      'metrics-decorator': 'Powertools’ decorator',
      'metrics-composed': 'composed',
      'metrics-middy-7': 'middy 7',
      'metrics-middy-6': 'middy 6',
    },
  },
  {
    head: 'the tracer, a trace that is not sampled',
    base: 'tracer-decorator',
    env: { ONE_LINE: '1' },
    names: {
      'tracer-decorator': 'Powertools’ decorator',
      'tracer-composed': 'composed',
      'tracer-middy-7': 'middy 7',
      'tracer-middy-6': 'middy 6',
    },
  },
]

// In fresh processes, so they are few.
const started = [
  'bare',
  'bare-again',
  'composed',
  'middy-7',
  'middy-6',
  'logger-by-hand',
  'logger-decorator',
  'logger-composed',
  'logger-middy-7',
]
const starts = 15

const canRun = (name) =>
  (!name.includes('-7') && !name.startsWith('middy-7')) || Number(process.versions.node.split('.')[0]) >= 22
const rounded = (number) => Math.round(number).toLocaleString('en')

export const measure = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-bench-'))
  try {
    await bundle(folder)
    const sink = openSync(devNull, 'w')
    const file = join(folder, 'result.json')
    const spawned = (args, env = {}) => {
      const { status, stderr } = spawnSync(process.execPath, [...args, file], {
        env: { ...process.env, ...lambda, ...env },
        stdio: ['ignore', sink, 'pipe'],
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(stderr)
      return JSON.parse(readFileSync(file, 'utf8'))
    }
    const gzipped = (name) => rounded(gzipSync(readFileSync(join(folder, `${name}.mjs`)), { level: 9 }).length)

    const ofGroup = ({ head, base, env, names }) => {
      const own = Object.keys(names).filter(canRun)
      const times = spawned(['--expose-gc', join(here, 'invoke.mjs'), folder, own.join()], env)
      const row = (name) => {
        const samples = times[name]
        if (!Array.isArray(samples)) return [names[name], `(${samples})`, '', '', '', gzipped(name)]
        const over = median(samples.map((time, round) => time - times[base][round]))
        return [
          names[name],
          rounded(median(samples)),
          `${rounded(quantile(samples, 0.25))} to ${rounded(quantile(samples, 0.75))}`,
          name === base ? '' : `${over < 0 ? '-' : '+'}${rounded(Math.abs(over))}`,
          shown(quotient(samples, times[base])),
          gzipped(name),
        ]
      }
      return table([head, 'ns', 'middle half', 'ns over the first', 'ratio', 'bytes, gzipped'], own.map(row))
    }

    const cold = Object.fromEntries(started.filter(canRun).map((name) => [name, []]))
    for (let i = 0; i < starts; i++)
      for (const name of shuffled(Object.keys(cold)))
        cold[name].push(spawned([join(here, 'start.mjs'), join(folder, `${name}.mjs`)]))
    const ofStarts = table(
      ['a start, in a fresh process', 'import, ms', 'first call, ms'],
      Object.entries(cold).map(([name, samples]) => [
        name,
        ...['import', 'first'].map((part) => median(samples.map((sample) => sample[part])).toFixed(2)),
      ]),
    )
    return [...groups.map(ofGroup), ofStarts].join('\n\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
