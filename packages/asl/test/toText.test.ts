import { toText } from '@orkestra/asl'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('toText')

const deep = (levels: number, inner: unknown, wrap: (value: unknown) => unknown): unknown => {
  let value = inner
  for (let i = 0; i < levels; i++) value = wrap(value)
  return value
}

test('100,000 levels of arrays and of objects', () => {
  const levels = 100_000
  assert.is(toText(deep(levels, 1, (v) => [v])), `${'['.repeat(levels)}1${']'.repeat(levels)}`)
  assert.is(toText(deep(levels, {}, (v) => ({ k: v }))), `${'{"k":'.repeat(levels)}{}${'}'.repeat(levels)}`)
})

test('indented, at depth, each level by so many blanks', () => {
  const text = toText(
    deep(9000, { a: [], b: {}, c: 1 }, (v) => [v]),
    { indent: 1 },
  )
  const lines = text.split('\n')
  assert.equal(lines.slice(0, 3), ['[', ' [', '  ['])
  const at = lines.indexOf(`${' '.repeat(9001)}"a": [],`)
  assert.equal(
    lines.slice(at - 1, at + 4).map((line) => line.trim()),
    ['{', '"a": [],', '"b": {},', '"c": 1', '}'],
  )
  assert.is(lines.at(-1), ']')
})

test('the indent is a whole number from 0 to 10', () => {
  for (const [indent, means] of [
    [-1, 0],
    [2.9, 2],
    [50, 10],
  ] as const)
    assert.is(toText({ a: [1] }, { indent }), JSON.stringify({ a: [1] }, null, means))
})

test('what JSON.stringify refuses for another reason is refused', () => {
  const circular: Record<string, unknown> = {}
  circular.self = circular
  assert.throws(() => toText(circular), TypeError)
  assert.throws(() => toText({ n: 1n }), TypeError)
})

test.run()
