/** Where files are written: what may be replaced, and what is left alone. Within this process. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { UsageError } from '../../src/cli/load/module.ts'
import { deliver, writeAll } from '../../src/cli/output.ts'

const test = suite('writing files')

const inFolder = (act: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'orkestra-'))
  try {
    act(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const refusal = (act: () => void): string => {
  try {
    act()
  } catch (error) {
    assert.instance(error, UsageError)
    return (error as Error).message
  }
  throw new Error('it was not refused')
}

/** Makes what is no regular file; false where the machine does not let us. */
const made = (command: string, args: readonly string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a pipe and a device stay what they are, written to or compared', () => {
  inFolder((folder) => {
    const targets = [
      made('mkfifo', [join(folder, 'pipe')]) && join(folder, 'pipe'),
      made('mknod', [join(folder, 'device'), 'c', '1', '3']) && join(folder, 'device'),
    ].filter((path): path is string => path !== false)
    assert.ok(targets.length > 0)
    for (const path of targets) {
      const { mode, ino } = lstatSync(path)
      const text = refusal(() => writeAll(new Map([[path, 'text']])))
      assert.match(text, /^nothing was written: .* is a (?:pipe|device), not a regular file/)
      assert.match(
        refusal(() => void deliver(new Map([['a', 'text']]), { out: path, check: true })),
        /not a regular file/,
      )
      assert.equal([lstatSync(path).mode, lstatSync(path).ino], [mode, ino])
    }
    assert.is(readdirSync(folder).length, targets.length)
  })
})

test('of several files, one that cannot be replaced keeps all of them as they were', () => {
  inFolder((folder) => {
    if (!made('mkfifo', [join(folder, 'b')])) return
    writeFileSync(join(folder, 'a'), 'old')
    refusal(() =>
      writeAll(
        new Map([
          [join(folder, 'a'), 'new'],
          [join(folder, 'b'), 'new'],
        ]),
      ),
    )
    assert.is(readFileSync(join(folder, 'a'), 'utf8'), 'old')
    assert.equal(readdirSync(folder).sort(), ['a', 'b'])
  })
})

test('a symbolic link stays, and the file behind it is written, also one that is not there yet', () => {
  inFolder((folder) => {
    const at = (name: string) => join(folder, name)
    writeFileSync(at('real.json'), 'old')
    symlinkSync('real.json', at('first'))
    symlinkSync('first', at('second'))
    symlinkSync('later.json', at('dangling'))
    writeAll(
      new Map([
        [at('second'), 'new'],
        [at('dangling'), 'made'],
      ]),
    )
    assert.is(readFileSync(at('real.json'), 'utf8'), 'new')
    assert.is(readFileSync(at('later.json'), 'utf8'), 'made')
    assert.equal([readlinkSync(at('second')), readlinkSync(at('dangling'))], ['first', 'later.json'])
    symlinkSync('circle', at('circle'))
    assert.match(
      refusal(() => writeAll(new Map([[at('circle'), 'x']]))),
      /lead in a circle/,
    )
    symlinkSync('/dev', at('folder'))
    assert.match(
      refusal(() => writeAll(new Map([[at('folder'), 'x']]))),
      /is a folder/,
    )
  })
})

test('permissions stay as they were', () => {
  inFolder((folder) => {
    const path = join(folder, 'secret.json')
    writeFileSync(path, 'old')
    chmodSync(path, 0o600)
    writeAll(new Map([[path, 'new']]))
    assert.is(statSync(path).mode & 0o777, 0o600)
    assert.is(readFileSync(path, 'utf8'), 'new')
  })
})

test('a name that someone prepared for our temporary file is not followed', () => {
  inFolder((folder) => {
    const victim = join(folder, 'victim')
    writeFileSync(victim, 'untouched')
    symlinkSync(victim, join(folder, `.a.json.${process.pid}.tmp`))
    writeAll(new Map([[join(folder, 'a.json'), 'new']]))
    assert.is(readFileSync(victim, 'utf8'), 'untouched')
    assert.is(readFileSync(join(folder, 'a.json'), 'utf8'), 'new')
    assert.not(existsSync(join(folder, `.a.json.${process.pid}.tmp`)))
  })
})

test.run()
