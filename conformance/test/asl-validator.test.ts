/** asl-validator, the validator that most tools embed, accepts every definition that is emitted. */
import { existsSync, readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { emit, type StateMachine } from '@orkestra/asl'
import { type AnyStep, isStep, nodes, par } from '@orkestra/core'
import validate from 'asl-validator'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyGraph, graphs } from '../../packages/core/test/arbitraries/graph.ts'
import { seed } from '../../packages/core/test/arbitraries/laws.ts'

const test = suite('asl-validator accepts')

const languages = ['JSONPath', 'JSONata'] as const

/**
 * A copy in which an `Output` that is an array or a plain text, and `Items` that are an object, which AWS takes and it does not know, are
 * expressions. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
const expressed = (definition: StateMachine): StateMachine =>
  JSON.parse(JSON.stringify(definition), (_, value) => {
    if (value?.Type === 'Pass' && (Array.isArray(value.Output) || isPlainText(value.Output)))
      return { ...value, Output: '{% [] %}' }
    return value?.Type === 'Map' && typeof value.Items === 'object' && !Array.isArray(value.Items)
      ? { ...value, Items: '{% [] %}' }
      : value
  })

const isPlainText = (value: unknown): boolean => typeof value === 'string' && !value.startsWith('{%')

/**
 * What is wrong with a definition. The validator writes into what it is given, so that it gets a copy.
 *
 * Of a key `__proto__.$` it says that there is a `__proto__` besides: there always is one where it looks, on the prototype.
 */
const complaints = (definition: StateMachine): string =>
  validate(expressed(definition), { checkPaths: true, checkArn: true })
    .errorsText('\n')
    .split('\n')
    // It takes no expression for the whole of Arguments, and no plain value for Output, which AWS does.
    .filter((line) => !/\/(?:Arguments|Output) is invalid\. must match exactly one schema in oneOf$/.test(line))
    .filter((line) => !/^DUPLICATE_FIELD_NAME: .* from: __proto__\.\$\.\$$/.test(line))
    .join('\n')

/** Functions called by their ARN: there a placeholder is a bad ARN to the validator. */
const functionArn = ({ name }: { readonly name: string }): string =>
  `arn:aws:lambda:eu-west-1:123456789012:function:${name.replace(/\W/g, '')}`

// A call takes a tenth of a second however little it is given, so that many graphs go into one machine, as branches.
const batch = 50

for (const queryLanguage of languages)
  test(`200 random graphs in ${queryLanguage}`, () => {
    const random = fc.sample(graphs(), { seed, numRuns: 200 })
    for (let i = 0; i < random.length; i += batch) {
      const together = par(...(random.slice(i, i + batch) as unknown as [AnyGraph])) as AnyGraph
      assert.is(complaints(emit(together, { queryLanguage })), '')
      if (i === 0) assert.is(complaints(emit(together, { queryLanguage, functionArn, payloadResponseOnly: true })), '')
    }
    // And some that are a machine of their own.
    for (const graph of random.slice(0, 3)) assert.is(complaints(emit(graph, { queryLanguage })), '')
  })

test('the workflows of all examples, in both languages', async () => {
  const found: string[] = []
  for (const example of readdirSync('examples')) {
    const folder = `examples/${example}/src`
    if (!existsSync(folder)) continue
    for (const file of readdirSync(folder).filter((name) => /^workflows?\.ts$/.test(name))) {
      const exports: Record<string, unknown> = await import(pathToFileURL(`${folder}/${file}`).href)
      for (const [name, value] of Object.entries(exports)) {
        if (!isStep(value)) continue
        found.push(`${example}#${name} (${nodes(value as AnyStep).length} nodes)`)
        for (const queryLanguage of languages)
          assert.is(complaints(emit(value, { queryLanguage })), '', `${example}#${name}`)
      }
    }
  }
  console.log(`  ${found.join(', ')}`)
  assert.ok(found.length > 0)
})

test('and it does reject: a dangling Next, a state with neither Next nor End', () => {
  const Pass = { Type: 'Pass' } as const
  assert.match(complaints({ StartAt: 'a', States: { a: { ...Pass, Next: 'b' } } }), /MISSING_TRANSITION_TARGET/)
  assert.is.not(complaints({ StartAt: 'a', States: { a: Pass } }), '')
})

test.run()
