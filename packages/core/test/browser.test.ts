/** Core is the algebra alone: its bundle for a browser holds no clock, no chance, no engine and nothing of Node. */
import { fileURLToPath } from 'node:url'
import { createContext, Script } from 'node:vm'
import { build } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('core in a browser')

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** What is left of core where all of it is used. */
const bundled = async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['packages/core/src/index.ts'],
    absWorkingDir: root,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'core',
    conditions: ['@orkestra/source'],
    write: false,
    metafile: true,
    outfile: 'core.js',
  })
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs))
  return { text: outputFiles[0]?.text ?? '', inputs }
}

const { text, inputs } = await bundled()

test('it imports nothing of Node, and nothing but graphlib', () => {
  const packages = inputs.flatMap(
    (path) => /node_modules\/(?:\.pnpm\/.*\/node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  )
  assert.equal([...new Set(packages)].sort(), ['@dagrejs/graphlib'])
  const own = inputs.filter((path) => !path.includes('node_modules'))
  assert.ok(own.length > 40 && own.every((path) => path.startsWith('packages/core/src/')))
})

test('its own code has no clock, no chance and no hash', async () => {
  const own = text
    .split(/^ {2}\/\/ (?=packages\/|node_modules\/)/m)
    .filter((part) => part.startsWith('packages/'))
    .join('\n')
  assert.ok(own.includes('flowchart TD'))
  for (const word of [
    'Date.now',
    'new Date',
    'Math.random',
    'setTimeout',
    'setImmediate',
    'queueMicrotask',
    'performance',
    'crypto',
    'Buffer',
    'process.',
    'require(',
  ])
    assert.not.ok(own.includes(word), word)
})

test('and it works where there is nothing of Node', () => {
  const place = createContext({})
  new Script(text).runInContext(place)
  const drawn = new Script(`
    const { seq, task, parCatch, toMermaid, fromDag, show, pass, concat } = core
    const [x, y] = [task('x'), task('y')];
    [toMermaid(seq(x, parCatch(y))).split('\\n')[0], show(seq(x, pass((i) => ({ a: concat(i.b, '!') })))), fromDag([['x', 'y']], { x, y })._tag]
  `).runInContext(place)
  assert.equal([...drawn], ['flowchart TD', 'seq(x, pass((i) => ({ a: concat(i.b, "!") })))', 'Right'])
})

test.run()
