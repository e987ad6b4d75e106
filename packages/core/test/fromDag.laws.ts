import {
  type AnyStep,
  edges,
  equals,
  fromDag,
  type Graph,
  nodes,
  parAll,
  seqAll,
  show,
  task,
  toDag,
} from '@orkestra/core'
import fc from 'fast-check'
import * as Either from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { holds } from './arbitraries/laws.ts'

const test = suite('laws of fromDag')

type Shape = string | { readonly kind: 'series' | 'parallel'; readonly parts: readonly Shape[] }
type Named = Readonly<Record<string, AnyStep>>

/** Random series-parallel terms in normal form: kinds alternate, no composite of one part, every task once. */
const shapes = (depth: number): fc.Arbitrary<Shape> => {
  const composite = (kind: 'series' | 'parallel', level: number): fc.Arbitrary<Shape> =>
    level === 0
      ? fc.constant('leaf')
      : fc
          .array(
            fc.oneof(fc.constant<Shape>('leaf'), composite(kind === 'series' ? 'parallel' : 'series', level - 1)),
            { minLength: 2, maxLength: 4 },
          )
          .map((parts): Shape => ({ kind, parts }))
  return fc.oneof(composite('series', depth), composite('parallel', depth))
}

const graphOf = (shape: Shape): Graph<unknown, unknown> => {
  let count = 0
  const build = (at: Shape): AnyStep => {
    if (typeof at === 'string') return task(`t${count++}`)
    const parts = at.parts.map(build) as never
    return at.kind === 'series' ? seqAll(parts) : parAll(parts)
  }
  return build(shape) as Graph<unknown, unknown>
}

/** The same term with the branches of every par in one order, by what they show. */
const canonical = (graph: AnyStep): string => {
  const text = (node: ReturnType<typeof nodes>[number]): string => {
    if (node._tag === 'Seq') return `seq(${node.steps.map(text).join(', ')})`
    if (node._tag === 'Par') return `par(${node.branches.map(text).sort().join(', ')})`
    return show(node as AnyStep)
  }
  return text(nodes(graph)[0] as ReturnType<typeof nodes>[number])
}

const stepsOf = (graph: AnyStep): Named =>
  Object.fromEntries(nodes(graph).flatMap((node) => (node._tag === 'Task' ? [[node.name, node as AnyStep]] : [])))

/** Which step waits for which, directly or not. */
const order = (pairs: Iterable<readonly [string, string]>): Set<string> => {
  const next = new Map<string, string[]>()
  for (const [from, to] of pairs) next.set(from, [...(next.get(from) ?? []), to])
  const all = new Set<string>()
  for (const from of next.keys()) {
    const stack = [from]
    for (let at = stack.pop(); at !== undefined; at = stack.pop())
      for (const to of next.get(at) ?? [])
        if (!all.has(`${from} ${to}`)) {
          all.add(`${from} ${to}`)
          stack.push(to)
        }
  }
  return all
}

const dags = fc
  .integer({ min: 2, max: 9 })
  .chain((size) =>
    fc.tuple(
      fc.constant(size),
      fc.array(
        fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).filter(([a, b]) => a < b),
        { maxLength: 2 * size },
      ),
    ),
  )
  .map(([size, pairs]) => ({
    steps: Object.fromEntries(Array.from({ length: size }, (_, i) => [`t${i}`, task(`t${i}`) as AnyStep])),
    pairs: pairs.map(([a, b]): [string, string] => [`t${a}`, `t${b}`]),
  }))

/** Whether four vertices of an order are an N, and whether there is one at all: by trying all. */
const isN = (before: Set<string>, [a, b, c, d]: readonly string[]): boolean => {
  const lt = (x?: string, y?: string) => before.has(`${x} ${y}`)
  const apart = (x?: string, y?: string) => x !== y && !lt(x, y) && !lt(y, x)
  return lt(a, c) && lt(b, c) && lt(b, d) && apart(a, b) && apart(c, d) && apart(a, d)
}
const holdsN = (names: readonly string[], before: Set<string>): boolean =>
  names.some((a) => names.some((b) => names.some((c) => names.some((d) => isN(before, [a, b, c, d])))))

test('of the dependencies of a series-parallel term it is that term, up to the order of branches', () =>
  holds(shapes(3), (shape) => {
    const graph = graphOf(shape)
    const back = fromDag(toDag(graph), stepsOf(graph))
    assert.ok(Either.isRight(back))
    assert.is(canonical(back.right.graph), canonical(graph))
    assert.equal(back.right.added, [])
  }))

