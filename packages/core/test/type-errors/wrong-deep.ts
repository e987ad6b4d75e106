import { map, par, parCatch, seq, task } from '@orkestra/core'

const orders = task<void, { id: string }[]>('orders')
const price = task<{ id: string }, { price: number }>('price')
const bill = task<{ price: number }, string>('bill')

export const workflow = seq(
  orders,
  map(
    parCatch(
      seq(price, bill),
      seq(price, par(bill, price)),
    ),
  ),
)
