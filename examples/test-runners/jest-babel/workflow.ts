import { parCatch, seq } from '@orkestra/core'
import { defineError, handlers } from '@orkestra/handler'

export const OutOfStock = defineError('OutOfStock')

export const { reserve, price, charge } = handlers(
  { entry: __filename },
  {
    reserve: async ({ id }: { readonly id: string }) => {
      if (id === 'unicorn') throw new OutOfStock('no unicorns left')
      return { id, shelf: 7 }
    },
    price: async ({ id }: { readonly id: string }) => ({ id, cents: 314 }),
    charge: async ({ cents }: { readonly cents: number }) => ({ charged: cents }),
  },
)

export const order = seq(reserve, price, charge)
export const both = parCatch(reserve, price)
