/** What RE2 finds is what JavaScript's own engine finds. */
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { holds } from '../../../core/test/arbitraries/laws.ts'
import { readySearch } from '../../src/execute/work/pattern.ts'

const test = suite('patterns')

const atom = fc.constantFrom(
  ...[
    'a',
    'b',
    '.',
    '\\d',
    '\\w',
    '\\s',
    '\\S',
    '[ab]',
    '[^a]',
    '[\\s\\d]',
    '[^\\S]',
    '\\.',
    '\\b',
    'é',
    '\\u00e9',
    '[a-c]',
  ],
)

// No empty loops: there the two count groups differently.
const pattern = fc.letrec<{ term: string; some: string }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3 },
    atom,
    tie('some').map((inner) => `(?:${inner})`),
    tie('some').map((inner) => `(?:(?:${inner})x)+`),
    fc
      .tuple(atom, fc.constantFrom('*', '+', '?', '+?', '*?', '{1,2}'))
      .map(([one, times]) => (one === '\\b' ? one : one + times)),
  ),
  some: fc.oneof(
    fc.array(tie('term'), { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
    fc.tuple(tie('term'), tie('term')).map(([a, b]) => `${a}|${b}`),
    fc.tuple(tie('term'), tie('term')).map(([a, b]) => `(${a})${b}`),
  ),
})).some

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'x', '1', ' ', '.', 'é', '\n', '\r', '\t', '\u00a0', '\u2028', 'A'), {
    maxLength: 12,
  })
  .map((all) => all.join(''))

test('the first match, its place and its groups are those of JavaScript', () =>
  holds(pattern, fc.constantFrom('', 'i', 'm', 'im'), text, fc.nat(3), (source, flags, searched, from) => {
    const native = new RegExp(source, `${flags}g`)
    native.lastIndex = from
    const expected = native.exec(searched)
    const found = readySearch(new RegExp(source, flags))(searched, from, { left: 1e6 })
    assert.equal(
      found && [found.start, found.end],
      expected?.index === undefined ? undefined : [expected.index, native.lastIndex],
    )
    // A group in a loop keeps what it matched last; in JavaScript each round forgets what the one before it matched.
    if (expected && !source.includes(')+')) assert.equal(found?.groups, expected.slice(1))
  }))

test.run()
