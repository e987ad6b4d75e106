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
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

type Any = Graph<unknown, unknown>

const x: Any = task('x')
const many = 100_000
const deep = 10_000
const some = 1_500

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

const nested = (wrap: (inner: Any) => AnyStep, levels = deep): Any => {
  let graph = x
  for (let i = 0; i < levels; i++) graph = wrap(graph) as Any
  return graph
}

const loop = (body: Any): Any =>
  repeatUntil(body, () => eq(context.State.Name, context.State.Name), { every: seconds(1), maxAttempts: 2 })

const tooDeep = /nests more than 1000 levels/

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
      /** What the run fails with, where the result of each level holds that of the next. */
      readonly fails?: RegExp
      /** Another of its kind that is run in its place: the first state of 10,000 nested loops starts the counters of all, one by one. */
      readonly runs?: { readonly graph: () => Any; readonly tasks: number }
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
  '10,000 nested par': {
    build: () => nested((g) => par(g)),
    tasks: 1,
    depth: deep,
    edges: 0,
    opening: 'par(par(',
    fails: tooDeep,
  },
  '10,000 nested par, each beside a task': {
    build: () => nested((g) => par(g, x)),
    tasks: deep + 1,
    depth: deep,
    edges: 0,
    opening: 'par(par(',
    fails: tooDeep,
  },
  '10,000 nested parCatch': {
    build: () => nested((g) => parCatch(g)),
    tasks: 1,
    depth: deep,
    edges: 0,
    opening: 'parCatch(parCatch(',
    fails: tooDeep,
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
    fails: /at most 1000 levels/,
  },
  '10,000 nested loops': {
    build: () => nested(loop),
    tasks: 1,
    depth: 0,
    edges: 0,
    opening: 'repeatUntil(repeatUntil(',
    runs: { graph: () => nested(loop, some), tasks: 1 },
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
    const workflow = shape.runs?.graph() ?? graph
    const execution = await run(workflow, input, { tasks: { x: () => 1 }, limits: false })
    assert.is(execution.status, shape.fails ? 'FAILED' : 'SUCCEEDED')
    if (execution.status === 'FAILED') return assert.match(execution.cause ?? '', shape.fails ?? /^$/)
    const expected = name.includes('map') ? 0 : (shape.ran ?? shape.runs?.tasks ?? shape.tasks)
    assert.is(execution.history.filter(({ type }) => type === 'TaskSucceeded').length, expected)
  })
}

test('seq(...steps) takes 100,000, and is what seqAll makes of them', () => {
  const steps = Array.from({ length: many }, () => x)
  assert.ok(equals((seq as (...steps: readonly Any[]) => Any)(...steps), seqAll(steps)))
})

test('10,000 nested captures of a failing step run: the innermost catches, the others have nothing to catch', async () => {
  const { status } = await run(
    nested((g) => capture(seq(g, x))),
    1,
    {
      tasks: {
        x: () => {
          throw new Error('no')
        },
      },
      limits: false,
    },
  )
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
      limits: false,
    },
  )
  assert.is(status, 'FAILED')
  assert.is(history.filter(({ type }) => type === 'ParallelStateFailed').length, deep)
})

const maps = (levels: number): readonly [graph: Any, input: unknown] => {
  let input: unknown = 1
  for (let i = 0; i < levels; i++) input = [input]
  return [nested((g) => map(g as never) as unknown as Any, levels), input]
}

test('a map of 900 levels goes through an array of 900 levels', async () => {
  const [graph, input] = maps(900)
  assert.is((await run(graph, input, { tasks: { x: () => 2 } })).status, 'SUCCEEDED')
})

test('an input of more than 1,000 levels is refused before anything runs', async () => {
  const [graph, input] = maps(3_000)
  let message = ''
  try {
    await run(graph, input, { tasks: { x: () => 2 }, limits: false })
  } catch (error) {
    message = String(error)
  }
  assert.match(message, /TypeError: .*more than 1000 levels deep/)
})

test.run()
