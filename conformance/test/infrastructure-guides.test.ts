/** The programs in the guides of Pulumi and SST type-check against what these publish: `@pulumi/aws`, and the platform in SST's own tool. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ended } from '../oracles/spawned.ts'

const test = suite('guides of Pulumi and SST')

const out = mkdtempSync(join(tmpdir(), 'orkestra-guides-'))
test.after(() => rmSync(out, { recursive: true, force: true }))

/** The files of a guide by their names: its snippets, and the program that they are for. */
const filesOf = (guide: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(
      readFileSync(`docs/guide/${guide}.md`, 'utf8').matchAll(
        /<!-- (?:file|program): (\S+) -->\n```\w+\n([\s\S]*?)^```/gm,
      ),
      ([, file, code]) => [file as string, code as string],
    ),
  )

const write = (folder: string, files: ReadonlyMap<string, string>): void => {
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of files) writeFileSync(join(folder, file), text)
}

const project = (
  name: string,
  module: Readonly<Record<string, string>>,
  files: ReadonlyMap<string, string>,
): string => {
  const folder = join(out, name)
  write(folder, files)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }))
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2022',
        lib: ['es2023'],
        noEmit: true,
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        types: ['node'],
        typeRoots: [resolve('node_modules/@types')],
        ...module,
      },
      include: ['*.ts'],
    }),
  )
  symlinkSync(resolve('conformance/node_modules'), join(folder, 'node_modules'))
  return folder
}

/** What the compiler says of the files of a project itself. */
const errors = async (folder: string): Promise<readonly string[]> => {
  const { text } = await ended(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '--pretty', 'false'], {
    cwd: folder,
  })
  // SST's platform is TypeScript, and imports clouds that are not installed.
  return text.split('\n').filter((line) => /error TS/.test(line) && !line.startsWith('.sst/'))
}

/** One file of a project with a fault in it: then the compiler does look at that place. */
const planted = async (folder: string, file: string, text: string, fault: string): Promise<string> => {
  const path = join(folder, file)
  const right = readFileSync(path, 'utf8')
  assert.ok(right.includes(text), `${file} has no ${text}`)
  writeFileSync(path, right.replace(text, fault))
  const found = await errors(folder)
  writeFileSync(path, right)
  return found.join('\n')
}

const nodenext = { module: 'nodenext' }

test('the program of Pulumi is typed by its packages', async () => {
  const files = filesOf('pulumi')
  assert.equal([...files.keys()], ['workflow.ts', 'deployment.ts', 'deployment.test.ts', 'index.ts'])
  const folder = project('pulumi', nodenext, files)
  assert.equal(await errors(folder), [])
  assert.match(
    await planted(folder, 'index.ts', 'roleArn:', 'roleArm:'),
    "'roleArm' does not exist in type 'StateMachineArgs'",
  )
  assert.match(
    await planted(folder, 'index.ts', 'timeout: fn.timeout', 'timeout: `${fn.timeout} s`'),
    /^index\.ts.*'string' is not assignable to type/m,
  )
})

/**
 * `.sst/platform` of an app, as `sst install` writes it out of its own program. What it would fetch first is not needed for that: Pulumi's
 * engine and bun are stand-ins that say their versions.
 */
const installed = async (folder: string, tool: string): Promise<void> => {
  const home = join(out, 'home')
  const bin = join(home, 'sst/bin')
  mkdirSync(bin, { recursive: true })
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    SST_STAGE: 'test',
    SST_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  }
  const standIn = (name: string, version: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\necho ${version}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  // The versions that it is made for are in what it says when it does not find them.
  standIn('pulumi', 'v3.215.0')
  standIn('bun', '1.2.1')
  const { status, text } = await ended(tool, ['install', '--print-logs'], { cwd: folder, env })
  assert.is(status, 0, text)
}

const sst = resolve('conformance/node_modules/sst-linux-x64/bin/sst')
const runs = existsSync(sst) && spawnSync(sst, ['version']).error === undefined
if (!runs) console.log('  SKIPPED: the configuration of SST: its tool is installed for Linux on x64 alone')

;(runs ? test : test.skip)('the configuration of SST is typed by its platform', async () => {
  const files = filesOf('sst')
  assert.equal([...files.keys()], ['workflow.ts', 'functions.ts', 'functions.test.ts', 'sst.config.ts'])
  const deployment = filesOf('pulumi').get('deployment.ts') as string
  const folder = project(
    'sst',
    { module: 'esnext', moduleResolution: 'bundler' },
    new Map([...files, ['deployment.ts', deployment]]),
  )
  await installed(folder, sst)
  assert.equal(await errors(folder), [])
  assert.match(
    await planted(folder, 'sst.config.ts', 'primaryIndex:', 'primaryIndices:'),
    "does not exist in type 'DynamoArgs'",
  )
  assert.match(
    await planted(folder, 'functions.ts', '} seconds`', '} s`'),
    /sst\.config\.ts.*not assignable to .*FunctionArgs/,
  )
  assert.match(
    await planted(folder, 'sst.config.ts', 'roleArn:', 'roleArm:'),
    "'roleArm' does not exist in type 'StateMachineArgs'",
  )
})

test.run()
