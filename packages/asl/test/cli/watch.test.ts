/** `--watch`: what is imported counts, errors do not end it, Ctrl-C does. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { program, root } from '../orkestra.ts'

const test = suite<{ folder: string; children: ChildProcess[] }>('orkestra --watch', { folder: '', children: [] })

test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'orkestra-watch-'))
  context.children = []
  writeFileSync(join(context.folder, 'package.json'), '{"type":"module"}')
  mkdirSync(join(context.folder, 'node_modules'))
  symlinkSync(join(root, 'node_modules/@orkestra'), join(context.folder, 'node_modules/@orkestra'))
})
test.after.each(({ folder, children }) => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Starts a watch; `until` waits for what is printed after what was waited for last. */
const started = (folder: string, children: ChildProcess[], args: readonly string[]) => {
  const child = spawn(process.execPath, [...program, ...args], { cwd: folder })
  children.push(child)
  let text = ''
  let from = 0
  let changed = (): void => undefined
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
      changed()
    })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return {
    until: (wanted: RegExp) =>
      new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no ${wanted} in:\n${text.slice(from)}`)), 15_000)
        changed = () => {
          const found = wanted.exec(text.slice(from))
          if (found === null) return
          from += found.index + found[0].length
          clearTimeout(timer)
          resolve()
        }
        changed()
      }),
    interrupt: async () => {
      child.kill('SIGINT')
      return await ended
    },
  }
}

const watching = /watching \d+ files?; Ctrl-C ends\.\n/

test('a change of an imported module, an error in it, its end, and Ctrl-C', async ({ folder, children }) => {
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  write(
    'workflow.ts',
    "import { seq, task } from '@orkestra/core'\nimport { name } from './name.ts'\nexport default seq(task('a'), task(name))\n",
  )
  write('name.ts', "export const name = 'first'\n")
  const { until, interrupt } = started(folder, children, ['draw', 'workflow.ts', '--out', 'w.svg', '--watch'])
  await until(/wrote w\.svg\n/)
  await until(/watching 2 files; Ctrl-C ends\.\n/)
  assert.match(readFileSync(join(folder, 'w.svg'), 'utf8'), '>first<')
  write('name.ts', "export const name = 'second'\n")
  await until(/wrote w\.svg\n/)
  await until(watching)
  assert.match(readFileSync(join(folder, 'w.svg'), 'utf8'), '>second<')
  write('name.ts', 'export const name = = 1\n')
  await until(/workflow\.ts cannot be loaded: name\.ts:1:\d+: syntax error/)
  await until(watching)
  assert.match(readFileSync(join(folder, 'w.svg'), 'utf8'), '>second<')
  write('name.ts', "import { other } from './other.ts'\nexport const name = other\n")
  await until(/Cannot find module/)
  await until(watching)
  write('other.ts', "export const other = 'third'\n")
  await until(/wrote w\.svg\n/)
  assert.match(readFileSync(join(folder, 'w.svg'), 'utf8'), '>third<')
  await until(watching)
  assert.is(await interrupt(), 0)
})

test('a definition that is corrected', async ({ folder, children }) => {
  const file = join(folder, 'm.asl.json')
  writeFileSync(file, '{"StartAt":"A","States":{}}')
  const { until, interrupt } = started(folder, children, ['validate', 'm.asl.json', '--watch'])
  await until(/error ASL007/)
  await until(watching)
  writeFileSync(file, '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}')
  await until(/1 definition in 1 file, no issue\.\n/)
  await until(watching)
  assert.is(await interrupt(), 0)
})

test('emit to standard output, again for each change', async ({ folder, children }) => {
  const file = join(folder, 'w.ts')
  const of = (name: string) => `import { task } from '@orkestra/core'\nexport default task('${name}')\n`
  writeFileSync(file, of('one'))
  const { until, interrupt } = started(folder, children, ['emit', 'w.ts', '--watch'])
  await until(/"StartAt": "one"/)
  await until(watching)
  writeFileSync(file, of('two'))
  await until(/"StartAt": "two"/)
  assert.is(await interrupt(), 0)
})

test.run()
