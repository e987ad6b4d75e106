/** With Powertools' own Logger, Tracer and Metrics. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('powertools’ own tools')

const { stdout, stderr } = spawnSync(
  process.execPath,
  [
    '--conditions=@orkestra/source',
    '--import',
    'tsx',
    fileURLToPath(new URL('fixtures/instrumented.ts', import.meta.url)),
  ],
  {
    encoding: 'utf8',
    env: {
      ...process.env,
      POWERTOOLS_DEV: 'false',
      POWERTOOLS_TRACE_ENABLED: 'false',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    },
  },
)
const lines = stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
const line = (isIt: (line: Record<string, unknown>) => unknown) =>
  lines.find(isIt) ?? assert.unreachable(`${stdout}\n${stderr}`)

test('the handler gives its result', () =>
  assert.equal(
    line(({ result }) => result),
    { result: { receipt: '7' } },
  ))

test('the event is logged, with the context', () => {
  const { event, function_name, service, cold_start } = line(({ event }) => event)
  assert.equal([event, function_name, service, cold_start], [{ id: '7' }, 'test', 'shop', true])
})

test('the handler’s own lines have the keys it appended', () => {
  const { order, service } = line(({ message }) => message === 'charged')
  assert.equal([order, service], ['7', 'shop'])
})

test('metrics are published, with cold starts apart', () => {
  assert.ok(line(({ ColdStart }) => ColdStart === 1))
  const { charged, stage, service } = line(({ charged }) => charged)
  assert.equal([charged, stage, service], [1, 'dev', 'shop'])
})

test.run()
