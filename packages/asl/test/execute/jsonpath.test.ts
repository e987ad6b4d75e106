import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { pathFunctions } from '../../src/language/pathTree.ts'
import { errorIn, evaluated, run } from './machine.ts'

const test = suite('execute: JSONPath')

const shop = {
  books: [
    { title: 'a', price: 8, tags: ['x'], in: { stock: true } },
    { title: 'b', price: 12, tags: [] },
    { title: 'c', price: 22 },
  ],
  limit: 10,
  'odd key': 1,
}

test('finds single places and lists', async () => {
  for (const [path, expected] of [
    ['$.books[0].title', 'a'],
    ['$.books[-1].title', 'c'],
    ["$['odd key']", 1],
    ['$.books[*].title', ['a', 'b', 'c']],
    ['$.books[0,2].price', [8, 22]],
    ['$.books[1:].title', ['b', 'c']],
    ['$.books[-2:-1].title', ['b']],
    ['$..title', ['a', 'b', 'c']],
    ['$.books[0]..stock', [true]],
    ["$.books[0]['title','price']", { title: 'a', price: 8 }],
    // At the end of a path several names give one object, further up each of them.
    [
      "$.books[*]['title','price']",
      [
        { title: 'a', price: 8 },
        { title: 'b', price: 12 },
        { title: 'c', price: 22 },
      ],
    ],
    ["$.books[0]['in','tags'].stock", [true]],
    [
      "$..['title','price']",
      [
        { title: 'a', price: 8 },
        { title: 'b', price: 12 },
        { title: 'c', price: 22 },
      ],
    ],
    // What follows an index after `..` is looked for in every element: so does the library that AWS uses.
    ['$..books[0].title', ['a']],
    ['$..[0].title', ['a', 'b', 'c']],
    ['$..[0]', [{ title: 'a', price: 8, tags: ['x'], in: { stock: true } }, 'x']],
    ['$..[?(@.stock)]', [{ stock: true }]],
    ['$.books[0].*', ['a', 8, ['x'], { stock: true }]],
    ['$.nope[*].x', []],
  ] as const)
    assert.equal(await evaluated(path, shop), expected, path)
})

test('filters', async () => {
  for (const [filter, expected] of [
    ['@.price > 10', ['b', 'c']],
    ['@.price >= 12 && @.price < 22', ['b']],
    ['@.price <= 8 || @.title == "c"', ['a', 'c']],
    ['!(@.price == 8)', ['b', 'c']],
    ['@.price != 8', ['b', 'c']],
    ['@.in', ['a']],
    ['@.price < $.limit', ['a']],
    ['@.title in ["a", "b"]', ['a', 'b']],
    ['@.title nin ["a", "b"]', ['c']],
    ['@.tags contains "x"', ['a']],
    ['@.title contains "b"', ['b']],
    ['@.tags size 1', ['a']],
    ['@.tags empty true', ['b']],
    ['@.title =~ /[AB]/i', ['a', 'b']],
    ['/[ab]/ =~ @.title', ['a', 'b']],
    ['@.title =~ /(?i)[AB]/', ['a', 'b']],
    ['@.tags =~ /x/', ['a']],
    ['@.price =~ /1\\d/', ['b']],
    ['@.title > "a"', ['b', 'c']],
    // A bare word is a text, and so is a number beside one.
    ['@.title==b', ['b']],
    ['@.title in [a, c]', ['a', 'c']],
    ['@.price == "12"', ['b']],
    ["'12' == @.price", ['b']],
    ['@.price === "12"', []],
    ['@.price !== 12', ['a', 'c']],
    ['@.title > 1', ['a', 'b', 'c']],
    ['@.nothing == null', []],
    ['@.nothing != 1', ['a', 'b', 'c']],
    ['@.in size 1', []],
    ['@.tags all ["x"]', ['a']],
    ['@.tags ALL ["x"]', ['a']],
    ['@.tags subsetof ["x", "y"]', ['a', 'b']],
    ['@.tags anyof ["x", "y"]', ['a']],
    ['@.tags noneof ["x", "y"]', ['b']],
    ["@.in == {'stock': true}", ['a']],
    ['!@.tags', ['c']],
  ] as const)
    assert.equal(await evaluated(`$.books[?(${filter})].title`, shop), expected, filter)
  assert.equal(await evaluated('$.books[0][?(@.stock == true)]', shop), [])
  assert.equal(await evaluated('$.books[0].in[?(@.stock == true)]', shop), [{ stock: true }])
})

// AWS documents that functions are not supported; these are what it was seen to answer.
// https://repost.aws/questions/QUYiQKP0XfThWEc_ahsMnLOA, https://github.com/awsdocs/aws-step-functions-developer-guide/pull/5
test('a function is a property that is not there', async () => {
  assert.equal(await evaluated('$.Jobs.sum()', { Jobs: [1, 0] }), [
    'FAILED',
    'States.Runtime',
    "An error occurred while executing the state 'A' (entered at the event id #2). The JSONPath '$.Jobs.sum()' specified for the field 'v.$' could not be found in the input '{\"Jobs\":[1,0]}'",
  ])
  assert.equal(await run({ Type: 'Pass', InputPath: '$.list.length()' }, { list: [1] }), [
    'FAILED',
    'States.Runtime',
    "An error occurred while executing the state 'A' (entered at the event id #2). Invalid path '$.list.length()' : Property ['length()'] not found in path $['list']",
  ])
  for (const name of pathFunctions)
    assert.is(errorIn(await evaluated(`$.n.${name}()`, { n: [1, 2] })), 'States.Runtime', name)
  assert.equal(await evaluated('$..n.length()', { n: [1, 2] }), [])
})

