/** Expressions as JSONPath, and what it cannot say. That they mean the same: `conformance/test/expressions.laws.ts`. */
import {
  add,
  and,
  base64Decode,
  base64Encode,
  type Condition,
  concat,
  contains,
  context,
  eq,
  ge,
  get,
  gt,
  hash,
  isBoolean,
  isNull,
  isNumber,
  isPresent,
  isString,
  isTimestamp,
  jsonata,
  jsonPath,
  le,
  length,
  lt,
  matches,
  merge,
  multiply,
  ne,
  not,
  or,
  parseJson,
  partition,
  type Reference,
  random,
  range,
  split,
  stringify,
  subtract,
  timestamp,
  unique,
  uuid,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Expression, Variable } from '../../../core/src/expressions/expression.ts'
import { type Ref, referenceTo, toExpression } from '../../../core/src/expressions/reference.ts'
import { choiceRule } from '../../src/emit/expression/choiceRule.ts'
import { intrinsicOf } from '../../src/emit/expression/intrinsics.ts'
import { pathOf } from '../../src/emit/expression/paths.ts'
import { jsonPathTemplate } from '../../src/emit/expression/payloadTemplate.ts'
import type { Problem } from '../../src/emit/expression/problem.ts'

const test = suite('expressions as JSONPath')

interface Payload {
  readonly a: number
  readonly n: number
  readonly id: string
  readonly other: string
  readonly flag: boolean
  readonly xs: readonly number[]
  readonly "it's": string
}
const i: Ref<Payload> = referenceTo({ _tag: 'Input' })
const variable: Variable = { level: 1 }
const names = (asked: Variable): string | undefined => (asked === variable ? 'v' : undefined)
const expression = (value: unknown): Expression => toExpression('here', value)

/** What is written, or the problems: never both, never neither. */
const outcome = <A>(write: (problems: Problem[]) => A | undefined): A | readonly Problem[] => {
  const problems: Problem[] = []
  const written = write(problems)
  if (problems.length > 0) return problems
  assert.ok(written !== undefined)
  return written as A
}
const intrinsic = (value: unknown) => outcome((problems) => intrinsicOf(expression(value), names, problems))
const template = (value: unknown) => outcome((problems) => jsonPathTemplate(expression(value), names, problems))
const rule = (value: unknown) => outcome((problems) => choiceRule(expression(value), names, problems))
const whats = (of: unknown): readonly string[] => (of as readonly Problem[]).map(({ what }) => what)

test('paths', () => {
  const path = (value: unknown): string | undefined => pathOf(expression(value), names)
  assert.is(path(i), '$')
  assert.is(path(i.xs[0]), '$.xs[0]')
  assert.is(path(i["it's"]), "$['it\\'s']")
  assert.is(path(context.Execution.Id), '$$.Execution.Id')
  assert.is(path(referenceTo({ _tag: 'Variable', variable }, ['b'])), '$v.b')
  assert.is(path(referenceTo({ _tag: 'Result' }, ['Payload'])), '$.Payload')
  assert.is(path(jsonPath('$.xs[0].a')), '$.xs[0].a')
  // Where a path to one node must stand, text that may lead to several is none; in a template it is one.
  assert.is(path(jsonPath('$.xs[*]')), undefined)
  assert.is(intrinsic(jsonPath('$.xs[*]')), '$.xs[*]')
  for (const none of [add(i.a, 1), 1, jsonPath('States.UUID()'), jsonata('$now()'), parseJson<{ a: 1 }>(i.id).a])
    assert.is(path(none), undefined)
})

