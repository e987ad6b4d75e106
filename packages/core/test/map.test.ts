/** The node that each way of calling `map` makes, and what is refused. Its laws are in `laws/map.laws.ts`. */
import { capture, type Each, identity, map, mapCatch, pass, type Ref, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('map over an array in the input')

interface Order {
  id: string
  lines: { sku: string }[]
}
const ship = task<{ sku: string }, boolean>('ship')
const node = (graph: unknown): Each => graph as Each
const untyped = map as unknown as (...given: readonly unknown[]) => unknown
const input = (...path: readonly (string | number)[]) => ({ _tag: 'Reference', root: { _tag: 'Input' }, path })
const inContext = (...path: readonly string[]) => ({
  _tag: 'Reference',
  root: { _tag: 'Context' },
  path: ['Map', 'Item', ...path],
})

test('the array is an expression, the step the item', () => {
  assert.equal(node(map((o: Ref<Order>) => o.lines, ship)), { _tag: 'Map', item: ship, items: input('lines') })
  assert.equal(node(map((o: Ref<Order>) => o.lines, ship, { maxConcurrency: 2 })), {
    _tag: 'Map',
    item: ship,
    items: input('lines'),
    maxConcurrency: 2,
  })
  assert.equal(node(mapCatch((o: Ref<Order>) => o.lines, ship)), {
    _tag: 'Map',
    item: capture(ship),
    items: input('lines'),
  })
})

test('over the whole input there is no array to name', () => {
  assert.equal(node(map(ship)), { _tag: 'Map', item: ship })
  assert.equal(node(map(identity())).item, identity())
})

test('what carries a graph is a step, even where it is a function', () => {
  const composed = Object.assign(async (_: { sku: string }) => true, { graph: ship })
  assert.equal(map(composed), map(ship))
  assert.equal(map(composed, { maxConcurrency: 3 }), map(ship, { maxConcurrency: 3 }))
  assert.equal(
    map((o: Ref<Order>) => o.lines, composed),
    map((o: Ref<Order>) => o.lines, ship),
  )
})

test('a step in place has the item as a variable where it reads it, and only there', () => {
  const reading = node(
    map(
      (o: Ref<Order>) => o.lines,
      (line) => pass(() => ({ sku: line.sku })),
    ),
  )
  assert.is(reading.item._tag, 'Bind')
  const whole = node(
    map(
      (o: Ref<Order>) => o.lines,
      (line) => pass(() => ({ line })),
    ),
  )
  assert.is(whole.item._tag, 'Bind')
  const blind = node(
    map(
      (o: Ref<Order>) => o.lines,
      (_) => ship,
    ),
  )
  assert.equal(blind.item, ship)
})

test('the index is the context’s', () => {
  const { item } = node(
    map(
      (o: Ref<Order>) => o.lines,
      (_, index) => pass(() => index),
    ),
  )
  assert.equal(item, { _tag: 'Pass', value: inContext('Index') })
})

test('a selector gets the item, the input and the index', () => {
  const { selector } = node(
    map((o: Ref<Order>) => o.lines, task<{ sku: string; id: string; n: number }, string>('x'), {
      selector: (line, o, n) => ({ sku: line.sku, id: o.id, n }),
    }),
  )
  assert.equal(selector, {
    _tag: 'Object',
    fields: [
      ['sku', inContext('Value', 'sku')],
      ['id', input('id')],
      ['n', inContext('Index')],
    ],
  })
})

const refused = (
  name: string,
  kind: typeof TypeError | typeof RangeError,
  says: RegExp,
  ...given: readonly unknown[]
) =>
  test(name, () =>
    assert.throws(
      () => untyped(...given),
      (error: unknown) => error instanceof kind && says.test((error as Error).message),
    ),
  )
const lines = (o: Ref<Order>) => o.lines

refused('no step', TypeError, /^map: expected a step/)
refused('a plain function', TypeError, /^map: expected a step.*the function lines, which is not composed/, lines)
refused('a plain function with options', TypeError, /which is not composed/, lines, { maxConcurrency: 2 })
refused('something else for the step', TypeError, /^map: expected a step.*got 3/, lines, 3)
refused('a callback that gives no step', TypeError, /^map: expected a step.*got 3/, lines, () => 3)
refused('a literal array', TypeError, /^map, items: expected a reference to an array.*pass\(\(\) =>/, () => [1], ship)
refused(
  'nothing for the array',
  TypeError,
  /^map, items: expected JSON or a reference, got undefined/,
  () => undefined,
  ship,
)
refused('a selector without an array', TypeError, /^map: a selector needs the array before it/, ship, {
  selector: () => 1,
})
refused('a selector that gives a Date', TypeError, /^map, selector\.at: expected JSON/, lines, ship, {
  selector: () => ({ at: new Date(0) }),
})
refused(
  'half an item at once',
  RangeError,
  /^map: maxConcurrency must be an integer, zero or more, got 0.5/,
  lines,
  ship,
  { maxConcurrency: 0.5 },
)

test('mapCatch says its own name', () => {
  assert.throws(() => mapCatch(3 as never), /mapCatch: expected a step/)
  assert.throws(() => mapCatch(lines, ship, { maxConcurrency: -1 }), /mapCatch: maxConcurrency/)
})

test.run()
