import { isCaught, type Outcome } from '@orkestra/core'
import { composeWith, defineError } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 6 }, memorySize: 256 })

export interface Item {
  readonly id: string
  readonly name: string
  readonly price?: number
}

export interface Priced extends Item {
  readonly price: number
}

export const NotFalse = defineError('NotFalse')

export const generateItem = compose(async function generateItem(order: { readonly name: string }): Promise<Item> {
  return { id: `item-${order.name.length}`, name: order.name }
})

export const addPrice = compose(async function addPrice(item: Item): Promise<Priced> {
  return { ...item, price: 3.14 }
})

export const copyItem = compose(async function copyItem(item: Priced): Promise<Priced[]> {
  return Array.from({ length: 3 }, (_, i) => ({ ...item, id: `${item.id}-${i}` }))
})

export const doublePrice = compose(async function doublePrice(item: Priced): Promise<Priced> {
  return { ...item, price: 2 * item.price }
})

export const assertFalse = compose(async function assertFalse(items: readonly Priced[]): Promise<null> {
  if (items.length > 0) throw new NotFalse(`there are ${items.length} items`)
  return null
})

export const total = compose(async function total(items: readonly Priced[]): Promise<number> {
  return items.reduce((sum, { price }) => sum + price, 0)
})

export const sayHello = compose(async function sayHello([assertion, sum]: readonly [
  Outcome<null>,
  Outcome<number>,
]): Promise<{ greeting: string }> {
  const doubt = isCaught(assertion) ? `, in spite of ${assertion.Error}` : ''
  return { greeting: `Hello, ${isCaught(sum) ? 'nobody' : sum.toFixed(2)}${doubt}` }
})

export const randomInt = compose(async function randomInt({
  greeting,
}: {
  readonly greeting: string
}): Promise<number> {
  return greeting.length
})

export const randomFloat = compose(async function randomFloat({
  greeting,
}: {
  readonly greeting: string
}): Promise<number> {
  return greeting.length / 2
})

export const sayGoodbye = compose(async function sayGoodbye([int, float]: readonly [number, number]): Promise<string> {
  return `Goodbye, ${int} and ${float}`
})
