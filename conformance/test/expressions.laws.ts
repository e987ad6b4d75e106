/**
 * What an expression means here and what the text that is emitted for it means to an engine of the query language are the same: the
 * `jsonata` library, and the paths and intrinsic functions of the local executor.
 */
import * as assert from 'node:assert/strict'
import { execute } from '@orkestra/asl/execute'
import fc from 'fast-check'
import { suite } from 'uvu'
import { jsonataCondition, jsonataTemplate } from '../../packages/asl/src/emit/expression/jsonata.ts'
import { choiceRule, jsonPathTemplate } from '../../packages/asl/src/emit/expression/jsonpath.ts'
import type { Problem } from '../../packages/asl/src/emit/expression/problem.ts'
import { evaluate, holds as isTrue } from '../../packages/core/src/expressions/evaluate.ts'
import type {
  Comparator,
  Expression,
  FunctionName,
  Question,
  Root,
  Variable,
} from '../../packages/core/src/expressions/expression.ts'
import { EvaluationFailure, type EvaluationScope } from '../../packages/core/src/expressions/scope.ts'
import { holds } from '../../packages/core/test/arbitraries/laws.ts'

const test = suite('expressions')

const variable: Variable = { level: 1 }
const names = (asked: Variable): string | undefined => (asked === variable ? 'v' : undefined)

const keys = ['a', 'b', 'a b', "it's", 'and', 'constructor', '`', 'true']
const textOf = fc.constantFrom(
  '',
  'a',
  'b',
  'a,b;',
  ',,',
  '{}',
  "it's",
  'é',
  '"',
  '\\',
  '{% a %}',
  '[1]',
  '{"a":[1]}',
  'YQ==',
  '2020-02-29T00:00:00Z',
  '2020-02-29T01:00:00.5+01:00',
  '2021-02-29T00:00:00Z',
  '2020-01-01T10:00Z',
  '2020',
  'a\nb',
  'a*b',
)
const scalars = fc.oneof(
  textOf,
  fc.constantFrom(0, 1, 2, 3, -1, 0.1, 2.5, -1.5, 1e21, 0.30000000000000004),
  fc.boolean(),
  fc.constant(null),
)

const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: scalars },
    { weight: 2, arbitrary: fc.array(tie('json'), { maxLength: 3 }) },
    { weight: 3, arbitrary: fc.dictionary(fc.constantFrom(...keys), tie('json'), { maxKeys: 4 }) },
  ),
}))
const payloads = fc.oneof(
  json,
  fc.record({ a: json, b: json, 'a b': json, constructor: json } as Record<string, fc.Arbitrary<unknown>>),
  fc.record({ a: fc.array(scalars, { maxLength: 4 }), b: scalars }),
  fc.record({ a: fc.record({ a: scalars, b: scalars }), b: fc.constantFrom(1, 2, 3) }),
  fc.record({ a: textOf, b: textOf }),
)

const root: fc.Arbitrary<Root> = fc.constantFrom<Root>(
  { _tag: 'Input' },
  { _tag: 'Input' },
  { _tag: 'Variable', variable },
)
const path = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('a', 'b') },
    { weight: 1, arbitrary: fc.constantFrom(...keys) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1) },
  ),
  { maxLength: 3 },
)

const functions: Readonly<Partial<Record<FunctionName, number>>> = {
  add: 2,
  subtract: 2,
  multiply: 2,
  divide: 2,
  modulo: 2,
  length: 1,
  contains: 2,
  get: 2,
  range: 3,
  partition: 2,
  unique: 1,
  parseJson: 1,
  stringify: 1,
  base64Encode: 1,
  base64Decode: 1,
  merge: 2,
}

const call = (name: FunctionName, given: readonly Expression[]): Expression => ({
  _tag: 'Call',
  name,
  arguments: given,
})

