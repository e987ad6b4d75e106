import * as Either from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { formatPieces, isIntrinsic, parseIntrinsic } from '../../src/language/intrinsic.ts'

const test = suite('intrinsic calls')

const callOf = (text: string) => {
  const result = parseIntrinsic(text)
  if (Either.isLeft(result)) throw new Error(`${text}: ${result.left.message} at ${result.left.at}`)
  return result.right
}
const faultOf = (text: string) => {
  const result = parseIntrinsic(text)
  return Either.isLeft(result) ? result.left.at : undefined
}

test('reads arguments of every kind, blanks between them', () => {
  const call = callOf("States.Array( 'a' , -1.5e2,true,null,$.x['y'], $$.Execution.Id ,$v,States.UUID( ) ) ")
  assert.equal(
    call.arguments.map((a) => a._tag),
    ['Text', 'Number', 'Word', 'Word', 'Path', 'Path', 'Path', 'Call'],
  )
  assert.is(call.arguments[6]?.at, 64)
  assert.equal(callOf('States.Array()').arguments, [])
})

test('takes the escapes that AWS takes, and no other', () => {
  const [argument] = callOf(String.raw`States.Format('it\'s \{\} \\ {}', 1)`).arguments
  assert.is(argument?._tag === 'Text' && argument.value, String.raw`it's {} \ {}`)
  assert.equal(argument?._tag === 'Text' && formatPieces(argument.raw), [String.raw`it's {} \ `, ''])
  assert.is(faultOf(String.raw`States.Format('say \"{}\"', 1)`), 19)
  assert.is(faultOf(String.raw`States.Format('\n')`), 15)
})

test('a fault tells where it is', () => {
  for (const [text, at] of [
    ['$.x', 0],
    ['States.Now()', 0],
    ['States.constructor()', 0],
    ['States.UUID', 11],
    ['States.UUID(', 12],
    ['States.UUID()x', 13],
    ['States.Array(1 2)', 15],
    ['States.Array(1,)', 15],
    ["States.Array('a)", 13],
    ['States.Array("a")', 13],
    ['States.Array($.a[)', 17],
    ['States.Array(States.Nope())', 13],
  ] as const)
    assert.is(faultOf(text), at, text)
})

test('nests ten deep and no deeper', () => {
  const nest = (levels: number) => `${'States.Array('.repeat(levels)}${')'.repeat(levels)}`
  assert.is(faultOf(nest(10)), undefined)
  assert.type(faultOf(nest(11)), 'number')
  assert.type(faultOf('States.Array('.repeat(100_000)), 'number')
})

test('tells what means to be a call', () => {
  assert.ok(isIntrinsic('States.Nope'))
  assert.not(isIntrinsic('$.States'))
})

test.run()
