/** The command line as a person has it: in a terminal, by tmux. Needs the build: `npm test` builds first. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('orkestra in a terminal')

const hasTmux = spawnSync('tmux', ['-V']).status === 0
if (!hasTmux) console.log('  SKIPPED: orkestra in a terminal: there is no tmux on this machine (apt-get install tmux)')
const terminalTest = hasTmux ? test : test.skip

const folder = mkdtempSync(join(tmpdir(), 'orkestra-terminal-'))
const root = fileURLToPath(new URL('../../', import.meta.url))
// A server of its own, which gets nothing of what this process was started with: neither colours nor a PATH that others made.
const socket = join(folder, 'tmux')
const environment = {
  PATH: `${join(folder, 'bin')}:${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
  HOME: folder,
  SHELL: '/bin/sh',
  LANG: 'C.UTF-8',
}
const tmux = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync('tmux', ['-u', '-S', socket, '-f', '/dev/null', ...args], {
    encoding: 'utf8',
    env: { ...environment, PATH: process.env.PATH },
  })
  if (status !== 0) throw new Error(`tmux ${args.join(' ')}: ${stderr}`)
  return stdout
}
const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
const orders = (name: string): string => `import { seq, task } from '@orkestra/core'
export const orders = seq(task('x'), task('${name}'))
`
mkdirSync(join(folder, 'node_modules'))
symlinkSync(join(root, 'node_modules/@orkestra'), join(folder, 'node_modules/@orkestra'))
mkdirSync(join(folder, 'bin'))
/** A program for the shell in the terminal, whatever stands in its PATH. */
const script = (name: string, text: string): string => {
  const path = join(folder, 'bin', name)
  writeFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 })
  return path
}
script('orkestra', `exec '${process.execPath}' '${join(root, 'packages/asl/bin/orkestra.js')}' "$@"`)
const shell = script(
  'shell',
  `exec env -i ${Object.entries({ ...environment, PS1: '$ ', HISTFILE: '/dev/null' })
    .map(([key, value]) => `${key}='${value}'`)
    .join(' ')} TERM="$TERM" bash --norc --noprofile`,
)
write('package.json', '{"type":"module"}')
write('workflow.ts', orders('y'))
write(
  'machine.asl.json',
  JSON.stringify({
    StartAt: 'First',
    States: {
      First: {
        Type: 'Pass',
        Result: { text: 'a result that is long enough to be cut in a terminal that is narrow' },
        Next: 'Wait',
      },
      Wait: { Type: 'Wait', Seconds: 2, Next: 'Fails' },
      Fails: { Type: 'Fail', Error: 'OutOfStock', Cause: 'none left' },
    },
  }),
)

test.after(() => {
  if (hasTmux) spawnSync('tmux', ['-S', socket, 'kill-server'])
  // What the server ended may still be writing.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
})

/** Control sequences to be matched. */
const visible = (text: string): string => text.replaceAll('\u001b', '⎋')

let panes = 0

