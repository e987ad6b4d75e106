/** What the comparison with the engine is worth: faults planted in what is emitted do not get past it. */
import type { Scope, State, StateMachine } from '@orkestra/asl'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { graphs } from '../../packages/core/test/arbitraries/graph.ts'
import { cases, seed } from '../../packages/core/test/arbitraries/laws.ts'
import { endingOfEngine, endingOfExecute, hasNoVariables } from '../oracles/agreement.ts'

const test = suite('a fault planted in the emitter is caught by the engine')

/** A definition whose scopes are each changed, the inner ones first. */
const inEachScope = <S extends Scope>(scope: S, change: (scope: Scope) => Scope): S => {
  const inner = (state: State): State =>
    state.Type === 'Parallel'
      ? { ...state, Branches: state.Branches.map((branch) => inEachScope(branch, change)) }
      : state.Type === 'Map' && state.ItemProcessor
        ? { ...state, ItemProcessor: inEachScope(state.ItemProcessor, change) }
        : state
  const States = Object.fromEntries(Object.entries(scope.States).map(([name, state]) => [name, inner(state)]))
  return { ...scope, ...change({ ...scope, States }) }
}

/** A scope whose states are each changed. */
const states =
  (change: (state: State) => State) =>
  (scope: Scope): Scope => ({
    ...scope,
    States: Object.fromEntries(Object.entries(scope.States).map(([name, state]) => [name, change(state)])),
  })

const withoutCatch = states((state) => {
  const { Catch: _, ...rest } = state as Extract<State, { Type: 'Task' }>
  return rest
})

/** The first step of a sequence is passed over, where there is one after it. */
const withoutFirstStep = (scope: Scope): Scope => {
  const first = scope.States[scope.StartAt]
  return first !== undefined && 'Next' in first && first.Next !== undefined ? { ...scope, StartAt: first.Next } : scope
}

const reversed = states((state) =>
  state.Type === 'Parallel' ? { ...state, Branches: state.Branches.toReversed() } : state,
)

const wrapped = states((state) => {
  if (state.Type !== 'Parallel' || state.OutputPath === undefined) return state
  const { OutputPath: _, ...rest } = state
  return rest
})

const faults: Readonly<Record<string, (scope: Scope) => Scope>> = {
  'no Catch on captured branches': withoutCatch,
  'a step skipped': withoutFirstStep,
  'branches reversed': reversed,
  'the output of a captured sequence left in an array': wrapped,
}

for (const [fault, change] of Object.entries(faults))
  test(fault, async () => {
    const inputs = fc.constantFrom<unknown>({ id: 1 }, [1, [2], { a: [] }])
    const property = fc.asyncProperty(
      graphs({ letters: ['w', 'l', 's', 'f'], variables: false }).filter(hasNoVariables),
      inputs,
      async (graph, input) => {
        const here = await endingOfExecute(graph, input)
        const there = await endingOfEngine(graph, input, { payloadResponseOnly: true }, (d) =>
          inEachScope<StateMachine>(d, change),
        )
        assert.equal(there, here)
      },
    )
    const result = await fc.check(property, { seed, numRuns: cases, endOnFailure: true })
    assert.ok(result.failed, `${cases} cases did not show it`)
    console.log(`  ${fault}: caught in case ${result.numRuns}`)
  })

test('the same comparison passes where the change changes nothing', async () => {
  const property = fc.asyncProperty(
    graphs({ letters: ['w', 'l', 's', 'f'], variables: false }).filter(hasNoVariables),
    async (graph) => {
      const there = await endingOfEngine(graph, [1], { payloadResponseOnly: true }, (d) =>
        inEachScope<StateMachine>(
          d,
          states((state) => state),
        ),
      )
      assert.equal(there, await endingOfExecute(graph, [1]))
    },
  )
  await fc.assert(property, { seed, numRuns: 100 })
})

test.run()