test('says why nothing is there, as AWS does', async () => {
  const why = async (path: string): Promise<unknown> =>
    ((await run({ Type: 'Pass', InputPath: path }, { a: [1], b: {} })) as unknown[])[2]
  const place = "An error occurred while executing the state 'A' (entered at the event id #2). "
  assert.is(await why('$.x'), `${place}Invalid path '$.x' : No results for path: $['x']`)
  assert.is(await why('$.x.y'), `${place}Invalid path '$.x.y' : Missing property in path $['x']`)
  assert.is(await why('$.a[3]'), `${place}Invalid path '$.a[3]' : Index out of bounds when evaluating path $['a'][3]`)
  assert.is(
    ((await run({ Type: 'Pass', Parameters: { 'k.$': '$.x' } }, { a: 1 })) as unknown[])[2],
    `${place}The JSONPath '$.x' specified for the field 'k.$' could not be found in the input '{"a":1}'`,
  )
  assert.match(String(await evaluated("States.Format('{}', $.x)")), /The function 'States.Format.*could not be found/)
})

test('null paths, and ResultPath into what is there', async () => {
  assert.equal(await run({ Type: 'Pass', InputPath: null, Parameters: { a: 1 }, ResultPath: '$.r' }, { k: 0 }), {
    k: 0,
    r: { a: 1 },
  })
  assert.equal(await run({ Type: 'Pass', OutputPath: null }, { k: 0 }), {})
  assert.equal(await run({ Type: 'Pass', Result: 5, ResultPath: null }, { k: 0 }), { k: 0 })
  assert.equal(await run({ Type: 'Pass', Result: 5, ResultPath: '$.a.b' }, { a: { c: 1 } }), { a: { c: 1, b: 5 } })
  assert.equal(await run({ Type: 'Pass', Result: 5, ResultPath: '$.a[1]' }, { a: [1, 2] }), { a: [1, 5] })
  for (const [path, input] of [
    ['$.a', 'text'],
    ['$.a[4]', { a: [1] }],
    ['$.a[0]', {}],
    ['$.a.b', { a: 1 }],
  ] as const)
    assert.is(
      errorIn(await run({ Type: 'Pass', Result: 5, ResultPath: path }, input)),
      'States.ResultPathMatchFailure',
      path,
    )
})

test('the intrinsic functions', async () => {
  for (const [call, expected] of [
    ["States.Format('{}-{}', 1, $.o)", '1-{a=[1, x]}'],
    [String.raw`States.Format('\{\}{}', null)`, '{}null'],
    ['States.StringToJson($.json)', { a: 1 }],
    ['States.JsonToString($.o)', '{"a":[1,"x"]}'],
    ["States.Array(1, 'a', States.Array())", [1, 'a', []]],
    ['States.ArrayContains($.list, 2)', true],
    ['States.ArrayGetItem($.list, 1)', 2],
    ['States.ArrayLength($.list)', 3],
    ['States.ArrayPartition($.list, 2)', [[1, 2], [2]]],
    ['States.ArrayRange(5, 1, -2)', [5, 3, 1]],
    ['States.ArrayUnique($.list)', [1, 2]],
    ["States.Base64Decode(States.Base64Encode('ü'))", 'ü'],
    ["States.Hash('a', 'MD5')", '0cc175b9c0f1b6a831c399e269772661'],
    ['States.JsonMerge($.o, $.p, false)', { a: 0, b: 1 }],
    ['States.MathAdd(1.5, -2.5)', 0],
    ["States.StringSplit('a.b,c', '.,')", ['a', 'b', 'c']],
  ] as const)
    assert.equal(
      await evaluated(call, { o: { a: [1, 'x'] }, p: { a: 0, b: 1 }, json: '{"a":1}', list: [1, 2, 2] }),
      expected,
      call,
    )
  assert.match(String(await evaluated('States.UUID()')), /^[\da-f]{8}-[\da-f]{4}-4/)
  assert.is(await evaluated('States.MathRandom(1, 2)'), 1)
  assert.is(await evaluated('States.MathRandom(1, 1000, 7)'), await evaluated('States.MathRandom(1, 1000, 7)'))
})

test('an intrinsic that has no use for its arguments fails', async () => {
  for (const call of [
    "States.Format('{} {}', 1)",
    'States.MathAdd(1)',
    'States.ArrayLength($.list, 1)',
    'States.Format($.n, 1)',
    "States.StringToJson('{')",
    'States.ArrayGetItem($.list, 9)',
    'States.ArrayGetItem($.list, null)',
    'States.ArrayLength($.n)',
    'States.ArrayPartition($.list, 0)',
    'States.ArrayRange(1, 2, 0)',
    'States.ArrayRange(1, 99999, 1)',
    "States.Hash('a', 'CRC')",
    'States.Base64Encode($.n)',
    'States.Base64Encode($.long)',
    'States.JsonMerge($.n, $.n, false)',
    'States.JsonMerge($.o, $.o, true)',
    'States.MathRandom(2, 1)',
    "States.StringSplit('a', 1)",
  ]) {
    const made = await evaluated(call, { n: 1, list: [1], o: {}, long: 'x'.repeat(10_001) })
    assert.is(errorIn(made), 'States.IntrinsicFailure', call)
  }
})

test.run()
