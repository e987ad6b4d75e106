/** What Terraform, CloudFormation and SAM know a thing by depends on functions' names and on nothing else of a workflow. */
import { type Resource, toCloudFormation, toSam, toTerraform } from '@orkestra/asl'
import { type AnyStep, capture, named, parCatch, pass, placeholder, retry, seqAll, service, task } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seed } from '../../../core/test/arbitraries/laws.ts'

const test = suite('identity of what is deployed')

const unread = { readModules: false } as const
const layers = [{ path: 'layers/shared' }]
const functionOf = (name: string): AnyStep => task(name, { entry: `${name}.ts`, layers })

/** Where a function stands in a workflow, and what is around it. */
const around: readonly ((step: never, n: number) => AnyStep)[] = [
  (step) => step,
  (step) => capture(step),
  (step, n) => named(`Renamed ${n}`, step),
  (step, n) => retry(step, { maxAttempts: n + 1 }),
  (step, n) => parCatch(step, functionOf(`beside${n}`) as never),
]
const between: readonly ((n: number) => AnyStep)[] = [
  (n) => pass(() => ({ n })),
  () => service('dynamodb:putItem', { TableName: placeholder('Orders'), Item: { id: { S: 'x' } } }),
]

const kept = ['a', 'b', 'c']
/** The same functions in another order, each in something else, with other steps between them. */
const edited: fc.Arbitrary<AnyStep> = fc
  .tuple(
    fc.shuffledSubarray(kept, { minLength: 3, maxLength: 3 }),
    fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
    fc.array(fc.nat(9), { maxLength: 3 }),
  )
  .map(([names, how, more]) => {
    const pick = <T>(from: readonly T[], i: number): T => from[i % from.length] as T
    return seqAll([
      ...more.map((n) => (n < 5 ? pick(between, n)(n) : functionOf(`new${n}`))),
      ...names.map((name, i) => pick(around, how[i] as number)(functionOf(name) as never, i)),
    ] as never) as AnyStep
  })

const before = seqAll(kept.map(functionOf) as never) as AnyStep

/** Every thing of the workflow before, by what its tool knows it by. What is told of a definition or a policy may change. */
const known = (graph: AnyStep): ReadonlyMap<string, unknown> => {
  const resourcesOf = (target: string, resources: Readonly<Record<string, Resource>>): [string, unknown][] =>
    Object.entries(resources).map(([id, { Type, Properties }]) => [
      `${target} ${id}`,
      /Function$|LayerVersion$|LogGroup$/.test(Type) ? { Type, Properties } : Type,
    ])
  const files = toTerraform(graph, { ...unread, functions: true })
  const blocks = [...`${files.get('main.tf')}`.matchAll(/^resource "(\w+)" "(\w+)"/gm)].map(([block]) => block)
  const functions = JSON.parse(`${files.get('manifest.json')}`) as readonly { readonly key: string }[]
  return new Map<string, unknown>([
    ...resourcesOf('CloudFormation', toCloudFormation(graph).Resources),
    ...resourcesOf('SAM', toSam(graph, { ...unread, definitionUri: 'workflow.asl.json' }).Resources),
    ...blocks.map((block): [string, unknown] => [block, block]),
    ...functions.map((fn): [string, unknown] => [`Terraform ${fn.key}`, fn]),
  ])
}

test('an edit keeps every resource, and what is said of every function that is still there', () => {
  console.log(`  seed ${seed}`)
  const was = known(before)
  assert.ok(was.has('SAM aFunction') && was.has('Terraform a') && was.has('resource "aws_lambda_function" "function"'))
  fc.assert(
    fc.property(edited, (graph) => {
      const is = known(graph)
      for (const [what, said] of was) assert.equal(is.get(what), said, what)
    }),
    { seed, numRuns: 60 },
  )
})

test.run()
