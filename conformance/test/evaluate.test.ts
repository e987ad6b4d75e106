/** What expressions mean, by example. That AWS's engines agree is for `conformance/test/expressions.laws.ts`. */

import {
  add,
  and,
  base64Decode,
  base64Encode,
  concat,
  contains,
  context,
  divide,
  eq,
  get,
  gt,
  hash,
  isPresent,
  isTimestamp,
  jsonata,
  jsonPath,
  length,
  lt,
  matches,
  merge,
  modulo,
  multiply,
  ne,
  not,
  or,
  parseJson,
  partition,
  parts,
  type Ref,
  type Reference,
  random,
  range,
  reads,
  showExpression,
  split,
  stringify,
  subtract,
  timestamp,
  unique,
  uuid,
  type Variable,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { referenceTo, toExpression } from '../../packages/core/src/expressions/reference.ts'
import { evaluate, holds } from '../meaning/evaluate.ts'
import { EvaluationFailure } from '../meaning/scope.ts'

const test = suite('evaluate')

interface Payload {
  readonly a: number
  readonly id: string
  readonly xs: readonly number[]
  readonly o: { readonly 'a b': string; readonly __proto__: number }
  readonly missing: string
  readonly big: number
  readonly at: string
}
const i: Ref<Payload> = referenceTo({ _tag: 'Input' })
const input: unknown = JSON.parse(
  '{"a":1.5,"id":"7","xs":[1,2,2],"o":{"a b":"it\'s","__proto__":5},"at":"2020-01-01T01:00:00+01:00"}',
)
const variable: Variable = { level: 2 }
const v: Ref<string> = referenceTo({ _tag: 'Variable', variable })

const languages = ['JSONPath', 'JSONata'] as const
type Language = (typeof languages)[number]

const scope = (language: Language) => ({
  input,
  result: { Payload: 'r' },
  context: { Execution: { Name: 'n' } },
  variableOf: (asked: Variable) => (asked === variable ? 'value' : undefined),
  language,
})
const value = (expression: unknown, language: Language): unknown =>
  evaluate(toExpression('here', expression), scope(language))
const isTrue = (condition: unknown, language: Language): boolean =>
  holds(toExpression('here', condition), scope(language))

/** The name of the error that something ends with. */
const errorOf = (act: () => unknown): string => {
  try {
    return `none: ${JSON.stringify(act())}`
  } catch (error) {
    if (error instanceof EvaluationFailure) {
      assert.is(error.message, `${error.error}: ${error.cause}`)
      return error.error
    }
    throw error
  }
}

test('both languages agree on what both can say', () => {
  const agreed: readonly (readonly [unknown, unknown])[] = [
    [
      { id: i.id, n: [i.xs[1], { x: i.xs }] },
      { id: '7', n: [2, { x: [1, 2, 2] }] },
    ],
    [i.o['a b'], "it's"],
    [i.o.__proto__, 5],
    [v, 'value'],
    [context.Execution.Name, 'n'],
    [referenceTo({ _tag: 'Result' }, ['Payload']), 'r'],
    [concat('order-', i.id, '/', true), 'order-7/true'],
    [add(i.xs[0] as Reference<number>, 1), 2],
    [subtract(i.xs[1] as Reference<number>, 5), -3],
    [length(i.xs), 3],
    [contains(i.xs, 2), true],
    [contains(i.xs, 7), false],
    [get(i.xs, 1), 2],
    [get(split('a,b', ','), 1), 'b'],
    [range(1, 5, 2), [1, 3, 5]],
    [range(1, 1), [1]],
    [range(3, 1, -1), [3, 2, 1]],
    [partition(i.xs, 2), [[1, 2], [2]]],
    [unique(i.xs), [1, 2]],
    [split('a,b;;c', ',;'), ['a', 'b', 'c']],
    [split(',', ','), []],
    [parseJson('{"a":[1]}'), { a: [1] }],
    [stringify(i.xs), '[1,2,2]'],
    [stringify('a"'), '"a\\""'],
    [base64Encode('abc'), 'YWJj'],
    [base64Decode('YWJj'), 'abc'],
    [hash('abc', 'MD5'), '900150983cd24fb0d6963f7d28e17f72'],
    [merge(i.o, { a: 1 }), JSON.parse('{"a b":"it\'s","__proto__":5,"a":1}')],
  ]
  for (const [expression, expected] of agreed)
    for (const language of languages)
      assert.is(
        JSON.stringify(value(expression, language)),
        JSON.stringify(expected),
        `${showExpression(toExpression('', expression))} in ${language}`,
      )
})

test('JSONPath rounds sums as Java does, and writes objects so; JSONata does neither', () => {
  assert.is(value(add(i.a, 1), 'JSONPath'), 3)
  assert.is(value(add(i.a, 1), 'JSONata'), 2.5)
  assert.is(value(subtract(i.a, 0.5), 'JSONPath'), 2)
  assert.is(value(concat(i.o as never), 'JSONPath'), "{a b=it's, __proto__=5}")
  assert.is(value(concat(i.xs as never), 'JSONPath'), '[1, 2, 2]')
  assert.is(value(concat(i.xs as never), 'JSONata'), '[1,2,2]')
})

test('arithmetic that only JSONata has', () => {
  for (const language of languages) {
    assert.is(value(multiply(3, 4), language), 12)
    assert.is(value(divide(3, 4), language), 0.75)
    assert.is(value(modulo(7, 4), language), 3)
  }
  assert.is(value(divide(1, 0), 'JSONata'), 'Infinity')
  assert.is(
    errorOf(() => value(add(divide(1, 0), 1), 'JSONata')),
    'States.QueryEvaluationError',
  )
  assert.is(
    errorOf(() => value(concat(divide(1, 0)), 'JSONata')),
    'States.QueryEvaluationError',
  )
})

test('what is missing is a runtime error in JSONPath, undefined in JSONata', () => {
  assert.is(
    errorOf(() => value(i.missing, 'JSONPath')),
    'States.Runtime',
  )
  assert.is(
    errorOf(() => value({ x: [i.missing] }, 'JSONata')),
    'States.QueryEvaluationError',
  )
  assert.is(
    errorOf(() => value(referenceTo({ _tag: 'Variable', variable: {} }), 'JSONPath')),
    'States.Runtime',
  )
  assert.is(isTrue(isPresent(i.missing), 'JSONPath'), false)
  assert.is(isTrue(isPresent(i.missing), 'JSONata'), false)
  assert.is(
    errorOf(() => isTrue(eq(i.missing, 'a'), 'JSONPath')),
    'States.Runtime',
  )
  for (const unequal of [eq(i.missing, 'a'), ne(i.missing, 'a'), or(lt(i.missing, 'a'), eq(i.id, '8'))])
    assert.is(isTrue(unequal, 'JSONata'), false)
  assert.is(
    errorOf(() => isTrue(lt(i.missing, 'a'), 'JSONata')),
    'States.QueryEvaluationError',
  )
  assert.is(
    errorOf(() => isTrue(not(lt(i.missing, 'a')), 'JSONata')),
    'States.QueryEvaluationError',
  )
  assert.is(
    errorOf(() => isTrue(matches(i.missing, 'a*'), 'JSONata')),
    'States.QueryEvaluationError',
  )
})

test('values of different kinds are unequal in JSONPath, and cannot be ordered in JSONata', () => {
  assert.is(isTrue(lt(i.id, 8 as never), 'JSONPath'), false)
  assert.is(isTrue(ne(i.id, 7 as never), 'JSONPath'), true)
  assert.is(
    errorOf(() => isTrue(lt(i.id, 8 as never), 'JSONata')),
    'States.QueryEvaluationError',
  )
  assert.is(
    errorOf(() => isTrue(gt(i.xs as never, 8 as never), 'JSONata')),
    'States.QueryEvaluationError',
  )
  assert.is(
    errorOf(() => isTrue(matches(i.a as never, 'a*'), 'JSONata')),
    'States.QueryEvaluationError',
  )
  assert.is(isTrue(matches(i.a as never, 'a*'), 'JSONPath'), false)
})

test('timestamps are compared as instants', () => {
  const at = timestamp(i.at)
  for (const language of languages) {
    assert.is(isTrue(eq(at, timestamp('2020-01-01T00:00:00Z') as never), language), true)
    assert.is(isTrue(ne(at, timestamp('2020-01-01T00:00:00Z') as never), language), false)
    assert.is(isTrue(lt(at, timestamp('2020-01-01T00:00:00.001Z')), language), true)
    assert.is(isTrue(isTimestamp(i.at), language), true)
    assert.is(isTrue(isTimestamp(i.id), language), false)
  }
  assert.is(isTrue(lt(at, timestamp('tomorrow')), 'JSONPath'), false)
  assert.is(
    errorOf(() => isTrue(lt(at, timestamp('tomorrow')), 'JSONata')),
    'States.QueryEvaluationError',
  )
})

test('a pattern: stars stand for anything, also lines; a backslash makes one plain', () => {
  const fits = (text: string, pattern: string): void => {
    for (const language of languages)
      assert.ok(isTrue(matches(concat(text), pattern), language), `${text} ~ ${pattern}`)
  }
  const fitsNot = (text: string, pattern: string): void => {
    for (const language of languages)
      assert.not(isTrue(matches(concat(text), pattern), language), `${text} ~ ${pattern}`)
  }
  fits('a\nb.csv', 'a*.csv')
  fits('', '*')
  fits('', '')
  fits('a*b\\', 'a\\*b\\\\')
  fits('abab', '*ab')
  fits('axbxc', 'a*b*c')
  fitsNot('axb', 'a\\*b')
  fitsNot('aba', 'ab*ba')
  fitsNot('axc', 'a*b*c')
  fitsNot('a', '')
})

test('bad arguments are errors of the language', () => {
  const bad: readonly unknown[] = [
    add(i.id as never, 1),
    range(1, 2, 0),
    range(1, 1e9),
    partition(i.xs, 0),
    split(i.a as never, ','),
    parseJson('{'),
    base64Encode(i.a as never),
    hash('a', 'SHA-3' as never),
    hash(i.a as never, 'MD5'),
    merge(i.a as never, {}),
  ]
  for (const expression of bad) {
    const shown = showExpression(toExpression('', expression))
    assert.is(
      errorOf(() => value(expression, 'JSONPath')),
      'States.IntrinsicFailure',
      shown,
    )
    assert.is(
      errorOf(() => value(expression, 'JSONata')),
      'States.QueryEvaluationError',
      shown,
    )
  }
  const long = concat('a'.repeat(10_001))
  assert.is(
    errorOf(() => value(base64Encode(long), 'JSONPath')),
    'States.IntrinsicFailure',
  )
  assert.is(
    errorOf(() => value(get(i.xs, 3), 'JSONPath')),
    'States.IntrinsicFailure',
  )
  assert.is(
    errorOf(() => value(get(i.xs, 3), 'JSONata')),
    'States.QueryEvaluationError',
  )
  assert.is(
    errorOf(() => value(get(i.xs, -1), 'JSONPath')),
    'States.IntrinsicFailure',
  )
  assert.is(
    errorOf(() => value(length(i.id as never), 'JSONPath')),
    'States.IntrinsicFailure',
  )
  assert.is(
    errorOf(() => value(random(1, 1), 'JSONPath')),
    'States.IntrinsicFailure',
  )
  assert.is(
    errorOf(() => isTrue(i.a, 'JSONata')),
    'States.QueryEvaluationError',
  )
  assert.is(isTrue(i.a, 'JSONPath'), false)
})

test('chance: a UUID of version 4, and whole numbers up to the end', () => {
  for (const language of languages) {
    assert.match(String(value(uuid(), language)), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    const drawn = new Set(Array.from({ length: 200 }, () => value(random(2, 5), language)))
    assert.equal([...drawn].sort(), [2, 3, 4])
  }
})

test('text of a query language is not evaluated here', () => {
  for (const language of languages)
    for (const source of [jsonata('$now()'), jsonPath('$.a')])
      assert.throws(
        () => value({ x: source }, language),
        (error: unknown) => error instanceof Error && /text of a query language/.test(error.message),
      )
})

test('an expression is shown as it was written', () => {
  const shown: readonly (readonly [unknown, string])[] = [
    [i.o['a b'], 'i.o["a b"]'],
    [i.xs[0], 'i.xs[0]'],
    [{ 'a b': [i.a, { c: null }], d: { e: [1] } }, '{ "a b": [i.a, { c: null }], d: { e: [1] } }'],
    [{}, '{}'],
    [v, 'v2'],
    [referenceTo({ _tag: 'Variable', variable: {} }), 'v'],
    [referenceTo({ _tag: 'Result' }, ['x']), 'r.x'],
    [context.Execution.Id, 'context.Execution.Id'],
    [parseJson<{ a: number }>(i.id).a, 'parseJson(i.id).a'],
    [and(eq(i.id, 'a'), not(isPresent(i.missing))), 'and(eq(i.id, "a"), not(isPresent(i.missing)))'],
    [
      or(matches(i.id, 'a*'), lt(timestamp(i.at), timestamp('x'))),
      'or(matches(i.id, "a*"), lt(timestamp(i.at), timestamp("x")))',
    ],
    [jsonata('$now()'), 'jsonata("$now()")'],
    [jsonPath('$.a'), 'jsonPath("$.a")'],
  ]
  for (const [expression, text] of shown) assert.is(showExpression(toExpression('', expression)), text)
})

test('what an expression is made of, and what it reads', () => {
  const readsInput = (expression: unknown): boolean =>
    reads(toExpression('', expression), ({ _tag }) => _tag === 'Input')
  for (const expression of [
    i.a,
    { x: [i.a] },
    add(1, i.a),
    eq(i.id, 'a'),
    eq(v, i.id),
    isPresent(i.a),
    matches(i.id, ''),
    and(eq(v, 'a'), eq(i.id, 'b')),
    or(not(eq(i.id, 'a'))),
    parseJson<{ a: number }>(i.id).a,
  ])
    assert.ok(readsInput(expression), showExpression(toExpression('', expression)))
  for (const expression of [v, 1, jsonata('$states.input'), concat('a', v)]) assert.not(readsInput(expression))
  assert.equal(parts(toExpression('', 1)), [])
})

test.run()
