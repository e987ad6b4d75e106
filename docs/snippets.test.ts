/**
 * README.md and docs are code: every TypeScript snippet is type-checked and run, every command under `<!-- run -->` is run, and the
 * outputs that the pages show are what the code gives.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
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
interface Commands {
  readonly script: string
  /** What the page says that they print, where it says so: the next block, if it is of text. */
  readonly prints: string | undefined
}

const pages = [
  join(root, 'README.md'),
  ...readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'README.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    // The reference shows whole files, which are type-checked and run as they are: reference/examples.test.ts.
    .filter((name) => name.endsWith('.md') && !/^(reference|\.snippets)\b/.test(name))
    .map((name) => join(root, 'docs', name)),
]

/** Files of any language that have a name, and TypeScript that has none. */
const snippetsOf = (text: string): Snippet[] =>
  [...text.matchAll(/(?:<!-- file: (\S+) -->\n)?^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, file, language, code], i) =>
    file === undefined && language !== 'ts' ? [] : [{ file: file ?? `snippet-${i + 1}.ts`, code: code as string }],
  )

const outputsOf = (text: string): Output[] =>
  [...text.matchAll(/<!-- output: (\w+) (\S+)#(\w+) -->\n```\w+\n([\s\S]*?)```/g)].map(
    ([, reader, file, name, shown]) => ({
      reader: reader as string,
      file: file as string,
      name: name as string,
      text: shown as string,
    }),
  )

const commandsOf = (text: string): Commands[] =>
  [...text.matchAll(/<!-- run -->\n```sh\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```)?/g)].map(
    ([, script, prints]) => ({
      script: script as string,
      prints,
    }),
  )

const place = (page: string): string => join(folder, page.slice(root.length).replace(/\W+/g, '-'))

rmSync(folder, { recursive: true, force: true })
/** The TypeScript of each page. */
const written = new Map<string, string[]>()
for (const page of pages) {
  for (const { file, code } of snippetsOf(readFileSync(page, 'utf8'))) {
    const path = join(place(page), file)
    if (existsSync(path)) throw new Error(`${page}: two snippets are called ${file}`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, code)
    if (file.endsWith('.ts')) written.set(page, [...(written.get(page) ?? []), path])
  }
}

// `orkestra` and `npx orkestra`, as a project that has installed the package finds them.
const bin = join(folder, 'bin')
mkdirSync(bin, { recursive: true })
const main = join(root, 'packages/asl/src/cli/main.ts')
const tsx = fileURLToPath(import.meta.resolve('tsx'))
writeFileSync(
  join(bin, 'orkestra'),
  `#!/bin/sh\nexec '${process.execPath}' --conditions=@orkestra/source --import '${tsx}' '${main}' "$@"\n`,
  { mode: 0o755 },
)
writeFileSync(join(bin, 'npx'), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 })

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

// One process for each page. A snippet that fails is named by the stack of its error.
for (const [page, paths] of written)
  test(`the ${paths.length} snippets of ${page.slice(root.length)} run`, () => {
    const all = paths.map((path) => `await import(${JSON.stringify(pathToFileURL(path).href)})`).join('\n')
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', all], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_V8_COVERAGE: '' },
    })
    assert.is(run.status, 0, run.stderr)
    assert.not.match(run.stdout, /^# fail [^0]/m)
  })

for (const page of pages) {
  const text = readFileSync(page, 'utf8')
  for (const { reader, file, name, text: shown } of outputsOf(text))
    test(`${page.slice(root.length)} shows what ${reader} makes of ${file}#${name}`, async () => {
      const module: Record<string, unknown> = await import(pathToFileURL(join(place(page), file)).href)
      const workflow = module[name] as AnyStep
      if (reader === 'emit') assert.equal(JSON.parse(shown), emit(workflow))
      else if (reader === 'draw') assert.is(shown, toMermaid(workflow))
      else throw new Error(`${page}: there is no output ${reader}`)
    })
  for (const { script, prints } of commandsOf(text))
    test(`${page.slice(root.length)} runs: ${script.split('\n')[0]}`, () => {
      const run = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
        cwd: place(page),
        encoding: 'utf8',
        env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, NODE_V8_COVERAGE: '', NO_COLOR: '1' },
      })
      assert.is(run.status, 0, run.stdout + run.stderr)
      if (prints !== undefined) assert.ok(run.stdout.includes(prints.trim()), run.stdout)
    })
}

test.run()
