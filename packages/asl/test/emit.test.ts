/** What graphs become, exactly. */
import { emit, emitEither, type StateMachine } from '@orkestra/asl'
import {
  add,
  capture,
  comment,
  identity,
  map,
  mapCatch,
  named,
  par,
  parCatch,
  pass,
  retry as retrying,
  seconds,
  seq,
  task,
  wait,
} from '@orkestra/core'
import { compose } from '@orkestra/handler'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('emit')

const t = (name: string) => task<unknown, unknown>(name)
const [x, y, z, g] = [t('x'), t('y'), t('z'), t('g')]

const retry = [
  {
    ErrorEquals: [
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
    ],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
  },
]
const catchTo = (state: string) => [{ ErrorEquals: ['States.ALL'], Next: state }]
const lambda = (key: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: `\${${key}}`, 'Payload.$': '$' },
  OutputPath: '$.Payload',
  Retry: retry,
})
const jsonata = (key: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: `\${${key}}`, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  Retry: retry,
})

const hero = (task: typeof lambda) => ({
  StartAt: 'x',
  States: {
    x: { ...task('x'), Next: 'y' },
    y: { ...task('y'), Next: 'Parallel z, g' },
    'Parallel z, g': {
      Type: 'Parallel',
      Branches: ['z', 'g'].map((name) => ({
        StartAt: name,
        States: {
          [name]: { ...task(name), Catch: catchTo(`${name}_failed`), End: true },
          [`${name}_failed`]: { Type: 'Pass', End: true },
        },
      })),
      End: true,
    },
  },
})

test('seq(x, y, parCatch(z, g)), in JSONPath', () => assert.equal(emit(seq(x, y, parCatch(z, g))), hero(lambda)))

test('seq(x, y, parCatch(z, g)), in JSONata', () =>
  assert.equal(emit(seq(x, y, parCatch(z, g)), { queryLanguage: 'JSONata' }), {
    QueryLanguage: 'JSONata',
    ...hero(jsonata as never),
  }))

const states = (definition: StateMachine) => definition.States as unknown as Record<string, Record<string, unknown>>

test('a record of branches is merged under its keys', () => {
  const graph = par({ a: x, 'b c': y })
  assert.equal(states(emit(graph))['Parallel x, y']?.ResultSelector, { 'a.$': '$[0]', 'b c.$': '$[1]' })
  const state = states(emit(graph, { queryLanguage: 'JSONata' }))['Parallel x, y']
  assert.equal(state?.Output, { a: '{% $states.result[0] %}', 'b c': '{% $states.result[1] %}' })
  assert.not('ResultSelector' in (state ?? {}))
})

test('without keys the array of outputs is the result as it is', () => {
  const state = states(emit(par(x, y)))['Parallel x, y'] ?? {}
  assert.equal(Object.keys(state), ['Type', 'Branches', 'End'])
})

test('a captured sequence has the Catch on each of its steps', () => {
  assert.equal(emit(seq(capture(seq(x, y)), z)), {
    StartAt: 'x',
    States: {
      x: { ...lambda('x'), Catch: catchTo('z'), Next: 'y' },
      y: { ...lambda('y'), Catch: catchTo('z'), Next: 'z' },
      z: { ...lambda('z'), End: true },
    },
  })
})

test('where something in it can fail that carries no Catch, a Parallel of one branch does', () => {
  const computes = seq(
    x,
    pass(() => ({ n: add(1, 2) })),
    y,
    wait(seconds(1)),
  )
  const found = states(emit(seq(capture(retrying(computes)), z)))
  assert.equal(Object.keys(found)[0], 'Capture x')
  assert.equal(found['Capture x']?.Catch, catchTo('z'))
})

test('a captured Task, Parallel or Map carries the Catch itself', () => {
  for (const [graph, name] of [
    [x, 'x'],
    [par(x), 'Parallel x'],
    [map(x) as unknown as typeof x, 'Map x'],
  ] as const) {
    const found = states(emit(seq(capture(graph), y)))
    assert.equal(found[name]?.Catch, catchTo('y'))
    assert.is(found[name]?.Next, 'y')
    const last = states(emit(capture(graph)))
    assert.equal(last[name]?.Catch, catchTo(`${name}_failed`))
    assert.equal(last[`${name}_failed`], { Type: 'Pass', End: true })
  }
})

