/** Drawings of definitions, and of executions on them. */
import { toDiagram, toSvg } from '@orkestra/asl/draw'
import { execute } from '@orkestra/asl/execute'
import { historyIn } from '@orkestra/asl/files'
import { toDot, toMermaid } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { conditionText } from '../../src/draw/conditionText.ts'
import { duration, executed, wayKey } from '../../src/draw/executed.ts'
import { laidOut } from '../../src/draw/layout/layout.ts'
import type { StateMachine } from '../../src/states.ts'
import { loops, odd } from '../fixtures/drawnDefinitions.ts'

const test = suite('drawings of definitions')

const arrowsOf = (definition: StateMachine): readonly string[] => {
  const { shapes, arrows } = toDiagram(definition)
  const names = new Map(shapes.flatMap((shape) => ('name' in shape ? [[shape.id, shape.name] as const] : [])))
  return arrows.map(
    ({ kind, from, to, label }) =>
      `${names.get(from) ?? from} ${kind} ${names.get(to) ?? to}${label === undefined ? '' : `: ${label}`}`,
  )
}

test('every transition is an arrow, with what it is taken for', () => {
  assert.equal(arrowsOf(loops), [
    'start next Get order',
    'Get order next What now?',
    'Get order error Give up',
    'Get order retry Get order: Lambda.TooManyRequestsException',
    'What now? next Reserve: $.status = "new"',
    'What now? next Ask the manager: $.total > 1000 and not ($.vip = true)',
    'What now? next Wait: $.status = "waiting"',
    'What now? next Done: otherwise',
    'Reserve next Done',
    'Reserve error Give up',
    'Done next end',
    'Ask the manager next What now?',
    'Ask the manager error Give up: Rejected, States.Timeout',
    'Wait next Get order',
    'Shelf next Again?',
    'Again? next Reserved: $.ok = true',
    'Again? next Shelf: otherwise',
  ])
})

/** Scopes of states that lead anywhere, also nowhere, and into other scopes. */
const scope = (depth: number): fc.Arbitrary<object> =>
  fc
    .array(
      fc.record({
        next: fc.nat(9),
        isEnd: fc.boolean(),
        inner: depth === 0 ? fc.constant([]) : fc.array(scope(depth - 1), { maxLength: 2 }),
      }),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((states) => ({
      StartAt: '0',
      States: Object.fromEntries(
        states.map(({ next, isEnd, inner }, i) => [
          String(i),
          {
            ...(inner.length === 0 ? { Type: 'Pass' } : { Type: 'Parallel', Branches: inner }),
            ...(isEnd ? { End: true } : { Next: String(next) }),
          },
        ]),
      ),
    }))

test('any graph of states is drawn: each state once, no two on each other, and inside of what it belongs to', () => {
  fc.assert(
    fc.property(scope(1), (definition) => {
      const diagram = toDiagram(definition as StateMachine)
      const { boxes, groups, width, height } = laidOut(diagram)
      const open = diagram.shapes.filter(({ kind }) => kind === 'open').length
      assert.is(groups.length, open)
      assert.is(boxes.length, diagram.shapes.length - 2 * open)
      boxes.forEach((a, i) => {
        assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width + 1 && a.y + a.height <= height + 1)
        for (const b of boxes.slice(i + 1))
          assert.ok(
            a.x + a.width <= b.x + 1 ||
              b.x + b.width <= a.x + 1 ||
              a.y + a.height <= b.y + 1 ||
              b.y + b.height <= a.y + 1,
          )
      })
    }),
    { numRuns: 60 },
  )
})

