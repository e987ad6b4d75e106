/** The rules about imports hold on this tree, and each of them tells when it is broken. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import rules from '../../.dependency-cruiser.mjs'

/** What breaks a rule: where it stands, what stands there, and the rule. */
const broken: Readonly<Record<string, readonly [file: string, line: string, rule: string]>> = {
  'core imports asl': ['core/src/planted1.ts', "import { emit } from '@orkestra/asl'", 'core: only what it may import'],
  'core imports the types of asl': [
    'core/src/planted2.ts',
    "import type { StateMachine } from '@orkestra/asl'",
    'core: only what it may import',
  ],
  'core imports node:fs': [
    'core/src/planted3.ts',
    "import { readFileSync } from 'node:fs'",
    'core: only what it may import',
  ],
  'core imports a builtin without node:': [
    'core/src/planted4.ts',
    "import fs from 'fs'",
    'core: only what it may import',
  ],
  'core loads node:fs while it runs': [
    'core/src/planted5.ts',
    "export const fs = await import('node:fs')",
    'core: only what it may import',
  ],
  'core imports for the effect alone': [
    'core/src/planted6.ts',
    "import 'node:process'",
    'core: only what it may import',
  ],
  'core exports what asl does': [
    'core/src/planted7.ts',
    "export * from '@orkestra/asl'",
    'core: only what it may import',
  ],
  'expressions know graphs': [
    'core/src/expressions/planted.ts',
    "import type { Node } from '../graph/graph.ts'",
    'core: expressions knows what stands beside',
  ],
  'graphs know combinators': [
    'core/src/graph/planted.ts',
    "import { seq } from '../combinators/seq.ts'",
    'core: graph knows expressions, what stands beside',
  ],
  'a reader knows a reader': [
    'core/src/graph/readers/planted.ts',
    "import { show } from './show.ts'",
    'core: readers do not know each other',
  ],
  'a room that nobody drew': [
    'core/src/cellar/planted.ts',
    "import { seq } from '../combinators/seq.ts'",
    'core: every room has arrows',
  ],
  'handler loads core': ['handler/src/planted1.ts', "import { seq } from '@orkestra/core'", 'handler: types only'],
  'handler exports what core does': [
    'handler/src/planted2.ts',
    "export { seq } from '@orkestra/core'",
    'handler: types only',
  ],
  'handler loads core among types': [
    'handler/src/planted3.ts',
    "import { type Graph, seq } from '@orkestra/core'",
    'handler: types only',
  ],
  'handler knows asl': [
    'handler/src/planted4.ts',
    "import type { State } from '@orkestra/asl'",
    'handler: only what it may import',
  ],
  'asl knows the CDK': [
    'asl/src/emit/planted1.ts',
    "import { App } from 'aws-cdk-lib'",
    'asl: only what it may import',
  ],
  'asl knows a part of the CDK': [
    'asl/src/planted1.ts',
    "import type { State } from 'aws-cdk-lib/aws-stepfunctions'",
    'asl: only what it may import',
  ],
  'asl knows cdk-adapter': [
    'asl/src/planted2.ts',
    "import { stateMachine } from '@orkestra/cdk-adapter'",
    'asl: only what it may import',
  ],
  'asl reaches into core': [
    'asl/src/planted3.ts',
    "import { show } from '../../core/src/graph/readers/show.ts'",
    'asl: only what it may import',
  ],
  'core loads fp-ts, of which it needs the types': [
    'core/src/planted8.ts',
    "import { left } from 'fp-ts/lib/Either.js'",
    'core: types only',
  ],
  'asl loads esbuild': ['asl/src/planted4.ts', "import { build } from 'esbuild'", 'asl: types only'],
  'emit knows execute': [
    'asl/src/emit/planted2.ts',
    "import type { Machine } from '../execute/thread/thread.ts'",
    'asl: emit knows language, validate, what stands beside',
  ],
  'language knows validate': [
    'asl/src/language/planted.ts',
    "import { validate } from '../validate/validate.ts'",
    'asl: language knows what stands beside',
  ],
  'validate knows execute': [
    'asl/src/validate/planted.ts',
    "import { isRecord } from '../execute/payload/payload.ts'",
    'asl: validate knows language, sdk, generated, what stands beside',
  ],
  'policy knows deploy': [
    'asl/src/policy/planted.ts',
    "export type { DeployOptions } from '../deploy/options.ts'",
    'asl: policy knows language, sdk, emit, what stands beside',
  ],
  'cdk-adapter loads handler': [
    'cdk-adapter/src/planted.ts',
    "import { compose } from '@orkestra/handler'",
    'cdk-adapter: types only',
  ],
  'what is not there': ['asl/src/planted5.ts', "import { emit } from './nowhere.ts'", 'every import is there'],
  'two files know each other': [
    'asl/src/planted6.ts',
    "import type { Own } from './planted7.ts'\nexport type Other = Own | 1",
    'no circles',
  ],
  'a package of which nothing is known': [
    'newcomer/src/planted.ts',
    "import type { Own } from './other.ts'",
    'every package has arrows',
  ],
}

