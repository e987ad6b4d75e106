import { handlers } from '@orkestra/handler'

export interface Order {
  readonly id: string
}

export const { charge, ship } = handlers(
  { entry: import.meta.url, timeout: { seconds: 10 }, memorySize: 256 },
  {
    async charge({ id }: Order): Promise<{ readonly id: string; readonly receipt: string }> {
      return { id, receipt: `receipt-${id}` }
    },
    async ship({ id, receipt }: { readonly id: string; readonly receipt: string }) {
      return { id, receipt, shipped: true }
    },
  },
)
