/** Every public name says what it means, and every public function and class shows a call: what editors and the API reference display. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('docstrings')
const packages = fileURLToPath(new URL('../packages', import.meta.url))

/** The modules that the packages export. */
const entries = readdirSync(packages).flatMap((name) => {
  const { exports } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'))
  return Object.values<{ readonly '@orkestra/source'?: string }>(exports)
    .map((entry) => entry['@orkestra/source'])
    .filter((path) => path?.endsWith('index.ts') === true)
    .map((path) => join(packages, name, path as string))
})

/** The values that an entry exports from other files, with the files: `export { a, type B } from './c.ts'`. */
const exportsOf = (entry: string): readonly (readonly [name: string, file: string])[] =>
  [...readFileSync(entry, 'utf8').matchAll(/^export \{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(([, names, file]) =>
    (names as string)
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => [name.split(' as ')[0] as string, join(dirname(entry), file as string)] as const),
  )

interface Declaration {
  readonly head: string
  /** The comment right before it; empty where there is none. */
  readonly comment: string
}

const declared = (name: string, source: string): Declaration | undefined => {
  const found = new RegExp(`^export (?:const|function|class) ${name}\\b.*`, 'm').exec(source)
  if (found === null) return undefined
  const before = source.slice(0, found.index)
  return { head: found[0], comment: before.endsWith('*/\n') ? before.slice(before.lastIndexOf('/**')) : '' }
}

/** Texts, numbers, tables and keys: there is nothing to call. */
const isData = (head: string): boolean =>
  /unique symbol| = (?:'|\d|\{)|: (?:readonly|Readonly|Required|RetryPolicy)/.test(head)

test('there is one before every public value, and an example in that of every function and class', () => {
  const silent: string[] = []
  let seen = 0
  for (const entry of entries)
    for (const [name, file] of exportsOf(entry)) {
      const found = declared(name, readFileSync(file, 'utf8'))
      // What a file passes on is looked at where it is declared, by the entry's own line for it.
      if (found === undefined) continue
      seen += 1
      const { head, comment } = found
      if (comment === '') silent.push(`${name} has no docstring`)
      else if (!isData(head) && !comment.includes('@example')) silent.push(`${name} has no example`)
    }
  assert.ok(seen > 150, `${seen} names`)
  assert.equal(silent, [])
})

test.run()
