// The documentation site: how it looks and what its menu holds. build.mjs lays out the pages in .pages first.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'

const pages = new URL('../.pages/', import.meta.url)

/** The menu is the index of the documentation: a group for each heading of docs/README.md, an item for each link of its lists. */
const menu = readFileSync(new URL('docs/index.md', pages), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    text: section.split('\n')[0],
    collapsed: false,
    items: [...section.matchAll(/^- \[([^\]]+)\]\(([^)]+)\)/gm)].map(([, text, link]) => ({
      text: text.replaceAll('`', ''),
      link: new URL(link, 'https://site/docs/').pathname,
    })),
  }))

const namesIn = (folder) =>
  readdirSync(new URL(folder, pages))
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .map((name) => name.replace(/\.md$/, ''))

const listOf = (text, folder) => [
  {
    text,
    items: [
      { text: 'Overview', link: `/${folder}` },
      ...namesIn(folder).map((name) => ({ text: name, link: `/${folder}${name}` })),
    ],
  },
]

/** The modules of the API reference, each with its names. */
const modules = [
  ...readFileSync(new URL('api/index.md', pages), 'utf8').matchAll(/^- \[([^\]]+)\]\(([^)]+)index\.md\)/gm),
]
const apiMenu = (open) =>
  modules.map(([, text, folder]) => ({
    text,
    link: `/api/${folder}`,
    ...(folder === open && {
      // Types are on the module's own page: a menu of them all would be longer than the page.
      items: ['functions', 'variables', 'classes']
        .filter((kind) => existsSync(new URL(`api/${folder}${kind}`, pages)))
        .flatMap((kind) =>
          namesIn(`api/${folder}${kind}/`).map((name) => ({ text: name, link: `/api/${folder}${kind}/${name}` })),
        )
        .sort((a, b) => (a.text.toLowerCase() < b.text.toLowerCase() ? -1 : 1)),
    }),
  }))
/** The id of a heading, as GitHub makes it. */
const headingId = (title) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-')

/** A menu for each module, with its names; the longest path that fits a page wins. */
const apiMenus = Object.fromEntries(modules.map(([, , folder]) => [`/api/${folder}`, apiMenu(folder)]))

export default defineConfig({
  title: 'Orkestra',
  description: 'Typed, immutable workflows for AWS Step Functions',
  srcDir: '.pages',
  outDir: 'dist',
  cacheDir: 'node_modules/.vitepress',
  cleanUrls: false,
  metaChunk: true,
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/docs/' },
      { text: 'Combinators', link: '/docs/reference/' },
      { text: 'API', link: '/api/' },
      { text: 'Diagnostics', link: '/docs/diagnostics/' },
      { text: 'Examples', link: '/examples/' },
    ],
    sidebar: {
      '/': menu,
      '/docs/reference/': listOf('Combinators', 'docs/reference/'),
      '/docs/diagnostics/': listOf('Diagnostics', 'docs/diagnostics/'),
      '/docs/adr/': listOf('Decisions', 'docs/adr/'),
      '/api/': apiMenu(undefined),
      ...apiMenus,
    },
    outline: [2, 3],
    search: { provider: 'local' },
  },
  markdown: {
    // Links to headings are those of a Git host.
    anchor: { slugify: headingId },
    headers: { slugify: headingId },
    toc: { slugify: headingId },
    // Braces are text: {% … %} is JSONata.
    attrs: { disable: true },
    config: (md) => {
      const fence = md.renderer.rules.fence
      md.renderer.rules.fence = (tokens, index, ...rest) =>
        tokens[index].info === 'mermaid'
          ? `<Diagram source="${encodeURIComponent(tokens[index].content)}" />`
          : fence(tokens, index, ...rest)
    },
  },
})
