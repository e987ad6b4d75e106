import { par, parCatch, seq, task } from '@orkestra/core'

const price = task<{ id: string }, { price: number }>('price')
const sum = task<readonly [{ price: number }, { price: number }], number>('sum')

export const fine = seq(par(price, price), sum)
export const workflow = seq(parCatch(price, price), sum)