test('intrinsic functions', () => {
  const written: readonly (readonly [unknown, string])[] = [
    [concat('{order}-', i.id, 1, null as never), "States.Format('\\{order\\}-{}1null', $.id)"],
    [concat("it's \\"), "States.Format('it\\'s \\\\')"],
    [add(i.a, add(i.n, 1)), 'States.MathAdd($.a, States.MathAdd($.n, 1))'],
    [subtract(i.a, 2), 'States.MathAdd($.a, -2)'],
    [subtract(i.a, -2), 'States.MathAdd($.a, 2)'],
    [length(i.xs), 'States.ArrayLength($.xs)'],
    [contains(i.xs, 1), 'States.ArrayContains($.xs, 1)'],
    [get(i.xs, i.n), 'States.ArrayGetItem($.xs, $.n)'],
    [range(1, i.n), 'States.ArrayRange(1, $.n, 1)'],
    [partition(i.xs, 2), 'States.ArrayPartition($.xs, 2)'],
    [unique([1, 2]), 'States.ArrayUnique(States.Array(1, 2))'],
    [split(i.id, "'"), "States.StringSplit($.id, '\\'')"],
    [parseJson(i.id), 'States.StringToJson($.id)'],
    [stringify(i), 'States.JsonToString($)'],
    [base64Encode(i.id), 'States.Base64Encode($.id)'],
    [base64Decode(i.id), 'States.Base64Decode($.id)'],
    [hash(i.id, 'MD5'), "States.Hash($.id, 'MD5')"],
    [merge(i, { a: 1 }), 'States.JsonMerge($, States.StringToJson(\'\\{"a":1\\}\'), false)'],
    [uuid(), 'States.UUID()'],
    [random(0, i.n), 'States.MathRandom(0, $.n)'],
    [jsonPath("States.Format('{}', $.a)"), "States.Format('{}', $.a)"],
    [[i.a, [true], 'x'], "States.Array($.a, States.Array(true), 'x')"],
  ]
  for (const [value, text] of written) assert.is(intrinsic(value), text)
})

test('templates', () => {
  assert.equal(template({ id: i.id, n: 1, o: { at: i.a, l: ['{%', null] } }), {
    'id.$': '$.id',
    n: 1,
    o: { 'at.$': '$.a', l: ['{%', null] },
  })
  assert.equal(template({ l: [{ a: i.a }, { b: [1] }], m: [i.a, [1]] }), {
    l: [{ 'a.$': '$.a' }, { b: [1] }],
    'm.$': 'States.Array($.a, States.Array(1))',
  })
})

test('choice rules', () => {
  const rules: readonly (readonly [unknown, object])[] = [
    [eq(i.id, 'a'), { Variable: '$.id', StringEquals: 'a' }],
    [ne(i.id, 'a'), { Not: { Variable: '$.id', StringEquals: 'a' } }],
    [eq(i.flag, true), { Variable: '$.flag', BooleanEquals: true }],
    [eq(i.id, null as never), { Variable: '$.id', IsNull: true }],
    [lt(i.a, 1), { Variable: '$.a', NumericLessThan: 1 }],
    [le(i.a, 1), { Variable: '$.a', NumericLessThanEquals: 1 }],
    [gt(i.a, 1), { Variable: '$.a', NumericGreaterThan: 1 }],
    [ge(i.a, 1), { Variable: '$.a', NumericGreaterThanEquals: 1 }],
    [lt(concat('b'), 'x'), []],
    [i.flag, { Variable: '$.flag', BooleanEquals: true }],
    [true, { Variable: '$', IsPresent: true }],
    [false, { Not: { Variable: '$', IsPresent: true } }],
    [matches(i.id, 'a*'), { Variable: '$.id', StringMatches: 'a*' }],
    [isPresent(i.id), { Variable: '$.id', IsPresent: true }],
    [isNull(i.id), { Variable: '$.id', IsNull: true }],
    [isString(i.id), { Variable: '$.id', IsString: true }],
    [isNumber(i.id), { Variable: '$.id', IsNumeric: true }],
    [isBoolean(i.id), { Variable: '$.id', IsBoolean: true }],
    [isTimestamp(i.id), { Variable: '$.id', IsTimestamp: true }],
    [
      lt(timestamp(i.id), timestamp('2030-01-01T00:00:00Z')),
      { Variable: '$.id', TimestampLessThan: '2030-01-01T00:00:00Z' },
    ],
    [lt(timestamp(i.id), timestamp(i.other)), { Variable: '$.id', TimestampLessThanPath: '$.other' }],
    [
      lt(i.id, i.other),
      {
        Or: [
          { Variable: '$.id', StringLessThanPath: '$.other' },
          { Variable: '$.id', NumericLessThanPath: '$.other' },
        ],
      },
    ],
    [
      and(isPresent(i.id), or(not(eq(i.id, 'a')) as Condition)),
      {
        And: [{ Variable: '$.id', IsPresent: true }, { Not: { Variable: '$.id', StringEquals: 'a' } }],
      },
    ],
  ]
  for (const [condition, expected] of rules)
    if (Array.isArray(expected)) assert.is((rule(condition) as readonly Problem[]).length, 1)
    else assert.equal(rule(condition), expected)
})

