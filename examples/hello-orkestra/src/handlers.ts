import { isCaught, type Outcome } from '@orkestra/core'
import { defineError, handlers } from '@orkestra/handler'

export interface Item {
  readonly id: string
  readonly name: string
  readonly price?: number
}

export interface Priced extends Item {
  readonly price: number
}

export const NotFalse = defineError('NotFalse')

export const {
  generateItem,
  addPrice,
  copyItem,
  doublePrice,
  assertFalse,
  total,
  sayHello,
  randomInt,
  randomFloat,
  sayGoodbye,
} = handlers(
  { entry: import.meta.url, timeout: { seconds: 6 }, memorySize: 256 },
  {
    async generateItem(order: { readonly name: string }): Promise<Item> {
      return { id: `item-${order.name.length}`, name: order.name }
    },
    async addPrice(item: Item): Promise<Priced> {
      return { ...item, price: 3.14 }
    },
    async copyItem(item: Priced): Promise<Priced[]> {
      return Array.from({ length: 3 }, (_, i) => ({ ...item, id: `${item.id}-${i}` }))
    },
    async doublePrice(item: Priced): Promise<Priced> {
      return { ...item, price: 2 * item.price }
    },
    async assertFalse(items: readonly Priced[]): Promise<null> {
      if (items.length > 0) throw new NotFalse(`there are ${items.length} items`)
      return null
    },
    async total(items: readonly Priced[]): Promise<number> {
      return items.reduce((sum, { price }) => sum + price, 0)
    },
    async sayHello([assertion, sum]: readonly [Outcome<null>, Outcome<number>]): Promise<{ greeting: string }> {
      const doubt = isCaught(assertion) ? `, in spite of ${assertion.Error}` : ''
      return { greeting: `Hello, ${isCaught(sum) ? 'nobody' : sum.toFixed(2)}${doubt}` }
    },
    async randomInt({ greeting }: { readonly greeting: string }): Promise<number> {
      return greeting.length
    },
    async randomFloat({ greeting }: { readonly greeting: string }): Promise<number> {
      return greeting.length / 2
    },
    async sayGoodbye([int, float]: readonly [number, number]): Promise<string> {
      return `Goodbye, ${int} and ${float}`
    },
  },
)
