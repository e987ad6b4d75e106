/** What emit gives, the validator takes: at run time emit does not ask it. */
import { emit, toText } from '@orkestra/asl'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { graphs } from '../../../core/test/arbitraries/graph.ts'
import { holds } from '../../../core/test/arbitraries/laws.ts'
import { diagnose } from '../../src/validate/diagnose.ts'

const test = suite('what is emitted')

const options = fc.record({
  queryLanguage: fc.constantFrom('JSONPath' as const, 'JSONata' as const),
  payloadResponseOnly: fc.boolean(),
})

test('it has no issue, as a value and as text, in either query language', () =>
  holds(graphs(), options, (graph, chosen) => {
    const definition = emit(graph, chosen)
    assert.equal(diagnose(definition), [])
    assert.equal(diagnose(toText(definition, { indent: 2 })), [])
  }))

test('it has no error in an EXPRESS machine', () =>
  holds(graphs(), options, (graph, chosen) => {
    const issues = diagnose(emit(graph, { ...chosen, type: 'EXPRESS' }), { type: 'EXPRESS' })
    assert.equal(
      issues.filter(({ severity }) => severity === 'error'),
      [],
    )
  }))

test.run()