/** A shell in a terminal of a width. `raw` is everything that was written to it, taken away or not. */
const terminal = async (columns: number) => {
  panes += 1
  const name = `t${panes}`
  const record = join(folder, `${name}.raw`)
  tmux('new-session', '-d', '-s', name, '-x', String(columns), '-y', '60', '-c', folder, shell)
  tmux('pipe-pane', '-t', name, `cat > '${record}'`)
  const screen = (...options: string[]): string => tmux('capture-pane', '-p', '-t', name, ...options)
  const raw = (): string => (existsSync(record) ? readFileSync(record, 'utf8') : '')
  const until = async (wanted: RegExp, seen: () => string = screen): Promise<string> => {
    for (let waited = 0; waited < 120_000; waited += 100) {
      const text = seen()
      if (wanted.test(text)) return text
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error(`no ${wanted} in:\n${seen()}`)
  }
  await until(/[$#]/)
  return {
    screen,
    raw,
    until,
    type: (text: string): void => void tmux('send-keys', '-t', name, '-l', '--', text),
    press: (key: string): void => void tmux('send-keys', '-t', name, key),
  }
}

terminalTest('a run: progress while it waits, colour, a table within its width, and its exit code', async () => {
  for (const columns of [90, 160]) {
    const { type, press, until, screen, raw } = await terminal(columns)
    type('orkestra run machine.asl.json --clock real; echo "code $?"')
    press('Enter')
    const text = await until(/code \d/)
    assert.match(text, 'code 1')
    const lines = text.split('\n').filter((line) => /[│┌└]/.test(line))
    assert.ok(lines.length > 4)
    for (const line of lines) assert.match(line, /[│┐┤┘]$/)
    assert.is(text.includes('a result that is long enough'), columns === 160)
    assert.match(visible(screen('-e')), /⎋\[31m(FAILED|✗)/)
    assert.match(raw(), /running machine\.asl\.json … 1 s/)
    assert.not.match(text, 'running machine')
  }
})

terminalTest('a pipe sees no colour and no progress, and the same width everywhere', async () => {
  const { type, press, until } = await terminal(90)
  type('orkestra run machine.asl.json --clock real 2>err | cat > out; echo "done: $?"')
  press('Enter')
  await until(/done: \d/)
  const out = readFileSync(join(folder, 'out'), 'utf8')
  assert.not.match(out, '\u001b')
  assert.is(readFileSync(join(folder, 'err'), 'utf8'), '')
  assert.match(out, '{"text":"a result that is long enough to be')
})

terminalTest('many files: how far it has come, gone at the end', async () => {
  mkdirSync(join(folder, 'many'), { recursive: true })
  const States = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `S${i}`,
      { Type: 'Pass', ...(i < 59 ? { Next: `S${i + 1}` } : { End: true }) },
    ]),
  )
  const text = JSON.stringify({ StartAt: 'S0', States }, null, 2)
  for (let i = 0; i < 2500; i += 1) write(`many/m${i}.asl.json`, text)
  const { type, press, until, raw } = await terminal(90)
  type('orkestra validate many; echo "code $?"')
  press('Enter')
  const screen = await until(/code \d/)
  assert.match(screen, '2500 definitions in 2500 files, no issue.\ncode 0')
  assert.match(visible(raw()), /\r⎋\[K\d+ of 2500 files/)
  assert.not.match(screen, / of 2500 files/)
})

terminalTest('a watch: a change, an error in red, and Ctrl-C with code 0', async () => {
  const { type, press, until, screen } = await terminal(100)
  type('orkestra draw workflow.ts --out w.svg --watch; echo "code $?"')
  press('Enter')
  await until(/watching 1 file;/)
  write('workflow.ts', orders('changed'))
  await until(/(wrote w\.svg[\s\S]*){2}watching/)
  assert.match(readFileSync(join(folder, 'w.svg'), 'utf8'), '>changed<')
  write('workflow.ts', 'const = 1\n')
  await until(/syntax error/)
  assert.match(visible(screen('-e')), /⎋\[31morkestra draw:/)
  write('workflow.ts', orders('y'))
  await until(/(wrote w\.svg[\s\S]*){3}watching/)
  press('C-c')
  assert.match(await until(/code \d/), 'code 0')
})

terminalTest('completion at a key press: of a command, an option, an export', async () => {
  const { type, press, until } = await terminal(100)
  type('source <(orkestra completion bash); echo "rea""dy"')
  press('Enter')
  await until(/^ready/m)
  type('orkestra dr')
  press('Tab')
  await until(/[$#] orkestra draw/)
  type('work')
  press('Tab')
  await until(/[$#] orkestra draw workflow\.ts/)
  press('BSpace')
  type('#o')
  press('Tab')
  await until(/[$#] orkestra draw workflow\.ts#orders/)
  type('--form')
  press('Tab')
  await until(/--format/)
  type('m')
  press('Tab')
  await until(/--format mermaid/)
  press('Enter')
  await until(/flowchart TD/)
})

test.run()