test('a capture of a capture has one Catch', () => {
  const found = states(emit(capture(capture(x))))
  assert.equal(Object.keys(found), ['x', 'x_failed'])
  assert.equal(found.x?.Catch, catchTo('x_failed'))
})

test('map', () => {
  assert.equal(emit(map(x)), {
    StartAt: 'Map x',
    States: {
      'Map x': {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'x',
          States: { x: { ...lambda('x'), End: true } },
        },
        End: true,
      },
    },
  })
})

test('mapCatch catches inside, and maxConcurrency is handed on, but for 0, the default', () => {
  const found = emit(mapCatch(x, { maxConcurrency: 3 })).States['Map x']
  if (found?.Type !== 'Map') return assert.unreachable()
  assert.is(found.MaxConcurrency, 3)
  assert.equal(Object.keys(found.ItemProcessor?.States ?? {}), ['x', 'x_failed'])
  assert.is(states(emit(map(x, { maxConcurrency: 0 })))['Map x']?.MaxConcurrency, undefined)
})

test('identity is a Succeed where a branch needs a state, and nothing in a sequence', () => {
  assert.equal(emit(identity()), { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } })
  assert.equal(Object.keys(emit(seq(identity(), x, identity())).States), ['x'])
  assert.equal(emit(seq(x, named('as it is', identity()))).States['as it is'], { Type: 'Pass', End: true })
})

test('a titled sequence leaves no trace but its steps', () => {
  assert.equal(emit(seq(named('checks', seq(x, y)), z)), emit(seq(x, y, z)))
})

test('functions: the time-out of the state is that of the function and 10 s, its own, or none', () => {
  const timeout = (options: Parameters<typeof task>[1]) => states(emit(task('x', options))).x?.TimeoutSeconds
  assert.is(timeout({ timeout: seconds(6) }), 16)
  assert.is(timeout({ timeout: seconds(6), taskTimeout: seconds(3) }), 3)
  assert.is(timeout({ timeout: seconds(6), taskTimeout: false }), undefined)
  assert.is(timeout({}), undefined)
})

test('functions: without retries where they are not wanted', () => {
  assert.not('Retry' in (states(emit(task('x', { retryServiceErrors: false }))).x ?? {}))
})

test('functions: invoked by their ARN with payloadResponseOnly', () => {
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    assert.equal(states(emit(x, { payloadResponseOnly: true, queryLanguage })).x, {
      Type: 'Task',
      Resource: '${x}',
      Retry: retry,
      End: true,
    })
})

test('functions: named by functionArn', () => {
  const functionArn = ({ name }: { name: string }) => `arn:aws:lambda:eu-west-1:1:function:shop-${name}`
  const state = emit(x, { functionArn }).States.x
  assert.equal(state?.Type === 'Task' && state.Parameters, {
    FunctionName: 'arn:aws:lambda:eu-west-1:1:function:shop-x',
    'Payload.$': '$',
  })
  assert.is(states(emit(x, { functionArn, payloadResponseOnly: true })).x?.Resource, functionArn({ name: 'x' }))
})

test('functions: in another partition', () => {
  assert.is(states(emit(x, { partition: 'aws-cn' })).x?.Resource, 'arn:aws-cn:states:::lambda:invoke')
})

test('the machine: time-out in whole seconds, comment, query language, in this order', () => {
  const definition = emit(x, { comment: 'c', timeout: { seconds: 90.5 }, queryLanguage: 'JSONata' })
  assert.equal(Object.keys(definition), ['Comment', 'QueryLanguage', 'TimeoutSeconds', 'StartAt', 'States'])
  assert.is(definition.TimeoutSeconds, 91)
  assert.is(emit(x, { type: 'EXPRESS', timeout: seconds(300) }).TimeoutSeconds, 300)
})