const tree = (isRich: boolean) =>
  fc.letrec<{ value: Expression; reference: Expression; condition: Expression }>((tie) => {
    const reference = fc.record({ _tag: fc.constant('Reference' as const), root, path })
    const literal = fc.record({
      _tag: fc.constant('Literal' as const),
      value: fc.oneof({ weight: 4, arbitrary: scalars }, { weight: 1, arbitrary: json }),
    }) as fc.Arbitrary<Expression>
    const computed = fc.record({
      _tag: fc.constant('Reference' as const),
      root: fc.record({ _tag: fc.constant('Computed' as const), expression: tie('value') }),
      path,
    })
    const inside = isRich ? tie('value') : reference
    const calls = Object.entries(functions)
      .filter(([name]) => isRich || !['multiply', 'divide', 'modulo', 'subtract'].includes(name))
      .map(([name, count]) =>
        fc
          .array(tie('value'), { minLength: count, maxLength: count })
          .map((given) => call(name as FunctionName, given)),
      )
    return {
      reference,
      value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        { weight: 6, arbitrary: reference },
        { weight: 3, arbitrary: literal },
        ...(isRich
          ? [
              { weight: 1, arbitrary: computed },
              { weight: 1, arbitrary: tie('condition') },
            ]
          : []),
        {
          weight: 1,
          arbitrary: fc
            .array(fc.tuple(fc.constantFrom('x', 'y', 'a b'), tie('value')), { maxLength: 2 })
            .map((fields): Expression => ({ _tag: 'Object', fields: [...new Map(fields)] })),
        },
        {
          weight: 1,
          arbitrary: fc.array(tie('value'), { maxLength: 3 }).map((items): Expression => ({ _tag: 'Array', items })),
        },
        {
          weight: 1,
          arbitrary: fc.array(tie('value'), { minLength: 1, maxLength: 3 }).map((given) => call('concat', given)),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(tie('value'), fc.constantFrom(',', ';,', '', '/', '.*', '[]', '\n'))
            .map(([text, by]) => call('split', [text, { _tag: 'Literal', value: by }])),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(tie('value'), fc.constantFrom('MD5', 'SHA-256', 'SHA-512'))
            .map(([text, by]) => call('hash', [text, { _tag: 'Literal', value: by }])),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(reference, fc.constantFrom(1, -1, 0.5, 1.5))
            .map(([of, by]) => call('subtract', [of, { _tag: 'Literal', value: by }])),
        },
        ...calls.map((arbitrary) => ({ weight: 1, arbitrary })),
      ),
      condition: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        {
          weight: 4,
          arbitrary: fc
            .tuple(
              fc.constantFrom<Comparator>('eq', 'ne', 'lt', 'le', 'gt', 'ge'),
              fc.boolean(),
              inside,
              fc.oneof(inside, literal),
            )
            .map(
              ([comparator, isTimestamp, left, right]): Expression => ({
                _tag: 'Compare',
                comparator,
                left,
                right,
                ...(isTimestamp && { isTimestamp: true as const }),
              }),
            ),
        },
        {
          weight: 3,
          arbitrary: fc
            .tuple(
              fc.constantFrom<Question>('isPresent', 'isNull', 'isString', 'isNumber', 'isBoolean', 'isTimestamp'),
              inside,
            )
            .map(([question, value]): Expression => ({ _tag: 'Ask', question, value })),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(
              inside,
              fc.constantFrom('', '*', '**', 'a*', '*b', 'a*b', '\\*', 'a\\*b', '\\\\', 'a,b;', '2*0*Z', '{}'),
            )
            .map(([value, pattern]): Expression => ({ _tag: 'Matches', value, pattern })),
        },
        { weight: 2, arbitrary: reference },
        { weight: 1, arbitrary: fc.boolean().map((value): Expression => ({ _tag: 'Literal', value })) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(
              fc.constantFrom('And' as const, 'Or' as const),
              fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
            )
            .map(([_tag, conditions]): Expression => ({ _tag, conditions })),
        },
        { weight: 1, arbitrary: tie('condition').map((condition): Expression => ({ _tag: 'Not', condition })) },
      ),
    }
  })

const rich = tree(true)
const plain = tree(false)

/** A payload that has what the next expressions refer to. */
const orders = fc.record({
  n: fc.constantFrom(0, 1, 2, 3, 2.5, -1.5),
  m: fc.constantFrom(1, 2, 3),
  s: textOf,
  xs: fc.array(scalars, { maxLength: 4 }),
  ns: fc.array(fc.constantFrom(1, 2, 3), { maxLength: 4 }),
  os: fc.array(fc.record({ a: scalars, b: fc.array(scalars, { maxLength: 2 }) }), { maxLength: 3 }),
  o: fc.dictionary(fc.constantFrom(...keys), json, { maxKeys: 3 }),
  t: fc.constantFrom('2020-02-29T00:00:00Z', '2020-02-29T01:00:00+01:00', '2020-03-01T00:00:00.25Z'),
  f: fc.boolean(),
})

const of = (...at: readonly (string | number)[]): Expression => ({
  _tag: 'Reference',
  root: { _tag: 'Input' },
  path: at,
})
const given = (value: string | number): Expression => ({ _tag: 'Literal', value })

