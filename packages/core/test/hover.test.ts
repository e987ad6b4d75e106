/** The types that editors show for workflows, as tsc writes them into declarations: what a person can read. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('displayed types')

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The declared type of each export of the fixture. */
const declaredTypes = (): ReadonlyMap<string, string> => {
  const out = mkdtempSync(join(tmpdir(), 'orkestra-hover-'))
  try {
    const { stdout, status } = spawnSync(
      join(root, 'node_modules/.bin/tsc'),
      ['--pretty', 'false', '-p', join(root, 'packages/core/test/hover'), '--outDir', out],
      { encoding: 'utf8' },
    )
    assert.is(status, 0, stdout)
    const file = readdirSync(out, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('workflows.d.ts'))
    const text = readFileSync(join(out, file ?? ''), 'utf8')
    const declarations = text.split(/^(?:export |declare )+const /m).slice(1)
    return new Map(
      declarations.map((declaration) => {
        const [, name = '', type = ''] = /^(\w+): (.*);\s*(?:export .*)?$/s.exec(declaration) ?? []
        return [name, type.replace(/\s+/g, ' ')]
      }),
    )
  } finally {
    rmSync(out, { recursive: true })
  }
}

const expected: Readonly<Record<string, string>> = {
  price: 'Graph<Order, { price: number; }>',
  stock: 'Graph<Order, number>',
  placed: 'Graph<void, { at: string; note?: string; order: Order; }>',
  sequence: 'Graph<Order, string>',
  tuple: 'Graph<Order, readonly [{ price: number; }, number]>',
  record: 'Graph<Order, { readonly price: { price: number; }; readonly stock: number; }>',
  outcomes: 'Graph<Order, readonly [Outcome<{ price: number; }>, Outcome<number>]>',
  outcomeRecord: 'Graph<Order, { readonly price: Outcome<{ price: number; }>; readonly stock: Outcome<number>; }>',
  list: 'Graph<readonly Order[], readonly { price: number; }[]>',
  outcomeList: 'Graph<readonly Order[], readonly Outcome<string>[]>',
  outcome: 'Graph<Order, Outcome<number>>',
  nested: 'Graph<Order, readonly [1, readonly [Outcome<2>]]>',
  long: 'Graph<number, number>',
}

// The declarations say where a type comes from, in its own words: import("…").Graph. An editor does not.
const plain = (type: string | undefined): string | undefined => type?.replace(/import\("[^"]*"\)\./g, '')

const types = declaredTypes()
for (const [name, type] of Object.entries(expected)) test(name, () => assert.is(plain(types.get(name)), type))

test.run()
