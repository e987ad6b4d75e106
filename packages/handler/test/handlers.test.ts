/** Handlers whose names are keys. */
import { outputOf, run } from '@orkestra/asl/execute'
import { equals, seconds, seq, task } from '@orkestra/core'
import { type Composed, compose, composeWith, handlers, isComposed } from '@orkestra/handler'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('handlers')

test('the keys are the names, of the steps and of the exports', async () => {
  const { price, tax } = handlers({
    price: async ({ id }: { readonly id: string }) => ({ id, price: 10 }),
    async tax(order: { readonly price: number }) {
      return order.price * 0.2
    },
  })
  assert.equal([price.name, price.handler, tax.name, tax.handler], ['price', 'price', 'tax', 'tax'])
  assert.is(isComposed(price), true)
  assert.ok(equals(price, task('price')))
  assert.equal(await price({ id: '7' }), { id: '7', price: 10 })
  assert.is(outputOf(await run(seq(price, tax), { id: '7' })), 2)
})

test('whatever a bundler calls the function, the key is the name', () => {
  const renamed = Object.defineProperty(async (n: number) => n, 'name', { value: 'price2' })
  const { price } = handlers({ price: renamed })
  assert.is(price.graph && price.name, 'price')
})

test('options are for all; compose gives one its own, and composeWith its defaults', () => {
  const ours = composeWith({ memorySize: 512, environment: { B: 'ours' } })
  const { plain, own, both } = handlers(
    { entry: 'file:///app.ts', timeout: seconds(6), environment: { A: 'all', B: 'all' } },
    {
      plain: async () => 1,
      own: compose({ timeout: seconds(30) }, async () => 2),
      both: ours({ runtime: 'nodejs24.x' }, async () => 3),
    },
  )
  assert.equal([plain.entry, plain.timeout, plain.memorySize], ['file:///app.ts', { seconds: 6 }, undefined])
  assert.equal([own.entry, own.timeout], ['file:///app.ts', { seconds: 30 }])
  assert.equal(
    [both.entry, both.timeout, both.memorySize, both.runtime, both.environment],
    ['file:///app.ts', { seconds: 6 }, 512, 'nodejs24.x', { A: 'all', B: 'ours' }],
  )
})

test('a name of its own stays, and the key is the export', () => {
  const { charge } = handlers({ charge: compose({ name: 'charge-card' }, async () => 1) })
  assert.equal([charge.name, charge.handler], ['charge-card', 'charge'])
  assert.is(handlers({ x: compose({ handler: 'index.main' }, async () => 1) }).x.handler, 'index.main')
})

test('any text is a name, that of a property of every object too', () => {
  const all = handlers({ constructor: async () => 1, toString: async () => 2, 'with blanks': async () => 3 })
  assert.equal(
    Object.values<Composed<unknown, number>>(all).map(({ name }) => name),
    ['constructor', 'toString', 'with blanks'],
  )
  assert.ok(Object.isFrozen(all))
})

test('errors say which handler', () => {
  assert.throws(() => handlers({ price: 7 as never }), 'compose "price": expected a function, got number')
  assert.throws(
    () => handlers({ timeout: { seconds: 0 } }, { price: async () => 1 }),
    'compose "price": timeout must be',
  )
  assert.throws(() => handlers({ ' ': async () => 1 }), 'compose: a name needs at least one non-blank character')
})

test.run()