/** Expressions of which most have a value. */
const { typed } = fc.letrec<Record<'typed' | 'number' | 'text' | 'list' | 'object', Expression>>((tie) => {
  const calls = (name: FunctionName, ...from: readonly fc.Arbitrary<Expression>[]): fc.Arbitrary<Expression> =>
    fc.tuple(...from).map((all) => call(name, all))
  const small = fc.constantFrom(given(1), given(2), of('m'))
  const oneof = (...arbitraries: readonly fc.Arbitrary<Expression>[]): fc.Arbitrary<Expression> =>
    fc.oneof({ maxDepth: 3, withCrossShrink: true }, ...arbitraries)
  return {
    number: oneof(
      fc.constantFrom(of('n'), of('m'), given(1), given(-2.5)),
      calls('add', tie('number'), tie('number')),
      calls('subtract', tie('number'), fc.constantFrom(given(1), given(0.5), given(-1.5))),
      calls('length', tie('list')),
      calls('get', fc.constantFrom(of('ns')), fc.constantFrom(given(0), of('m'))),
    ),
    text: oneof(
      fc.constantFrom(of('s'), of('t'), given("it's"), given('{} \\')),
      calls('concat', fc.constantFrom(given('a{}')), tie('number'), tie('text')),
      calls('concat', fc.constantFrom(of('n'), of('f'), of('s'), of('xs', 0))),
      calls('stringify', tie('typed')),
      calls('base64Encode', fc.constantFrom(given('abc'), of('t'))),
      calls('base64Decode', fc.constant(given('YWJj'))),
      calls('hash', tie('text'), fc.constantFrom(given('SHA-1'), given('SHA-384'))),
    ),
    list: oneof(
      fc.constantFrom(of('xs'), of('ns'), of('os')),
      calls('range', small, fc.constantFrom(given(1), given(5), of('m')), small),
      calls('partition', tie('list'), small),
      calls('unique', tie('list')),
      calls('split', tie('text'), fc.constantFrom(given(','), given(' e'), given('é.'))),
      fc.array(tie('typed'), { maxLength: 3 }).map((items): Expression => ({ _tag: 'Array', items })),
      calls('parseJson', fc.constantFrom(given('[]'), given('[1]'), given('[[1], {"a": 2}]'))),
    ),
    object: oneof(
      fc.constantFrom(of('o'), of('os', 0)),
      calls('merge', tie('object'), tie('object')),
      fc.constant<Expression>({ _tag: 'Literal', value: { a: [1, '{}'], "it's": { b: null } } }),
      fc.tuple(tie('typed'), tie('typed')).map(
        ([x, y]): Expression => ({
          _tag: 'Object',
          fields: [
            ['x', x],
            ['a b', y],
          ],
        }),
      ),
    ),
    typed: oneof(
      tie('number'),
      tie('text'),
      tie('list'),
      tie('object'),
      fc.constantFrom(of('f'), of('os', 1, 'b', 0), of('o', 'a')),
      calls('contains', tie('list'), fc.constantFrom(given(1), of('n'), of('s'))),
    ),
  }
})

const questions: readonly Question[] = ['isPresent', 'isNull', 'isString', 'isNumber', 'isBoolean', 'isTimestamp']

/** Conditions of which most are true or false. */
const { typedCondition } = fc.letrec<Record<'typedCondition', Expression>>((tie) => {
  const comparator = fc.constantFrom<Comparator>('eq', 'ne', 'lt', 'le', 'gt', 'ge')
  const compare = (side: fc.Arbitrary<Expression>, other: fc.Arbitrary<Expression>, isTimestamp?: true) =>
    fc.tuple(comparator, side, other).map(
      ([by, left, right]): Expression => ({
        _tag: 'Compare',
        comparator: by,
        left,
        right,
        ...(isTimestamp && { isTimestamp }),
      }),
    )
  const times = fc.constantFrom(of('t'), given('2020-02-29T00:00:00.000Z'), given('2020-02-29T02:00:00+02:00'))
  return {
    typedCondition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      compare(fc.constantFrom(of('n'), of('m')), fc.constantFrom(of('m'), given(1), given(2.5))),
      compare(fc.constantFrom(of('s'), of('t')), fc.constantFrom(of('s'), given('a'), given(''))),
      compare(times, times, true),
      fc
        .tuple(
          fc.constantFrom('eq' as const, 'ne' as const),
          fc.constantFrom(of('f'), of('xs', 0)),
          fc.constantFrom<Expression>(of('xs', 0), { _tag: 'Literal', value: true }, { _tag: 'Literal', value: null }),
        )
        .map(([by, left, right]): Expression => ({ _tag: 'Compare', comparator: by, left, right })),
      fc
        .tuple(fc.constantFrom(...questions), fc.constantFrom(of('xs', 0), of('s'), of('t'), of('o', 'a'), of('n')))
        .map(([question, value]): Expression => ({ _tag: 'Ask', question, value })),
      fc
        .tuple(
          fc.constantFrom(of('s'), of('t')),
          fc.constantFrom('*', '', 'a*', '*b*', '2020-*Z', 'a\\*b', 'a.b', '*\\\\'),
        )
        .map(([value, pattern]): Expression => ({ _tag: 'Matches', value, pattern })),
      fc
        .tuple(
          fc.constantFrom('And' as const, 'Or' as const),
          fc.array(tie('typedCondition'), { minLength: 1, maxLength: 3 }),
        )
        .map(([_tag, conditions]): Expression => ({ _tag, conditions })),
      tie('typedCondition').map((condition): Expression => ({ _tag: 'Not', condition })),
    ),
  }
})

