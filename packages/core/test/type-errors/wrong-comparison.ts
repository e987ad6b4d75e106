import { choice, eq, otherwise, seq, task, when } from '@orkestra/core'

const order = task<void, { id: string; price: number }>('order')
const charge = task<{ id: string }, number>('charge')

export const workflow = seq(
  order,
  choice(
    when((o) => eq(o.price, 'x'), charge),
    otherwise(charge),
  ),
)
