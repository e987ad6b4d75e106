/** Input and output checked by a schema, of any library that speaks Standard Schema. */
import { compose, type Schema, SchemaError } from '@orkestra/handler'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('schemas')

type Result<O> =
  | { value: O }
  | { issues: { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] }[] }
const schema = <I, O = I>(validate: (value: unknown) => Result<O> | Promise<Result<O>>): Schema<I, O> =>
  ({ '~standard': { version: 1, vendor: 'test', validate } }) as Schema<I, O>

const numeric = schema<string, number>((value) =>
  Number.isFinite(Number(value)) ? { value: Number(value) } : { issues: [{ message: 'expected a number' }] },
)
const short = schema<string>(async (value) =>
  String(value).length < 5 ? { value: String(value) } : { issues: [{ message: 'too long' }] },
)

const rejection = async (act: Promise<unknown>): Promise<SchemaError> =>
  act.then(
    () => {
      throw new Error('it did not reject')
    },
    (error) => error,
  )

test('the function gets what the input schema makes of the event', async () => {
  const double = compose({ input: numeric }, function double(n) {
    return 2 * n
  })
  assert.is(await double('21'), 42)
})

test('the caller gets what the output schema makes of the result, even if it takes its time', async () => {
  const say = compose({ output: short }, async function say(name: string) {
    return name
  })
  assert.is(await say('Ada'), 'Ada')
})

test('both at once', async () => {
  const both = compose({ input: numeric, output: short }, function both(n) {
    return 'x'.repeat(n)
  })
  assert.is(await both('3'), 'xxx')
  assert.match((await rejection(both('9'))).message, 'the output of both does not fit its schema: too long')
  assert.match((await rejection(both('nine'))).message, 'the input of both does not fit its schema: expected a number')
})

test('an event that does not fit never reaches the function', async () => {
  let calls = 0
  const never = compose({ input: numeric }, function never() {
    calls += 1
  })
  const error = await rejection(never('x'))
  assert.instance(error, SchemaError)
  assert.instance(error, Error)
  assert.is(error.name, 'SchemaError')
  assert.is(calls, 0)
})

test('all issues are told, each with its path', async () => {
  const strict = schema<unknown>(() => ({
    issues: [
      { message: 'required', path: ['order', 'id'] },
      { message: 'negative', path: [{ key: 'items' }, { key: 0 }, 'price'] },
      { message: 'odd', path: [] },
      { message: 'symbolic', path: [Symbol('s')] },
      { message: 'whole' },
    ],
  }))
  const error = await rejection(compose({ input: strict }, function checked() {})({}))
  assert.is(
    error.message,
    'the input of checked does not fit its schema: order.id: required; items.0.price: negative; odd; Symbol(s): symbolic; whole',
  )
  assert.is(error.issues.length, 5)
})

test('a path that is a subclass of Array with a map of its own is read as it is', async () => {
  class Path extends Array<string> {
    override map(): never[] {
      throw new Error('not to be called')
    }
  }
  const rooted = schema<unknown>(() => ({ issues: [{ message: 'must be an object', path: new Path() }] }))
  const { message } = await rejection(compose({ name: 'x', input: rooted }, () => 1)(null))
  assert.is(message, 'the input of x does not fit its schema: must be an object')
})

test('a message shows ten issues, and the error has them all', async () => {
  const issues = Array.from({ length: 5_000 }, (_, i) => ({ message: 'wrong', path: [i] }))
  const error = await rejection(compose({ name: 'x', input: schema<unknown>(() => ({ issues })) }, () => 1)(null))
  assert.is(error.issues.length, 5_000)
  assert.match(error.message, /; 9: wrong; and 4990 more$/)
})

test('a synchronous schema costs no turn of the loop', () => {
  let called = false
  void compose({ name: 'x', input: numeric }, () => {
    called = true
  })('1')
  assert.ok(called)
})

test('a schema that throws rejects with its own error', async () => {
  const broken = schema<unknown>(() => {
    throw new RangeError('broken')
  })
  assert.instance(await rejection(compose({ input: broken }, function x() {})(1)), RangeError)
})

test.run()
