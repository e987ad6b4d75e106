/** What TypeScript infers of maps over an array in the input. Compiled, never run. */
import {
  add,
  choice,
  type Graph,
  gt,
  map,
  mapCatch,
  type Outcome,
  otherwise,
  par,
  pass,
  type Ref,
  seq,
  split,
  task,
  when,
} from '@orkestra/core'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const is = <A, B>(_: Equal<A, B>) => {}
const of = <I, O>(_: Graph<I, O>): { input: I; output: O } => undefined as never

interface Line {
  sku: string
  count: number
}
interface Order {
  id: string
  price: number
  lines: Line[]
  tags: readonly string[]
}
const order = task<{ id: string }, Order>('order')
const ship = task<{ sku: string }, { shipped: boolean }>('ship')
const shipTo = task<{ sku: string; order: string; n: number }, string>('shipTo')
const text = task<string, number>('text')

// The array is found in the input; the step takes its elements.
const shipped = of(
  seq(
    order,
    map((o) => o.lines, ship),
  ),
)
is<typeof shipped.input, { id: string }>(true)
is<typeof shipped.output, readonly { shipped: boolean }[]>(true)
const some = of(
  seq(
    order,
    map((o) => o.lines, ship, { maxConcurrency: 3 }),
  ),
)
is<typeof some.output, readonly { shipped: boolean }[]>(true)
const caught = of(
  seq(
    order,
    mapCatch((o) => o.tags, text),
  ),
)
is<typeof caught.output, readonly Outcome<number>[]>(true)
const pieces = of(
  seq(
    order,
    map((o) => split(o.id, '-'), text),
  ),
)
is<typeof pieces.output, readonly number[]>(true)
const alone = of(map((o: Ref<Order>) => o.tags, text))
is<typeof alone.input, Order>(true)

// A step in place sees the item, in callbacks and as a variable, and its index.
const inPlace = of(
  seq(
    order,
    map(
      (o) => o.lines,
      (line, index) =>
        seq(
          ship,
          pass((s) => ({ sku: line.sku, done: s.shipped, n: add(index, 1) })),
        ),
    ),
  ),
)
is<typeof inPlace.output, readonly { sku: string; done: boolean; n: number }[]>(true)
const mapped = of(
  seq(
    order,
    mapCatch(
      (o) => o.lines,
      (_line) => pass((line) => line.count),
      { maxConcurrency: 2 },
    ),
  ),
)
is<typeof mapped.output, readonly Outcome<number>[]>(true)

// The selector's value is what the step takes.
const selected = of(
  seq(
    order,
    map((o) => o.lines, shipTo, { selector: (line, o, index) => ({ sku: line.sku, order: o.id, n: index }) }),
  ),
)
is<typeof selected.output, readonly string[]>(true)
is<typeof selected.input, { id: string }>(true)

// Nested as deep as one likes.
const nested: Graph<{ id: string }, readonly [readonly { shipped: boolean }[], readonly number[] | readonly string[]]> =
  seq(
    order,
    par(
      map((o) => o.lines, ship),
      choice(
        when(
          (o) => gt(o.price, 3),
          map((o) => o.tags, text),
        ),
        otherwise(map((o) => o.lines, shipTo, { selector: (line, o, n) => ({ sku: line.sku, order: o.id, n }) })),
      ),
    ),
  )
// Over the input, as before.
const before = of(
  seq(
    order,
    pass((o) => o.lines),
    map(
      pass((line) => ({ s: line.sku })),
      { maxConcurrency: 4 },
    ),
  ),
)
is<typeof before.output, readonly { s: string }[]>(true)

export { nested }

const one = task<string, { s: string; a: readonly { n: number }[] }>('one')
seq(
  one,
  // @ts-expect-error a misspelt array
  map((o) => o.b, ship),
)
seq(
  one,
  // @ts-expect-error no array
  map((o) => o.s, ship),
)
seq(
  one,
  // @ts-expect-error a step that does not take the elements
  map((o) => o.a, ship),
)
seq(
  one,
  // @ts-expect-error nor what the selector makes
  map((o) => o.a, ship, { selector: (a) => ({ ske: a.n }) }),
)
seq(
  one,
  // @ts-expect-error a misspelt field of the item
  map((o) => o.a, ship, { selector: (a) => ({ sku: a.m }) }),
)
// @ts-expect-error a selector without the array
map(ship, { selector: () => ({ sku: 'a' }) })