test('the ways of a choice stand from left to right, as it reads', () => {
  const names = ['first', 'second', 'third', 'otherwise']
  const one = (type: object) => ({ Type: 'Pass', ...type })
  const definition = {
    StartAt: 'Which?',
    States: {
      'Which?': {
        Type: 'Choice',
        Choices: names.slice(0, 3).map((Next) => ({ Variable: '$.x', StringEquals: Next, Next })),
        Default: 'otherwise',
      },
      ...Object.fromEntries(names.map((name) => [name, one({ Next: name === 'third' ? 'longer' : 'end' })])),
      longer: one({ Next: 'end' }),
      end: { Type: 'Succeed' },
    },
  }
  const { boxes } = laidOut(toDiagram(definition as unknown as StateMachine))
  const found = boxes.flatMap(({ shape, x }) =>
    'name' in shape && names.includes(shape.name) ? [[shape.name, x] as const] : [],
  )
  assert.equal(
    [...found].sort((a, b) => a[1] - b[1]).map(([name]) => name),
    names,
  )
})

test('a map of a parallel state shares one frame with it', () => {
  const { groups } = laidOut(toDiagram(loops))
  assert.equal(
    groups.map(({ name, isFramed }) => `${name} ${isFramed}`),
    ['Reserve true', 'Both false'],
  )
  assert.match(toSvg(loops), '<g class="group parallel shared" data-state="Both"')
})

test('a condition in a line', () => {
  assert.is(conditionText({ Variable: '$.a', NumericLessThanEqualsPath: '$.b' }), '$.a ≤ $.b')
  assert.is(conditionText({ Variable: '$.a', IsPresent: false }), '$.a is not present')
  assert.is(conditionText({ Condition: '{% $a > 1 %}' }), '$a > 1')
  assert.is(
    conditionText({
      Or: [
        { Variable: '$.a', StringMatches: 'x*' },
        {
          And: [
            { Variable: '$.b', IsNull: true },
            { Variable: '$.c', BooleanEquals: true },
          ],
        },
      ],
    }),
    '$.a matches "x*" or ($.b is null and $.c = true)',
  )
  let deep: object = { Variable: '$.x', IsNull: true }
  for (let i = 0; i < 10_000; i += 1) deep = { Not: deep }
  assert.match(conditionText(deep), '…')
})

test('what is no definition is drawn as far as it is one', () => {
  for (const odd of [
    {},
    { StartAt: 1, States: { A: null, B: { Type: 'Pass', Next: 'Nowhere' }, C: { Type: 'Map' } } },
    { States: [] },
  ])
    assert.match(toSvg(odd as never), /^<svg /)
})

test('Mermaid and DOT of a definition; what a name says is obeyed by neither', () => {
  const hostile = {
    StartAt: "%%{init: {'theme':'forest'}}%%\u0000",
    States: { "%%{init: {'theme':'forest'}}%%\u0000": { Type: 'Succeed' } },
  }
  const mermaid = toMermaid(toDiagram(hostile as unknown as StateMachine))
  assert.not.match(mermaid, '%%{')
  assert.not.match(mermaid + toDot(toDiagram(hostile as unknown as StateMachine)), '\u0000')
  assert.match(mermaid, "#37;#37;{init: {'theme':'forest'}}#37;#37;")
})

const lambdas = (first: readonly unknown[]) => {
  const answers = [...first]
  return (event: unknown): unknown => {
    const next = answers.shift() ?? event
    if (next instanceof Error) throw next
    return next
  }
}

const busy = Object.assign(new Error('slow'), { name: 'Lambda.TooManyRequestsException' })

test('an execution: states entered, attempts, times, and the ways taken', async () => {
  const { history, status } = await execute(
    loops,
    {},
    {
      lambdas: {
        f: lambdas([busy, { status: 'waiting', total: 1, vip: false }, { status: 'done', total: 1, vip: false }]),
      },
    },
  )
  assert.is(status, 'SUCCEEDED')
  const { states, ways } = executed(history)
  assert.equal(
    Array.from(states, ([name, { status: how, note }]) => `${name}: ${how}: ${note}`),
    ['Get order: done: 2 times, 3 attempts, 1 s', 'What now?: done: 2 times', 'Wait: done: 1 min', 'Done: done: '],
  )
  assert.equal(
    [...ways],
    [
      wayKey('next', undefined, 'Get order'),
      wayKey('next', 'Get order', 'What now?'),
      wayKey('next', 'What now?', 'Wait'),
      wayKey('next', 'Wait', 'Get order'),
      wayKey('next', 'What now?', 'Done'),
      wayKey('next', 'Done', undefined),
    ],
  )
  const svg = toSvg(loops, { execution: history })
  assert.match(svg, '<g class="box task done" data-state="Get order"')
  assert.match(svg, '<g class="box task left" data-state="Ask the manager"')
  assert.is(svg.match(/class="arrow \w+ taken"/g)?.length, 7)
})

