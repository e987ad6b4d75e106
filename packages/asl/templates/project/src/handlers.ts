import { isCaught, type Outcome } from '@orkestra/core'
import { defineError, handlers } from '@orkestra/handler'

export interface Order {
  readonly id: string
  readonly price: number
}

export const OutOfStock = defineError('OutOfStock')

type Parts = readonly [Outcome<{ readonly shelf: number }>, Outcome<number>]

export const { price, reserve, tax, bill } = handlers(
  { entry: import.meta.url, timeout: { seconds: 6 } },
  {
    async price({ id }: { readonly id: string }): Promise<Order> {
      return { id, price: 3.14 }
    },
    async reserve({ id }: Order): Promise<{ readonly shelf: number }> {
      if (id === 'unicorn') throw new OutOfStock('no unicorns left')
      return { shelf: 7 }
    },
    async tax(order: Order): Promise<number> {
      return order.price * 0.19
    },
    async bill([reserved, vat]: Parts) {
      return { shelf: isCaught(reserved) ? null : reserved.shelf, vat: isCaught(vat) ? 0 : vat }
    },
  },
)
