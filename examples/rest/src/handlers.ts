import { composeWith } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 10 }, memorySize: 256 })

export interface Order {
  readonly id: string
}

export const charge = compose(async function charge({
  id,
}: Order): Promise<{ readonly id: string; readonly receipt: string }> {
  return { id, receipt: `receipt-${id}` }
})

export const ship = compose(async function ship({ id, receipt }: { readonly id: string; readonly receipt: string }) {
  return { id, receipt, shipped: true }
})
