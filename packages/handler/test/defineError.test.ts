import { outputOf, run } from '@orkestra/asl/execute'
import { parCatch } from '@orkestra/core'
import { compose, defineError } from '@orkestra/handler'
import { transform } from 'esbuild'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('defineError')

test('an error has the name, the message and the cause that it is given', () => {
  const OrderRejected = defineError('OrderRejected')
  const cause = new Error('stock')
  const error = new OrderRejected('out of stock', { cause })
  assert.instance(error, OrderRejected)
  assert.instance(error, Error)
  assert.is(error.name, 'OrderRejected')
  assert.is(error.message, 'out of stock')
  assert.is(error.cause, cause)
  assert.is(OrderRejected.errorName, 'OrderRejected')
  assert.is(OrderRejected.name, 'OrderRejected')
  assert.match(error.stack ?? '', 'defineError.test')
  assert.is(new OrderRejected().message, '')
})

test('it can be extended, and keeps its name', () => {
  class Special extends defineError('Special') {}
  assert.is(new Special('x').name, 'Special')
})

test('a name must not be empty, nor one of Step Functions’ own', () => {
  for (const name of ['', '  ', 'States.Timeout'])
    assert.throws(
      () => defineError(name),
      (error: unknown) =>
        error instanceof TypeError &&
        error.message === `defineError(${JSON.stringify(name)}): a name must not be empty or begin with "States."`,
    )
})

test('Step Functions sees that name', async () => {
  const OrderRejected = defineError('OrderRejected')
  const check = compose(function check(_: number): number {
    throw new OrderRejected('no')
  })
  const [outcome] = outputOf(await run(parCatch(check), 1))
  assert.is((outcome as { Error: string }).Error, 'OrderRejected')
})

test('the name survives minification, where that of a plain class does not', async () => {
  const { code } = await transform(
    `class PlainOrderError extends Error { constructor(m) { super(m); this.name = new.target.name } }
     export const plain = () => new PlainOrderError('no')
     const NamedOrderError = globalThis.defineErrorForTest('NamedOrderError')
     export const named = () => new NamedOrderError('no')`,
    { minify: true, format: 'esm' },
  )
  Object.assign(globalThis, { defineErrorForTest: defineError })
  const { plain, named } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Record<
    'plain' | 'named',
    () => Error
  >
  assert.is.not(plain().name, 'PlainOrderError')
  assert.is(named().name, 'NamedOrderError')
})

test.run()
