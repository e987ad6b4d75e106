import { seq, service, task } from '@orkestra/core'

const order = task<{ name: string }, { id: string }>('order')

export const workflow = seq(
  order,
  service('sns:publish', (o) => ({ Message: o.di })),
)
