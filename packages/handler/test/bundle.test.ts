/** What a Lambda bundle of a composed handler weighs, and what is in it. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('bundles')

const bundle = async (fixture: string, options: BuildOptions = {}) => {
  const { outputFiles = [], metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`fixtures/${fixture}.ts`, import.meta.url))],
    absWorkingDir: fileURLToPath(new URL('../../../', import.meta.url)),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@orkestra/source'],
    write: false,
    metafile: true,
    outfile: 'out.mjs',
    ...options,
  })
  const [output] = Object.values(metafile?.outputs ?? {})
  const text = outputFiles[0]?.text ?? ''
  return {
    text,
    gzipped: gzipSync(text).length,
    /** The modules of which anything is left in the bundle. */
    modules: Object.entries(output?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [path] : [],
    ),
  }
}

/** Imports a bundle where Lambda would, or elsewhere. */
const load = async (text: string, functionName?: string) => {
  if (functionName) process.env.AWS_LAMBDA_FUNCTION_NAME = functionName
  try {
    // The fragment makes it a module of its own each time.
    return await import(`data:text/javascript,${encodeURIComponent(text)}#${functionName}`)
  } finally {
    delete process.env.AWS_LAMBDA_FUNCTION_NAME
  }
}

test('a composed handler is at most 3.4 kB, gzipped, and holds nothing of the algebra', async () => {
  const { text, gzipped, modules } = await bundle('handler')
  // What it pays for: docs/adr/0180-what-a-handler-weighs.md.
  assert.ok(gzipped <= 3482, `${gzipped} bytes`)
  const foreign = modules.filter(
    (path) => !/^packages\/(handler\/|core\/src\/(duration|graph\/frozenCopy|graph\/lambdaTask)\.ts$)/.test(path),
  )
  assert.equal(foreign, [])
  assert.not.match(text, /graphlib|fp-ts|aws-lambda-powertools|flowchart|ItemProcessor/i)
})

test('minified, a handler works in Lambda, by the name it has there; the names of errors survive', async () => {
  const { text } = await bundle('handler')
  const { charge } = await load(text, 'shop-charge')
  assert.is(await charge({ id: '7' }), '7')
  assert.is(charge.name, 'shop-charge')
  const error = await charge({ id: '' }).catch((thrown: Error) => thrown)
  assert.is(error.name, 'OrderRejected')
})

test('elsewhere a minified handler without a name is a handler still, but no step, unless names are kept', async () => {
  const nameless = (await load((await bundle('handler')).text)).charge
  assert.is(await nameless({ id: '7' }), '7')
  assert.throws(() => nameless.graph, /a step needs a name, and this function has none/)
  const { charge, greet } = await load((await bundle('handler', { keepNames: true })).text)
  assert.equal([charge.name, greet.name, greet.runtime], ['charge', 'greet', 'nodejs22.x'])
})

test('with isCaught of core besides, it still holds no graph library, no diagram and no run', async () => {
  const { text, gzipped, modules } = await bundle('outcomes')
  console.log(`  with isCaught: ${gzipped} bytes gzipped`)
  assert.equal(
    modules.filter((path) => /graphlib|core\/src\/(dag|diagram|readers|run|execution|seq|par|map)/.test(path)),
    [],
  )
  const { count } = await load(text, 'count')
  assert.is(await count([1, { Error: 'E', Cause: '' }, 2]), 2)
})

test('with the logger it weighs at most 3.4 kB more than the logger, gzipped, and holds no other tool', async () => {
  const [alone, composed] = await Promise.all([bundle('logger'), bundle('logged')])
  console.log(`  with the logger: ${composed.gzipped} bytes gzipped; the logger: ${alone.gzipped}`)
  assert.ok(composed.gzipped - alone.gzipped <= 3482)
  assert.equal(
    composed.modules.filter((path) =>
      /powertools\/(metrics|tracer)\/|(tracing|measuring)\.ts|node_modules\/(@middy|aws-xray)/.test(path),
    ),
    [],
  )
})

test.run()
