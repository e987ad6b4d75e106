/** Depth and width are limited by memory alone: no reader recurses. */

import { run } from '@orkestra/asl/execute'
import {
  type AnyStep,
  bind,
  capture,
  choice,
  context,
  depth,
  edges,
  eq,
  equals,
  fold,
  type Graph,
  isString,
  keeping,
  map,
  nodes,
  otherwise,
  par,
  parCatch,
  type Ref,
  repeatUntil,
  seconds,
  seq,
  seqAll,
  show,
  task,
  toDag,
  toDot,
  toMermaid,
  when,
} from '@orkestra/core'
import { suite } from '/work/w11/scratch/suite.mjs'
import * as assert from 'uvu/assert'

type Any = Graph<unknown, unknown>

const x: Any = task('x')
const many = 100_000
const deep = 10_000

const count = fold<number>({
  Task: () => 1,
  Identity: () => 0,
  Seq: (_, steps) => steps.reduce((a, b) => a + b, 0),
  Par: (_, branches) => branches.reduce((a, b) => a + b, 0),
  Map: (_, item) => item,
  Capture: (_, body) => body,
  Wait: () => 0,
  Fail: () => 0,
  Retry: (_, body) => body,
  Catch: (_, body, handlers) => handlers.reduce((a, b) => a + b, body),
  Pass: () => 0,
  Choice: (_, arms, otherwise) => arms.reduce((a, b) => a + b, otherwise),
  Bind: (_, body, value = 0) => value + body,
  Repeat: (_, body) => body,
  Keep: (_, body) => body,
  Succeed: () => 0,
})

const nested = (wrap: (inner: Any) => AnyStep): Any => {
  let graph = x
  for (let i = 0; i < deep; i++) graph = wrap(graph) as Any
  return graph
}

const shapes: Readonly<
  Record<
    string,
    {
      readonly build: () => Any
      readonly tasks: number
      readonly depth: number
      readonly edges: number
      readonly opening: string
      readonly input?: unknown
      /** How many tasks run, where not all do. */
      readonly ran?: number
    }
  >
> = {
  'a seq of 100,000 by seqAll': {
    build: () => seqAll(Array.from({ length: many }, () => x)),
    tasks: many,
    depth: 0,
    edges: many - 1,
    opening: 'seq(x, x',
  },
  'a seq of 100,000 by seq(...steps)': {
    build: () => (seq as (...steps: readonly Any[]) => Any)(...Array.from({ length: many }, () => x)),
    tasks: many,
    depth: 0,
    edges: many - 1,
    opening: 'seq(x, x',
  },
  '10,000 nested par': {
    build: () => nested((g) => par(g)),
    tasks: 1,
    depth: deep,
    edges: 0,
    opening: 'par(par(',
  },
  '10,000 nested par, each beside a task': {
    build: () => nested((g) => par(g, x)),
    tasks: deep + 1,
    depth: deep,
    edges: 0,
    opening: 'par(par(',
  },
  '10,000 nested parCatch': {
    build: () => nested((g) => parCatch(g)),
    tasks: 1,
    depth: deep,
    edges: 0,
    opening: 'parCatch(parCatch(',
  },
  '10,000 nested map': {
    build: () => nested((g) => map(g as never)),
    tasks: 1,
    depth: deep,
    edges: 0,
    opening: 'map(map(',
    input: [],
  },
  '10,000 nested capture of seq': {
    build: () => nested((g) => capture(seq(g, x))),
    tasks: deep + 1,
    depth: 0,
    edges: deep,
    opening: 'capture(seq(capture(seq(',
  },
  'a choice of 100,000 ways': {
    build: () =>
      (choice as unknown as (...ways: readonly unknown[]) => Any)(
        ...Array.from({ length: many - 1 }, () => when((i: Ref<string>) => isString(i), x)),
        otherwise(x),
      ),
    tasks: many,
    depth: 0,
    edges: 0,
    opening: 'choice(when((i) => isString(i), x), when(',
    ran: 1,
  },
  '10,000 nested choices': {
    build: () =>
      nested((g) =>
        (choice as unknown as (...ways: readonly unknown[]) => Any)(
          when((i: Ref<string>) => isString(i), x),
          otherwise(g),
        ),
      ),
    tasks: deep + 1,
    depth: 0,
    edges: 0,
    opening: 'choice(when((i) => isString(i), x), otherwise(choice(',
    ran: 1,
  },
  '10,000 nested binds': {
    build: () => nested((g) => bind(x, () => g)),
    tasks: deep + 1,
    depth: 0,
    edges: deep,
    opening: 'bind(x, (v10000) => bind(x, (v9999) => ',
  },
  '10,000 nested kept inputs': {
    build: () => nested((g) => keeping(g as Graph<object, unknown>, 'k')),
    tasks: 1,
    depth: 0,
    edges: 0,
    opening: 'keeping(keeping(',
    input: {},
  },
  '10,000 nested loops': {
    build: () =>
      nested((g) =>
        repeatUntil(g, () => eq(context.State.Name, context.State.Name), { every: seconds(1), maxAttempts: 2 }),
      ),
    tasks: 1,
    depth: 0,
    edges: 0,
    opening: 'repeatUntil(repeatUntil(',
  },
}