test('an error that is caught takes its own way, and one that is not ends there', async () => {
  const { history } = await execute(
    loops,
    {},
    { lambdas: { f: lambdas([Object.assign(new Error('no'), { name: 'Broken' })]) } },
  )
  const { states, ways } = executed(history)
  assert.equal(
    Array.from(states, ([name, { status, note }]) => `${name}: ${status}: ${note}`),
    ['Get order: caught: Broken', 'Give up: broken: GivenUp'],
  )
  assert.ok(ways.has(wayKey('error', 'Get order', 'Give up')))
  assert.not(ways.has(wayKey('next', 'Get order', 'Give up')))
})

test("AWS's own histories: times as texts or seconds, payloads as text, the last event first", () => {
  const events = [
    {
      timestamp: '2026-01-01T00:00:00.000Z',
      type: 'ExecutionStarted',
      id: 1,
      previousEventId: 0,
      executionStartedEventDetails: { input: '{}' },
    },
    {
      timestamp: '2026-01-01T00:00:00.050Z',
      type: 'TaskStateEntered',
      id: 2,
      previousEventId: 0,
      stateEnteredEventDetails: { name: 'A', input: '{"n":1}' },
    },
    {
      timestamp: '2026-01-01T00:00:00.060Z',
      type: 'TaskScheduled',
      id: 3,
      previousEventId: 2,
      taskScheduledEventDetails: { resourceType: 'sqs', resource: 'sendMessage', parameters: '{}' },
    },
    { timestamp: '2026-01-01T00:00:00.070Z', type: 'TaskStarted', id: 4, previousEventId: 3 },
    {
      timestamp: '2026-01-01T00:00:01.000Z',
      type: 'TaskFailed',
      id: 5,
      previousEventId: 4,
      taskFailedEventDetails: { resourceType: 'sqs', error: 'SQS.Busy', cause: 'c' },
    },
    {
      timestamp: '2026-01-01T00:00:01.050Z',
      type: 'TaskStateExited',
      id: 6,
      previousEventId: 5,
      stateExitedEventDetails: { name: 'A', output: '{}' },
    },
    {
      timestamp: '2026-01-01T00:00:01.050Z',
      type: 'PassStateEntered',
      id: 7,
      previousEventId: 6,
      stateEnteredEventDetails: { name: 'B', input: '{}' },
    },
  ]
  const history = historyIn({ events: [...events].reverse() }, 'h.json')
  const { states, ways } = executed(history)
  assert.equal(states.get('A')?.visits[0]?.input, { n: 1 })
  assert.is(states.get('A')?.note, 'SQS.Busy, 1 s')
  assert.equal([...ways], [wayKey('next', undefined, 'A'), wayKey('error', 'A', 'B')])
  const inSeconds = events.map((event) => ({ ...event, timestamp: Date.parse(event.timestamp) / 1000 }))
  assert.is(executed(historyIn({ events: inSeconds }, 'h.json')).states.get('A')?.note, 'SQS.Busy, 1 s')
  for (const none of [{}, { events: [] }, { events: [1] }, [], 'x', null])
    assert.throws(() => historyIn(none, 'h.json'), /h\.json contains no execution history/)
})

test('times as people read them', () => {
  assert.equal([0, 999, 1500, 59_949, 61_500, 3_600_000, 5_400_000].map(duration), [
    '0 ms',
    '999 ms',
    '1.5 s',
    '59.9 s',
    '1 min 2 s',
    '1 h',
    '1 h 30 min',
  ])
})

test('no variables of CSS, which not every viewer knows', () => {
  assert.not.match(toSvg(odd), /var\(|--/)
})

test.run()
