/**
 * Composed handlers under AWS's own runtime client, on every Node.js of Lambda that is there: to Step Functions they are what the bare
 * function is, bundled or not, as ES modules and CommonJS.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundling } from '@orkestra/asl'
import { run } from '@orkestra/asl/execute'
import { handlers } from '@orkestra/handler'
import { build, type Format } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { act, all } from '../lambda/functions.ts'
import { type Answer, lambdaLoop } from '../oracles/lambdaLoop.ts'
import { managedInstance } from '../oracles/managedInstance.ts'
import { nodeVersions } from '../oracles/nodes.ts'

const test = suite('under aws-lambda-ric')
const source = fileURLToPath(new URL('../lambda/', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))
const temporary = mkdtempSync(join(tmpdir(), 'orkestra-lambda-'))
test.after(() => rmSync(temporary, { recursive: true, force: true }))

const nodes = nodeVersions().filter(({ major }) => [20, 22, 24].includes(major))
for (const major of [20, 22, 24])
  if (!nodes.some((node) => node.major === major))
    test.skip(`Node.js ${major}: it is not here; name its binary in ORKESTRA_NODES`, () => {})

const bundled = async (name: string, format: Format, minify: boolean): Promise<string> => {
  const folder = join(temporary, `${name}-${format}-${minify}`)
  if (existsSync(folder)) return folder
  mkdirSync(folder)
  await build({
    entryPoints: [join(source, `${name}.ts`)],
    outfile: join(folder, format === 'esm' ? 'index.mjs' : 'index.js'),
    ...bundling({ runtime: 'nodejs20.x' }),
    ...(format === 'cjs' && { format, banner: {} }),
    minify,
    conditions: ['@orkestra/source'],
    logLevel: 'error',
  })
  return folder
}

const invocations = all.map((kind) => ({
  event: { kind },
  ...(kind === 'hangs' && { timeoutSeconds: 1, isCutOff: true }),
}))

/** Where composed and bare may differ: in nothing. */
const compared = (composed: readonly Answer[], bare: readonly Answer[]): void => {
  for (const [i, kind] of all.entries()) assert.equal(composed[i], bare[i], kind)
  assert.is(composed.length, all.length)
}

/** A local run gives the answers of Lambda, but for what ends the process there. */
const alikeInRun = async (lambda: readonly Answer[]): Promise<void> => {
  const { answered } = handlers({
    answered: (event: { readonly kind: string }, context) => act(event, context),
  })
  for (const [i, kind] of all.entries()) {
    const answer = lambda[i] as Answer
    if (['floating', 'uncaught', 'hangs'].includes(kind)) continue
    const execution = await run(answered, { kind })
    if (execution.status === 'SUCCEEDED') assert.equal({ response: execution.output }, answer, kind)
    else {
      const { errorType, errorMessage } = JSON.parse(execution.cause ?? '')
      assert.equal([execution.error, { errorType, errorMessage }], [errorType, answer], kind)
    }
  }
}

