import { isCaught, parseCause, toEither } from '@orkestra/core'
import * as Either from 'fp-ts/lib/Either.js'
import { separate } from 'fp-ts/lib/ReadonlyArray.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('outcomes')

const caught = { Error: 'Boom', Cause: 'why' }

test('a caught error is an object of exactly the two, each a text or null', () => {
  for (const value of [
    caught,
    { Error: 'Boom', Cause: null },
    { Error: null, Cause: null },
    { Error: null, Cause: '' },
  ])
    assert.ok(isCaught(value), JSON.stringify(value))
  for (const value of [
    null,
    undefined,
    7,
    'Error',
    [],
    {},
    { Error: 'Boom' },
    { Cause: 'why' },
    { Error: 1, Cause: 'why' },
    { Error: 'Boom', Cause: undefined },
    { ...caught, more: 1 },
  ])
    assert.not(isCaught(value), JSON.stringify(value))
})

test('toEither puts the error left and the output right', () => {
  assert.equal(toEither(caught), Either.left(caught))
  assert.equal(toEither({ price: 1 }), Either.right({ price: 1 }))
  assert.equal(separate([1, caught, 2].map((outcome) => toEither<number>(outcome as number))), {
    left: [caught],
    right: [1, 2],
  })
})

const cause = (value: unknown) =>
  parseCause({ Error: 'Boom', Cause: typeof value === 'string' ? value : JSON.stringify(value) })

test('parseCause reads what Lambda’s Node.js runtime writes', () => {
  assert.equal(cause({ errorType: 'TypeError', errorMessage: 'no', trace: ['a', 'b'] }), {
    errorType: 'TypeError',
    errorMessage: 'no',
    trace: ['a', 'b'],
  })
})

test('parseCause reads what Python’s runtime writes', () => {
  assert.equal(cause({ errorType: 'KeyError', errorMessage: "'id'", stackTrace: ['  File …'] }).trace, ['  File …'])
})

test('parseCause takes any other text as the message', () => {
  for (const text of ['', 'plain', '{', '7', 'null', '"text"', '[]', '{"message":"no"}'])
    assert.equal(cause(text), { errorType: 'Boom', errorMessage: text, trace: [] })
})

test('parseCause takes what is null for empty', () => {
  assert.equal(parseCause({ Error: null, Cause: null }), { errorType: '', errorMessage: '', trace: [] })
})

test('parseCause makes texts of what is none', () => {
  assert.equal(cause({ errorMessage: 5 }), { errorType: 'Boom', errorMessage: '5', trace: [] })
  assert.equal(cause({ errorType: null, errorMessage: null, trace: 'one line' }), {
    errorType: 'null',
    errorMessage: 'null',
    trace: [],
  })
  assert.equal(cause({ errorMessage: '', trace: [1] }).trace, ['1'])
})

test.run()
