import { execute } from '@orkestra/asl/execute'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { errorIn, only, outcome, queried, run } from './machine.ts'

const test = suite('execute: JSONata')

test('what AWS adds', async () => {
  for (const [expression, expected] of [
    ["$parse('[1]')", [1]],
    ['$partition([1, 2, 3], 2)', [[1, 2], [3]]],
    ['$range(1, 9, 4)', [1, 5, 9]],
    ['$range(1, 9, 9)', 1],
    ["$hash('a', 'SHA-1')", '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
    ['$random(7) = $random(7)', true],
    ['$random() < 1', true],
    ['$length($uuid())', 36],
    ['1/0', undefined],
    ['$states.context.State.Name', 'A'],
    ['$states.input.a', { b: null }],
    ['$states.input.a.b', null],
    ['[$states.input.list[$ > 1]]', [2]],
    ['$millis()', 1_700_000_000_000],
    ['$now()', '2023-11-14T22:13:20.000Z'],
  ] as const) {
    const made = await queried(expression, { a: { b: null }, list: [1, 2] }, { startTime: 1_700_000_000_000 })
    if (expected !== undefined) assert.equal(made, expected, expression)
  }
})

test('what goes wrong, and where', async () => {
  const place = "An error occurred while executing the state 'A' (entered at the event id #2). "
  const why = async (output: unknown): Promise<unknown> =>
    ((await run({ Type: 'Pass', QueryLanguage: 'JSONata', Output: output })) as unknown[])[2]
  assert.is(
    await why({ a: [1, '{% $nope %}'] }),
    `${place}The JSONata expression '$nope' specified for the field 'Output/a[1]' returned nothing (undefined).`,
  )
  assert.is(
    await why('{% function($x) { $x } %}'),
    `${place}The JSONata expression 'function($x) { $x }' specified for the field 'Output' returned an unsupported result type.`,
  )
  assert.is(
    await why('{% $sum %}'),
    `${place}The JSONata expression '$sum' specified for the field 'Output' returned an unsupported result type.`,
  )
  assert.match(String(await why("{% $number('x') %}")), /threw an error during evaluation\. D3030: /)
  assert.match(String(await why("{% $eval('1') %}")), /T1006: Attempted to invoke a non-function/)
  for (const expression of [
    "$parse('{')",
    '$partition([1], 0)',
    '$range(1, 2, 0)',
    '$range(1, 9999999, 1)',
    "$hash('a', 'CRC')",
  ])
    assert.is(errorIn(await queried(expression)), 'States.QueryEvaluationError', expression)
})

test('variables: all assigned at once, from what there was at entry', async () => {
  const swap = {
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Assign: { x: 1, y: 2 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { x: '{% $y %}', y: '{% $x %}' }, Output: '{% $x %}', Next: 'C' },
      C: {
        Type: 'Pass',
        Output: { x: '{% $x %}', y: '{% $y %}', was: '{% $states.input + 0 %}' },
        Assign: { z: '{% $uuid() %}' },
        End: true,
      },
    },
  }
  assert.equal(outcome(await execute(swap, {})), { x: 2, y: 1, was: 1 })
  assert.equal(
    outcome(
      await execute(
        only({ Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $given.a %}' }),
        {},
        { variables: { given: { a: 1 } } },
      ),
    ),
    1,
  )
})

test('a branch reads the variables around it and keeps its own', async () => {
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Assign: { outer: 1 }, Next: 'P' },
      P: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'I',
            States: {
              I: { Type: 'Pass', Assign: { inner: '{% $outer + 1 %}' }, Next: 'J' },
              J: { Type: 'Pass', Output: '{% $inner %}', End: true },
            },
          },
        ],
        Next: 'Z',
      },
      Z: { Type: 'Pass', Output: { outer: '{% $outer %}', inner: '{% $exists($inner) %}' }, End: true },
    },
  }
  assert.equal(outcome(await execute(definition, {})), { outer: 1, inner: false })
})

test('types that do not fit', async () => {
  for (const state of [
    { Type: 'Wait', Seconds: "{% 'x' %}" },
    { Type: 'Wait', Seconds: '{% -1 %}' },
    { Type: 'Wait', Timestamp: '{% 1 %}' },
    { Type: 'Task', Resource: 'f', Arguments: '{% $states.input %}', TimeoutSeconds: '{% 0 %}' },
    { Type: 'Task', Resource: 'f', TimeoutSeconds: "{% 'x' %}" },
    { Type: 'Map', MaxConcurrency: "{% 'x' %}", Items: [1], ItemProcessor: only({ Type: 'Pass' }) },
    { Type: 'Map', MaxConcurrency: '{% -1 %}', Items: [1], ItemProcessor: only({ Type: 'Pass' }) },
    { Type: 'Map', Items: { a: 1 }, ItemProcessor: only({ Type: 'Pass' }) },
    { Type: 'Fail', Error: '{% 1 %}' },
    { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'A' }] },
  ])
    assert.is(
      errorIn(await run({ QueryLanguage: 'JSONata', ...state }, {}, { lambdas: { f: () => 1 } })),
      'States.QueryEvaluationError',
      JSON.stringify(state),
    )
})

test('choices, with their own output and variables', async () => {
  const definition = (x: unknown) => ({
    QueryLanguage: 'JSONata',
    StartAt: 'C',
    States: {
      C: {
        Type: 'Choice',
        Choices: [
          { Condition: false, Next: 'Z' },
          { Condition: '{% $states.input.x = 1 %}', Output: { one: true }, Assign: { v: 'one' }, Next: 'Z' },
          ...(x === 3 ? [] : [{ Condition: '{% $states.input.x = 2 %}', Next: 'Z', Assign: { v: 'two' } }]),
        ],
        ...(x !== 3 && { Default: 'Z', Output: 'default', Assign: { v: 'none' } }),
      },
      Z: { Type: 'Succeed', Output: { in: '{% $states.input %}', v: '{% $v %}' } },
    },
  })
  assert.equal(outcome(await execute(definition(1), { x: 1 })), { in: { one: true }, v: 'one' })
  assert.equal(outcome(await execute(definition(2), { x: 2 })), { in: { x: 2 }, v: 'two' })
  assert.equal(outcome(await execute(definition(0), { x: 0 })), { in: 'default', v: 'none' })
  assert.is(errorIn(outcome(await execute(definition(3), { x: 3 }))), 'States.NoChoiceMatched')
})

test.run()