for (const node of nodes) {
  const { major } = node
  test(`Node.js ${major}: every result and error, cold and warm, is the bare function’s`, async () => {
    const [bare, esm, cjs] = await Promise.all([
      lambdaLoop(node, await bundled('bare', 'esm', false), 'index.handler', invocations),
      lambdaLoop(node, await bundled('composed', 'esm', true), 'index.handler', invocations),
      lambdaLoop(node, await bundled('composed', 'cjs', false), 'index.handler', invocations),
    ])
    assert.equal(bare.answers[all.indexOf('named')], { errorType: 'OutOfStock', errorMessage: 'no guitars' })
    assert.equal(bare.answers[all.indexOf('hangs')], { timedOut: true })
    compared(esm.answers, bare.answers)
    // Older clients name an answer that cannot be written plainly `Error`.
    if (major >= 24) await alikeInRun(bare.answers)
    assert.match(esm.output, /handler has \d+ ms left before its time-out.*circular structure/)
    compared(cjs.answers, bare.answers)
  })

  test(`Node.js ${major}: with Powertools, logged lines tell the execution; a bad event and a deadline are errors with names`, async () => {
    const folder = await bundled('logged', 'esm', false)
    const state = { Name: 'price', EnteredTime: '2026-01-01T00:00:00Z', RetryCount: 1 }
    const { answers, output } = await lambdaLoop(
      node,
      folder,
      'index.price',
      [
        { event: { id: '7' }, clientContext: { custom: { execution: 'arn:aws:states:::execution:orders:7', state } } },
        { event: { id: 7 } },
      ],
      { POWERTOOLS_TRACE_ENABLED: 'false' },
    )
    assert.equal(answers[0], { response: { id: '7', left: true, aborted: false } })
    const { errorType, errorMessage } = answers[1] as { errorType: string; errorMessage: string }
    assert.is(errorType, 'SchemaError')
    assert.match(errorMessage, 'the input of price does not fit its schema: id: ')
    const lines = output.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
    const { execution, state: name, attempt, cold_start } = lines.find(({ message }) => message === 'pricing')
    assert.equal([execution, name, attempt, cold_start], ['arn:aws:states:::execution:orders:7', 'price', 1, true])
    const failed = lines.find(({ message }) => message === 'price failed')
    assert.equal([failed.level, failed.error.name, failed.execution], ['ERROR', 'SchemaError', undefined])
    assert.ok(lines.some(({ UncaughtError }) => UncaughtError === 1))

    const late = await lambdaLoop(node, folder, 'index.hangs', [{ event: {}, timeoutSeconds: 2 }], {
      POWERTOOLS_TRACE_ENABLED: 'false',
    })
    assert.is((late.answers[0] as { errorType: string }).errorType, 'DeadlineExceeded')
  })

  // Managed instances have the fourth client, which needs Node.js 22.
  const managed = major >= 22 ? test : test.skip
  managed(
    `Node.js ${major}: on a managed instance, each of several invocations has its own guard and its own keys`,
    async () => {
      const invocations = Array.from({ length: 8 }, (_, i) => ({
        event: { id: `${i}`, sleeps: i % 4 === 3 ? 0 : 1_500, ...(i === 4 && { fails: true }) },
        clientContext: {
          custom: {
            execution: `execution-${i}`,
            state: { Name: 'many', EnteredTime: '2026-01-01T00:00:00Z', RetryCount: 0 },
          },
        },
      }))
      const { answers, output } = await managedInstance(
        node,
        await bundled('many', 'esm', true),
        'index.many',
        invocations,
        2,
      )
      assert.equal(
        answers,
        invocations.map((_, i) => (i === 4 ? { errorType: 'RangeError', errorMessage: '4' } : { response: `${i}` })),
      )
      // The client's own line, with the request that it belongs to, around the logger's.
      const lines = output.split('\n').flatMap((line) => {
        const { requestId, message } = line.startsWith('{') ? JSON.parse(line) : ({} as never)
        return message?.startsWith('{') !== true ? [] : [{ requestId, ...JSON.parse(message) }]
      })
      const own = lines.filter(({ message }) => message === 'before' || message === 'after')
      assert.is(own.length, 16)
      for (const { id, execution, requestId, function_request_id } of own)
        assert.equal([execution, requestId, function_request_id], [`execution-${id}`, `request-${id}`, `request-${id}`])
      const late = lines.filter(({ message }) => /^many has \d+ ms left before its time-out$/.test(message))
      assert.equal(
        late.map(({ execution }) => execution).sort(),
        [0, 1, 2, 4, 5, 6].map((i) => `execution-${i}`),
      )
    },
  )

  // Unbundled, as a layer or a plain zip file has it; from the build, as users have it.
  const dist = join(root, 'packages/handler/dist/index.js')
  const unbundled = existsSync(dist) ? test : test.skip
  unbundled(`Node.js ${major}: unbundled, as an ES module and as CommonJS`, async () => {
    const folder = join(temporary, `unbundled-${major}`)
    for (const name of ['core', 'handler']) {
      const to = join(folder, 'node_modules/@orkestra', name)
      mkdirSync(to, { recursive: true })
      for (const part of ['dist', 'esm', 'cjs', 'package.json'].filter((each) =>
        existsSync(join(root, 'packages', name, each)),
      ))
        cpSync(join(root, 'packages', name, part), join(to, part), { recursive: true })
    }
    const code = (load: string, give: string) => `${load}\n${give} handlers({ handler: async (e) => ({ got: e }) })`
    writeFileSync(
      join(folder, 'esm.mjs'),
      code("import { handlers } from '@orkestra/handler'", 'export const { handler } ='),
    )
    writeFileSync(
      join(folder, 'cjs.cjs'),
      code("const { handlers } = require('@orkestra/handler')", 'module.exports ='),
    )
    const esm = await lambdaLoop(node, folder, 'esm.handler', [{ event: 1 }])
    assert.equal(esm.answers, [{ response: { got: 1 } }])
    const cjs = await lambdaLoop(node, folder, 'cjs.handler', [{ event: 1 }])
    // Lambda switches `require` of ES modules off before Node.js 24.
    if (major < 24 && !existsSync(join(root, 'packages/handler/cjs')))
      assert.match(JSON.stringify(cjs.initError), /require\(\) of ES Module/)
    else assert.equal(cjs.answers, [{ response: { got: 1 } }])
  })
}

test.run()
