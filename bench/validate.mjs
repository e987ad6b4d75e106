// Validation: every issue of a definition. Against reading its JSON, asl-validator, and asl-validator's schemas under ajv.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { diagnose } from '@orkestra/asl/validate'
import { compare, median, ratio, table } from './measure.mjs'
import { byHand } from './workloads/chain.mjs'

const require = createRequire(import.meta.url)
const aslValidator = require('asl-validator')

/** What ajv alone needs for asl-validator's schemas, compiled once; their path formats, most of its time, are left out. */
const schemaCheck = () => {
  const Ajv = require('ajv').default
  const folder = join(dirname(require.resolve('asl-validator')), 'schemas')
  const schemas = readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  const ajv = new Ajv({ schemas, allowUnionTypes: true, validateFormats: false })
  return ajv.getSchema('http://asl-validator.cloud/state-machine.json#')
}

/** Parallel states, one in the other. */
const nested = (depth) => {
  let inner = { StartAt: `P${depth}`, States: { [`P${depth}`]: { Type: 'Pass', End: true } } }
  for (let i = depth - 1; i >= 0; i--)
    inner = { StartAt: `P${i}`, States: { [`P${i}`]: { Type: 'Parallel', Branches: [inner], End: true } } }
  return inner
}

/** The schemas want a query language in each state, which asl-validator writes into its caller's document. */
const withLanguage = (document) => {
  const copy = JSON.parse(JSON.stringify(document))
  const open = [copy]
  for (let scope = open.pop(); scope !== undefined; scope = open.pop())
    for (const state of Object.values(scope.States)) {
      state.QueryLanguage = 'JSONPath'
      open.push(...(state.Branches ?? []))
    }
  return copy
}

const first = (module, call, document) => {
  const code = `const start = performance.now()
const { default: other, ...named } = await import(${JSON.stringify(module)})
${call}
console.log(performance.now() - start)`
  // A script of its own, as a user has one: code given by `-e` first waits some milliseconds for Node to set itself up for it.
  const folder = mkdtempSync(join(tmpdir(), 'first-call-'))
  const script = join(folder, 'script.mjs')
  writeFileSync(script, code)
  const times = Array.from({ length: 9 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script], {
      encoding: 'utf8',
      env: { ...process.env, DOCUMENT: JSON.stringify(document) },
    })
    assert.equal(status, 0, stderr)
    return Number(stdout)
  })
  rmSync(folder, { recursive: true })
  return median(times)
}

export const title = 'Validation'
export const note =
  'How many times as long as JSON.parse of the same text. Aim: at most 4x at 1,000 states; no slower per state in 24 nested ' +
  'Parallels than in one; at most 15 ms for the first call in a fresh process, import included.'

export const measure = async () => {
  const check = schemaCheck()
  // 1.7 states per task of the workload.
  const documents = {
    '10 states': byHand(6),
    '1,000 states': byHand(588),
    '1 Parallel': nested(1),
    '24 nested': nested(24),
  }
  const columns = {}
  for (const [name, document] of Object.entries(documents)) {
    assert.deepEqual(diagnose(document), [], name)
    const text = JSON.stringify(document)
    const prepared = withLanguage(document)
    assert.ok(name === '24 nested' || check(prepared), name)
    columns[name] = await compare(
      {
        'JSON.parse': () => JSON.parse(text),
        'diagnose of the value': () => diagnose(document),
        'diagnose of the text': () => diagnose(text),
        // Exponential in the depth of nesting: at 24 they take minutes.
        ...(name !== '24 nested' && {
          "asl-validator's schemas, compiled once, without formats": () => check(prepared),
          'asl-validator': () => aslValidator(JSON.parse(text)),
        }),
      },
      name === '1,000 states' ? { rounds: 9 } : { rounds: 9, warm: 300 },
    )
  }
  const names = Object.keys(columns['10 states'])
  const ratios = table(
    ['', ...Object.keys(columns)],
    names.map((name) => [
      name,
      ...Object.values(columns).map((column) =>
        column[name] === undefined ? '-' : ratio(column[name], column['JSON.parse']),
      ),
    ]),
  )
  const perState = (column, states) => median(columns[column]['diagnose of the value']) / states
  const ten = byHand(6)
  const ours = first(
    import.meta.resolve('@orkestra/asl/validate'),
    'named.diagnose(JSON.parse(process.env.DOCUMENT))',
    ten,
  )
  const theirs = first(
    pathToFileURL(require.resolve('asl-validator')).href,
    'other(JSON.parse(process.env.DOCUMENT))',
    ten,
  )
  return `${ratios}

Per state, 24 nested Parallels take ${(perState('24 nested', 25) / perState('1 Parallel', 2)).toFixed(2)} times as long as one.
First call in a fresh process, import included: ${ours.toFixed(1)} ms; asl-validator ${theirs.toFixed(1)} ms.`
}
