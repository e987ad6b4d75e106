import { isCaught, type Outcome } from '@orkestra/core'
import { composeWith, defineError } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 6 } })

export interface Order {
  readonly id: string
  readonly price: number
}

export const OutOfStock = defineError('OutOfStock')

export const price = compose(async function price({ id }: { readonly id: string }): Promise<Order> {
  return { id, price: 3.14 }
})

export const reserve = compose(async function reserve({ id }: Order): Promise<{ readonly shelf: number }> {
  if (id === 'unicorn') throw new OutOfStock('no unicorns left')
  return { shelf: 7 }
})

export const tax = compose(async function tax(order: Order): Promise<number> {
  return order.price * 0.19
})

type Parts = readonly [Outcome<{ readonly shelf: number }>, Outcome<number>]

export const bill = compose(async function bill([reserved, vat]: Parts) {
  return { shelf: isCaught(reserved) ? null : reserved.shelf, vat: isCaught(vat) ? 0 : vat }
})
