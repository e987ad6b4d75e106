/**
 * What a graph means is what its emitted definition does: status, output, error and cause, and what it asks of functions and
 * services, over every node, in both languages.
 */
import { type EmitOptions, emit } from '@orkestra/asl'
import { nodes } from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyGraph, graphs } from '../../packages/core/test/arbitraries/graph.ts'
import { cases, holds } from '../../packages/core/test/arbitraries/laws.ts'
import { endingOf, executionOf, isSame, isSameWork, meantOf, sideBySide } from '../meaning/agreement.ts'

const test = suite('the meaning of a graph')

const everything = graphs({ letters: ['w', 'l', 's', 'f', 'n', 'o'], fails: true, services: true, partial: true })
const inputs = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.array(fc.integer(), { maxLength: 3 }))

/** Counts how the cases end, and which nodes they are made of: a law that holds of nothing would be seen. */
const tally = () => {
  const endings = { SUCCEEDED: 0, FAILED: 0, RACE: 0 }
  const tags = new Map<string, number>()
  return {
    endings,
    add: (graph: AnyGraph, status: keyof typeof endings): void => {
      endings[status] += 1
      for (const node of nodes(graph)) {
        const kind =
          node._tag === 'Map' && node.distributed
            ? 'distributed'
            : node._tag === 'Task' && node.target.kind !== 'lambda'
              ? node.target.kind
              : node._tag
        tags.set(kind, (tags.get(kind) ?? 0) + 1)
      }
    },
    kinds: (): readonly string[] => [...tags].flatMap(([tag, n]) => (n >= 20 ? [tag] : [])),
  }
}

const kinds =
  'Task Identity Pass Seq Par Map Choice Bind Repeat Keep Wait Succeed Fail Capture Retry Catch service activity distributed'

/** Every graph does, emitted by some options, what it means. Of a race there is nothing to say, and few are one. */
const law = async (options: EmitOptions): Promise<void> => {
  const count = tally()
  let compared = 0
  await holds(everything, inputs, async (graph, input) => {
    const { meant, calls } = meantOf(graph, input, options)
    count.add(graph, meant.status)
    if (meant.status === 'RACE') return
    const { execution, calls: made } = await executionOf(graph, input, options)
    const done = endingOf(execution)
    if (calls !== undefined) compared += 1
    if (!isSame(meant, done) || (calls !== undefined && !isSameWork(calls, made)))
      throw new Error(
        `${sideBySide(meant, done)}\n${calls?.join(' ')}\n${made.join(' ')}\n${JSON.stringify(emit(graph, { ...options, limits: false }))}`,
      )
  })
  const { SUCCEEDED, FAILED, RACE } = count.endings
  console.log(`  ${SUCCEEDED} succeed, ${FAILED} fail, ${RACE} are races`)
  assert.ok(SUCCEEDED > cases / 4 && FAILED > cases / 10, 'both endings occur')
  assert.ok(RACE < cases / 5, `${RACE} races`)
  assert.ok(compared > cases / 2, `of ${compared} cases all work was compared`)
  assert.equal([...count.kinds()].sort(), kinds.split(' ').sort())
}

for (const queryLanguage of ['JSONPath', 'JSONata'] as const) {
  test(`execute(emit(g)) is what g means, in ${queryLanguage}`, () => law({ queryLanguage }))
  test(`and so with functions invoked by their own ARN, in ${queryLanguage}`, () =>
    law({ queryLanguage, payloadResponseOnly: true }))
}

test.run()
