/** What a program that uses a part of the packages ships: bytes after esbuild's minification. A budget that is met no longer is either mended or raised on purpose. */
import { build } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('what a bundle holds')

const bundled = async (contents: string) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: 'packages/cdk-adapter/src' },
    absWorkingDir: process.cwd(),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    conditions: ['@orkestra/source'],
    external: ['jsonata'],
    write: false,
    metafile: true,
    outfile: 'bundle.js',
  })
  const inputs = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path)
  return { bytes: outputFiles[0]?.contents.length ?? 0, inputs }
}

const withinBudget = async (contents: string, budget: number): Promise<readonly string[]> => {
  const { bytes, inputs } = await bundled(contents)
  console.log(`  ${bytes} of ${budget} bytes`)
  assert.ok(bytes <= budget, `${bytes} bytes, and the budget is ${budget}`)
  // A budget far above what is needed would let anything in.
  assert.ok(bytes > budget * 0.7, `${bytes} bytes: lower the budget of ${budget}`)
  return inputs
}

test('a workflow by itself is a few combinators', async () => {
  const inputs = await withinBudget(
    "import { par, seq, task } from '@orkestra/core'; export const graph = seq(task('x'), par(task('y'), task('z')))",
    4_500,
  )
  assert.ok(
    inputs.every((path) => path === '<stdin>' || path.startsWith('packages/core/src/')),
    inputs.join(' '),
  )
})

test('all of core', async () => {
  const inputs = await withinBudget("export * from '@orkestra/core'", 95_000)
  assert.not.ok(inputs.some((path) => path.includes('fp-ts')))
})

test('emit alone: no engine, no policy, no command line, and nothing that others wrote', async () => {
  const inputs = await withinBudget("export { emit } from '@orkestra/asl'", 130_000)
  const rooms = new Set(
    inputs.map((path) =>
      path
        .split('/')
        .slice(0, path.includes('/asl/') ? 4 : 3)
        .join('/'),
    ),
  )
  assert.equal(
    [...rooms].filter((room) => !/^packages\/(core\/src|asl\/src\/([a-zA-Z]+\.ts|emit|language|validate))$/.test(room)),
    [],
  )
})

test.run()
