/** The help: every command and option is in it, and every example that it shows is run. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commands } from '../../src/cli/commands.ts'
import { helpOf, overview } from '../../src/cli/help.ts'
import { orkestra, program, root } from '../orkestra.ts'

const test = suite('orkestra, helping')

test('the overview tells of every command, and of a way through them', () => {
  const text = overview(commands)
  for (const { name } of commands) assert.match(text, new RegExp(`^  ${name} `, 'm'))
  assert.match(text, 'orkestra init orders --target terraform')
  for (const line of text.split('\n')) assert.ok(line.length <= 110, line)
})

for (const command of commands)
  test(`${command.name}: purpose, usage, every option with its default, examples, exit codes`, () => {
    const text = helpOf(command)
    for (const [name, { default: value }] of Object.entries(command.options)) {
      assert.ok(text.includes(`  --${name}`), name)
      if (typeof value === 'string') assert.ok(text.replace(/\s+/g, ' ').includes(`Default: ${value}`), name)
    }
    assert.match(text, 'Exit codes: 0')
    assert.ok(command.examples.length > 0)
    // A name in brackets is not broken across lines.
    for (const [line] of text.matchAll(/^usage.*(?:\n {9}.*)*/gm)) assert.not.match(line, /\[[^\]]*\n/)
  })

/** The arguments of a call as a shell gives them. */
const words = (call: string): readonly string[] =>
  Array.from(call.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, bare]) => (quoted ?? bare) as string).slice(1)

const workflow = `import { parCatch, seq, task } from '@orkestra/core'
export const orders = seq(task('price'), parCatch(task('reserve'), task('tax')))
`
const answered = `import { implementation, nodeOf, task } from '@orkestra/core'
export const orders = { ...nodeOf(task('price')), [implementation]: (order) => order }
`
const machine = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } })

const template = `Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties: { Definition: { StartAt: Done, States: { Done: { Type: Succeed } } } }
  Refunds:
    Type: AWS::Serverless::StateMachine
    Properties: { Definition: { StartAt: Done, States: { Done: { Type: Succeed } } } }
`
const history = JSON.stringify({
  events: [
    { timestamp: '2026-01-01T00:00:00Z', type: 'ExecutionStarted', id: 1, previousEventId: 0 },
    {
      timestamp: '2026-01-01T00:00:01Z',
      type: 'SucceedStateEntered',
      id: 2,
      previousEventId: 0,
      stateEnteredEventDetails: { name: 'Done', input: '{}' },
    },
  ],
})

/** Runs what goes on until Ctrl-C, until it says so; on a free port. */
const untilReady = async (args: readonly string[], folder: string): Promise<void> => {
  const child = spawn(process.execPath, [...program, ...args, '--port', '0'], { cwd: folder })
  let text = ''
  let isAsked = false
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
      // Once: a second one would end it at once, with no code.
      if (isAsked || !text.includes('Ctrl-C ends')) return
      isAsked = true
      child.kill('SIGINT')
    })
  const code = await new Promise((resolve) => child.on('close', resolve))
  assert.is(code, 0, text)
}

// In order, for an example may build on the one before it.
for (const { name, examples, isEndless } of commands)
  test(`the examples of ${name} do what they say`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orkestra-help-'))
    try {
      for (const [file, text] of [
        ['package.json', '{"type":"module"}'],
        ['workflow.ts', name === 'run' ? answered : workflow],
        ['input.json', '{"id":"7"}'],
        ['machine.asl.json', machine],
        ['template.yaml', template],
        ['history.json', history],
      ] as const)
        writeFileSync(join(folder, file), text)
      mkdirSync(join(folder, 'machines/eu'), { recursive: true })
      writeFileSync(join(folder, 'machines/eu/a.asl.json'), machine)
      mkdirSync(join(folder, 'node_modules'))
      symlinkSync(join(root, 'node_modules/@orkestra'), join(folder, 'node_modules/@orkestra'))
      mkdirSync(join(folder, 'src'))
      writeFileSync(join(folder, 'src/charge.ts'), 'export const handler = () => ({ ok: true })\n')
      for (const { call } of examples) {
        if (isEndless) {
          await untilReady(words(call), folder)
          continue
        }
        const { code, stdout, stderr } = await orkestra(words(call), { cwd: folder })
        assert.is(code, 0, `${call}\n${stdout}${stderr}`)
        const out = /--out (\S+)/.exec(call)?.[1]
        assert.ok(out === undefined ? stdout !== '' : existsSync(join(folder, out)), call)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

test.run()
