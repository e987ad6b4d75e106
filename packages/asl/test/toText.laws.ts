import { toText } from '@orkestra/asl'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cases, holds, seed } from '../../core/test/arbitraries/laws.ts'

const test = suite('laws of toText')

const indents = fc.integer({ min: 0, max: 10 })

/** So deep that `JSON.stringify` overflows, whatever stands at the bottom. */
const levels = 10_000
const buried = (value: unknown): unknown => {
  let outer: unknown = value
  for (let i = 0; i < levels; i++) outer = [outer]
  return outer
}
/** The text of what was buried, dug out again. */
const dugOut = (text: string): string => text.slice(levels, text.length - levels)

/** Besides JSON: what JSON leaves out, or writes in its own way. */
const awkward = fc.oneof(
  fc.constantFrom(undefined, Number.NaN, -0, new Date(0), Symbol('s'), () => 1, '\u2028"\\\ud800', {
    toJSON: () => undefined,
  }),
  fc.jsonValue(),
)
const values = fc.oneof(
  fc.jsonValue(),
  fc.array(awkward),
  fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__'), fc.constant('1')), awkward),
)

test('toText is JSON.stringify', () =>
  holds(values, indents, (value, indent) => {
    assert.is(toText(value, { indent }), JSON.stringify(value, null, indent))
  }))

test('and stays so where JSON.stringify overflows the stack', () => {
  // All in one text: to overflow a thousand times would take long.
  const samples = fc.sample(values, { seed, numRuns: cases })
  assert.throws(() => JSON.stringify(buried(samples)), RangeError)
  const text = dugOut(toText(buried(samples)))
  const expected = JSON.stringify([samples]).slice(1, -1)
  assert.ok(text === expected, `seed ${seed}`)
})

test.run()