const test = suite('depth and width')

for (const [name, shape] of Object.entries(shapes)) {
  const graph = shape.build()

  test(`${name} folds, and its nodes, edges and depth are counted`, () => {
    assert.is(count(graph), shape.tasks)
    assert.is(nodes(graph).filter((node) => node._tag === 'Task').length, shape.tasks)
    assert.is(edges(graph).length, shape.edges)
    assert.is(depth(graph), shape.depth)
  })

  test(`${name} equals another of its kind, and shows the same`, () => {
    const other = shape.build()
    assert.ok(equals(graph, other))
    assert.not(equals(graph, seq(other, x)))
    assert.is(show(other), show(graph))
    assert.ok(show(graph).startsWith(shape.opening))
  })

  test(`${name} is drawn`, () => {
    assert.ok(toMermaid(graph).startsWith('flowchart TD\n'))
    assert.ok(toDot(graph).endsWith('}\n'))
    const dag = toDag(graph)
    assert.is(dag.nodeCount(), name.includes('map') ? 1 : shape.tasks)
    assert.is(dag.edgeCount(), shape.edges)
  })

  test(`${name} runs`, async () => {
    const input = 'input' in shape ? shape.input : 1
    const { status, history } = await run(graph, input, { tasks: { x: () => 1 } })
    assert.is(status, 'SUCCEEDED')
    const expected = name.includes('map') ? 0 : (shape.ran ?? shape.tasks)
    assert.is(history.filter(({ type }) => type === 'TaskSucceeded').length, expected)
  })
}

test('10,000 nested captures of a failing step run: the innermost catches, the others have nothing to catch', async () => {
  const fails = nested((g) => capture(seq(g, x)))
  const { status } = await run(fails, 1, {
    tasks: {
      x: () => {
        throw new Error('no')
      },
    },
  })
  assert.is(status, 'SUCCEEDED')
})

test('10,000 nested par fail from the inside out', async () => {
  const { status, history } = await run(
    nested((g) => par(g)),
    1,
    {
      tasks: {
        x: () => {
          throw new Error('no')
        },
      },
    },
  )
  assert.is(status, 'FAILED')
  assert.is(history.filter(({ type }) => type === 'ParallelStateFailed').length, deep)
})

test('a map of 3,000 levels goes through an array of 3,000 levels', async () => {
  let graph: Any = x
  let input: unknown = 1
  for (let i = 0; i < 3000; i++) {
    graph = map(graph as never) as unknown as Any
    input = [input]
  }
  assert.is((await run(graph, input, { tasks: { x: () => 2 } })).status, 'SUCCEEDED')
})

await test.run()
