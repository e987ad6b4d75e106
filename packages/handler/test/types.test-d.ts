/** The types of composed handlers. Checked by tsc; nothing here runs. */
import type { Logger } from '@aws-lambda-powertools/logger'
import type { Metrics } from '@aws-lambda-powertools/metrics'
import type { Tracer } from '@aws-lambda-powertools/tracer'
import { catchError, type Graph, map, on, par, seq, task } from '@orkestra/core'
import {
  type CaughtError,
  type Composed,
  type Context,
  compose,
  composeWith,
  defineError,
  defineErrorWith,
  handlers,
  type Schema,
} from '@orkestra/handler'
import type { LoggerLike, MetricsLike, TracerLike } from '@orkestra/handler/powertools'
import type { Handler } from 'aws-lambda'
import { expectTypeOf } from 'expect-type'

const addPrice = compose(async function addPrice(item: { id: string }) {
  return { ...item, price: 3.14, at: new Date() }
})
expectTypeOf(addPrice).toEqualTypeOf<Composed<{ id: string }, { price: number; at: Date; id: string }>>()
expectTypeOf(addPrice.graph).toEqualTypeOf<Graph<{ id: string }, { price: number; at: string; id: string }>>()
expectTypeOf(addPrice).parameters.toEqualTypeOf<[event: { id: string }, context?: Context | undefined]>()
expectTypeOf(addPrice({ id: '1' })).resolves.toEqualTypeOf<{ price: number; at: Date; id: string }>()

const text = compose({ memorySize: 256 }, (item: { price: number; at: string }) => `${item.price} ${item.at}`)
expectTypeOf(seq(addPrice, text)).toEqualTypeOf<Graph<{ id: string }, string>>()

declare const numeric: Schema<string, number>
declare const short: Schema<string>
expectTypeOf(compose({ input: numeric }, (n) => n.toFixed())).toEqualTypeOf<Composed<string, string>>()
expectTypeOf(compose({ output: numeric }, (b: boolean) => String(b))).toEqualTypeOf<Composed<boolean, number>>()
expectTypeOf(composeWith({})({ input: numeric, output: short }, (n) => `${n}`)).toEqualTypeOf<
  Composed<string, string>
>()

const OrderRejected = defineError('OrderRejected')
expectTypeOf(OrderRejected.errorName).toEqualTypeOf<'OrderRejected'>()
expectTypeOf(new OrderRejected().name).toEqualTypeOf<'OrderRejected'>()

// The handler of a catcher reads the data of what was thrown.
const OutOfStock = defineErrorWith<{ readonly sku: string }>()('OutOfStock')
const reorder = compose({ name: 'reorder' }, async (caught: CaughtError) => {
  expectTypeOf(OutOfStock.dataOf(caught)).toEqualTypeOf<{ readonly sku: string } | undefined>()
  return 1
})
expectTypeOf(catchError(task<string, string>('reserve'), on('OutOfStock', reorder))).toEqualTypeOf<
  Graph<string, string | number>
>()

// Powertools' own classes are what `powertools` takes.
expectTypeOf<Logger>().toExtend<LoggerLike>()
expectTypeOf<Tracer>().toExtend<TracerLike>()
expectTypeOf<Metrics>().toExtend<MetricsLike>()

// Within a sequence, an event needs no type of its own: it is what the step before gives.
expectTypeOf(
  seq(
    addPrice,
    compose({ name: 'at' }, (item) => item.at),
  ),
).toEqualTypeOf<Graph<{ id: string }, string>>()
expectTypeOf(
  seq(
    addPrice,
    par(
      compose({ name: 'at' }, (item) => item.at),
      seq(
        text,
        compose((line) => line.length),
      ),
    ),
  ),
).toEqualTypeOf<Graph<{ id: string }, readonly [string, number]>>()
expectTypeOf(seq(task<void, { id: string }[]>('list'), map(compose({ name: 'id' }, (item) => item.id)))).toEqualTypeOf<
  Graph<void, readonly string[]>
>()

// The keys of `handlers` are names; types come from the functions, contexts are typed.
const all = handlers(
  { memorySize: 256 },
  {
    price: async ({ id }: { readonly id: string }) => ({ id, price: 10 }),
    async tax(order: { readonly price: number }, context) {
      expectTypeOf(context).toEqualTypeOf<Context>()
      return order.price * 0.2
    },
    none: () => 1,
    parsed: compose({ input: numeric }, (n) => n + 1),
    nothing: async () => {},
  },
)
expectTypeOf(all.price).toEqualTypeOf<Composed<{ readonly id: string }, { id: string; price: number }>>()
expectTypeOf(all.tax).toEqualTypeOf<Composed<{ readonly price: number }, number>>()
expectTypeOf(all.none).toEqualTypeOf<Composed<unknown, number>>()
expectTypeOf(all.parsed).toEqualTypeOf<Composed<string, number>>()
expectTypeOf(all.nothing).toEqualTypeOf<Composed<unknown, void>>()
expectTypeOf(seq(all.price, all.tax)).toEqualTypeOf<Graph<{ readonly id: string }, number>>()
// @ts-expect-error a step that does not fit
seq(all.tax, all.price)
// @ts-expect-error no function
handlers({ price: 7 })
// @ts-expect-error options of a single handler are no defaults
handlers({ name: 'x' }, { price: async () => 1 })

// A function that is typed by `@types/aws-lambda` is one, with its types.
declare const typed: Handler<{ id: string }, { price: number }>
expectTypeOf(compose(typed)).toEqualTypeOf<Composed<{ id: string }, { price: number }>>()
expectTypeOf(compose({ name: 'typed' }, typed)).toEqualTypeOf<Composed<{ id: string }, { price: number }>>()
expectTypeOf(handlers({ typed }).typed).toEqualTypeOf<Composed<{ id: string }, { price: number }>>()

// `instrumentation: false` switches off what defaults gave.
compose({ name: 'x', instrumentation: false, deadline: false }, () => 1)
