import { seq, task } from '@orkestra/core'

const order = task<{ name: string }, { id: string }>('order')

export const workflow = seq(order, (input: { id: string }) => input.id)
