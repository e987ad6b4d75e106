import { par, seq, task } from '@orkestra/core'

const order = task<{ name: string }, { id: string }>('order')
const price = task<{ id: string }, { price: number }>('price')
const bill = task<{ price: number }, string>('bill')

export const workflow = seq(order, par(bill, price))
