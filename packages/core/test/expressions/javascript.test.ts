/** JavaScript written on references: what it drops without a word is an error that names it and says what to write. */
import {
  bind,
  choice,
  concat,
  eq,
  gt,
  identity,
  map,
  not,
  otherwise,
  pass,
  type Ref,
  repeatUntil,
  seconds,
  seq,
  service,
  showExpression,
  task,
  unused,
  when,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { nodeOf } from '../../src/graph/step.ts'

const test = suite('JavaScript on references')

interface Order {
  readonly id: string
  readonly a: number
  readonly ok: boolean
  readonly note: string
  readonly items: readonly { readonly sku: string }[]
  readonly pair: readonly [{ readonly x: number }, string]
  readonly limit?: number
}
type O = Ref<Order>

/** What a callback of `pass` gives, as it is shown. */
const made = (make: (o: O) => unknown): string => {
  const node = nodeOf(pass(make as (o: O) => string))
  return node._tag === 'Pass' ? showExpression(node.value) : node._tag
}
const asked = (condition: (o: O) => unknown): unknown => when(condition as (o: O) => Ref<boolean>, identity())

const dropped: readonly (readonly [title: string, act: () => unknown, names: string])[] = [
  ['&& between conditions', () => asked((o) => eq(o.a, 3) && eq(o.id, 'x')), 'when: eq(i.a, 3) is not part of'],
  ['&& between fields', () => asked((o) => o.ok && eq(o.id, 'x')), 'the reference to ok is'],
  ['?: on a field', () => made((o) => ({ t: o.a ? 'x' : 'y' })), 'pass: the reference to a is'],
  ['?: on a condition', () => made((o) => (gt(o.a, 1) ? o.id : o.note)), 'gt(i.a, 1) is'],
  ['?: that gives what it asks', () => made((o) => (o.note ? o.note : 'none')), 'the reference to note is'],
  ['! on a field', () => made((o) => ({ t: !o.ok })), 'the reference to ok is'],
  ['! on a condition', () => asked((o) => !eq(o.a, 1)), 'eq(i.a, 1) is'],
  [
    'if',
    () =>
      made((o) => {
        if (o.ok) return 1
        return 2
      }),
    'the reference to ok is',
  ],
  [
    'switch',
    () =>
      made((o) => {
        switch (o.id as unknown) {
          case 'a':
            return 1
          default:
            return 2
        }
      }),
    'the reference to id is',
  ],
  ['===', () => made((o) => ({ same: (o.id as unknown) === 'a' })), 'the reference to id is'],
  ['a condition that is left out', () => asked((o) => [eq(o.a, 1), eq(o.a, 2)][0]), 'eq(i.a, 2) is'],
  [
    'several',
    () => made((o) => (o.a && o.ok ? 1 : concat(o.id) ? 2 : 3)),
    'the reference to a, the reference to ok are',
  ],
  ['in', () => made((o) => ({ has: 'note' in (o as object) })), 'whether note is in a reference'],
  ['the keys', () => made((o) => Object.keys(o).length), 'the list of the fields of a reference'],
  [
    'in repeatUntil',
    () => repeatUntil(task<1, Order>('t'), (o) => gt(o.a, 1) && not(o.ok), { every: seconds(1), maxAttempts: 2 }),
    'repeatUntil: gt(i.a, 1) is',
  ],
  [
    'in the arguments of a service',
    () => service('sns:publish', (o: O) => ({ Message: o.ok ? 'a' : 'b' })),
    'service "sns:publish", arguments: the reference to ok is',
  ],
  [
    'in the items of a map',
    () => map((o: O) => (o.ok ? o.items : o.items), identity()),
    'map, items: the reference to ok is',
  ],
  [
    'in the body of a bind',
    () => bind(identity<Order>(), (o) => (o.ok ? task<Order, 1>('a') : task<Order, 2>('b'))),
    'bind: the reference to ok is',
  ],
]
for (const [title, act, names] of dropped)
  test(title, () => {
    assert.throws(act, (error: Error) => error instanceof TypeError && error.message.includes(names))
    assert.throws(act, /and\(…\), or\(…\), not\(…\), orElse\(…\) and cond\(…\)/)
  })

const refused: readonly (readonly [title: string, act: (o: O) => unknown, says: RegExp])[] = [
  ['+', (o) => (o.a as unknown as number) + 1, /the reference to a is used as a string or a number.*add\(…\)/],
  ['a template string', (o) => `x${o.id}`, /the reference to id is used as a string or a number.*concat\(…\)/],
  ['>', (o) => (o.a as unknown as number) > 3, /the reference to a is used.*gt\(…\)/],
  ['a method of texts', (o) => (o.id as unknown as string).toUpperCase(), /id\.toUpperCase is called.*upper\(text\)/],
  [
    'a method of arrays',
    (o) => (o.items as unknown as unknown[]).map(String),
    /items\.map is called.*map\(…\) for a step per element/,
  ],
  [
    'a method of its own',
    (o) => (o as unknown as { act(): void }).act(),
    /a reference has no methods|A reference has no methods/,
  ],
  [
    'delete',
    (o) => Reflect.deleteProperty(o as object, 'id'),
    /the field id of a reference is deleted.*the fields that stay/,
  ],
  [
    'a loop over elements',
    (o) => [...(o.items as unknown as unknown[])],
    /the elements of the reference to items are looped over.*each\(…\)/,
  ],
  ['an assignment', (o) => ((o as unknown as { a: number }).a = 1), /the field a of a reference is assigned.*merge/],
  ['an async callback', async (o) => ({ id: o.id }), /the callback is async/],
  ['a spread beside a number', (o) => ({ ...o, 0: 'x' }), /use merge/],
]
for (const [title, act, says] of refused) test(title, () => assert.throws(() => made(act), says))

test('what is used anywhere in the data is no mistake', () => {
  assert.is(
    made((o) => ({ a: [o.id, { b: o.items[0]?.sku }] })),
    '{ a: [i.id, { b: i.items[0].sku }] }',
  )
  assert.is(
    made((o) => {
      const { items } = o
      return { first: items[0], n: 1 }
    }),
    '{ first: i.items[0], n: 1 }',
  )
  assert.is(
    made(({ pair: [a, b] }) => ({ b, c: a.x })),
    '{ b: i.pair[1], c: i.pair[0].x }',
  )
  assert.is(
    made((o) => {
      unused(o.note)
      return o.id
    }),
    'i.id',
  )
})

test('what a callback reads may be used by a callback inside of it', () => {
  bind(identity<Order>(), (o) => {
    const { id, ok } = o
    return choice(
      when(
        () => ok,
        pass(() => ({ id })),
      ),
      otherwise(seq(pass(() => 1))),
    )
  })
})

test('a callback that throws leaves nothing behind', () => {
  assert.throws(
    () =>
      made((o) => {
        void o.a
        throw new Error('mine')
      }),
    /mine/,
  )
  assert.is(
    made((o) => o.id),
    'i.id',
  )
})

test('a spread reference is merged, in the order in which it is written', () => {
  assert.is(
    made((o) => ({ ...o, extra: 1 })),
    'merge(i, { extra: 1 })',
  )
  assert.is(
    made((o) => ({ limit: 10, ...o })),
    'merge({ limit: 10 }, i)',
  )
  assert.is(
    made((o) => ({ z: 1, ...o, b: o.id, ...o.pair[0] })),
    'merge(merge(merge({ z: 1 }, i), { b: i.id }), i.pair[0])',
  )
  assert.is(
    made((o) => ({ ...o })),
    'i',
  )
  assert.is(
    made((o) => ({ x: { ...o } })),
    '{ x: i }',
  )
})

test.run()
