/**
 * The documentation site, as built by `npm run docs`: every public name has a page, every link leads somewhere, and a real browser can
 * read it at the width of a phone and of a desk. The pictures are kept in artifacts/site.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as asl from '@orkestra/asl'
import * as draw from '@orkestra/asl/draw'
import * as execute from '@orkestra/asl/execute'
import * as files from '@orkestra/asl/files'
import * as cdk from '@orkestra/cdk-adapter'
import * as core from '@orkestra/core'
import * as handler from '@orkestra/handler'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { browserPath, withChromium } from '../oracles/chromium.ts'

const test = suite('the documentation site')
const dist = fileURLToPath(new URL('../../site/dist', import.meta.url))
const isBuilt = existsSync(join(dist, 'index.html'))
if (!isBuilt) console.log('  SKIPPED: the documentation site is not built on this machine (npm run docs)')
const siteTest = isBuilt ? test : test.skip
const browserTest = isBuilt ? withChromium(test) : test.skip

const modules: Readonly<Record<string, object>> = {
  '@orkestra/asl': asl,
  '@orkestra/asl/draw': draw,
  '@orkestra/asl/execute': execute,
  '@orkestra/asl/files': files,
  '@orkestra/cdk-adapter': cdk,
  '@orkestra/core': core,
  '@orkestra/handler': handler,
}

siteTest('every public name has a page in the API reference, and every function an example on it', () => {
  const missing: string[] = []
  for (const [module, names] of Object.entries(modules))
    for (const [name, value] of Object.entries(names)) {
      const page = ['functions', 'variables', 'classes']
        .map((kind) => join(dist, 'api', module, kind, `${name}.html`))
        .find(existsSync)
      if (page === undefined) missing.push(`${module}: ${name} has no page`)
      else if (typeof value === 'function' && !/ id="examples?(-\d+)?"/.test(readFileSync(page, 'utf8')))
        missing.push(`${module}: ${name} has no example`)
    }
  assert.equal(missing, [])
})

/** The pages, by path, each with its own content: menus are the same everywhere. */
const contents = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html') && path !== '404.html')
      .map((path) => [path, /<main[\s\S]*<\/main>/.exec(readFileSync(join(dist, path), 'utf8'))?.[0] ?? '']),
  )

siteTest('every link leads to a page, and to a heading on it', () => {
  const pages = contents()
  assert.ok(pages.size > 500, `${pages.size} pages`)
  const broken: string[] = []
  for (const [path, text] of pages)
    for (const [, href = ''] of text.matchAll(/ href="([^"]+)"/g)) {
      if (/^[a-z]+:/.test(href)) continue
      const [file = '', id] = href.split('#')
      const target = file === '' ? path : posix.join(file.startsWith('/') ? '' : posix.dirname(path), file)
      const page = target.replace(/^\.?\//, '').replace(/(^|\/)$/, '$1index.html')
      const found = pages.get(page)
      if (found === undefined || (id && !found.includes(`id="${decodeURIComponent(id)}"`)))
        broken.push(`${path}: ${href}`)
    }
  assert.equal([...new Set(broken)], [])
})

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
let server: Server
let browser: Browser
let page: Page
let origin: string

test.before(async () => {
  if (browserTest === test.skip) return
  mkdirSync('artifacts/site', { recursive: true })
  server = createServer(({ url = '/' }, response) => {
    const path = join(dist, decodeURIComponent(new URL(url, 'http://site').pathname))
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    return response.end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await puppeteer.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  })
  page = await browser.newPage()
})
test.after(async () => {
  await browser?.close()
  server?.close()
})

const looked = [
  '/',
  '/docs/guide/tutorial.html',
  '/docs/guide/comparison.html',
  '/docs/reference/parCatch.html',
  '/docs/reference/options.html',
  '/docs/reference/expressions.html',
  '/docs/permissions/',
  '/docs/diagnostics/ASL031.html',
  '/api/@orkestra/core/functions/retry.html',
]

for (const width of [390, 1280])
  browserTest(`at ${width} pixels no page scrolls sideways, and code can be copied`, async () => {
    await page.setViewport({ width, height: 900 })
    const problems: string[] = []
    for (const path of looked) {
      await page.goto(origin + path)
      await page.waitForSelector('.vp-doc')
      // As text, for the browser's types are not those of this program.
      const { overflow, code, copies } = (await page.evaluate(`({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        code: document.querySelectorAll('.vp-doc div[class*=language-]').length,
        copies: document.querySelectorAll('.vp-doc button.copy').length,
      })`)) as { readonly overflow: number; readonly code: number; readonly copies: number }
      if (overflow > 0) problems.push(`${path} is ${overflow} pixels too wide`)
      if (copies !== code) problems.push(`${path}: ${copies} copy buttons for ${code} blocks of code`)
      const name = path.replace(/^\/|\.html$|\/$/g, '').replaceAll('/', '-') || 'home'
      await page.screenshot({ path: `artifacts/site/${name}-${width}.png` })
    }
    assert.equal(problems, [])
  })

browserTest('diagrams are drawn, in the dark too', async () => {
  await page.setViewport({ width: 1280, height: 900 })
  await page.goto(`${origin}/docs/reference/parCatch.html`)
  await page.waitForSelector('.diagram svg')
  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
  const light = await background()
  await page.click('.VPNavBar .VPSwitchAppearance')
  await page.waitForSelector('html.dark .diagram svg')
  assert.is.not(await background(), light)
  await page.screenshot({ path: 'artifacts/site/parCatch-dark.png' })
})

browserTest('search finds a page, without a server', async () => {
  await page.goto(`${origin}/`)
  await page.waitForSelector('#local-search button')
  await page.click('#local-search button')
  await page.waitForSelector('#localsearch-input')
  await page.type('#localsearch-input', 'wait for a person')
  await page.waitForSelector('.VPLocalSearchBox .result')
  const found = await page.$$eval('.VPLocalSearchBox .result', (links) =>
    links.map((link) => link.getAttribute('href')),
  )
  assert.ok(
    found.some((href) => href?.includes('recipes.html')),
    found.join('\n'),
  )
})

test.run()
