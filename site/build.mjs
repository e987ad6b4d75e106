// npm run docs: builds the documentation site into site/dist. The pages are the Markdown files of the repository and an API reference
// generated from docstrings. The first run installs the generators in site/; later runs need no network.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const site = fileURLToPath(new URL('.', import.meta.url))
const root = join(site, '..')
const pages = join(site, '.pages')

const run = (command, ...args) => {
  const { status, error } = spawnSync(command, args, { cwd: site, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} failed`, { cause: error ?? `exit code ${status}` })
}

/** The Markdown files that become pages, as paths in the repository. */
const sources = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'STABILITY.md',
  'bench/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => `docs/${path}`),
  ...readdirSync(join(root, 'examples')).map((name) => `examples/${name}/README.md`),
  'examples/README.md',
].filter((path) => path.endsWith('.md') && !path.includes('/.') && existsSync(join(root, path)))

/** A folder's README is its index page on the site. */
const pageOf = (path) => path.replace(/(^|\/)README\.md$/, '$1index.md')

/** A relative link of a file, as it reads on the site: folders and READMEs are index pages. `undefined` where the site has no page for it. */
const linkOf = (path, target) => {
  if (/^([a-z]+:|#)/.test(target)) return target
  const [file, anchor] = target.split('#')
  const absolute = posix.join(posix.dirname(path), file)
  const isFolder = existsSync(join(root, absolute)) && statSync(join(root, absolute)).isDirectory()
  const source = isFolder ? posix.join(absolute, 'README.md') : absolute
  if (source.endsWith('.md') && !sources.includes(source)) return undefined
  return `${pageOf(isFolder ? posix.join(file, 'README.md') : file)}${anchor === undefined ? '' : `#${anchor}`}`
}

/** Prose is not HTML, apart from the few tags that Markdown files use on purpose. */
const escaped = (prose) =>
  prose.replaceAll(/<(?!\/?(?:details|summary|br|sub|sup)\b|!--|https?:)/g, '&lt;').replaceAll('{{', '&#123;&#123;')

/** Adapts links and escapes prose, outside of code; the name of a snippet's file stands above its block. */
const toPage = (path, text) =>
  text
    .replaceAll(/<!-- file: (\S+) -->\n```(\w+)\n/g, '`$1`\n\n```$2\n')
    .split(/(^```[\s\S]*?^```$|^(?: {4}.*\n)+|`[^`\n]+`)/m)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : escaped(part).replaceAll(/\[([^\]]*)\]\(([^)\s]+)\)/g, (_, words, target) => {
            const link = linkOf(path, target)
            return link === undefined ? words : `[${words}](${link})`
          }),
    )
    .join('')

if (!existsSync(join(site, 'node_modules')))
  run('npx', '--yes', 'pnpm@10.34.9', 'install', '--ignore-workspace', '--frozen-lockfile', '--prefer-offline')

rmSync(pages, { recursive: true, force: true })
for (const path of sources) {
  const page = join(pages, pageOf(path))
  mkdirSync(dirname(page), { recursive: true })
  writeFileSync(page, toPage(path, readFileSync(join(root, path), 'utf8')))
}
const bin = (name) => join(site, 'node_modules/.bin', name)
run(bin('typedoc'), '--logLevel', 'Warn')

/** A combinator's page in the API reference leads to its picture and its ASL. */
for (const path of readdirSync(join(pages, 'api/@orkestra/core'), { recursive: true, encoding: 'utf8' })) {
  const name = posix.basename(path, '.md')
  if (!path.endsWith('.md') || !existsSync(join(pages, 'docs/reference', `${name}.md`))) continue
  const page = join(pages, 'api/@orkestra/core', path)
  writeFileSync(
    page,
    `${readFileSync(page, 'utf8')}\n[Signatures, picture and ASL of ${name}](/docs/reference/${name}.md)\n`,
  )
}
run(bin('vitepress'), 'build')
