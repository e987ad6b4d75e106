/** Workflows whose types people see when they point at them. Compared as text by `hover.test.ts`. */
import { capture, map, mapCatch, par, parCatch, seq, task } from '@orkestra/core'

export interface Order {
  readonly id: string
}

export const price = task<Order, { price: number }>('price')
export const stock = task<Order, number>('stock')
export const placed = task<void, { order: Order; at: Date; note: string | undefined }>('placed')

export const sequence = seq(price, task<{ price: number }, string>('bill'))
export const tuple = par(price, stock)
export const record = par({ price, stock })
export const outcomes = parCatch(price, stock)
export const outcomeRecord = parCatch({ price, stock })
export const list = map(price)
export const outcomeList = mapCatch(seq(price, task<{ price: number }, string>('bill')))
export const outcome = capture(stock)
export const nested = seq(price, par(task<{ price: number }, 1>('one'), parCatch(task<{ price: number }, 2>('two'))))
const n = task<number, number>('n')
export const long = seq(n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n)
