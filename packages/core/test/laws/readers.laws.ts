import {
  children,
  depth,
  edges,
  equals,
  type Node,
  named,
  nodeOf,
  nodes,
  type Occurrence,
  occurrences,
  show,
  task,
} from '@orkestra/core'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyGraph, graphs } from '../arbitraries/graph.ts'
import { holds } from '../arbitraries/laws.ts'

const test = suite('laws of the readers')

// What each reader means, by recursion: right, and good for small graphs only.
const nodesOf = (node: Node): readonly Node[] => [node, ...children(node).flatMap(nodesOf)]
const depthOf = (node: Node): number =>
  Math.max(0, ...children(node).map(depthOf)) + (node._tag === 'Par' || node._tag === 'Map' ? 1 : 0)

test('nodes are the node and the nodes of its children, in order', () =>
  holds(graphs(), (graph) => {
    const expected = nodesOf(nodeOf(graph))
    const found = nodes(graph)
    assert.is(found.length, expected.length)
    assert.ok(found.every((node, i) => node === expected[i]))
  }))

test('depth is that of the deepest child, and one more for par and map', () =>
  holds(graphs(), (graph) => depth(graph) === depthOf(nodeOf(graph))))

/** The way from the root to each step: which child was taken, and of what. */
type Way = readonly { readonly tag: Node['_tag']; readonly child: number }[]
const waysOf = (at: Occurrence, way: Way = []): readonly { readonly name: string; readonly way: Way }[] =>
  at.children.length === 0 || at.node._tag === 'Map'
    ? [{ name: at.name, way }]
    : at.children.flatMap((inner, child) => waysOf(inner, [...way, { tag: at.node._tag, child }]))

/** One step comes before another when they part in a sequence, and it is in the earlier part; or it is what the other is done about. */
const isBefore = (a: Way, b: Way): boolean => {
  const fork = forkOf(a, b)
  const here = a[fork]
  const there = b[fork]?.child ?? -1
  return (
    ((here?.tag === 'Seq' || here?.tag === 'Bind') && here.child < there) ||
    (here?.tag === 'Catch' && here.child === 0 && there > 0)
  )
}

const forkOf = (a: Way, b: Way): number => a.findIndex(({ child }, i) => child !== b[i]?.child)

/** A handler of what a step is in need not run: it does not stand between that step and what comes after both. */
const isOptional = (a: Way, c: Way, b: Way): boolean => {
  const fork = forkOf(a, c)
  return a[fork]?.tag === 'Catch' && forkOf(b, c) <= fork
}

test('there is an edge exactly where one step comes before another with none between them', () =>
  holds(graphs(), (graph) => {
    const steps = waysOf(occurrences(graph))
    const expected = steps.flatMap((a) =>
      steps
        .filter(
          (b) =>
            isBefore(a.way, b.way) &&
            !steps.some((c) => isBefore(a.way, c.way) && isBefore(c.way, b.way) && !isOptional(a.way, c.way, b.way)),
        )
        .map((b) => JSON.stringify([a.name, b.name])),
    )
    assert.equal(
      edges(graph)
        .map((edge) => JSON.stringify(edge))
        .sort(),
      expected.sort(),
    )
  }))

/** Names that would blur a term if they stood in it as they are. */
const deceptive = fc
  .constantFrom(
    'x',
    'identity()',
    'x, x',
    'capture(x)',
    'seq(x, x)',
    'a: x',
    '"x"',
    'x)',
    'named("x", x)',
    'seq',
    'true',
  )
  .map((name) => task(name) as AnyGraph)
const terms = fc.oneof(graphs(), graphs({ depth: 1, letters: ['w'] }), deceptive)

test('two graphs show the same text exactly when they are equal', () =>
  holds(terms, terms, (a, b) => {
    assert.is(show(a) === show(b), equals(a, b), `${show(a)}\n${show(b)}`)
  }))

test('two graphs of deceptive names show the same text exactly when they are equal', () =>
  holds(
    fc.array(deceptive, { minLength: 1, maxLength: 3 }),
    fc.array(deceptive, { minLength: 1, maxLength: 3 }),
    (a, b) => {
      const join = (steps: AnyGraph[]) => named('n', { graph: { _tag: 'Seq', steps } } as never)
      assert.is(show(join(a)) === show(join(b)), equals(join(a), join(b)), show(join(a)))
    },
  ))

test.run()
