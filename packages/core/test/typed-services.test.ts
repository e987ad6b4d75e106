/** What tsc says of calls of the SDK, where a program has named the clients that it has. One run of tsc reads `typed-services/`. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('typed services')

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const { stdout } = spawnSync(
  here('../../../node_modules/.bin/tsc'),
  ['--pretty', 'false', '-p', here('typed-services')],
  {
    cwd: here('typed-services'),
    encoding: 'utf8',
  },
)

/** The mistakes of bad.ts: a comment before each says what it is, and what must be said of it. */
const mistakes = readFileSync(here('typed-services/bad.ts'), 'utf8')
  .split('\n')
  .flatMap((text, i) => {
    const [, mistake, says] = /^\/\/ (.+?): (.+)$/.exec(text) ?? []
    return mistake === undefined || says === undefined ? [] : [{ mistake, says, from: i + 1 }]
  })

/** All that is said of the lines behind a comment, up to the next one. */
const said = new Map<string, string>()
let open: string | undefined
for (const text of stdout.split('\n')) {
  const [, at] = /(?:^|\/)bad\.ts\((\d+),\d+\): /.exec(text) ?? []
  if (at !== undefined) open = mistakes.findLast(({ from }) => from < Number(at))?.mistake
  if (open !== undefined) said.set(open, `${said.get(open) ?? ''}${text}\n`)
}

test('what is right compiles, and each mistake is one error', () => {
  const errors = stdout.split('\n').filter((text) => /error TS\d+/.test(text))
  assert.equal(
    errors.filter((text) => !/(?:^|\/)bad\.ts\(/.test(text)),
    [],
  )
  assert.is(mistakes.length, 18)
  assert.is(errors.length, mistakes.length, stdout)
})

for (const { mistake, says } of mistakes)
  test(mistake, () => {
    assert.ok(said.get(mistake)?.includes(says), said.get(mistake) ?? stdout)
  })

test.run()
