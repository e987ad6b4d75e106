/** What an editor shows over every function that users write workflows, handlers and their readers with: a sentence and an example. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('docstrings')

/** The names that an index exports as values, with the files that they come from. */
const exported = (index: string): readonly (readonly [name: string, file: string])[] =>
  Array.from(readFileSync(index, 'utf8').matchAll(/export \{([^}]*)\} from '([^']+)'/g)).flatMap(([, names, from]) =>
    (names as string)
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => [name, join(dirname(index), from as string)] as const),
  )

/** The comment that stands right before a declaration. */
const docOf = (text: string, name: string): string | undefined => {
  const at = new RegExp(`^export (?:declare )?(?:const|function|class) ${name}\\b`, 'm').exec(text)
  if (at === null) return undefined
  const before = text.slice(0, at.index).trimEnd()
  return before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : ''
}

/** What is exported for readers of graphs and for the other packages is not written in workflows. */
const written =
  /core\/src\/(?:combinators\/|services\/(?:service\.|activity|distributedMap|s3Items|unlistedService)|expressions\/(?:functions|conditions)|dag\/|diagram\/to)|asl\/src\/(?:emit\/emit|toText|validate\/|policy\/policy|deploy\/(?:terraform|cloudformation)\/to)|handler\/src\/(?!deadline)/
const constant = /^(?:repeatLimit|repeatTime|DeadlineExceeded)/

const indexes = ['packages/core/src/index.ts', 'packages/asl/src/index.ts', 'packages/handler/src/index.ts']
for (const index of indexes)
  test(`${index}: every exported function has a sentence and an example`, () => {
    const missing: string[] = []
    let count = 0
    for (const [name, file] of exported(index)) {
      if (!existsSync(file) || !written.test(file) || constant.test(name)) continue
      const doc = docOf(readFileSync(file, 'utf8'), name)
      // Re-exported from elsewhere in the package, or a constant of data.
      if (doc === undefined) continue
      const text = readFileSync(file, 'utf8')
      const isFunction =
        new RegExp(`export function ${name}\\b`).test(text) ||
        new RegExp(`export const ${name}\\b[^]{0,400}?(?:=>|\\))`).test(text)
      if (!isFunction) continue
      count += 1
      const sentence =
        doc
          .slice(3, -2)
          .split('@')[0]
          ?.replaceAll(/\s*\n\s*\* ?/g, ' ') ?? ''
      if (sentence.trim().length < 12) missing.push(`${name}: no sentence`)
      if (!/@example/.test(doc)) missing.push(`${name}: no example`)
    }
    assert.ok(count > 5)
    assert.equal(missing, [])
  })

test.run()
