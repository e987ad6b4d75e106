/** Types that flow from step to step and into callbacks with no annotation, nested as deep as one likes. Compiled, never run. */
import {
  add,
  type Caught,
  capture,
  choice,
  concat,
  cond,
  context,
  each,
  eq,
  executionInput,
  filter,
  type Graph,
  gt,
  identity,
  isCaught,
  isNull,
  isPresent,
  jsonata,
  keeping,
  loop,
  map,
  mapCatch,
  merge,
  type Outcome,
  or,
  orElse,
  otherwise,
  par,
  parCatch,
  pass,
  present,
  type Ref,
  type Step,
  seconds,
  seq,
  slice,
  task,
  type With,
  wait,
  when,
} from '@orkestra/core'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const is = <A, B>(_: Equal<A, B>) => {}
const of = <I, O>(_: Graph<I, O>): { input: I; output: O } => undefined as never

interface Line {
  sku: string
  n: number
}
type Payment = { kind: 'card'; number: string } | { kind: 'cash'; till: number } | { kind: 'iou'; who: string }
interface Order {
  id: string
  price: number
  lines: Line[]
  payment: Payment
  note?: string
  customer?: { name: string }
  limit?: number
}
const order = task<{ q: 1 }, Order>('order')
const price = task<{ id: string }, { amount: number }>('price')
const stock = task<{ id: string }, { shelf: string }>('stock')
const ship = task<{ sku: string }, { shipped: boolean }>('ship')
const card = task<{ number: string }, 'card'>('card')
const till = task<{ till: number }, 'till'>('till')
const who = task<{ who: string }, 'who'>('who')
const pay = task<{ q: 1 }, Payment>('pay')

// The output of par is read by index and taken apart.
const byIndex = of(
  seq(
    order,
    par(price, stock),
    pass((r) => ({ x: r[0].amount, y: r[1].shelf })),
  ),
)
is<typeof byIndex.output, { x: number; y: string }>(true)
const taken = of(
  seq(
    order,
    par(price, stock),
    pass(([a, b]) => ({ x: a.amount, y: b.shelf })),
  ),
)
is<typeof taken.output, { x: number; y: string }>(true)
const named = of(
  seq(
    order,
    par({ price, stock }),
    pass(({ price: a, stock: b }) => ({ x: a.amount, y: b.shelf })),
  ),
)
is<typeof named.output, { x: number; y: string }>(true)

// The branches of a record know what comes in, also inside of one another.
const record = of(seq(order, par({ a: pass((o) => o.id), b: par({ c: pass((o) => ({ n: o.price })) }) })))
is<typeof record.output, { readonly a: string; readonly b: { readonly c: { n: number } } }>(true)
const outcomes = of(seq(order, parCatch({ a: pass((o) => o.id) })))
is<typeof outcomes.output, { readonly a: Outcome<string> }>(true)
const single = of(seq(order, par(pass((o) => o.id))))
is<typeof single.output, readonly [string]>(true)

// A name comes last, and changes no type.
const called = of(
  seq(
    order,
    par(
      pass((o) => o.id),
      price,
      { name: 'Look both up' },
    ),
    choice(
      when(
        (r) => eq(r[0], 'x'),
        pass((r) => r[1].amount),
      ),
      otherwise(pass((r) => r[0])),
      { name: 'Which one?' },
    ),
  ),
)
is<typeof called.output, number | string>(true)
const calledRecord = of(
  seq(
    order,
    par({ a: pass((o) => o.id), price }, { name: 'Both' }),
    pass((r) => r.price.amount),
  ),
)
is<typeof calledRecord.output, number>(true)
const calledAlone = of(parCatch({ price }, { name: 'Both' }))
is<typeof calledAlone.input, { id: string }>(true)
is<typeof calledAlone.output, { readonly price: Outcome<{ amount: number }> }>(true)
const calledOne = of(par(price, { name: 'One' }))
is<typeof calledOne.output, readonly [{ amount: number }]>(true)
// @ts-expect-error a name is a text
par(price, stock, { name: 3 })
const onlyWhen = when((o: Ref<Order>) => eq(o.id, 'x'), price)
// @ts-expect-error the last way is missing
choice(onlyWhen, { name: 'Which one?' })

