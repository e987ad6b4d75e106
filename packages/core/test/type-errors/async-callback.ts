import { pass, seq, task } from '@orkestra/core'

const order = task<void, { id: string; note?: string }>('order')

export const workflow = seq(
  order,
  pass(async (o) => ({ id: o.id })),
)
