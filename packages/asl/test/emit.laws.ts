import { deepStrictEqual } from 'node:assert/strict'
import { emit, emitEither, type Scope, type State, toText } from '@orkestra/asl'
import { nodes, seq, task } from '@orkestra/core'
import fc from 'fast-check'
import * as Either from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { graphs } from '../../core/test/arbitraries/graph.ts'
import { holds } from '../../core/test/arbitraries/laws.ts'
import { workflows } from '../../core/test/arbitraries/workflows.ts'

const test = suite('laws of emit')

const optionSets = fc.record({
  queryLanguage: fc.constantFrom('JSONPath' as const, 'JSONata' as const),
  payloadResponseOnly: fc.boolean(),
})

interface Leading {
  readonly Next?: string
  readonly Default?: string
  readonly End?: true
  readonly Catch?: readonly { Next: string }[]
}

const scopesIn = (state: State): readonly Scope[] =>
  state.Type === 'Parallel' ? state.Branches : state.Type === 'Map' && state.ItemProcessor ? [state.ItemProcessor] : []
/** All scopes of a definition: the machine, its branches, its item processors. */
const scopes = (scope: Scope): readonly Scope[] => [
  scope,
  ...Object.values(scope.States).flatMap(scopesIn).flatMap(scopes),
]

test('the same graph gives the same bytes', () =>
  holds(graphs(), optionSets, (graph, options) => {
    assert.is(toText(emit(graph, options)), toText(emit(JSON.parse(JSON.stringify(graph)), options)))
  }))

test('state names are unique in the whole machine', () =>
  holds(graphs(), (graph) => {
    const names = scopes(emit(graph)).flatMap((scope) => Object.keys(scope.States))
    assert.is(new Set(names).size, names.length)
  }))

test('every transition leads to a state of its own scope, every state is reached, and each scope ends', () =>
  holds(graphs(), optionSets, (graph, options) => {
    for (const { StartAt, States } of scopes(emit(graph, options))) {
      const reached = new Set<string>()
      const waiting = [StartAt]
      let ends = 0
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        if (reached.has(name)) continue
        reached.add(name)
        assert.ok(Object.hasOwn(States, name), `there is no state ${name}`)
        const state = States[name] as State & Leading
        if (state.Type === 'Choice') waiting.push(...(state.Choices as { Next: string }[]).map(({ Next }) => Next))
        else if (state.Type !== 'Succeed' && state.Type !== 'Fail')
          assert.ok((state.Next === undefined) !== (state.End === undefined), `${name} has Next or End`)
        if (state.End || state.Type === 'Succeed' || state.Type === 'Fail') ends += 1
        for (const next of [state.Next, state.Default, ...(state.Catch ?? []).map(({ Next }) => Next)])
          if (next !== undefined) waiting.push(next)
      }
      assert.is(reached.size, Object.keys(States).length)
      assert.ok(ends > 0)
    }
  }))

/** The names of all states, as the places of the graph have them. */
test('comments survive, where nothing is caught and so all is reached', () =>
  holds(workflows(), optionSets, (graph, { queryLanguage }) => {
    const definition = emitEither(graph, { queryLanguage })
    const catches = nodes(graph).some(({ _tag }) => _tag === 'Catch' || _tag === 'Capture')
    if (catches || Either.isLeft(definition) || !nodes(graph).some(({ comment }) => comment === 'why')) return
    assert.ok(toText(definition.right).includes('why'))
  }))

test('a step of another name that is added changes the name of no state that users named', () =>
  holds(graphs(), (graph) => {
    const names = (of: typeof graph) => scopes(emit(of)).flatMap((scope) => Object.keys(scope.States))
    const before = names(graph)
    const after = new Set(names(seq(task<unknown, unknown>('a step of another name'), graph as never)))
    const own = new Set(nodes(graph).flatMap((node) => (node._tag === 'Task' ? [node.stateName ?? node.name] : [])))
    for (const name of before)
      if ([...own].some((one) => name === one || name.startsWith(`${one}2`))) assert.ok(after.has(name), name)
  }))

test('a definition is plain JSON', () =>
  holds(graphs(), optionSets, (graph, options) => {
    const definition = emit(graph, options)
    deepStrictEqual(JSON.parse(JSON.stringify(definition)), definition)
  }))

test.run()