// The items of a map, in a step that is a function of the item, and inside of keeping.
const mapped = of(
  seq(
    order,
    map(
      (o) => o.lines,
      (_) => pass((l) => l.sku),
    ),
  ),
)
is<typeof mapped.output, readonly string[]>(true)
const caught = of(
  seq(
    order,
    mapCatch(
      (o) => o.lines,
      (line) =>
        seq(
          ship,
          pass((s) => ({ sku: line.sku, ok: s.shipped })),
        ),
    ),
  ),
)
is<typeof caught.output, readonly Outcome<{ sku: string; ok: boolean }>[]>(true)
const chosen = of(
  seq(
    order,
    map(
      (o) => o.lines,
      (_) =>
        choice(
          when((l) => gt(l.n, 3), ship),
          otherwise(pass((l) => l.sku)),
        ),
    ),
  ),
)
is<typeof chosen.output, readonly ({ shipped: boolean } | string)[]>(true)
const whole = of(
  seq(
    order,
    pass((o) => o.lines),
    map(pass((l) => l.sku)),
  ),
)
is<typeof whole.output, readonly string[]>(true)
const kept = of(
  seq(
    order,
    keeping(
      map(
        (o) => o.lines,
        (_) => pass((l) => l.sku),
      ),
      'skus',
    ),
    pass((o) => ({ first: o.skus, note: orElse(o.note, 'none') })),
  ),
)
is<typeof kept.output, { first: readonly string[]; note: string }>(true)

// A choice that stands alone: the first way says what comes in.
const alone = of(
  choice(
    when((o: Ref<Order>) => gt(o.price, 3), price),
    when(
      (o) => eq(o.id, 'x'),
      (o) => pass(() => ({ amount: o.price })),
    ),
    otherwise(pass((o) => o.id)),
  ),
)
is<typeof alone.input, Order>(true)
is<typeof alone.output, { amount: number } | string>(true)

// A payload that is a union itself is narrowed, and what follows gets the rest.
const paid = of(
  seq(
    pay,
    choice(
      when((p) => eq(p.kind, 'card'), card),
      when((p) => eq(p.kind, 'cash'), till),
      otherwise(who),
    ),
  ),
)
is<typeof paid.output, 'card' | 'till' | 'who'>(true)
const rest = of(
  seq(
    order,
    choice(
      when((o) => or(eq(o.payment.kind, 'card'), eq(o.payment.kind, 'cash')), price),
      otherwise(pass((o) => ({ who: o.payment.who }))),
    ),
  ),
)
is<typeof rest.output, { amount: number } | { who: string }>(true)
const nullable = of(
  seq(
    task<1, { a: string | null }>('nullable'),
    choice(
      when(
        (o) => isNull(o.a),
        pass(() => 'none'),
      ),
      otherwise(task<{ a: string }, string>('text')),
    ),
  ),
)
is<typeof nullable.output, string>(true)

// An outcome is asked of a reference.
const asked = of(
  seq(
    capture(order),
    choice(
      when((r) => isCaught(r), task<Caught, 'sorry'>('sorry')),
      otherwise(price),
    ),
  ),
)
is<typeof asked.output, 'sorry' | { amount: number }>(true)
const inTuple = of(
  seq(
    order,
    parCatch({ price }),
    choice(
      when(
        (r) => isCaught(r.price),
        pass(() => 0),
      ),
      otherwise(pass((r) => r.price.amount)),
    ),
  ),
)
is<typeof inTuple.output, number>(true)

