/**
 * The expressions that `emit` writes in JSONata mode mean what they are to mean, by the library that AWS names
 * (https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html). JSONata flattens sequences and takes an array
 * of one for its element in many places; none of them may be met here.
 */
import { emit, type State, type StateMachine } from '@orkestra/asl'
import { capture, named, par, seq, task } from '@orkestra/core'
import fc from 'fast-check'
import jsonata from 'jsonata'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyGraph, graphs } from '../../packages/core/test/arbitraries/graph.ts'
import { seed } from '../../packages/core/test/arbitraries/laws.ts'

const test = suite('JSONata')

/** Every text between `{%` and `%}` in a definition. */
const expressionsOf = (definition: StateMachine): readonly string[] => {
  const found = new Set<string>()
  JSON.stringify(definition, (_, value) => {
    const expression = typeof value === 'string' ? /^\{%(.*)%\}$/s.exec(value)?.[1] : undefined
    if (expression !== undefined) found.add(expression.trim())
    return value
  })
  return [...found]
}

const evaluate = async (template: unknown, states: unknown): Promise<unknown> => {
  const expression = /^\{%(.*)%\}$/s.exec(String(template))?.[1]
  if (expression !== undefined) return jsonata(expression).evaluate(undefined, { states })
  if (typeof template !== 'object' || template === null) return template
  const entries = Object.entries(template).map(async ([key, value]) => [key, await evaluate(value, states)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

/** Payloads on which a sequence and an array, or nothing and null, are easily taken for one another. */
const payloads: readonly unknown[] = [
  null,
  0,
  false,
  '',
  'text',
  '{% $states.input %}',
  {},
  { Payload: [1] },
  { a: [[1]], b: null },
  [],
  [[]],
  [[[]]],
  [1],
  [[1]],
  [[[1]]],
  [null],
  [[null]],
  [1, [2, [3]]],
  [{ a: 1 }],
  [[], []],
  [{ a: [1] }, { a: [2] }],
]

/** JSON, to tell an array from the library's own kind of sequence, and undefined from null. */
const isSame = (actual: unknown, expected: unknown, of: string): void =>
  assert.is(JSON.stringify(actual), JSON.stringify(expected), `${of} of ${JSON.stringify(expected)}`)

const states = (graph: AnyGraph): Record<string, State> => emit(graph, { queryLanguage: 'JSONata' }).States
const x = task('x') as AnyGraph
const y = task('y') as AnyGraph

test('a task is given the input, whatever it is, and gives the payload', async () => {
  const { Arguments, Output } = states(x).x as Extract<State, { Type: 'Task' }>
  for (const payload of payloads) {
    const given = (await evaluate(Arguments, { input: payload })) as { Payload: unknown }
    isSame(given.Payload, payload, 'the input')
    const result = { StatusCode: 200, SdkHttpMetadata: {}, Payload: payload }
    isSame(await evaluate(Output, { input: 1, result }), payload, 'the output')
  }
})

test('a record of branches gives each output under its key', async () => {
  const graph = named('p', par({ a: x, b: y, c: x })) as AnyGraph
  const { Output } = states(graph).p as Extract<State, { Type: 'Parallel' }>
  for (const first of payloads)
    for (const second of payloads) {
      const output = await evaluate(Output, { input: 1, result: [first, second, first] })
      isSame(output, { a: first, b: second, c: first }, 'the output')
    }
})

test('a captured sequence gives its own output, not an array of it', async () => {
  const graph = named('c', capture(seq(x, y))) as AnyGraph
  const { Output } = states(graph).c as Extract<State, { Type: 'Parallel' }>
  assert.ok(Output !== undefined)
  for (const payload of payloads) isSame(await evaluate(Output, { input: 1, result: [payload] }), payload, 'the output')
})

test('no other expressions are written', () => {
  const written = fc.sample(graphs({ computes: false }), { seed, numRuns: 1000 }).flatMap((graph) => {
    const byPayload = emit(graph, { queryLanguage: 'JSONata', payloadResponseOnly: true })
    return [...expressionsOf(emit(graph, { queryLanguage: 'JSONata' })), ...expressionsOf(byPayload)]
  })
  for (const expression of new Set(written))
    assert.match(expression, /^(\$states\.input|\$states\.result\.Payload|\$states\.result\[\d+\])$/)
})

test.run()
