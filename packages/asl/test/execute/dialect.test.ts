/**
 * The dialect of Jayway's JSONPath, operator by operator, with what AWS documents to differ.
 *
 * https://github.com/json-path/JsonPath#operators
 * https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 */
import { diagnose } from '@orkestra/asl'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { symbols, words } from '../../src/language/pathTree.ts'
import { evaluated, only } from './machine.ts'

const test = suite('execute: the dialect of paths')

const store = {
  books: [
    { id: 'a', price: 8, tags: ['x', 'y'], sold: true, by: null, in: { shelf: 1 } },
    { id: 'b', price: 12, tags: [], sold: false, by: 'Ada' },
    { id: 'c', price: 22, isbn: '0-553' },
  ],
  numbers: [1, 2, 3],
  limit: 10,
}

interface Row {
  /** Of a filter over the books. */
  readonly filter: string
  readonly ids: string
  /** Whether AWS documents that it is not supported: `diagnose` says so. */
  readonly isUndocumented?: boolean
}

const comparisons: Readonly<Record<(typeof symbols)[number], readonly Row[]>> = {
  '==': [
    { filter: '@.price == 8', ids: 'a' },
    { filter: '@.id == "b"', ids: 'b' },
    { filter: "@.id == 'b'", ids: 'b' },
    { filter: '@.id==b', ids: 'b' },
    { filter: '@.price == "12"', ids: 'b' },
    { filter: '@.sold == true', ids: 'a' },
    { filter: '@.by == null', ids: 'a' },
    { filter: '8 == @.price', ids: 'a' },
    { filter: "@.in == {'shelf': 1}", ids: 'a' },
  ],
  '!=': [
    { filter: '@.price != 8', ids: 'bc' },
    { filter: '@.isbn != "x"', ids: 'abc' },
  ],
  '===': [
    { filter: '@.price === 12', ids: 'b' },
    { filter: '@.price === "12"', ids: '' },
  ],
  '!==': [{ filter: '@.price !== 12', ids: 'ac' }],
  '<': [
    { filter: '@.price < 12', ids: 'a' },
    { filter: '@.id < "b"', ids: 'a' },
    { filter: '@.price < $.limit', ids: 'a', isUndocumented: true },
  ],
  '<=': [{ filter: '@.price <= 12', ids: 'ab' }],
  '>': [{ filter: '@.price > 12', ids: 'c' }],
  '>=': [{ filter: '@.price >= 12', ids: 'bc' }],
  '=~': [
    { filter: '@.isbn =~ /0-5+3/', ids: 'c', isUndocumented: true },
    { filter: '@.by =~ /ada/i', ids: 'b', isUndocumented: true },
    { filter: '@.by =~ /ad/i', ids: '', isUndocumented: true },
  ],
}

const byWord: Readonly<Record<(typeof words)[number], readonly Row[]>> = {
  in: [{ filter: '@.id in ["a", "c"]', ids: 'ac', isUndocumented: true }],
  nin: [{ filter: '@.id nin ["a", "c"]', ids: 'b', isUndocumented: true }],
  contains: [
    { filter: '@.tags contains "x"', ids: 'a', isUndocumented: true },
    { filter: '@.by contains "d"', ids: 'b', isUndocumented: true },
  ],
  size: [
    { filter: '@.tags size 2', ids: 'a', isUndocumented: true },
    { filter: '@.by size 3', ids: 'b', isUndocumented: true },
    { filter: '@.in size 1', ids: '', isUndocumented: true },
  ],
  empty: [
    { filter: '@.tags empty true', ids: 'b', isUndocumented: true },
    { filter: '@.tags empty false', ids: 'a', isUndocumented: true },
  ],
  all: [{ filter: '@.tags all ["x", "y"]', ids: 'a', isUndocumented: true }],
  subsetof: [{ filter: '@.tags subsetof ["x", "y", "z"]', ids: 'ab', isUndocumented: true }],
  anyof: [{ filter: '@.tags anyof ["y", "z"]', ids: 'a', isUndocumented: true }],
  noneof: [{ filter: '@.tags noneof ["y", "z"]', ids: 'b', isUndocumented: true }],
}

const joined: readonly Row[] = [
  { filter: '@.isbn', ids: 'c' },
  { filter: '!@.isbn', ids: 'ab' },
  { filter: '@.by', ids: 'ab' },
  { filter: '@.price > 8 && @.price < 22', ids: 'b' },
  { filter: '@.price == 8 || @.price == 22', ids: 'ac' },
  { filter: '@.price == 8 || @.price == 12 && @.sold == true', ids: 'a' },
  { filter: '(@.price == 8 || @.price == 12) && @.sold == false', ids: 'b' },
  { filter: '!(@.price == 8)', ids: 'bc' },
  { filter: '@["id"] == "a"', ids: 'a' },
  { filter: '@.in.shelf == 1', ids: 'a' },
  { filter: '@.tags[0] == "x"', ids: 'a' },
]

const isWarnedOf = (path: string): boolean =>
  diagnose(only({ Type: 'Pass', Parameters: { 'v.$': path } })).some(({ code }) => code === 'ASL178')

const check = async ({ filter, ids, isUndocumented = false }: Row): Promise<void> => {
  const path = `$.books[?(${filter})].id`
  assert.equal(await evaluated(path, store), [...ids], filter)
  assert.is(isWarnedOf(path), isUndocumented, filter)
}

for (const [operator, rows] of Object.entries({ ...comparisons, ...byWord, 'conditions joined': joined }))
  test(operator, async () => {
    for (const row of rows) await check(row)
  })

test('operators that a text cannot name fail the state', async () => {
  for (const filter of ['@.id type "x"', '@.id matches "x"', '@.isbn exists true', '@.id ~= "a"', '@.id = "a"'])
    assert.equal(
      ((await evaluated(`$.books[?(${filter})]`, store)) as unknown[]).slice(0, 2),
      ['FAILED', 'States.Runtime'],
      filter,
    )
})

test('a filter looks at objects only', async () => {
  for (const filter of ['@ > 1', '@', '@ != 1', '!(@ == 1)', '@.x != 1'])
    assert.equal(await evaluated(`$.numbers[?(${filter})]`, store), [], filter)
  assert.ok(isWarnedOf('$.numbers[?(@ > 1)]'))
  assert.equal(await evaluated('$.jar[?(@.a >= 5)]', { jar: [{ a: 1 }, { a: 5 }, { a: 2 }, { a: 7 }, { a: 3 }] }), [
    { a: 5 },
    { a: 7 },
  ])
})

test('steps', async () => {
  for (const [path, expected] of [
    ['$', store],
    ['$.limit', 10],
    ["$['limit']", 10],
    ['$["limit"]', 10],
    ["$['limit','numbers']", { limit: 10, numbers: [1, 2, 3] }],
    ['$.numbers[0]', 1],
    ['$.numbers[-1]', 3],
    ['$.numbers[0,2]', [1, 3]],
    ['$.numbers[1:]', [2, 3]],
    ['$.numbers[:2]', [1, 2]],
    ['$.numbers[-2:]', [2, 3]],
    ['$.numbers[0:2]', [1, 2]],
    ['$.numbers[*]', [1, 2, 3]],
    ['$.numbers.*', [1, 2, 3]],
    ['$.books[*].id', ['a', 'b', 'c']],
    ['$..id', ['a', 'b', 'c']],
    ['$..books[0].id', ['a']],
    ["$..['id']", ['a', 'b', 'c']],
    ['$.books[0].in.*', [1]],
  ] as const)
    assert.equal(await evaluated(path, store), expected, path)
})

test.run()