// Defaults, spreads, values of conditions.
const defaults = of(
  seq(
    order,
    pass((o) => merge({ limit: 10 }, o)),
    pass((o) => o.limit),
  ),
)
is<typeof defaults.output, number>(true)
const spread = of(
  seq(
    order,
    pass((o) => ({ ...o, extra: 1 })),
    pass((o) => ({ e: o.extra, n: orElse(o.note, null) })),
  ),
)
is<typeof spread.output, { e: 1; n: string | null }>(true)
const computed = of(
  seq(
    order,
    pass((o) => ({
      name: orElse(o.customer?.name, 'nobody'),
      rate: cond(gt(o.price, 100), 0.1, 0),
      skus: each(
        filter(o.lines, (line) => gt(line.n, 0)),
        (line) => line.sku,
      ),
      some: slice(o.lines, 0, 2),
      text: jsonata<number>`$length(${o.id})`,
    })),
  ),
)
is<
  typeof computed.output,
  { name: string; rate: 0.1 | 0; skus: readonly string[]; some: readonly Line[]; text: number }
>(true)
const ofExecution = of(pass(() => ({ id: executionInput<Order>().id, run: context.Execution.Name })))
is<typeof ofExecution.output, { id: string; run: string }>(true)

// What is not in the payload says nothing of the payload.
const elsewhere = seq(
  order,
  choice(
    // @ts-expect-error the kind is that of a computed text, not that of the payload
    when((o) => eq(concat(o.id), 'card'), card),
    otherwise(price),
  ),
)

export { elsewhere }

// A combinator of one's own: one signature within a context, which gives all of the payload, and one standing alone.
type Audited = <I extends object, O>(step: Step<I & {}, O>, key: 'result') => Graph<I, With<I, 'result', O>>
const audited: Audited = (step, key) => keeping(step, key)
const own = of(
  seq(
    order,
    audited(price, 'result'),
    pass((o) => ({ x: o.result.amount })),
  ),
)
is<typeof own.output, { x: number }>(true)

// JavaScript's own operators, as far as types can tell.
// @ts-expect-error a default that JavaScript drops: orElse
pass((o: Ref<Order>) => ({ note: o.note ?? 'none' }))
// @ts-expect-error the same
pass((o: Ref<Order>) => ({ note: o.note || 'none' }))
// @ts-expect-error a field that may be absent
pass((o: Ref<Order>) => ({ note: o.note }))
// @ts-expect-error a comparison of JavaScript's
when((o: Ref<Order>) => o.price > 3, identity())
// @ts-expect-error a negation of JavaScript's
when((o: Ref<Order>) => !eq(o.id, 'x'), identity())
// @ts-expect-error a comparison with a reference is never true
when((o: Ref<Order>) => o.id === 'x', identity())
// @ts-expect-error the length of an array
pass((o: Ref<Order>) => ({ n: o.lines.length }))
// @ts-expect-error arithmetic
pass((o: Ref<Order>) => ({ n: o.price + 1 }))
// @ts-expect-error a callback runs once, when the workflow is built
pass(async (o: Ref<Order>) => ({ id: o.id }))
// @ts-expect-error a Date is not JSON
pass(() => ({ at: new Date() }))
pass((o: Ref<Order>) => ({ limit: present(o.limit), there: isPresent(o.note) }))

// The state of a loop is what its step takes; where that is written in place, what the loop starts with, literals widened.
interface Page {
  readonly token: string | null
  readonly found: number
}
const nextPage = task<Page, Page>('nextPage')
const pages = of(
  loop(
    () => ({ token: null, found: 0 }),
    seq(nextPage, wait(seconds(1))),
    (page) => isNull(page.token),
  ),
)
is<typeof pages.output, Page>(true)
const counted = of(
  seq(
    order,
    loop(
      (o) => ({ left: o.price, n: 0, id: o.id }),
      (state) => pass((s) => ({ left: s.left, id: state.id, n: add(s.n, 1) })),
      (state) => gt(state.n, 3),
    ),
  ),
)
is<typeof counted.output, { readonly left: number; readonly n: number; readonly id: string }>(true)

// What is merged is an object.
// @ts-expect-error a text
pass((o: Ref<Order>) => merge(o.id, { a: 1 }))
// @ts-expect-error an array
pass((o: Ref<{ readonly lines: readonly number[] }>) => merge({ a: 1 }, o.lines))
pass((o: Ref<Order>) => merge(o, merge(context.Execution.Input as Ref<unknown>, { a: 1 })))
