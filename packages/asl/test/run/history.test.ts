/** The history of a run, and the visits read off it. */

import { type HistoryEvent, run, TaskFailure, visits } from '@orkestra/asl/execute'
import { capture, identity, map, mapCatch, par, parCatch, retry, seq, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('history and visits')

const t = (name: string) => task<unknown, unknown>(name)
const boom = (): never => {
  throw Object.assign(new Error('it broke'), { name: 'Boom' })
}
/** Events in a line each: what led to them, their type, the state. */
const lines = (history: readonly HistoryEvent[]): readonly string[] =>
  history.map((event) => {
    const name =
      'stateEnteredEventDetails' in event
        ? ` ${event.stateEnteredEventDetails.name}`
        : 'stateExitedEventDetails' in event
          ? ` ${event.stateExitedEventDetails.name}`
          : ''
    return `${event.previousEventId} → ${event.id} ${event.type}${name}`
  })

test('of a task', async () => {
  const { history } = await run(t('x'), { n: 1 }, { tasks: { x: () => 2 } })
  assert.equal(history, [
    {
      id: 1,
      previousEventId: 0,
      timestamp: 0,
      type: 'ExecutionStarted',
      executionStartedEventDetails: { input: { n: 1 } },
    },
    {
      id: 2,
      // As on AWS: the first state follows no event.
      previousEventId: 0,
      timestamp: 0,
      type: 'TaskStateEntered',
      stateEnteredEventDetails: { name: 'x', input: { n: 1 } },
    },
    {
      id: 3,
      previousEventId: 2,
      timestamp: 0,
      type: 'TaskScheduled',
      taskScheduledEventDetails: {
        resource: 'arn:aws:states:::lambda:invoke',
        parameters: { FunctionName: '${x}', Payload: { n: 1 } },
      },
    },
    { id: 4, previousEventId: 3, timestamp: 0, type: 'TaskStarted' },
    {
      id: 5,
      previousEventId: 4,
      timestamp: 0,
      type: 'TaskSucceeded',
      taskSucceededEventDetails: { output: { ExecutedVersion: '$LATEST', Payload: 2, StatusCode: 200 } },
    },
    {
      id: 6,
      previousEventId: 5,
      timestamp: 0,
      type: 'TaskStateExited',
      stateExitedEventDetails: { name: 'x', output: 2 },
    },
    {
      id: 7,
      previousEventId: 6,
      timestamp: 0,
      type: 'ExecutionSucceeded',
      executionSucceededEventDetails: { output: 2 },
    },
  ])
})

test('of a caught error: the state exits with it, and a Pass hands it on', async () => {
  const { history } = await run(parCatch(t('z')), 1, { tasks: { z: boom } })
  assert.equal(lines(history).slice(1), [
    '0 → 2 ParallelStateEntered Parallel z',
    '2 → 3 ParallelStateStarted',
    '3 → 4 TaskStateEntered z',
    '4 → 5 TaskScheduled',
    '5 → 6 TaskStarted',
    '6 → 7 TaskFailed',
    '7 → 8 TaskStateExited z',
    '8 → 9 PassStateEntered z_failed',
    '9 → 10 PassStateExited z_failed',
    '10 → 11 ParallelStateExited Parallel z',
    '11 → 12 ExecutionSucceeded',
  ])
})

test('of a retry: scheduled and started again, two seconds later', async () => {
  const { history } = await run(t('x'), 1, { tasks: { x: [new TaskFailure('Lambda.ServiceException'), 1] } })
  assert.equal(history.map((event) => `${event.timestamp} ${event.type}`).slice(3, 7), [
    '0 TaskStarted',
    '0 TaskFailed',
    '2000 TaskScheduled',
    '2000 TaskStarted',
  ])
})

test('of a map: its length, and each iteration', async () => {
  const { history } = await run(map(t('x'), { maxConcurrency: 1 }), ['a', 'b'], { tasks: { x: [1, new Error('no')] } })
  assert.equal(
    history.flatMap((event) =>
      'mapStateStartedEventDetails' in event
        ? [event.mapStateStartedEventDetails]
        : 'mapIterationEventDetails' in event
          ? [[event.type, event.mapIterationEventDetails]]
          : [],
    ),
    [
      { length: 2 },
      ['MapIterationStarted', { name: 'Map x', index: 0 }],
      ['MapIterationSucceeded', { name: 'Map x', index: 0 }],
      ['MapIterationStarted', { name: 'Map x', index: 1 }],
      ['MapIterationFailed', { name: 'Map x', index: 1 }],
    ],
  )
  assert.equal(
    history.slice(-2).map(({ type }) => type),
    ['MapStateFailed', 'ExecutionFailed'],
  )
})

test('of a map over what is not an array: of what nobody can catch, AWS only writes that it ended the execution', async () => {
  const { history } = await run(map(t('x')), 7 as never, { tasks: { x: boom } })
  assert.equal(
    history.map(({ type }) => type),
    ['ExecutionStarted', 'MapStateEntered', 'ExecutionFailed'],
  )
  assert.is(visits(history)[0]?.error, 'States.Runtime')
})

test('of nested states that are cut off: each that was entered is aborted', async () => {
  const never = () => new Promise(() => {})
  const { history } = await run(par(t('x'), par(map(t('y')))), [1] as never, {
    tasks: {
      x: async () => setImmediate.call(null, () => {}) && new Promise((_, reject) => setImmediate(reject, new Error())),
      y: never,
    },
  })
  assert.equal(
    history.map(({ type }) => type).filter((type) => type.endsWith('Aborted')),
    ['ParallelStateAborted', 'MapStateAborted', 'TaskStateAborted'],
  )
})

test('visits: the states in the order in which they were entered, with what went in and out', async () => {
  const workflow = seq(t('x'), t('y'), parCatch(t('z'), t('g')))
  const { history } = await run(workflow, 0, { tasks: { x: () => 1, y: () => 2, z: boom, g: () => 3 } })
  const seen = visits(history)
  assert.equal(
    seen.map(({ state, type, depth, input, attempts }) => [state, type, depth, input, attempts]),
    [
      ['x', 'Task', 0, 0, 1],
      ['y', 'Task', 0, 1, 1],
      ['Parallel z, g', 'Parallel', 0, 2, 0],
      ['z', 'Task', 1, 2, 1],
      ['g', 'Task', 1, 2, 1],
      ['z_failed', 'Pass', 1, seen[3]?.output, 0],
    ],
  )
  assert.is(seen[3]?.error, 'Boom')
  assert.is(seen[4]?.output, 3)
  assert.equal(
    seen.map(({ leftAt }) => leftAt),
    [0, 0, 0, 0, 0, 0],
  )
})

test('visits: what failed has an error and no output; what was cut off has neither', async () => {
  const workflow = par(t('x'), t('y'))
  const { history } = await run(workflow, 0, { tasks: { x: async () => boom(), y: () => new Promise(() => {}) } })
  const [parallel, x, y] = visits(history)
  assert.is(y?.state, 'y')
  for (const visit of [parallel, x, y]) assert.not('output' in (visit ?? {}))
  assert.is(x?.error, 'Boom')
  assert.match(x?.cause ?? '', 'it broke')
  assert.is(y?.error, undefined)
  assert.is(y?.leftAt, undefined)
})

test('visits: attempts count retries, and an error that was overcome still shows', async () => {
  const { history } = await run(t('x'), 1, { tasks: { x: [new TaskFailure('Lambda.ServiceException', 'why'), 1] } })
  assert.equal(visits(history), [
    {
      state: 'x',
      type: 'Task',
      depth: 0,
      input: 1,
      attempts: 2,
      enteredAt: 0,
      error: 'Lambda.ServiceException',
      cause: 'why',
      output: 1,
      leftAt: 2000,
    },
  ])
})

test('visits: a captured sequence that is tried again is a Parallel around it', async () => {
  const twice = retry(seq(t('x'), t('y')), { errors: ['Other'], maxAttempts: 1 })
  const { history } = await run(capture(twice), 1, { tasks: { x: () => 1, y: boom } })
  assert.equal(
    visits(history).map(({ state, type, depth }) => [state, type, depth]),
    [
      ['Capture x', 'Parallel', 0],
      ['x', 'Task', 1],
      ['y', 'Task', 1],
      ['Capture x_failed', 'Pass', 0],
    ],
  )
})

test('visits: items of a map are inside of it, one by one', async () => {
  const { history } = await run(mapCatch(t('x')), [1, 2], { tasks: { x: (n: number) => (n === 1 ? boom() : n) } })
  assert.equal(
    visits(history).map(({ state, depth, input }) => [state, depth, JSON.stringify(input).slice(0, 9)]),
    [
      ['Map x', 0, '[1,2]'],
      ['x', 1, '1'],
      ['x', 1, '2'],
      ['x_failed', 1, '{"Error":'],
    ],
  )
})

test('visits: a task that timed out shows it', () => {
  const base = { timestamp: 0 }
  const details = { error: 'States.Timeout', cause: '' }
  const [visit] = visits([
    { ...base, id: 1, previousEventId: 0, type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'x', input: 1 } },
    { ...base, id: 2, previousEventId: 1, type: 'TaskStarted' },
    { ...base, id: 3, previousEventId: 2, type: 'TaskTimedOut', taskTimedOutEventDetails: details },
  ])
  assert.is(visit?.error, 'States.Timeout')
})

test('visits: an exit of a state that was never entered is passed over', () => {
  const exit = { id: 1, previousEventId: 0, timestamp: 0, type: 'TaskStateExited' as const }
  assert.equal(visits([{ ...exit, stateExitedEventDetails: { name: 'x', output: 1 } }]), [])
})

test('of identity: the one state that a machine needs', async () => {
  assert.equal(
    visits((await run(identity(), 5)).history).map(({ state, type, output }) => [state, type, output]),
    [['Done', 'Succeed', 5]],
  )
})

test.run()
