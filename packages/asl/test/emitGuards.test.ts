import { diagnose, emit } from '@orkestra/asl'
import { type AnyStep, catchError, comment, fail, on, onAny, retry, seconds, seq, task, wait } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('emit of waits, fails, retries and catches')

const plain = (name: string) => task<unknown, unknown>(name, { retryServiceErrors: false })
const [x, y, h] = [plain('x'), plain('y'), plain('h')]

/** The states, without what every Lambda task says. */
const statesOf = (graph: AnyStep, queryLanguage: 'JSONPath' | 'JSONata' = 'JSONPath') => {
  const definition = emit(graph, { queryLanguage })
  assert.equal(
    diagnose(definition).filter(({ severity }) => severity === 'error'),
    [],
  )
  return JSON.parse(JSON.stringify(definition.States), (key, value) =>
    ['Resource', 'Parameters', 'Arguments', 'OutputPath', 'Output', 'Type'].includes(key) && typeof value !== 'object'
      ? undefined
      : ['Parameters', 'Arguments'].includes(key)
        ? undefined
        : value,
  )
}

test('a task carries its own retry and catch', () => {
  const policy = {
    errors: ['A'],
    intervalSeconds: 3,
    maxAttempts: 2,
    backoffRate: 1.5,
    maxDelaySeconds: 9,
    jitter: 'FULL',
  } as const
  assert.equal(
    statesOf(seq(catchError(retry(x, policy), on(['B', 'C'], h), onAny(fail({ error: 'E', cause: 'c' }))), y)),
    {
      x: {
        Retry: [
          {
            ErrorEquals: ['A'],
            IntervalSeconds: 3,
            MaxAttempts: 2,
            BackoffRate: 1.5,
            MaxDelaySeconds: 9,
            JitterStrategy: 'FULL',
          },
        ],
        Catch: [
          { ErrorEquals: ['B', 'C'], Next: 'h' },
          { ErrorEquals: ['States.ALL'], Next: 'Fail E' },
        ],
        Next: 'y',
      },
      h: { Next: 'y' },
      'Fail E': { Error: 'E', Cause: 'c' },
      y: { End: true },
    },
  )
})

test('a sequence is wrapped, and its output unwrapped, in both languages', () => {
  for (const language of ['JSONPath', 'JSONata'] as const) {
    const { States } = emit(retry(seq(x, y)), { queryLanguage: language })
    const wrapper = States['Retry x']
    assert.is(wrapper?.Type, 'Parallel')
    assert.equal(
      wrapper?.Type === 'Parallel' && [
        wrapper.OutputPath,
        wrapper.Output,
        wrapper.Retry?.[0]?.ErrorEquals,
        wrapper.Branches.length,
      ],
      language === 'JSONPath'
        ? ['$[0]', undefined, ['States.ALL'], 1]
        : [undefined, '{% $states.result[0] %}', ['States.ALL'], 1],
    )
  }
})

test('the retry for all errors comes after that of the service', () => {
  const { States } = emit(retry(task('t'), { errors: ['A'] }, {}))
  const retries = States.t?.Type === 'Task' ? States.t.Retry?.map(({ ErrorEquals }) => ErrorEquals[0]) : []
  assert.equal(retries, ['A', 'Lambda.ClientExecutionTimeoutException', 'States.ALL'])
})

test('a wait waits, with its comment', () => {
  assert.equal(emit(comment('patience', wait(seconds(90)))).States, {
    'Wait 90 s': { Type: 'Wait', Seconds: 90, Comment: 'patience', End: true },
  })
  assert.equal(emit(comment('no way', fail())).States, { Fail: { Type: 'Fail', Comment: 'no way' } })
})

test('a catch around another names no error that the inner one takes', () => {
  const x = task<unknown, unknown>('x')
  const inner = catchError(x, on('Boom', task<unknown, unknown>('y')))
  const { States } = emit(catchError(inner, on(['Boom', 'Bang'], task<unknown, unknown>('z'))))
  const { Catch: catchers } = States.x as { readonly Catch: readonly { readonly ErrorEquals: readonly string[] }[] }
  assert.equal(
    catchers.map(({ ErrorEquals }) => ErrorEquals),
    [['Boom'], ['Bang']],
  )
})

test.run()
