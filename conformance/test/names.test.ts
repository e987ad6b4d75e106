/** What esbuild and Vitest make of README and of the examples: names of steps are text, so they stay, renamed and minified. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { emit, toText } from '@orkestra/asl'
import { type AnyStep, isStep } from '@orkestra/core'
import { build } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ended } from '../oracles/spawned.ts'

const test = suite('names survive tools')
const root = fileURLToPath(new URL('../../', import.meta.url))

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const snippet = (file: string): string =>
  (new RegExp(`<!-- file: ${file} -->\\n\`\`\`ts\\n([\\s\\S]*?)\`\`\``).exec(readme) as RegExpExecArray)[1] as string

test('README’s test passes under Vitest, which compiles by esbuild without keeping names', async () => {
  const folder = join(root, 'conformance/.vitest')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  writeFileSync(join(folder, 'greeting.ts'), snippet('greeting.ts'))
  writeFileSync(join(folder, 'greeting.test.ts'), snippet('greeting.test.ts').replace("'node:test'", "'vitest'"))
  // What the same file does with a function's own name, so that the test shows what it is about.
  writeFileSync(
    join(folder, 'renamed.test.ts'),
    `import { compose } from '@orkestra/handler'
import { expect, test } from 'vitest'
const upper = compose(async function upper() {})
test('a name that esbuild made is none', () => expect(() => upper.graph).toThrow(/"upper2"/))`,
  )
  const conditions = "['@orkestra/source', 'node', 'import', 'module', 'default']"
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { resolve: { conditions: ${conditions} }, ssr: { resolve: { conditions: ${conditions} } } }`,
  )
  const vitest = join(root, 'conformance/node_modules/vitest/vitest.mjs')
  const { status, text } = await ended(process.execPath, [vitest, 'run', '--root', folder, '--no-color'], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', NODE_V8_COVERAGE: '' },
  })
  rmSync(folder, { recursive: true, force: true })
  assert.is(status, 0, text)
  assert.match(text, /Tests\s+4 passed \(4\)/)
})

const workflowsOf = async (path: string): Promise<Readonly<Record<string, string>>> => {
  const module: Record<string, unknown> = await import(pathToFileURL(path).href)
  return Object.fromEntries(
    Object.entries(module)
      .filter((entry): entry is [string, AnyStep] => isStep(entry[1]))
      .map(([name, step]) => [name, toText(emit(step))]),
  )
}

for (const example of readdirSync(join(root, 'examples'))) {
  const folder = join(root, 'examples', example)
  const [entry] = ['workflow.ts', 'handlers.ts'].map((file) => join(folder, 'src', file)).filter(existsSync)
  if (entry === undefined) continue
  for (const minify of [false, true])
    test(`${example}, bundled${minify ? ' and minified' : ''}, emits what it emits unbundled`, async () => {
      const outfile = join(folder, `node_modules/.cache/bundled-${minify}.mjs`)
      await build({
        entryPoints: [entry],
        outfile,
        bundle: true,
        minify,
        platform: 'node',
        format: 'esm',
        packages: 'external',
        logLevel: 'error',
      })
      const bundled = await workflowsOf(outfile)
      assert.ok(Object.keys(bundled).length > 0)
      assert.equal(bundled, await workflowsOf(entry as string))
    })
}

test.run()
