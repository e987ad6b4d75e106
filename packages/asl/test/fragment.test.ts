/** States that something else has made, in a definition. */
import { type AnyStep, capture, catchError, type Graph, on, par, retry, seq, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { DeployError, manifest } from '../src/deploy/functions/manifest.ts'
import { emit, emitEither } from '../src/emit/emit.ts'
import { execute } from '../src/execute/index.ts'
import type { ParallelState, Scope, State } from '../src/states.ts'
import { diagnose } from '../src/validate/diagnose.ts'

const test = suite('fragment')

const fragment = (name: string): Graph<unknown, unknown> =>
  Object.freeze({
    _tag: 'Task',
    name,
    target: Object.freeze({ kind: 'fragment' }),
    retryServiceErrors: false,
  }) as unknown as Graph<unknown, unknown>
const peel = fragment('peel')
const x = task<unknown, unknown>('x')

/** Every kind of transition, and every kind of scope inside. */
const states: Scope = {
  StartAt: 'Which',
  States: {
    Which: {
      Type: 'Choice',
      Choices: [{ Variable: '$.n', NumericGreaterThan: 1, Next: 'Both' }],
      Default: 'Each',
    } as State,
    Both: {
      Type: 'Parallel',
      Branches: [{ StartAt: 'Inner', States: { Inner: { Type: 'Pass', Result: 'big', End: true } } }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Each' }],
      Next: 'x',
    } as State,
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Item',
        States: { Item: { Type: 'Pass', Result: 'item', Next: 'Last' }, Last: { Type: 'Pass', End: true } },
      },
      End: true,
    } as State,
    x: { Type: 'Pass', End: true },
  },
}
const fragments = { peel: states }

const namesOf = (scope: Scope): string[] =>
  Object.entries(scope.States).flatMap(([name, state]) => [
    name,
    ...(state.Type === 'Parallel' ? state.Branches.flatMap(namesOf) : []),
    ...(state.Type === 'Map' && state.ItemProcessor ? namesOf(state.ItemProcessor) : []),
  ])

test('it stands as a Parallel of one branch, its output unwrapped, its states named apart', () => {
  const definition = emit(seq(x, peel), { fragments })
  const state = definition.States.peel as ParallelState
  assert.equal([state.Type, state.Branches.length, state.OutputPath, state.Retry], ['Parallel', 1, '$[0]', undefined])
  assert.equal(namesOf(definition), ['x', 'peel', 'Which', 'Both', 'Inner', 'Each', 'Item', 'Last', 'x2'])
  assert.is(((state.Branches[0] as Scope).States.Both as ParallelState & { Next: string }).Next, 'x2')
  assert.is(
    (emit(peel, { fragments, queryLanguage: 'JSONata' }).States.peel as ParallelState).Output,
    '{% $states.result[0] %}',
  )
})

test('in any number of places no two states have one name, and every transition leads somewhere', async () => {
  const graph: AnyStep = par(seq(peel, peel), capture(peel), catchError(retry(peel, { maxAttempts: 1 }), on('E', x)))
  const definition = emit(graph, { fragments })
  const names = namesOf(definition)
  assert.is(new Set(names).size, names.length)
  assert.equal(
    diagnose(definition).filter(({ severity }) => severity === 'error'),
    [],
  )
  const carrier = Object.values(definition.States)[0] as ParallelState
  assert.equal(((carrier.Branches[1] as Scope).States.peel3 as ParallelState).Catch, [
    { ErrorEquals: ['States.ALL'], Next: 'peel_failed' },
  ])
})

test('it runs as what it is', async () => {
  const run = async (input: unknown) => {
    const execution = await execute(emit(peel, { fragments }), input)
    return execution.status === 'SUCCEEDED' ? execution.output : execution
  }
  assert.equal(await run({ n: 2 }), ['big'])
  assert.equal(await run({ n: 1, items: [1, 2] }), ['item', 'item'])
})

test('what is given is not changed', () => {
  const before = JSON.stringify(fragments)
  emit(seq(x, peel, peel), { fragments })
  assert.is(JSON.stringify(fragments), before)
})

test('without its states it is ASL303, and no function to deploy', () => {
  const refused = emitEither(seq(peel, peel, fragment('toString')))
  assert.equal(refused._tag === 'Left' && refused.left.map(({ code, message }) => [code, message]), [
    ['ASL303', 'no states are given for the fragment "peel"'],
    ['ASL303', 'no states are given for the fragment "toString"'],
  ])
  assert.throws(
    () => manifest(peel),
    (error: Error) => error instanceof DeployError && /"peel" is made of states of CDK/.test(error.message),
  )
})

test('its states have the limits of all states', () => {
  const long = 'n'.repeat(81)
  const refused = emitEither(peel, {
    fragments: { peel: { StartAt: long, States: { [long]: { Type: 'Pass', End: true } } } },
  })
  assert.equal(refused._tag === 'Left' && refused.left.map(({ code }) => code), ['ASL020'])
  const wide: Scope = {
    StartAt: 's',
    States: { s: { Type: 'Pass', Comment: 'c'.repeat(1_100_000), End: true } },
  }
  const large = emitEither(peel, { fragments: { peel: wide } })
  assert.equal(large._tag === 'Left' && large.left.map(({ code }) => code), ['ASL009'])
})

test.run()
