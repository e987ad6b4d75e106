/** Calls of the SDK, whichever: what is right is not complained of, and what is misspelt is told, with what was meant. */
import { diagnose } from '@orkestra/asl'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seed } from '../../../core/test/arbitraries/laws.ts'
import { sdkService, sdkServices } from '../../src/sdk/services.ts'

const test = suite('diagnose, any call of the SDK')

const found = (resource: string, Parameters: object) =>
  diagnose({
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${resource}`, Parameters, End: true } },
  }).filter(({ code }) => ['ASL100', 'ASL102', 'ASL103'].includes(code))

const calls = fc
  .constantFrom(...sdkServices())
  .map((service) => ({ service, actions: [...(sdkService(service)?.actions ?? [])] }))
  .filter(({ actions }) => actions.length > 0)
  .chain(({ service, actions }) =>
    fc.record({
      service: fc.constant(service),
      call: fc.constantFrom(...actions),
      at: fc.nat(1_000),
      which: fc.nat(1_000),
    }),
  )

/** One letter is missing, but the first. */
const shortened = (name: string, at: number): string => {
  const i = 1 + (at % Math.max(1, name.length - 1))
  return name.slice(0, i) + name.slice(i + 1)
}

type Any = typeof calls extends fc.Arbitrary<infer Call> ? Call : never

const holds = (law: (call: Any) => void): void => fc.assert(fc.property(calls, law), { seed, numRuns: 1_000 })

test('with its required fields it is right', () => {
  holds(({ service, call: [action, { required }] }) => {
    assert.equal(found(`${service}:${action}`, Object.fromEntries(required.map((field) => [field, 'x']))), [])
  })
})

test('a letter that is missing in its service or its action is told, with what was meant', () => {
  holds(({ service, call: [action], at }) => {
    const [misspelt, other] = [shortened(service, at), shortened(action, at)]
    if (!sdkServices().includes(misspelt))
      assert.match(found(`${misspelt}:${action}`, {})[0]?.hint ?? '', /^Did you mean/)
    if (!sdkService(service)?.actions.has(other))
      assert.match(found(`${service}:${other}`, {})[0]?.hint ?? '', /^Did you mean/, `${service}:${other}`)
  })
})

test('a letter that is missing in a field is a warning with what was meant; a small letter in front is an error', () => {
  holds(({ service, call: [action, { fields }], at, which }) => {
    const field = fields[which % Math.max(1, fields.length)] ?? ''
    if (field.length < 4) return
    const misspelt = shortened(field, at)
    const told = (key: string) => found(`${service}:${action}`, { [key]: 'x' }).find(({ code }) => code === 'ASL103')
    if (!fields.includes(misspelt)) {
      assert.is(told(misspelt)?.severity, 'warning')
      assert.match(told(misspelt)?.hint ?? '', /^Did you mean/)
    }
    assert.is(told(field.charAt(0).toLowerCase() + field.slice(1))?.severity, 'error')
  })
})

test('a required field that is missing is told', () => {
  holds(({ service, call: [action, { required }], which }) => {
    const missing = required[which % Math.max(1, required.length)]
    if (missing === undefined) return
    const given = Object.fromEntries(required.filter((field) => field !== missing).map((field) => [field, 'x']))
    assert.equal(
      found(`${service}:${action}`, given).map(({ code }) => code),
      ['ASL100'],
    )
  })
})

test.run()
