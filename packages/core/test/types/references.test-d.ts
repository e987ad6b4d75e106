/** What TypeScript infers of references, conditions and the steps that take callbacks. Compiled, never run. */
import {
  add,
  bind,
  choice,
  concat,
  eq,
  type Graph,
  gt,
  isPresent,
  keeping,
  map,
  merge,
  otherwise,
  par,
  pass,
  repeatUntil,
  seconds,
  seq,
  succeed,
  task,
  wait,
  waitUntil,
  when,
} from '@orkestra/core'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const is = <A, B>(_: Equal<A, B>) => {}
const of = <I, O>(_: Graph<I, O>): { input: I; output: O } => undefined as never

type Payment = { kind: 'card'; number: string } | { kind: 'cash'; till: number }
interface Order {
  id: string
  price: number
  tags: string[]
  coupon?: string
  payment: Payment
  status: 'new' | 'paid'
  at: string
}
const order = task<{ id: string }, Order>('order')
const premium = task<{ id: string }, number>('premium')
const standard = task<{ price: number }, string>('standard')
const tagged = task<{ tags: string[] }, string[]>('tagged')
const redeem = task<{ coupon: string }, boolean>('redeem')
const chargeCard = task<{ payment: { number: string } }, 'charged'>('chargeCard')
const keyed = task<{ key: string }, string>('keyed')

// The payload's type reaches callbacks through seq, par and choice.
const a: Graph<{ id: string }, string> = seq(
  order,
  pass((i) => ({ key: i.id, n: 1, first: i.tags[0] as never })),
  keyed,
)
const b: Graph<{ id: string }, number | string | string[]> = seq(
  order,
  choice(
    when((i) => gt(i.price, 3), premium),
    when((i) => gt(i.price, 2), standard),
    otherwise(tagged),
  ),
)
const c: Graph<{ id: string }, readonly [number, string]> = seq(
  order,
  par(
    premium,
    seq(
      pass((i) => ({ price: add(i.price, 1) })),
      standard,
    ),
  ),
)
const d: Graph<{ id: string }, readonly { t: string }[]> = seq(
  order,
  pass((i) => i.tags),
  map(pass((t) => ({ t }))),
)
const e: Graph<{ id: string }, { len: number; id: string }> = seq(
  order,
  bind(premium, (v) => pass((n) => ({ len: v, id: concat('a', n) }))),
)
const nested: Graph<{ id: string }, string | number> = seq(
  order,
  choice(
    when(
      (i) => gt(i.price, 3),
      seq(
        pass((i) => ({ id: i.id })),
        choice(
          when((i) => eq(i.id, 'x'), premium),
          otherwise(premium),
        ),
      ),
    ),
    otherwise(pass((i) => i.id)),
  ),
)

// A condition narrows the payload where it holds.
const narrowed = seq(
  order,
  choice(
    when((i) => isPresent(i.coupon), redeem),
    when((i) => eq(i.payment.kind, 'card'), chargeCard),
    when(
      (i) => isPresent(i.coupon),
      (v) => pass((i) => ({ code: i.coupon, again: v.coupon })),
    ),
    when(
      (i) => eq(i.payment.kind, 'cash'),
      () => standard,
    ),
    otherwise(succeed()),
  ),
)
is<(typeof out)['output'], boolean | 'charged' | { code: string; again: string } | string>(true)
const out = of(narrowed)

// Data flow.
const kept = of(seq(order, keeping(premium, 'premium')))
is<typeof kept.output.premium, number>(true)
is<typeof kept.output.status, 'new' | 'paid'>(true)
const merged = of(
  seq(
    order,
    pass((i) => merge(i, { status: 'done', extra: i.price })),
  ),
)
is<typeof merged.output.status, 'done'>(true)
is<typeof merged.output.extra, number>(true)
is<typeof merged.output.id, string>(true)
const literals = of(pass(() => ({ a: 1, b: ['x', null] })))
is<typeof literals.output, { a: 1; b: ['x', null] }>(true)

// Loops and waits hand types on.
const polled: Graph<{ id: string }, Order> = repeatUntil(order, (o) => eq(o.status, 'paid'), {
  every: seconds(5),
  maxAttempts: 3,
})
const waited: Graph<{ id: string }, Order> = seq(
  order,
  waitUntil((o) => o.at),
  wait((o) => o.price),
)

export { a, b, c, d, e, nested, polled, waited }

const first = seq(order, wait(seconds(1)))
seq(
  first,
  // @ts-expect-error a misspelt field
  pass((i) => i.prise),
)
const wrongComparison = seq(
  first,
  choice(
    // @ts-expect-error a comparison of the wrong type
    when((i) => gt(i.id, 3), premium),
    otherwise(standard),
  ),
)
const neverSo = seq(
  first,
  choice(
    // @ts-expect-error a literal that the field never is
    when((i) => eq(i.status, 'payd'), premium),
    otherwise(standard),
  ),
)
seq(
  first,
  // @ts-expect-error a field that may be absent
  pass((i) => ({ c: i.coupon })),
)
const unnarrowed = seq(
  first,
  choice(
    // @ts-expect-error a step that takes more than is known
    when((i) => gt(i.price, 3), redeem),
    otherwise(standard),
  ),
)
const narrowedElsewhere = seq(
  first,
  choice(
    // @ts-expect-error and where something else is known
    when((i) => eq(i.payment.kind, 'cash'), chargeCard),
    otherwise(standard),
  ),
)
seq(
  first,
  // @ts-expect-error text is not added
  pass((i) => add(i.id, 1)),
)
seq(
  first,
  // @ts-expect-error the body of bind gets the value
  bind(premium, () => standard),
)
seq(
  premium,
  // @ts-expect-error only an object is kept
  keeping(task<number, string>('x'), 'y'),
)

export { narrowedElsewhere, neverSo, unnarrowed, wrongComparison }
