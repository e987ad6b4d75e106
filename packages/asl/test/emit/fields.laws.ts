/** Of every integration there is, and of any selection: what holds in both languages, for the validator and for the executor. */
import { emit } from '@orkestra/asl'
import { type AnyStep, type Integration, integrations, type Ref, service } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { holds } from '../../../core/test/arbitraries/laws.ts'
import { execute } from '../../src/execute/index.ts'
import { diagnose } from '../../src/validate/diagnose.ts'

const test = suite('laws of service fields')

/** Any resource, as a caller without types may name it. */
const call = service as unknown as (...given: readonly unknown[]) => unknown
const languages = ['JSONPath', 'JSONata'] as const

const suffix = (pattern: string) => (pattern === 'requestResponse' ? '' : `.${pattern}`)
const every = Object.entries(integrations).flatMap(([name, actions]) =>
  Object.entries<Integration>(actions).flatMap(([action, { patterns, required }]) =>
    patterns.map((pattern) => ({ resource: `${name}:${action}${suffix(pattern)}`, required })),
  ),
)

test('every integration in every pattern is taken with its required fields, and the validator finds nothing wrong with it', () => {
  assert.ok(every.length > 100)
  for (const { resource, required } of every) {
    const graph = call(resource, (_: unknown, token: unknown) => ({
      ...Object.fromEntries(required.map((field) => [field, 'x'])),
      ...(resource.endsWith('.waitForTaskToken') && { Token: token }),
    })) as AnyStep
    for (const queryLanguage of languages) {
      const errors = diagnose(emit(graph, { queryLanguage })).filter(({ severity }) => severity === 'error')
      assert.equal(errors, [], resource)
    }
  }
})

test('each required field is missed by its name', () => {
  for (const { resource, required } of every)
    for (const left of required) {
      const told = Object.fromEntries(required.filter((field) => field !== left).map((field) => [field, 'x']))
      assert.throws(() => call(resource, told), new RegExp(`lack ${left}\\.`))
    }
})

const plainly = <A>(value: A): A => JSON.parse(JSON.stringify(value)) as A
/** JSON that no query language reads as its own. */
const bodies = fc
  .jsonValue({ maxDepth: 2 })
  .map(plainly)
  .filter((value) => !/[$%]/.test(JSON.stringify(value)))
const answers = fc
  .record({ Id: fc.integer(), Inner: fc.record({ Name: fc.string() }), Rows: fc.array(fc.integer()) })
  .map(plainly)

type Answer = { Id: number; Inner: { Name: string }; Rows: readonly number[] }
const selections: readonly (readonly [
  string,
  ((r: Ref<Answer>) => unknown) | undefined,
  (answer: Answer) => unknown,
])[] = [
  ['nothing', undefined, (r) => r],
  ['all of it', (r) => r, (r) => r],
  ['a field', (r) => r.Id, (r) => r.Id],
  ['an object in it', (r) => r.Inner, (r) => r.Inner],
  ['an array in it', (r) => r.Rows, (r) => r.Rows],
  [
    'an object of fields',
    (r) => ({ id: r.Id, inner: { name: r.Inner.Name } }),
    (r) => ({ id: r.Id, inner: { name: r.Inner.Name } }),
  ],
  ['a constant', () => 'done', () => 'done'],
  ['a constant object', () => ({ isDone: true }), () => ({ isDone: true })],
  ['a constant list', () => [1, 'a'], () => [1, 'a']],
]

for (const [name, result, expected] of selections)
  test(`a selection of ${name} gives the same in both languages, and the arguments arrive as they are`, () =>
    holds(answers, bodies, async (answer, body) => {
      const graph = call('sns:publish', (i: Ref<{ to: string }>) => ({ Message: { body }, TopicArn: i.to }), {
        ...(result && { result }),
      })
      for (const queryLanguage of languages) {
        let told: unknown
        const definition = emit(graph as AnyStep, { queryLanguage })
        const execution = await execute(
          definition,
          { to: 't' },
          {
            services: {
              'arn:aws:states:::sns:publish': (input: unknown) => {
                told = input
                return answer
              },
            },
          },
        )
        assert.is(execution.status, 'SUCCEEDED')
        assert.equal(told, { Message: { body }, TopicArn: 't' })
        assert.equal((execution as { output: unknown }).output, expected(answer))
      }
    }))

test.run()
