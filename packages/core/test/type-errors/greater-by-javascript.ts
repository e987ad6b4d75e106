import { choice, otherwise, seq, task, when } from '@orkestra/core'

const order = task<void, { id: string; price: number }>('order')
const charge = task<{ id: string }, number>('charge')

export const workflow = seq(
  order,
  choice(
    when((o) => o.price > 3, charge),
    otherwise(charge),
  ),
)
