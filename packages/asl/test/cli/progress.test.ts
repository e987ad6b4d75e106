/** Progress and colour: for those who look, and for nobody else. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { paintFor } from '../../src/cli/terminal/colour.ts'
import { progressOn, timed } from '../../src/cli/terminal/progress.ts'
import { layoutOf } from '../../src/cli/terminal/table.ts'

const test = suite('progress')

const terminal = (isTTY: boolean, columns?: number) => {
  const written: string[] = []
  return { isTTY, ...(columns !== undefined && { columns }), write: (text: string) => written.push(text), written }
}

test('a pipe sees nothing of it', () => {
  const pipe = terminal(false)
  const progress = progressOn(pipe, () => 1e9)
  progress.show('1 of 9')
  progress.end()
  assert.equal(pipe.written, [])
})

test('a terminal sees it after a while, not too often, in one line, and not at the end', () => {
  const screen = terminal(true, 10)
  let now = 0
  const progress = progressOn(screen, () => now)
  progress.show('early')
  now = 300
  progress.show('1 of 1000000')
  now = 310
  progress.show('too soon')
  now = 400
  progress.show('2')
  progress.end()
  progress.end()
  assert.equal(screen.written, ['\r\u001b[K1 of 1000', '\r\u001b[K2', '\r\u001b[K'])
})

test('what is quick shows nothing, and leaves nothing to take away', () => {
  const screen = terminal(true)
  const progress = progressOn(screen)
  progress.show('1')
  progress.end()
  assert.equal(screen.written, [])
})

test('waiting shows for how long, and gives what is waited for, or its error', async () => {
  const lines: string[] = []
  const progress = { show: (line: string) => lines.push(line), end: () => undefined }
  assert.is(await timed('running a', progress, new Promise((resolve) => setTimeout(() => resolve(7), 250))), 7)
  assert.is(lines[0], 'running a … 0 s')
  const seen = lines.length
  await timed('b', progress, Promise.reject(new Error('no'))).then(
    () => assert.unreachable(),
    (error: Error) => assert.is(error.message, 'no'),
  )
  await new Promise((resolve) => setTimeout(resolve, 250))
  assert.is(lines.length, seen)
})

test('colour is for terminals, unless the environment says otherwise', () => {
  const isColoured = (isTTY: boolean, env: NodeJS.ProcessEnv) => paintFor({ isTTY, env }).red('a') !== 'a'
  assert.is(isColoured(true, {}), true)
  assert.is(isColoured(false, {}), false)
  assert.is(isColoured(true, { NO_COLOR: '1' }), false)
  assert.is(isColoured(true, { NO_COLOR: '' }), true)
  assert.is(isColoured(true, { TERM: 'dumb' }), false)
  assert.is(isColoured(false, { FORCE_COLOR: '1' }), true)
  assert.is(isColoured(true, { FORCE_COLOR: '0' }), false)
})

test('a table is as wide as its terminal has room for; in a pipe always the same', () => {
  assert.is(layoutOf({ isTTY: true, columns: 200 }, {}).widest, 70)
  assert.is(layoutOf({ isTTY: true, columns: 60 }, {}).widest, 12)
  assert.is(layoutOf({ isTTY: false, columns: 60 }, {}).widest, 44)
  assert.is(layoutOf({ isTTY: true }, {}).widest, 44)
})

test.run()
