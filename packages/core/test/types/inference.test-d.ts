/** The types of workflows come from their steps, with no annotation. Checked by tsc; nothing here runs. */

import { type Execution, run } from '@orkestra/asl/execute'
import {
  type Caught,
  capture,
  comment,
  type Graph,
  type InputOf,
  identity,
  map,
  mapCatch,
  named,
  type Outcome,
  type OutputOf,
  par,
  parAll,
  parCatch,
  seq,
  seqAll,
  task,
  toEither,
} from '@orkestra/core'
import { expectTypeOf } from 'expect-type'
import type { Either } from 'fp-ts/lib/Either.js'

interface Order {
  readonly id: string
}
interface Price {
  readonly price: number
}

const order = task<{ readonly name: string }, Order>('order')
const price = task<Order, Price>('price')
const stock = task<Order, number>('stock')
const bill = task<Price, string>('bill')

// A task has the types it is given; without any, it takes and gives anything.
expectTypeOf(price).toEqualTypeOf<Graph<Order, Price>>()
expectTypeOf(task('x')).toEqualTypeOf<Graph<unknown, unknown>>()
expectTypeOf(task<Order, { at: Date }>('x')).toEqualTypeOf<Graph<Order, { at: string }>>()

// seq: the first input, the last output.
expectTypeOf(seq(order)).toEqualTypeOf<Graph<{ readonly name: string }, Order>>()
expectTypeOf(seq(order, price, bill)).toEqualTypeOf<Graph<{ readonly name: string }, string>>()
expectTypeOf(seq(order, identity(), price)).toEqualTypeOf<Graph<{ readonly name: string }, Price>>()
expectTypeOf(seqAll([identity<Order>()])).toEqualTypeOf<Graph<Order, Order>>()

// A step may take less than it is given.
expectTypeOf(seq(task<void, Order & Price>('both'), bill)).toEqualTypeOf<Graph<void, string>>()

// par: a tuple or a record, standing alone or in a sequence.
expectTypeOf(par(price, stock)).toEqualTypeOf<Graph<Order, readonly [Price, number]>>()
expectTypeOf(seq(order, par(price, stock))).toEqualTypeOf<Graph<{ readonly name: string }, readonly [Price, number]>>()
expectTypeOf(par({ price, stock })).toEqualTypeOf<Graph<Order, { readonly price: Price; readonly stock: number }>>()
expectTypeOf(seq(order, par({ price, stock }))).toEqualTypeOf<
  Graph<{ readonly name: string }, { readonly price: Price; readonly stock: number }>
>()
expectTypeOf(seq(order, par(price, seq(price, bill), par(stock)))).toEqualTypeOf<
  Graph<{ readonly name: string }, readonly [Price, string, readonly [number]]>
>()

// Standing alone, the input is what all branches take together.
expectTypeOf<InputOf<ReturnType<typeof together>>>().toEqualTypeOf<Order & Price>()
const together = () => par(stock, bill)

// parCatch: outcomes.
expectTypeOf(parCatch(price, stock)).toEqualTypeOf<Graph<Order, readonly [Outcome<Price>, Outcome<number>]>>()
expectTypeOf(seq(order, parCatch({ price, stock }))).toEqualTypeOf<
  Graph<{ readonly name: string }, { readonly price: Outcome<Price>; readonly stock: Outcome<number> }>
>()
expectTypeOf(capture(price)).toEqualTypeOf<Graph<Order, Price | Caught>>()

// map: arrays.
expectTypeOf(map(price)).toEqualTypeOf<Graph<readonly Order[], readonly Price[]>>()
expectTypeOf(mapCatch(price)).toEqualTypeOf<Graph<readonly Order[], readonly Outcome<Price>[]>>()
expectTypeOf(seq(task<void, Order[]>('list'), map(seq(price, bill)))).toEqualTypeOf<Graph<void, readonly string[]>>()

// Arrays of branches.
const shards = [stock, stock] as const
const any: readonly (typeof stock)[] = shards
expectTypeOf(par(...shards)).toEqualTypeOf<Graph<Order, readonly [number, number]>>()
expectTypeOf<OutputOf<ReturnType<typeof spread>>>().toEqualTypeOf<readonly unknown[]>()
const spread = () => par(...any)
expectTypeOf<InputOf<ReturnType<typeof spread>>>().toEqualTypeOf<Order>()
expectTypeOf(parAll(any)).toEqualTypeOf<Graph<Order, readonly number[]>>()

// Names and comments change no type.
expectTypeOf(named('n', comment('c', price))).toEqualTypeOf<Graph<Order, Price>>()

// What carries a graph is a step.
const composed = { graph: price, timeout: { seconds: 6 } }
expectTypeOf(seq(order, composed, bill)).toEqualTypeOf<Graph<{ readonly name: string }, string>>()
expectTypeOf(seq(order, par(composed, map(composed) as never))).toMatchTypeOf<
  Graph<{ readonly name: string }, unknown>
>()

// A union of outcomes reaches the next step, which must take it whole.
expectTypeOf(seq(capture(stock), task<Outcome<number>, string>('tell'))).toEqualTypeOf<Graph<Order, string>>()

// run and toEither.
expectTypeOf(run(seq(order, price), { name: 'n' })).resolves.toEqualTypeOf<Execution<Price>>()
expectTypeOf(toEither<number>(1)).toEqualTypeOf<Either<Caught, number>>()

// More than twenty steps.
const n = task<number, number>('n')
const s = task<number, string>('s')
expectTypeOf(seq(n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, s)).toEqualTypeOf<
  Graph<number, string>
>()
expectTypeOf(par(n, n, n, n, n, n, n, n, n, n, n, n, s)).toEqualTypeOf<
  Graph<
    number,
    readonly [number, number, number, number, number, number, number, number, number, number, number, number, string]
  >
>()
