/** Every TypeScript snippet of README.md and docs is type-checked and run; the outputs that they show are what the code gives. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { emit } from '@orkestra/asl'
import { type AnyStep, toMermaid } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('snippets')
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs/.snippets')

interface Snippet {
  /** The file that it becomes: named by a comment before it, so that later ones can import it. */
  readonly file: string
  readonly code: string
}
interface Output {
  readonly reader: string
  readonly file: string
  readonly name: string
  readonly text: string
}

const pages = [
  join(root, 'README.md'),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    // The reference shows whole files, which are type-checked and run as they are: reference/examples.test.ts.
    .filter((name) => name.endsWith('.md') && !/^reference\b/.test(name))
    .map((name) => join(root, 'docs', name)),
]

const snippetsOf = (text: string): Snippet[] =>
  [...text.matchAll(/(?:<!-- file: (\S+) -->\n)?```ts\n([\s\S]*?)```/g)].map(([, file, code], i) => ({
    file: file ?? `snippet-${i + 1}.ts`,
    code: code as string,
  }))

const outputsOf = (text: string): Output[] =>
  [...text.matchAll(/<!-- output: (\w+) (\S+)#(\w+) -->\n```\w+\n([\s\S]*?)```/g)].map(
    ([, reader, file, name, shown]) => ({
      reader: reader as string,
      file: file as string,
      name: name as string,
      text: shown as string,
    }),
  )

const place = (page: string): string => join(folder, page.slice(root.length).replace(/\W+/g, '-'))

rmSync(folder, { recursive: true, force: true })
const written: string[] = []
for (const page of pages)
  for (const { file, code } of snippetsOf(readFileSync(page, 'utf8'))) {
    mkdirSync(place(page), { recursive: true })
    const path = join(place(page), file)
    if (existsSync(path)) throw new Error(`${page}: two snippets are called ${file}`)
    writeFileSync(path, code)
    written.push(path)
  }

test('they type-check', () => {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.examples.json',
      compilerOptions: { incremental: false, tsBuildInfoFile: null },
      include: ['**/*.ts'],
      exclude: [],
      references: [],
    }),
  )
  const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    encoding: 'utf8',
  })
  assert.is(tsc.stdout, '')
  assert.is(tsc.status, 0)
})

for (const path of written)
  test(`${path.slice(folder.length + 1)} runs`, () => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', path], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_V8_COVERAGE: '' },
    })
    assert.is(run.status, 0, run.stderr)
    assert.not.match(run.stdout, /^# fail [^0]/m)
  })

for (const page of pages)
  for (const { reader, file, name, text } of outputsOf(readFileSync(page, 'utf8')))
    test(`${page.slice(root.length)} shows what ${reader} makes of ${file}#${name}`, async () => {
      const module: Record<string, unknown> = await import(pathToFileURL(join(place(page), file)).href)
      const workflow = module[name] as AnyStep
      if (reader === 'emit') assert.equal(JSON.parse(text), emit(workflow))
      else if (reader === 'draw') assert.is(text, toMermaid(workflow))
      else throw new Error(`${page}: there is no output ${reader}`)
    })

test.run()
