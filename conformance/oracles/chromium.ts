/** A real browser, where the machine has one. Without it the tests are skipped, with a line that says so. */
import { spawnSync } from 'node:child_process'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import type { Test } from 'uvu'

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)

export const browserPath = (): string => spawnSync('which', [browser ?? ''], { encoding: 'utf8' }).stdout.trim()

/** `test`, or its `skip` out loud. */
export const withChromium = (test: Test): Test | Test['skip'] => {
  if (browser !== undefined) return test
  console.log('  SKIPPED: drawings in a browser: there is no chromium on this machine (apt-get install chromium)')
  return test.skip
}

/** A browser of its own, which nothing else on the machine shares. Whoever opens it closes it. */
export const openBrowser = (): Promise<Browser> =>
  puppeteer.launch({
    executablePath: browserPath(),
    // Continuous integration runs as root, in containers with little shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars'],
    timeout: 120_000,
    protocolTimeout: 300_000,
  })

export type Scheme = 'light' | 'dark'

/** Shows an address at a size, in the colours that a person prefers. */
export const show = async (
  page: Page,
  url: string,
  { scheme, width, height }: { readonly scheme: Scheme; readonly width: number; readonly height: number },
): Promise<void> => {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.setViewport({ width, height })
  await page.goto(url)
}

/** Writes a picture of what is shown. */
export const picture = async (page: Page, to: string): Promise<void> => {
  await page.screenshot({ path: to as `${string}.png` })
}

/** What the script of a page has found out: it leaves that in the title, as JSON. */
export const found = async <T>(page: Page): Promise<T> => {
  await page.waitForFunction("document.title.startsWith('{')")
  return JSON.parse(await page.title()) as T
}
