/** A new kind of node, or a new function of expressions, is a compile error in every reader until it is handled. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('readers are exhaustive')

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'lib/tsc.js')

interface Planted {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** The files in which the compiler finds errors, of a copy of the sources of core and asl in which something is planted. */
const errorsOf = (planted: readonly Planted[]): readonly string[] => {
  const root = mkdtempSync(join(tmpdir(), 'orkestra-exhaustive-'))
  try {
    for (const name of ['core', 'asl']) {
      mkdirSync(join(root, 'packages', name), { recursive: true })
      cpSync(`packages/${name}/src`, join(root, 'packages', name, 'src'), { recursive: true })
      cpSync(`packages/${name}/package.json`, join(root, 'packages', name, 'package.json'))
      symlinkSync(resolve('packages', name, 'node_modules'), join(root, 'packages', name, 'node_modules'))
    }
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    const compilerOptions = {
      composite: false,
      declaration: false,
      declarationMap: false,
      isolatedDeclarations: false,
      noEmit: true,
      paths: {
        '@orkestra/core': ['./packages/core/src/index.ts'],
        '@orkestra/core/integrations': ['./packages/core/src/services/integrations.ts'],
      },
    }
    const files = ['core/src/index.ts', 'asl/src/index.ts'].map((file) => `packages/${file}`)
    const config = { extends: resolve('tsconfig.base.json'), compilerOptions, files }
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(config))
    for (const { file, from, to } of planted) {
      const text = readFileSync(join(root, file), 'utf8')
      assert.is(text.split(from).length, 2, `${from} is once in ${file}`)
      writeFileSync(join(root, file), text.replace(from, to))
    }
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', root], { encoding: 'utf8', cwd: root })
    const places = Array.from(stdout.matchAll(/^packages\/(\S+?)\(\d+,\d+\): error/gm), ([, path = '']) => path)
    return [...new Set(places)].sort()
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

const graph = 'packages/core/src/graph/graph.ts'
const race =
  "export interface Race extends Annotated {\n  readonly _tag: 'Race'\n  readonly branches: readonly Node[]\n}\n"
const seq = 'export interface Seq extends Annotated {\n'
const tag: readonly Planted[] = [
  { file: graph, from: 'export type Node =\n', to: 'export type Node =\n  | Race\n' },
  { file: graph, from: seq, to: race + seq },
]

const expressions = 'packages/core/src/expressions'
const declaration = 'export type FunctionName =\n'
const declaring = readdirSync(expressions).find((name) =>
  readFileSync(join(expressions, name), 'utf8').includes(declaration),
)
const planted: readonly Planted[] = [
  ...tag,
  { file: join(expressions, String(declaring)), from: declaration, to: `${declaration}  | 'planted'\n` },
]

test('each that knows kinds of nodes or functions has to be told of a new one', () => {
  const files = errorsOf(planted)
  const ofExpressions = files.filter((file) => /\/expressions?\//.test(file))
  console.log(`  ${files.length} files: ${files.join(', ')}`)
  assert.equal(
    files.filter((file) => !ofExpressions.includes(file)),
    [
      'asl/src/emit/lower/guards.ts',
      'asl/src/emit/lower/loops.ts',
      'asl/src/emit/lower/lower.ts',
      'core/src/dag/dependencies.ts',
      'core/src/diagram/diagram.ts',
      'core/src/graph/fold.ts',
      'core/src/graph/labels.ts',
      'core/src/graph/occurrence.ts',
      'core/src/graph/step.ts',
    ],
  )
  // A table for each query language, at the least.
  for (const reader of [/^asl\/src\/emit\/expression\/intrinsic/, /^asl\/src\/emit\/expression\/jsonata/])
    assert.ok(
      ofExpressions.some((file) => reader.test(file)),
      `${reader}: ${ofExpressions.join(', ')}`,
    )
})

test('the same sources compile where nothing is planted', () => {
  assert.equal(errorsOf([]), [])
})

test.run()
