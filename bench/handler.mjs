// What composing a handler costs an invocation, bundled and minified as it is deployed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { ratio, table } from './measure.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

const lambda = {
  AWS_REGION: 'us-east-1',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
  LAMBDA_TASK_ROOT: '/var/task',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
}

export const title = 'Handler'
export const note =
  'Time of one invocation. Aims: composed at most 1.1x the bare function; with the logger, less than the decorator.'

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
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    logLevel: 'error',
  })
}

export const measure = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-bench-'))
  try {
    await bundle(folder)
    const sink = openSync(devNull, 'w')
    const file = join(folder, 'result.json')
    const times = (names, env) => {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--expose-gc', join(here, 'invoke.mjs'), folder, names.join(), file],
        { env: { ...process.env, ...env }, stdio: ['ignore', sink, 'pipe'], encoding: 'utf8' },
      )
      if (status !== 0) throw new Error(stderr)
      return JSON.parse(readFileSync(file, 'utf8'))
    }
    const gzipped = (name) => gzipSync(readFileSync(join(folder, `${name}.mjs`)), { level: 9 }).length
    const rows = (names, base, ...runs) =>
      names.map((name) => [name, ...runs.map((run) => ratio(run[name], run[base])), `${gzipped(name)} B`])

    const bare = ['bare', 'composed', 'middy']
    const plain = table(
      ['without Powertools', 'a test calls it', 'on Lambda', 'bundle, gzipped'],
      rows(bare, 'bare', times(bare, { WITHOUT_CONTEXT: '1' }), times(bare, lambda)),
    )
    const logging = ['logger-decorator', 'logger-by-hand', 'logger-composed', 'logger-middy']
    const logged = table(
      ['with the logger', 'on Lambda, no line', 'on Lambda, one line', 'bundle, gzipped'],
      rows(logging, 'logger-decorator', times(logging, lambda), times(logging, { ...lambda, ONE_LINE: '1' })),
    )
    return `${plain}\n\n${logged}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
