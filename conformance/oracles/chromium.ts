/** A real browser, where the machine has one. Without it the tests are skipped, with a line that says so. */
import { spawnSync } from 'node:child_process'
import type { Test } from 'uvu'
import * as assert from 'uvu/assert'
import { ended } from './spawned.ts'

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)

/** Where it is, for a library that drives it. */
export const browserPath = (): string => spawnSync('which', [browser ?? ''], { encoding: 'utf8' }).stdout.trim()

/** `test`, or its `skip` out loud. */
export const withChromium = (test: Test): Test | Test['skip'] => {
  if (browser !== undefined) return test
  console.log('  SKIPPED: drawings in a browser: there is no chromium on this machine (apt-get install chromium)')
  return test.skip
}

export type Scheme = 'light' | 'dark'

const run = async (scheme: Scheme, ...args: string[]): Promise<string> => {
  const { status, stdout, text } = await ended(browser as string, [
    '--headless',
    // Continuous integration runs as root, in containers with little shared memory.
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--hide-scrollbars',
    `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
    ...args,
  ])
  assert.is(status, 0, text)
  return stdout
}

/** Writes a picture of a page. */
export const screenshot = (
  url: string,
  { scheme, to, width, height }: { scheme: Scheme; to: string; width: number; height: number },
): Promise<string> => run(scheme, `--window-size=${width},${height}`, `--screenshot=${to}`, url)

/** The document of a page after its scripts have run. */
export const dom = (url: string, scheme: Scheme): Promise<string> =>
  run(scheme, '--window-size=1400,900', '--virtual-time-budget=2000', '--dump-dom', url)