test('a literal on the left is compared from the other side', () => {
  const turned = (comparator: 'lt' | 'ge' | 'ne'): unknown =>
    outcome((problems) =>
      choiceRule({ _tag: 'Compare', comparator, left: expression(1), right: expression(i.a) }, names, problems),
    )
  assert.equal(turned('lt'), { Variable: '$.a', NumericGreaterThan: 1 })
  assert.equal(turned('ge'), { Variable: '$.a', NumericLessThanEquals: 1 })
  assert.equal(turned('ne'), { Not: { Variable: '$.a', NumericEquals: 1 } })
})

test('what JSONPath cannot say is told with the expression and a way out, all of it', () => {
  const problems = template({ total: multiply(i.a, 2), ok: gt(i.a, 1), rest: { left: subtract(i.a, i.n) } })
  assert.equal(problems, [
    {
      expression: 'multiply(i.a, 2)',
      what: 'JSONPath has no function for multiply',
      wayOut: "Use emit's queryLanguage: 'JSONata', or compute it in a task.",
    },
    {
      expression: 'gt(i.a, 1)',
      what: 'JSONPath has conditions in choices only, not as values',
      wayOut: "Use emit's queryLanguage: 'JSONata', or use choice.",
    },
    {
      expression: 'subtract(i.a, i.n)',
      what: 'JSONPath can take away a number written here, no reference',
      wayOut: "Use emit's queryLanguage: 'JSONata'.",
    },
  ])
})

test('a reference between quotes in text of JSONPath is refused', () => {
  for (const text of [
    jsonPath`States.Format('Hello ${i.id}')`,
    jsonPath`${i.xs}[?(@.sku == '${i.id}')]`,
    jsonPath`${i.xs}[?(@.sku == "${i.id}")]`,
  ])
    assert.match(whats(intrinsic(text))[0] ?? '', /i\.id is between quotes/)
  assert.is(pathOf(expression(jsonPath`$['${i.id}']`), names), undefined)
  assert.is(intrinsic(jsonPath`States.Format('it\'s {}', ${i.id})`), "States.Format('it\\'s {}', $.id)")
})

test('each thing that JSONPath cannot say', () => {
  const deep = Array.from({ length: 11 }).reduce<Reference<number>>((sum) => add(sum, 1), i.a)
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [intrinsic(parseJson<{ a: 1 }>(i.id).a), /no path into what a function gives/],
    [intrinsic(referenceTo({ _tag: 'Variable', variable: {} })), /outside its bind/],
    [intrinsic(jsonata('$now()')), /written in JSONata/],
    [intrinsic(deep), /nest 11 levels deep/],
    [intrinsic(add(jsonPath<number>(intrinsic(get(i.xs, get(i.xs, 0))) as string), deep)), /nest 12 levels deep/],
    [template(i.a), /a template of JSONPath is an object/],
    [template([i.a]), /no template for an array of references/],
    [template({ 'a.$': 1 }), /"a\.\$"/],
    [template({ x: [{ 'b.$': 1 }] }), /"b\.\$"/],
    [template({ 'c.$': i.a }), /"c\.\$"/],
    [rule(gt(length(i.xs), 3)), /not length\(i\.xs\)/],
    [rule(eq(i.a, length(i.xs))), /not length\(i\.xs\)/],
    [rule(isPresent(parseJson(i.id))), /not parseJson\(i\.id\)/],
    [rule(matches(concat(i.id), 'a')), /not concat\(i\.id\)/],
    [rule(contains(i.xs, 1)), /cannot ask what is in an array/],
    [rule(not(contains(i.xs, 1))), /cannot ask what is in an array/],
    [rule(and(isPresent(i.id), contains(i.xs, 1) as never)), /cannot ask what is in an array/],
    [rule(lt(timestamp(i.id), timestamp('tomorrow'))), /is not a timestamp/],
    [rule(lt(i.flag as never, true as never)), /cannot compare with true/],
    [rule(lt(i.id, null as never)), /cannot compare with null/],
    [rule(1), /not a condition/],
    [rule([i.a]), /not a condition/],
    [rule(length(i.xs)), /not a condition/],
  ]
  for (const [problems, what] of cases) {
    assert.is(whats(problems).length, 1, JSON.stringify(problems))
    assert.match(whats(problems)[0] as string, what)
  }
})

test.run()
