import * as Either from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isReferencePath, parsePath } from '../../src/language/path.ts'

const test = suite('paths')

const pathOf = (text: string) => {
  const result = parsePath(text)
  if (Either.isLeft(result)) throw new Error(`${text}: ${result.left.message} at ${result.left.at}`)
  return result.right
}
const faultOf = (text: string) => {
  const result = parsePath(text)
  return Either.isLeft(result) ? result.left.at : undefined
}

test('knows its four roots apart', () => {
  assert.equal(pathOf('$').root, { _tag: 'Input' })
  assert.equal(pathOf('$$.Execution.Id').root, { _tag: 'Context' })
  assert.equal(pathOf('$order.id').root, { _tag: 'Variable', name: 'order' })
  assert.equal(pathOf('$[0]').root, { _tag: 'Input' })
})

test('reads every kind of step', () => {
  assert.equal(
    pathOf('$.a-b["c d"][\'e\',"f"][-1][0,2][1:3][:2][*].*..g').segments.map((s) => s._tag),
    ['Field', 'Field', 'Fields', 'Index', 'Indices', 'Slice', 'Slice', 'Wildcard', 'Wildcard', 'Descend', 'Field'],
  )
  assert.equal(
    pathOf('$.[*].[0]').segments.map((s) => s._tag),
    ['Wildcard', 'Index'],
  )
  assert.equal(pathOf('$.items.length()').segments[1], {
    _tag: 'Function',
    name: 'length',
    arguments: [],
    text: 'length()',
  })
  assert.equal(pathOf('$.a[?(@.b == Receipt)]').segments.length, 2)
  assert.equal(pathOf('$.a.$').segments[1], { _tag: 'Field', name: '$' })
  assert.equal(pathOf("$['it\\'s']").segments, [{ _tag: 'Field', name: "it's" }])
})

test('reads filters', () => {
  const [, filter] = pathOf("$.a[?(@.x >= 1 && !(@.y == 'z' || $.w =~ /q.*/i) && @.k in ['a', 1, null])]").segments
  assert.equal(filter?._tag === 'Filter' && filter.condition._tag, 'And')
  assert.equal(pathOf('$.a[?(@.x)]').segments[1]?._tag, 'Filter')
  assert.equal(pathOf('$.a[?(@.b[?(@.c > 1)])]').segments.length, 2)
  assert.equal(pathOf('$.a[?(@.s size 2 || @.s empty true || @.s nin [1] || @.s contains "x")]').segments.length, 2)
})

test('a fault tells where it is', () => {
  for (const [text, at] of [
    ['a', 0],
    ['', 0],
    ['@.a', 0],
    ['$.', 2],
    ['$..', 3],
    ['$a b', 2],
    ['$.a[', 4],
    ['$.a[1', 5],
    ["$.a['b", 4],
    ['$.a[?@.b]', 5],
    ['$.a[?(@.b', 9],
    ['$.a[?(@.b == )]', 13],
    ['$.a[?(@.b near 1)]', 10],
    ['$.a[?((@.b)]', 11],
    ['$.a[?(@.b =~ /x)]', 13],
    ['$.a[?(@.b in [1 2])]', 16],
    ['$.a[1,]', 6],
    ['$.a.nope()', 4],
    ['$.a.index(x)', 10],
    ['$*#', 1],
  ] as const)
    assert.is(faultOf(text), at, text)
})

test('a nest of filters too deep to read is a fault, not a crash', () => {
  assert.type(faultOf(`$[?(${'('.repeat(100_000)}`), 'number')
  assert.type(faultOf('$[?(@'.repeat(100_000)), 'number')
  assert.type(faultOf(`$[?(${'!'.repeat(100_000)}@)]`), 'number')
})

test('a reference path names one node', () => {
  for (const text of ['$', '$.a.b', "$['a'][0]", '$$.Map.Item.Value', '$v.a'])
    assert.ok(isReferencePath(pathOf(text)), text)
  for (const text of ['$.a[*]', '$..a', '$.a[0:1]', '$.a[0,1]', "$['a','b']", '$.a[?(@.b)]', '$.a.length()'])
    assert.not(isReferencePath(pathOf(text)), text)
})

test.run()
