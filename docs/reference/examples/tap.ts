import { seq, tap, task } from '@orkestra/core'

const price = task<{ readonly id: string }, { readonly id: string; readonly price: number }>('price')
const audit = task<{ readonly price: number }, unknown>('audit')
const ship = task<{ readonly id: string }, string>('ship')

export const workflow = seq(price, tap(audit), ship) // ship gets the output of price
