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
import { evaluate, holds as isTrue } from '../../packages/core/src/expression/evaluate.ts'
import type {
  Comparator,
  Expression,
  FunctionName,
  Question,
  Root,
  Variable,
} from '../../packages/core/src/expression/expression.ts'
import { EvaluationFailure, type EvaluationScope } from '../../packages/core/src/expression/scope.ts'
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

/** A machine of one state, and of one before it that sets the variable. */
const executed = async (
  language: EvaluationScope['language'],
  state: object,
  input: unknown,
  value: unknown,
): Promise<string> => {
  const first =
    language === 'JSONata'
      ? { Assign: { v: '{% $states.input.v %}' }, Output: '{% $states.input.i %}' }
      : { Assign: { 'v.$': '$.v' }, OutputPath: '$.i' }
  const definition = {
    QueryLanguage: language,
    StartAt: 'first',
    States: {
      first: { Type: 'Pass', ...first, Next: 'state' },
      state,
      yes: { Type: 'Pass', ...(language === 'JSONata' ? { Output: true } : { Result: true }), End: true },
      no: { Type: 'Pass', ...(language === 'JSONata' ? { Output: false } : { Result: false }), End: true },
    },
  }
  const execution = await execute(definition as never, { i: input, v: value } as never)
  return execution.status === 'SUCCEEDED' ? JSON.stringify(execution.output) : String(execution.error)
}

test('a value in JSONata is what the library makes of its text', async () => {
  await holds(rich.value, payloads, json, async (expression, input, value) => {
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
  await holds(rich.condition, payloads, json, async (condition, input, value) => {
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
  })
})

test('a value in JSONPath is what the executor makes of its text', async () => {
  await holds(plain.value, payloads, json, async (inner, input, value) => {
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
  await holds(plain.condition, payloads, json, async (condition, input, value) => {
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
  })
})

test.run()