/** JSON, in which an array is no sequence; or the error's name. */
const outcome = (compute: () => unknown): string => {
  try {
    return JSON.stringify(compute())
  } catch (error) {
    if (error instanceof EvaluationFailure) return error.error
    throw error
  }
}

const scopeOf = (input: unknown, value: unknown, language: EvaluationScope['language']): EvaluationScope => ({
  input,
  context: {},
  variableOf: (asked) => (asked === variable ? value : undefined),
  language,
})

/** What a machine of one state gives, besides those that a choice leads to. */
const executed = async (
  language: EvaluationScope['language'],
  state: object,
  input: unknown,
  value: unknown,
): Promise<string> => {
  const end = (answer: boolean): object => ({
    Type: 'Pass',
    [language === 'JSONata' ? 'Output' : 'Result']: answer,
    End: true,
  })
  const definition = {
    QueryLanguage: language,
    StartAt: 'state',
    States: { state, yes: end(true), no: end(false) },
  }
  const execution = await execute(definition as never, input as never, { variables: { v: value } })
  return execution.status === 'SUCCEEDED' ? JSON.stringify(execution.output) : String(execution.error)
}

test('a value in JSONata is what the library makes of its text', async () => {
  await holds(fc.oneof(typed, rich.value), fc.oneof(orders, payloads), json, async (expression, input, value) => {
    const state = { Type: 'Pass', Output: jsonataTemplate(expression, names), End: true }
    const expected = await executed('JSONata', state, input, value)
    assert.equal(
      outcome(() => evaluate(expression, scopeOf(input, value, 'JSONata'))),
      expected,
      JSON.stringify(state),
    )
  })
})

test('a condition in JSONata holds where the library says so', async () => {
  await holds(
    fc.oneof(typedCondition, rich.condition),
    fc.oneof(orders, payloads),
    json,
    async (condition, input, value) => {
      const state = {
        Type: 'Choice',
        Choices: [{ Condition: jsonataCondition(condition, names), Next: 'yes' }],
        Default: 'no',
      }
      const expected = await executed('JSONata', state, input, value)
      assert.equal(
        outcome(() => isTrue(condition, scopeOf(input, value, 'JSONata'))),
        expected,
        JSON.stringify(state),
      )
    },
  )
})

test('a value in JSONPath is what the executor makes of its text', async () => {
  await holds(fc.oneof(typed, plain.value), fc.oneof(orders, payloads), json, async (inner, input, value) => {
    const expression: Expression = { _tag: 'Object', fields: [['out', inner]] }
    const problems: Problem[] = []
    const template = jsonPathTemplate(expression, names, problems)
    fc.pre(problems.length === 0)
    const state = { Type: 'Pass', Parameters: template, End: true }
    const expected = await executed('JSONPath', state, input, value)
    assert.equal(
      outcome(() => evaluate(expression, scopeOf(input, value, 'JSONPath'))),
      expected,
      JSON.stringify(state),
    )
  })
})

test('a condition in JSONPath holds where the executor says so', async () => {
  await holds(
    fc.oneof(typedCondition, plain.condition),
    fc.oneof(orders, payloads),
    json,
    async (condition, input, value) => {
      const problems: Problem[] = []
      const rule = choiceRule(condition, names, problems)
      fc.pre(problems.length === 0)
      const state = { Type: 'Choice', Choices: [{ ...rule, Next: 'yes' }], Default: 'no' }
      const expected = await executed('JSONPath', state, input, value)
      assert.equal(
        outcome(() => isTrue(condition, scopeOf(input, value, 'JSONPath'))),
        expected,
        JSON.stringify(state),
      )
    },
  )
})

test.run()
