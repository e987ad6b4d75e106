/** Depth and width are limited by memory alone. */
import { emit, type StateMachine, toText } from '@orkestra/asl'
import { capture, type Graph, map, par, parCatch, seq, seqAll, task } from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('depth and width of definitions')

type Any = Graph<unknown, unknown>
const x: Any = task('x')

test('a seq of 100,000', () => {
  const definition = emit(seqAll(Array.from({ length: 100_000 }, () => x)), { limits: false })
  assert.is(Object.keys(definition.States).length, 100_000)
  assert.is(toText(definition), JSON.stringify(definition))
})

const nested = (wrap: (inner: Any) => unknown, levels = 10_000): Any => {
  let graph = x
  for (let i = 0; i < levels; i++) graph = wrap(graph) as Any
  return graph
}
/** By how they nest, and how often. */
const shapes: Readonly<Record<string, readonly [wrap: (inner: Any) => unknown, levels: number]>> = {
  par: [(g) => par(g), 10_000],
  parCatch: [(g) => parCatch(g), 10_000],
  map: [(g) => map(g), 10_000],
  'capture of seq': [(g) => capture(seq(g, x)), 10_000],
}
const occurrencesOf = (text: string, part: string): number => text.split(part).length - 1

for (const [name, [wrap, levels]] of Object.entries(shapes))
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    test(`${levels} nested ${name}, in ${queryLanguage}, and their text`, () => {
      const definition: StateMachine = emit(nested(wrap, levels), { limits: false, queryLanguage })
      const text = toText(definition)
      const containers = occurrencesOf(text, name === 'map' ? '"Type":"Map"' : '"Type":"Parallel"')
      // Where a catch would stand on too many states, a Parallel carries it.
      if (name === 'capture of seq') assert.ok(containers > 10 && containers < 100, `${containers} Parallels`)
      else assert.is(containers, levels)
      assert.is(occurrencesOf(text, '{'), occurrencesOf(text, '}'))
      assert.is(occurrencesOf(text, '"Type":"Task"'), name === 'capture of seq' ? levels + 1 : 1)
    })

test('a nesting whose text is too big is still an issue, not an overflow', () => {
  assert.throws(() => emit(nested((g) => par(g))), /ASL009/)
})

test.run()