/** What looks like a breach and is none. */
const allowed: Readonly<Record<string, string>> = {
  'handler/src/allowed1.ts': "import { seconds } from '@orkestra/core/duration'",
  'handler/src/allowed2.ts': "import type { Graph, Task } from '@orkestra/core'",
  'cdk-adapter/src/allowed.ts': "import type { Composed } from '@orkestra/handler'",
  'newcomer/src/other.ts': 'export type Own = 1',
  // The other end of the circle, which is told of once.
  'asl/src/planted7.ts': "import type { Other } from './planted6.ts'\nexport type Own = Other | 2",
  'core/src/allowed.ts': "/**\n * import { emit } from '@orkestra/asl'\n */\n// import 'node:fs'\nexport const one = 1",
}

interface Breach {
  readonly from: string
  readonly rule: string
}

/** Every import of the packages below a folder that goes against a rule. */
const breaches = async (root: string): Promise<readonly Breach[]> => {
  const { forbidden, options } = rules
  const { output } = await cruise(
    readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`),
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden } } as never,
    options.enhancedResolveOptions as never,
  )
  const { summary } = output as ICruiseResult
  assert.ok(summary.totalCruised > 400, `${summary.totalCruised} modules`)
  return summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }))
}

const test = suite<{ root: string; found: readonly Breach[] }>('arrows', { root: '', found: [] })

test.before(async (context) => {
  context.root = mkdtempSync(join(tmpdir(), 'orkestra-arrows-'))
  for (const name of readdirSync('packages')) {
    const to = join(context.root, 'packages', name)
    cpSync(`packages/${name}/src`, join(to, 'src'), { recursive: true })
    cpSync(`packages/${name}/package.json`, join(to, 'package.json'))
    mkdirSync(join(to, 'node_modules'), { recursive: true })
    for (const each of readdirSync(`packages/${name}/node_modules`))
      if (each !== '@orkestra')
        symlinkSync(resolve(`packages/${name}/node_modules`, each), join(to, 'node_modules', each))
  }
  // Every package finds the others, as one that breaks a rule would once it had added them.
  mkdirSync(join(context.root, 'node_modules/@orkestra'), { recursive: true })
  for (const name of ['core', 'asl', 'handler', 'cdk-adapter'])
    symlinkSync(join(context.root, 'packages', name), join(context.root, 'node_modules/@orkestra', name))
  for (const name of ['aws-cdk-lib', 'esbuild', '@types'])
    symlinkSync(resolve('node_modules', name), join(context.root, 'node_modules', name))
  const plant = (file: string, text: string): void => {
    const path = join(context.root, 'packages', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${text}\n`)
  }
  for (const [file, line] of Object.values(broken)) plant(file, line)
  for (const [file, line] of Object.entries(allowed)) plant(file, line)
  context.found = await breaches(context.root)
})

test.after(({ root }) => rmSync(root, { recursive: true, force: true }))

for (const [what, [file, , rule]] of Object.entries(broken))
  test(what, ({ found }) => {
    const here = found.filter(({ from }) => from === `packages/${file}`).map((breach) => breach.rule)
    assert.equal(here, [rule], JSON.stringify(found))
  })

test('nothing else is found, neither in the tree nor in what only looks like a breach', ({ found }) => {
  const planted = Object.values(broken).map(([file]) => `packages/${file}`)
  assert.equal(
    found.filter(({ from }) => !planted.includes(from)),
    [],
  )
})

test.run()
