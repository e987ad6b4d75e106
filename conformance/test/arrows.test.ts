/** The check of the arrows between packages passes on this tree, and fails where one is broken. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite<{ root: string }>('arrows', { root: '' })

const check = (root?: string): { readonly status: number | null; readonly text: string } => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/check-arrows.mjs', ...(root === undefined ? [] : [root])],
    { encoding: 'utf8' },
  )
  return { status, text: stdout + stderr }
}

test.before((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'orkestra-arrows-'))
  for (const name of readdirSync('packages'))
    if (existsSync(`packages/${name}/src`))
      cpSync(`packages/${name}/src`, join(context.root, 'packages', name, 'src'), { recursive: true })
})

test.after(({ root }) => rmSync(root, { recursive: true, force: true }))

test('the tree keeps to them', () => {
  const { status, text } = check()
  assert.is(status, 0, text)
  assert.match(text, /^arrows: ok$/m)
})

test('and so does the copy in which they are broken below', ({ root }) => {
  assert.is(check(root).status, 0)
})

/** What breaks an arrow: where it stands, what stands there, and what is said of it. */
const broken: Readonly<Record<string, readonly [file: string, line: string, said: RegExp]>> = {
  'core imports asl': ['core/src/planted.ts', "import { emit } from '@orkestra/asl'", /must not import @orkestra\/asl/],
  'core imports the types of asl': [
    'core/src/planted.ts',
    "import type { StateMachine } from '@orkestra/asl'",
    /must not import @orkestra\/asl/,
  ],
  'core imports node:fs': ['core/src/planted.ts', "import { readFileSync } from 'node:fs'", /must not import node:fs/],
  'core imports a builtin without node:': ['core/src/planted.ts', "import fs from 'fs'", /must not import fs/],
  'core loads node:fs at run time': [
    'core/src/planted.ts',
    "const fs = await import('node:fs')",
    /must not import node:fs/,
  ],
  'core imports for the effect alone': ['core/src/planted.ts', "import 'node:process'", /must not import node:process/],
  'core re-exports asl': ['core/src/planted.ts', "export * from '@orkestra/asl'", /must not import @orkestra\/asl/],
  'an import over several lines': [
    'core/src/planted.ts',
    "import {\n  type EmitOptions,\n  emit,\n} from '@orkestra/asl'",
    /must not import @orkestra\/asl/,
  ],
  'handler imports core at run time': [
    'handler/src/planted.ts',
    "import { seq } from '@orkestra/core'",
    /@orkestra\/core may be imported for types only/,
  ],
  'handler re-exports core at run time': [
    'handler/src/planted.ts',
    "export { seq } from '@orkestra/core'",
    /@orkestra\/core may be imported for types only/,
  ],
  'handler imports core at run time among types': [
    'handler/src/planted.ts',
    "import { type Graph, seq } from '@orkestra/core'",
    /@orkestra\/core may be imported for types only/,
  ],
  'handler imports asl': ['handler/src/planted.ts', "import type { State } from '@orkestra/asl'", /must not import/],
  'a reader imports a reader': [
    'core/src/graph/readers/planted.ts',
    "import { run } from './run.ts'",
    /a reader imports the reader \.\/run\.ts/,
  ],
  'asl imports aws-cdk-lib': [
    'asl/src/emit/planted.ts',
    "import { App } from 'aws-cdk-lib'",
    /must not import aws-cdk-lib/,
  ],
  'asl imports a part of aws-cdk-lib': [
    'asl/src/planted.ts',
    "import type { State } from 'aws-cdk-lib/aws-stepfunctions'",
    /must not import aws-cdk-lib\/aws-stepfunctions/,
  ],
  'asl imports cdk-adapter': [
    'asl/src/planted.ts',
    "import { stateMachine } from '@orkestra/cdk-adapter'",
    /must not import @orkestra\/cdk-adapter/,
  ],
  'asl reaches into the sources of core': [
    'asl/src/planted.ts',
    "import { show } from '../../core/src/graph/readers/show.ts'",
    /leaves the package/,
  ],
  'cdk-adapter imports handler at run time': [
    'cdk-adapter/src/planted.ts',
    "import { compose } from '@orkestra/handler'",
    /@orkestra\/handler may be imported for types only/,
  ],
}

for (const [what, [file, line, said]] of Object.entries(broken))
  test(what, ({ root }) => {
    const path = join(root, 'packages', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${line}\n`)
    try {
      const { status, text } = check(root)
      assert.is(status, 1, text)
      const complaints = text.split('\n').filter((each) => each.startsWith(`packages/${file}: `))
      assert.is(complaints.length, 1, text)
      assert.match(complaints[0] as string, said)
    } finally {
      rmSync(path)
    }
  })

test('a package of which the check knows nothing', ({ root }) => {
  const path = join(root, 'packages', 'newcomer')
  mkdirSync(join(path, 'src'), { recursive: true })
  try {
    const { status, text } = check(root)
    assert.is(status, 1)
    assert.match(text, /^packages\/newcomer has no arrows of its own/m)
  } finally {
    rmSync(path, { recursive: true })
  }
})

/** What looks like a breach and is none. */
for (const [what, [file, line]] of Object.entries({
  'handler imports the durations of core': [
    'handler/src/planted.ts',
    "import { seconds } from '@orkestra/core/duration'",
  ],
  'handler imports the types of core': [
    'handler/src/planted.ts',
    "import { type Graph, type Task } from '@orkestra/core'",
  ],
  'cdk-adapter imports the types of handler': [
    'cdk-adapter/src/planted.ts',
    "import type { Composed } from '@orkestra/handler'",
  ],
  'an import in a comment': [
    'core/src/planted.ts',
    "/**\n * import { emit } from '@orkestra/asl'\n */\n// import 'node:fs'",
  ],
} satisfies Record<string, readonly [string, string]>))
  test(`allowed: ${what}`, ({ root }) => {
    const path = join(root, 'packages', file)
    writeFileSync(path, `${line}\n`)
    try {
      const { status, text } = check(root)
      assert.is(status, 0, text)
    } finally {
      rmSync(path)
    }
  })

test.run()