test('comments: of a task, a map, a parallel, a capture, on their states', () => {
  const commented = (graph: Parameters<typeof emit>[0], name: string) => states(emit(graph))[name]?.Comment
  assert.is(commented(comment('c', x), 'x'), 'c')
  assert.is(commented(comment('c', par(x)), 'Parallel x'), 'c')
  assert.is(commented(comment('c', map(x)), 'Map x'), 'c')
  assert.is(commented(comment('c', capture(x)), 'x'), 'c')
  assert.is(commented(comment('c', capture(seq(x, y))), 'x'), 'c')
  assert.is(commented(comment('c', identity()), 'Done'), 'c')
})

test('comments: of a sequence, on the machine or the branch that it fills', () => {
  const definition = emit(comment('all', seq(x, par(comment('branch', seq(y, z)), g))))
  assert.is(definition.Comment, 'all')
  const parallel = definition.States['Parallel y, g']
  assert.equal(parallel?.Type === 'Parallel' && parallel.Branches.map((branch) => branch.Comment), [
    'branch',
    undefined,
  ])
  const mapped = emit(map(comment('item', seq(x, y)))).States['Map x']
  assert.is(mapped?.Type === 'Map' && mapped.ItemProcessor?.Comment, 'item')
  assert.is(emit(comment('graph’s', seq(x, y)), { comment: 'machine’s' }).Comment, 'machine’s')
})

test('comments: of a sequence in a sequence, on its first state, unless that has its own', () => {
  const found = states(emit(seq(z, comment('inner', seq(x, y)))))
  assert.equal([found.z?.Comment, found.x?.Comment, found.y?.Comment], [undefined, 'inner', undefined])
  assert.is(states(emit(seq(z, comment('inner', seq(comment('own', x), y))))).x?.Comment, 'own')
  assert.is(states(emit(seq(z, comment('outer', seq(comment('inner', seq(x, y)), g))))).x?.Comment, 'inner')
  assert.is(states(emit(seq(z, comment('outer', seq(named('title', seq(x, y)), g))))).x?.Comment, 'outer')
  const wrapped = states(emit(seq(z, comment('inner', seq(capture(seq(x, y)), g)))))
  assert.is(wrapped.x?.Comment, 'inner')
  assert.is(states(emit(seq(z, comment('inner', seq(capture(x), g))))).x?.Comment, 'inner')
})

test('names: later occurrences are numbered, and all that leads to them follows', () => {
  const { StartAt, States } = emit(seq(x, x, t('x2'), x))
  const chain = [StartAt]
  for (let state = States[StartAt]; state && 'Next' in state && state.Next; state = States[state.Next])
    chain.push(state.Next)
  assert.equal(chain, ['x', 'x3', 'x2', 'x4'])
  assert.is(states({ StartAt, States }).x3?.Resource, 'arn:aws:states:::lambda:invoke')
})

test('names: __proto__ is a key like any other', () => {
  const definition = emit(seq(t('__proto__'), t('constructor')))
  assert.equal(Object.keys(definition.States), ['__proto__', 'constructor'])
  assert.is(Object.getPrototypeOf(definition.States), Object.prototype)
  assert.match(JSON.stringify(definition), '"States":{"__proto__":{"Type":"Task"')
  const keyed = emit(par({ ['__proto__']: x }), { queryLanguage: 'JSONata' }).States['Parallel x']
  assert.equal(Object.keys((keyed?.Type === 'Parallel' && (keyed.Output as object)) || {}), ['__proto__'])
})

test('two different handlers of one name would be one function, and are an error', () => {
  const one = compose({ name: 'same' }, async (_: unknown) => 1)
  const two = compose({ name: 'same' }, async (_: unknown) => 2)
  const refused = emitEither(seq(one, two))
  assert.equal(refused._tag === 'Left' && refused.left.map(({ code }) => code), ['ASL302'])
  assert.ok(emit(seq(one, one, task('same'))))
})

test.run()