test('pairs that follow from others change nothing', () =>
  holds(shapes(3), (shape) => {
    const graph = graphOf(shape)
    const all = [...order(edges(graph))].map((pair) => pair.split(' ') as [string, string])
    const [reduced, closed] = [fromDag(edges(graph), stepsOf(graph)), fromDag(all, stepsOf(graph))]
    assert.ok(Either.isRight(reduced) && Either.isRight(closed))
    assert.is(canonical(closed.right.graph), canonical(reduced.right.graph))
  }))

test('the term of a random order has that very order, or there is an N in it, which is the witness', () =>
  holds(dags, ({ steps, pairs }) => {
    const asked = order(pairs)
    const result = fromDag(pairs, steps)
    if (Either.isRight(result)) {
      assert.equal([...order(edges(result.right.graph))].sort(), [...asked].sort())
      assert.not.ok(holdsN(Object.keys(steps), asked))
      return
    }
    assert.is(result.left._tag, 'NotSeriesParallel')
    if (result.left._tag === 'NotSeriesParallel') assert.ok(isN(asked, result.left.witness))
  }))

test('an approximation keeps every dependency asked for, and lists what it adds', () =>
  holds(dags, ({ steps, pairs }) => {
    const result = fromDag(pairs, steps, { approximate: true })
    assert.ok(Either.isRight(result))
    const { graph, added } = result.right
    assert.equal(
      nodes(graph)
        .flatMap((node) => (node._tag === 'Task' ? [node.name] : []))
        .sort(),
      Object.keys(steps).sort(),
    )
    assert.equal([...order(edges(graph))].sort(), [...order([...pairs, ...added])].sort())
    const asked = order(pairs)
    for (const [from, to] of added) assert.not.ok(asked.has(`${from} ${to}`))
    if (!holdsN(Object.keys(steps), asked)) assert.is(added.length, 0)
  }))

test('a cycle is reported with its path', () =>
  holds(fc.integer({ min: 1, max: 6 }), dags, (length, { steps, pairs }) => {
    const round = Array.from({ length }, (_, i) => `c${i}`)
    const ring = round.map((name, i): [string, string] => [name, round[(i + 1) % length] as string])
    const all = { ...steps, ...Object.fromEntries(round.map((name) => [name, task(name)])) }
    const result = fromDag([...pairs, ...ring, ['t0', 'c0']], all)
    assert.ok(Either.isLeft(result) && result.left._tag === 'Cycle')
    if (Either.isLeft(result) && result.left._tag === 'Cycle') {
      const { path } = result.left
      assert.equal([...path].sort(), [...round].sort())
      path.forEach((name, i) => {
        assert.ok(ring.some(([from, to]) => from === name && to === path[(i + 1) % path.length]))
      })
    }
  }))

test('the documented example', () => {
  const [x, y, z, g] = ['x', 'y', 'z', 'g'].map((name) => task(name)) as [AnyStep, AnyStep, AnyStep, AnyStep]
  const result = fromDag(
    [
      ['x', 'y'],
      ['y', 'z'],
      ['y', 'g'],
      ['x', 'g'],
    ],
    { x, y, z, g },
  )
  assert.ok(Either.isRight(result) && equals(result.right.graph, seqAll([x, y, parAll([z, g] as never)] as never)))
})

test('steps without dependencies run side by side; no step is identity; a step that is not given is named', () => {
  const both = fromDag([], { a: task('a'), b: task('b') })
  assert.is(Either.isRight(both) && show(both.right.graph), 'par(a, b)')
  const none = fromDag([], {})
  assert.is(Either.isRight(none) && show(none.right.graph), 'identity()')
  const unknown = fromDag([['a', 'constructor']], { a: task('a') })
  assert.equal(Either.isLeft(unknown) && unknown.left._tag === 'UnknownStep' && unknown.left.names, ['constructor'])
})

test('10,000 steps, deep or wide, take no stack', () => {
  const size = 10_000
  const names = Array.from({ length: size }, (_, i) => `t${i}`)
  const steps = Object.fromEntries(names.map((name) => [name, task(name) as AnyStep]))
  const chain = fromDag(
    names.slice(1).map((name, i): [string, string] => [names[i] as string, name]),
    steps,
  )
  assert.ok(Either.isRight(chain) && nodes(chain.right.graph).length === size + 1)
  // A comb: each step of the chain has a neighbour that nothing waits for.
  const comb = fromDag(
    names.slice(2).map((name, i): [string, string] => [names[i % 2 === 0 ? i : i - 1] as string, name]),
    steps,
  )
  assert.ok(Either.isRight(comb))
  const random = fromDag(
    names.slice(1).map((name, i): [string, string] => [names[(i * 7919) % (i + 1)] as string, name]),
    steps,
    { approximate: true },
  )
  assert.ok(Either.isRight(random))
})

test.run()
