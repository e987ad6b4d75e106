/** Every relative link of the repository's pages leads to a file that is there, and to a heading on it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('links')
const root = fileURLToPath(new URL('..', import.meta.url))

const pages = [
  ...[
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'STABILITY.md',
    'examples/README.md',
    'bench/README.md',
    '.changeset/README.md',
  ],
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path)),
  ...['examples', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'README.md')),
  ),
].filter((path) => path.endsWith('.md') && !path.includes('.snippets') && existsSync(join(root, path)))

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '')

/** The ids that GitHub gives to headings. */
const headings = (path: string): ReadonlySet<string> => {
  const ids = new Set<string>()
  for (const [, title] of textOf(path).matchAll(/^#+ (.*)$/gm)) {
    const id = (title as string)
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- _]/gu, '')
      .replaceAll(' ', '-')
    let free = id
    for (let n = 1; ids.has(free); n += 1) free = `${id}-${n}`
    ids.add(free)
  }
  return ids
}

test('all of them resolve', () => {
  const broken: string[] = []
  let links = 0
  for (const page of pages)
    for (const [, target = ''] of textOf(page)
      .replaceAll(/`[^`\n]+`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue
      links += 1
      const [file = '', id] = target.split('#')
      const path = file === '' ? page : relative(root, join(root, dirname(page), file))
      if (!existsSync(join(root, path))) broken.push(`${page}: ${target}`)
      else if (id !== undefined && (statSync(join(root, path)).isDirectory() || !headings(path).has(id)))
        broken.push(`${page}: ${target} (no such heading)`)
    }
  assert.ok(links > 300, `${links} links`)
  assert.equal(broken, [])
})

test('the index of the documentation has every page of the guide', () => {
  const index = readFileSync(join(root, 'docs/README.md'), 'utf8')
  const missing = readdirSync(join(root, 'docs/guide')).filter((name) => !index.includes(`](guide/${name})`))
  assert.equal(missing, [])
})

test.run()
