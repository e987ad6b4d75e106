import {
  capture,
  comment,
  equals,
  identity,
  map,
  mapCatch,
  named,
  par,
  parCatch,
  seconds,
  seq,
  show,
  task,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('show and equals')

const t = (name: string) => task<unknown, unknown>(name)
const [x, y] = [t('x'), t('y')]

const terms: readonly (readonly [string, Parameters<typeof show>[0]])[] = [
  ['x', x],
  ['charge-card', t('charge-card')],
  ['Ünï', t('Ünï')],
  ['task("a b")', t('a b')],
  ['task("identity()")', t('identity()')],
  ['identity()', identity()],
  ['seq(x, y, parCatch(x, y))', seq(x, y, parCatch(x, y))],
  ['par(x, seq(x, y))', par(x, seq(x, y))],
  ['par(capture(x), y)', par(capture(x), y)],
  ['par({ a: x, "b c": y })', par({ a: x, 'b c': y })],
  ['parCatch({ a: x })', parCatch({ a: x })],
  ['map(x)', map(x)],
  ['map(x, { maxConcurrency: 3 })', map(x, { maxConcurrency: 3 })],
  ['mapCatch(x)', mapCatch(x, { maxConcurrency: 0 })],
  ['capture(seq(x, y))', capture(seq(x, y))],
  ['capture(capture(x))', capture(capture(x))],
  ['capture(named("n", identity()))', capture(named('n', identity()))],
  ['named("say \\"n\\"", comment("c", x))', comment('c', named('say "n"', x))],
  ['par(named("n", capture(seq(x, y))))', parCatch(seq(x, y)) && par(named('n', capture(seq(x, y))))],
]

for (const [text, graph] of terms) test(`shows ${text}`, () => assert.is(show(graph), text))

test('graphs differ by structure, order, names, comments, keys and options', () => {
  const all = [
    ...terms.map(([, graph]) => graph),
    seq(y, x),
    par(y, x),
    par({ b: x }),
    task('x', { timeout: seconds(3) }),
    named('x', x),
  ]
  for (const [i, a] of all.entries())
    for (const [j, b] of all.entries()) assert.is(equals(a, b), i === j, `${show(a)} ${show(b)}`)
})

test('the functions behind handlers do not count', () => {
  const withHandler = { graph: { ...x, [Symbol.for('@orkestra/implementation')]: () => 1 } }
  assert.ok(equals(withHandler, x))
})

test('an array is not a record with the same keys', () => {
  const odd = (steps: unknown) => ({ graph: { _tag: 'Seq', steps } }) as never
  assert.not(equals(odd([x]), odd({ 0: x })))
  assert.not(equals(odd([x, undefined]), odd({ 0: x, 1: undefined })))
  assert.not(equals(odd({ a: undefined }), odd({ b: undefined })))
  assert.not(equals(odd({ a: 1, b: 2 }), odd({ a: 1, c: 2 })))
})

test.run()
