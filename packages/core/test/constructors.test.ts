/** What the constructors refuse, and how they say so: at once, with the position, the key or the name. */

import { run } from '@orkestra/asl/execute'
import {
  capture,
  comment,
  hours,
  identity,
  isGraph,
  isStep,
  map,
  mapCatch,
  minutes,
  named,
  nodeOf,
  nodes,
  par,
  parAll,
  parCatch,
  seq,
  seqAll,
  task,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('constructors')

const x = task('x')
const call = (fn: unknown, ...args: readonly unknown[]) => (fn as (...args: readonly unknown[]) => unknown)(...args)

const refuses = (act: () => unknown, kind: new (message?: string) => Error, message: string): void => {
  assert.throws(act, (error: unknown) => {
    assert.instance(error, kind)
    assert.ok((error as Error).message.startsWith(message), (error as Error).message)
    return true
  })
}

test('a step that is none is named by its position', () => {
  refuses(
    () => call(seq, x, 7),
    TypeError,
    'seq, argument 2: expected a step (a graph, a composed handler, or { graph }), got 7',
  )
  refuses(() => call(seqAll, [x, null]), TypeError, 'seq, argument 2: expected a step')
  refuses(() => call(par, x, undefined), TypeError, 'par, argument 2: expected a step')
  refuses(() => call(parAll, [undefined]), TypeError, 'parAll, argument 1: expected a step')
  refuses(() => call(parCatch, x, 'y'), TypeError, 'parCatch, argument 2: expected a step')
})

test('a branch that is none is named by its key', () => {
  refuses(() => call(par, { good: x, bad: {} }), TypeError, 'par, key "bad": expected a step')
  refuses(() => call(parCatch, { 'not good': 1 }), TypeError, 'parCatch, key "not good": expected a step')
})

test('the other combinators say who asks', () => {
  refuses(() => call(map, 1), TypeError, 'map: expected a step')
  refuses(() => call(mapCatch, 1), TypeError, 'mapCatch: expected a step')
  refuses(() => call(capture, 1), TypeError, 'capture: expected a step')
  refuses(() => call(named, 'n', 1), TypeError, 'named: expected a step')
  refuses(() => call(comment, 'c', 1), TypeError, 'comment: expected a step')
  refuses(() => call(nodes, 1), TypeError, 'graph: expected a step')
})

test('a plain function is told how to become a step', () => {
  refuses(
    () => call(seq, function charge() {}),
    TypeError,
    'seq, argument 1: expected a step (a graph, a composed handler, or { graph }), got the function charge, which is not composed. Wrap a plain function with compose()',
  )
  refuses(() => call(seq, () => {}), TypeError, 'seq, argument 1')
  refuses(
    () => call(map, { name: 'x', _tag: 'Nothing' }),
    TypeError,
    'map: expected a step (a graph, a composed handler, or { graph }), got an object with the keys ["name","_tag"]',
  )
})

test('a tag that every object has is no tag', () => {
  assert.not(isGraph({ _tag: 'constructor' }))
  assert.not(isGraph({ _tag: '__proto__' }))
  assert.not(isStep({ graph: { _tag: 'toString' } }))
  assert.ok(isStep(Object.assign(() => {}, { graph: x })))
  assert.is(nodeOf({ graph: x } as never), x as unknown)
})

test('nothing side by side, or one after the other, is an error; of an array of none it is identity', () => {
  refuses(() => call(seq), TypeError, 'seq: expected at least one step')
  refuses(() => call(par), TypeError, 'par: expected at least one branch')
  refuses(() => call(par, {}), TypeError, 'par: expected at least one branch')
  refuses(() => call(parCatch), TypeError, 'parCatch: expected at least one branch')
  refuses(() => parAll([]), TypeError, 'parAll: expected at least one branch')
  assert.is(seqAll([]), identity() as unknown)
})

test('a name must hold something', () => {
  for (const name of ['', ' ', '\n\t'])
    refuses(
      () => task(name),
      TypeError,
      `task: a name needs at least one non-blank character, got ${JSON.stringify(name)}`,
    )
  refuses(() => call(task, undefined), TypeError, 'task: a name needs at least one non-blank character')
  refuses(() => call(task, 5), TypeError, 'task: a name needs at least one non-blank character')
  refuses(() => named('', x), TypeError, 'named: a name needs at least one non-blank character')
  refuses(() => call(named, 7, x), TypeError, 'named: a name needs at least one non-blank character')
  refuses(() => call(comment, undefined, x), TypeError, 'comment: expected a string, got undefined')
})

test('time-outs are of one second at least', () => {
  refuses(() => task('x', { timeout: { seconds: 0 } }), RangeError, 'task "x": timeout must be 1 to 900 seconds, got 0')
  refuses(
    () => task('x', { taskTimeout: { seconds: -1 } }),
    RangeError,
    'task "x": taskTimeout must be 1 to 99999999 seconds, got -1',
  )
  refuses(() => task('x', { timeout: { seconds: Number.NaN } }), RangeError, 'task "x": timeout')
  assert.ok(isGraph(task('x', { timeout: { seconds: 0.2 }, taskTimeout: false })))
  assert.ok(isGraph(task('x', { timeout: minutes(15), taskTimeout: hours(1) })))
})

test('maxConcurrency is a whole number', () => {
  refuses(
    () => map(x as never, { maxConcurrency: -1 }),
    RangeError,
    'map: maxConcurrency must be an integer, zero or more, got -1',
  )
  refuses(() => mapCatch(x as never, { maxConcurrency: 1.5 }), RangeError, 'mapCatch: maxConcurrency')
  refuses(() => map(x as never, { maxConcurrency: Number.NaN }), RangeError, 'map: maxConcurrency')
})

test('options are data of the graph’s own: what is changed afterwards does not reach it', () => {
  const options = { environment: { STAGE: 'dev' }, layers: [{ arn: 'arn:1' }], timeout: { seconds: 3 } }
  const graph = task('x', options)
  const before = JSON.stringify(graph)
  options.environment.STAGE = 'prod'
  options.layers.push({ arn: 'arn:2' })
  options.timeout.seconds = 900
  assert.is(JSON.stringify(graph), before)
})

test('an option that is undefined says nothing', () => {
  assert.equal(task('x', { timeout: undefined, description: undefined } as never), task('x'))
  assert.equal(map(x as never, { maxConcurrency: undefined } as never), map(x as never))
})

test('a handler rides along unseen: names and comments keep it, data does not show it', async () => {
  const key = Symbol.for('@orkestra/implementation')
  const graph = Object.freeze({ ...nodeOf(x), [key]: () => 'mine' }) as unknown as typeof x
  const annotated = named('n', comment('c', capture(graph)))
  assert.not.match(JSON.stringify(annotated), 'mine')
  const execution = await run(annotated, 1)
  assert.is(execution.status === 'SUCCEEDED' && execution.output, 'mine')
})

test.run()
