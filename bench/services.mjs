// What the tables of the AWS SDK cost: their size, and the time until the first call is checked or granted. Against the same
// definition without such a call, each in a process of its own.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { median, table } from './measure.mjs'

const require = createRequire(import.meta.url)
const asl = dirname(require.resolve('@orkestra/asl/package.json'))
const core = dirname(require.resolve('@orkestra/core/package.json'))

const definition = (resource, parameters) => ({
  StartAt: 'A',
  States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters: parameters, End: true } },
})
const plain = definition('sqs:sendMessage', { QueueUrl: 'u', MessageBody: 'm' })
const call = definition('aws-sdk:dynamodb:getItem', { TableName: 't', Key: { id: { S: 'a' } } })

/** Milliseconds of the first call of a function in a process of its own. */
const first = (name, document) => {
  const folder = mkdtempSync(join(tmpdir(), 'services-'))
  const script = join(folder, 'script.mjs')
  writeFileSync(
    script,
    `import { ${name} } from ${JSON.stringify(pathToFileURL(join(asl, 'dist/index.js')).href)}
const start = performance.now()
${name}(${JSON.stringify(document)})
console.log(performance.now() - start)`,
  )
  const times = Array.from({ length: 9 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    return Number(stdout)
  })
  rmSync(folder, { recursive: true })
  return median(times)
}

export const title = 'Services'
export const note =
  'The tables of the AWS SDK are files that are read when the first call of it is met; whoever emits never reads them.'

export const measure = async () => {
  const sizes = [
    ...['services', 'structures', 'optimized', 'actions', 'answers'].map((name) => [`data/${name}.json`, asl]),
    // A type: nothing of it is there at run time.
    ['src/sdk/generated/listedFields.ts', core],
  ].map(([file, home]) => {
    const text = readFileSync(join(home, file))
    return [`\`${file}\``, `${(text.length / 1024).toFixed(0)} kB`, `${(gzipSync(text).length / 1024).toFixed(0)} kB`]
  })
  const times = ['diagnose', 'policy'].map((name) => {
    const [without, with_] = [first(name, plain), first(name, call)]
    return [
      `first \`${name}\` of an SDK call, compared with an SQS call`,
      `${(with_ / without).toFixed(1)}x`,
      `${(with_ - without).toFixed(1)} ms more`,
    ]
  })
  return `${table(['', 'size', 'gzipped'], sizes)}\n\n${table(['', 'ratio', ''], times)}`
}
