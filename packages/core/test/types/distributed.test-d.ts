/** What TypeScript infers of distributed maps. Compiled, never run. */
import {
  distributedMap,
  type Graph,
  par,
  type Ref,
  type S3Object,
  s3Csv,
  s3Json,
  s3Jsonl,
  s3Manifest,
  s3Objects,
  seq,
  task,
  type WrittenResults,
} from '@orkestra/core'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const is = <A, B>(_: Equal<A, B>) => {}
const of = <I, O>(_: Graph<I, O>): { input: I; output: O } => undefined as never

interface Line {
  sku: string
}
interface Order {
  id: string
  folder: string
  file: string
  count: number
  lines: Line[]
}
const order = task<{ id: string }, Order>('order')
const lines = task<{ id: string }, Line[]>('lines')
const ship = task<Line, boolean>('ship')
const rate = task<{ film: string; stars: string }, number>('rate')
const row = task<Readonly<Record<string, string>>, number>('row')
const thumbnail = task<{ Key: string; Size: number }, string>('thumbnail')
const shipAll = task<{ Items: readonly Line[] }, number>('shipAll')
const shipAllOf = task<{ Items: readonly Line[]; BatchInput: { order: string } }, number>('shipAllOf')
const shipTo = task<{ sku: string; order: string; n: number }, string>('shipTo')

// The item's type follows from the reader, and the input's reaches its callbacks.
const a = of(
  seq(order, distributedMap(thumbnail, { reader: s3Objects({ bucket: 'photos', prefix: (o) => o.folder }) })),
)
is<typeof a.input, { id: string }>(true)
is<typeof a.output, readonly string[]>(true)
const b = of(
  seq(
    order,
    distributedMap(rate, {
      reader: s3Csv({ bucket: 'b', key: (o) => o.file, header: ['film', 'stars'] }),
      label: 'rate',
    }),
  ),
)
is<typeof b.output, readonly number[]>(true)
const c = of(distributedMap(row, { reader: s3Csv({ bucket: 'b', key: 'k' }) }))
is<typeof c.input, unknown>(true)
const d = of(distributedMap(ship, { reader: s3Json<Line>({ bucket: 'b', key: 'k' }), executionType: 'EXPRESS' }))
is<typeof d.output, readonly boolean[]>(true)
distributedMap(ship, { reader: s3Jsonl<Line>({ bucket: 'b', key: 'k' }) })
distributedMap(row, { reader: s3Manifest({ bucket: 'b', key: 'k' }) })
const own = of(distributedMap(thumbnail, { reader: s3Objects({ bucket: (i: Ref<{ where: string }>) => i.where }) }))
is<typeof own.input, { where: string }>(true)

// Batches, what they share, and what is selected.
const e = of(
  seq(
    order,
    distributedMap(shipAllOf, { items: (o) => o.lines, batcher: { maxItems: 10, input: (o) => ({ order: o.id }) } }),
  ),
)
is<typeof e.output, readonly number[]>(true)
const f = of(seq(lines, distributedMap(shipAll, { batcher: { maxInputBytes: 1000 } })))
is<typeof f.input, { id: string }>(true)
const g = of(
  seq(
    order,
    distributedMap(shipTo, { items: (o) => o.lines, selector: (line, o, n) => ({ sku: line.sku, order: o.id, n }) }),
  ),
)
is<typeof g.output, readonly string[]>(true)
const keys = task<{ Items: readonly { key: string }[] }, number>('keys')
distributedMap(keys, {
  reader: s3Objects({ bucket: 'b' }),
  selector: (o) => ({ key: o.Key }),
  batcher: { maxItems: 3 },
})

// Where results are written to S3, the output says where.
const h = of(
  seq(
    order,
    distributedMap(ship, {
      items: (o) => o.lines,
      writer: { bucket: (o) => o.folder, prefix: 'out', outputType: 'JSONL' },
    }),
  ),
)
is<typeof h.output, WrittenResults>(true)

// Over the input.
const i = of(distributedMap(ship))
is<typeof i.input, readonly Line[]>(true)
const j = of(distributedMap(ship, { maxConcurrency: 3, writer: { bucket: 'b' } }))
is<typeof j.input, readonly Line[]>(true)
is<typeof j.output, WrittenResults>(true)
const nested: Graph<{ id: string }, readonly [readonly boolean[], WrittenResults]> = seq(
  order,
  par(
    distributedMap(ship, { items: (o) => o.lines }),
    distributedMap(thumbnail, { reader: s3Objects({ bucket: (o) => o.folder }), writer: { bucket: 'b' } }),
  ),
)
const item: S3Object['LastModified'] = 1

export { item, nested }

// @ts-expect-error a step that does not take the objects
distributedMap(ship, { reader: s3Objects({ bucket: 'b' }) })
// @ts-expect-error nor these columns
distributedMap(rate, { reader: s3Csv({ bucket: 'b', key: 'k', header: ['film'] }) })
// @ts-expect-error batches come as { Items }
distributedMap(ship, { reader: s3Json<Line>({ bucket: 'b', key: 'k' }), batcher: { maxItems: 2 } })
// @ts-expect-error nothing is shared by the batches
distributedMap(shipAllOf, { reader: s3Json<Line>({ bucket: 'b', key: 'k' }), batcher: { maxItems: 2 } })
// @ts-expect-error an option that there is not
distributedMap(ship, { reader: s3Json<Line>({ bucket: 'b', key: 'k' }), maxConcurency: 2 })
// @ts-expect-error from one place
distributedMap(ship, { reader: s3Json<Line>({ bucket: 'b', key: 'k' }), items: (x: Ref<Order>) => x.lines })
// @ts-expect-error no such delimiter
s3Csv({ bucket: 'b', key: 'k', delimiter: '/' })
// @ts-expect-error no key
s3Json({ bucket: 'b' })
// @ts-expect-error a misspelt field of the item
distributedMap(ship, { reader: s3Objects({ bucket: 'b' }), selector: (o) => ({ sku: o.Kye }) })
// @ts-expect-error what is selected is not what the step takes
distributedMap(ship, { reader: s3Objects({ bucket: 'b' }), selector: (o) => ({ key: o.Key }) })
// @ts-expect-error a type that there is not
distributedMap(ship, { executionType: 'FAST' })
