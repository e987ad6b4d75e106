/** Depth and width of a graph are limited by memory alone: nothing in `emit` recurses over them. */
import { emit, toText } from '@orkestra/asl'
import {
  bind,
  capture,
  catchError,
  choice,
  fail,
  type Graph,
  isString,
  keeping,
  map,
  on,
  onAny,
  otherwise,
  par,
  pass,
  repeatUntil,
  retry,
  seconds,
  seq,
  seqAll,
  tap,
  task,
  when,
} from '@orkestra/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

// biome-ignore lint/suspicious/noExplicitAny: terms whose types would be as deep as they are
type Any = Graph<any, any>

const x: Any = task('x')
const deep = 1_000
const many = 10_000

const nested = (wrap: (inner: Any, i: number) => unknown, times = deep): Any => {
  let graph = x
  for (let i = 0; i < times; i++) graph = wrap(graph, i) as Any
  return graph
}

const shapes: Readonly<Record<string, () => Any>> = {
  'a long sequence': () => seqAll(Array.from({ length: 100_000 }, (_, i) => task<unknown, unknown>(`t${i}`))) as Any,
  'a wide parallel': () => par(...Array.from({ length: many }, () => x)) as Any,
  'a wide choice': () =>
    (choice as (...ways: readonly unknown[]) => Any)(
      ...Array.from({ length: many }, () => when((i) => isString(i as never) as never, x)),
      otherwise(x),
    ),
  'a long line of passes and tasks': () =>
    seqAll(Array.from({ length: many }, (_, i) => (i % 2 === 0 ? x : (pass((o) => ({ a: o })) as Any)))) as Any,
  'many kept results': () => seqAll(Array.from({ length: many / 4 }, (_, i) => keeping(x, `k${i}`) as Any)) as Any,
  'parallels in parallels': () => nested((g) => par(g)),
  'maps in maps': () => nested((g) => map(g as never)),
  'captures in captures': () => nested((g) => capture(g)),
  'retries in retries': () => nested((g) => retry(g)),
  'catches in catches': () => nested((g, i) => catchError(seq(g, x) as Any, on(`E${i}`, x))),
  'catches of everything': () => nested((g) => catchError(seq(g, x) as Any, onAny(x))),
  'choices in choices': () =>
    nested(
      (g) =>
        choice(
          when((i) => isString(i as never) as never, x),
          otherwise(g),
        ) as Any,
    ),
  'variables in variables': () => nested((g) => bind(x, () => g)),
  'kept in kept': () => nested((g) => keeping(g, 'k')),
  'taps in taps': () => nested((g) => tap(seq(g, x) as Any)),
  'loops in loops': () =>
    nested((g) => repeatUntil(g, (o) => isString(o as never), { every: seconds(1), maxAttempts: 2 })),
  'fails in catches': () =>
    nested((g) =>
      catchError(
        choice(
          when((i) => isString(i as never) as never, fail({ error: 'E' })),
          otherwise(g),
        ) as Any,
        on('E', x),
      ),
    ),
}

const test = suite('emit of deep and wide graphs')

for (const [name, build] of Object.entries(shapes))
  for (const queryLanguage of ['JSONPath', 'JSONata'] as const)
    test(`${name}, in ${queryLanguage}`, () => {
      const started = Date.now()
      const text = toText(emit(build(), { queryLanguage, limits: false }))
      if (process.env.SHOW_TIME) console.log(`${name} ${queryLanguage} ${Date.now() - started} ms ${text.length}`)
      assert.ok(text.includes('"FunctionName":"${x}"') || text.includes('"${x}"') || text.includes('"${t0}"'))
    })

test.run()
