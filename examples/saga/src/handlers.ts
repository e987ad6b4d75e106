import { defineError, handlers } from '@orkestra/handler'

export interface Order {
  readonly id: string
  readonly total: number
}

export interface Reserved extends Order {
  readonly reservation: string
}

export interface Charged extends Reserved {
  readonly receipt: string
}

export interface Shipped extends Charged {
  readonly parcel: string
}

export const OutOfStock = defineError('OutOfStock')
export const CardDeclined = defineError('CardDeclined')

export const { reserve, charge, ship, refund, release } = handlers(
  { entry: import.meta.url, timeout: { seconds: 10 } },
  {
    async reserve(order: Order): Promise<Reserved> {
      if (order.id === '') throw new OutOfStock('there is nothing to reserve')
      return { ...order, reservation: `reservation-${order.id}` }
    },
    async charge(order: Reserved): Promise<Charged> {
      if (order.total > 1000) throw new CardDeclined(`${order.total} is over the limit of the card`)
      return { ...order, receipt: `receipt-${order.id}` }
    },
    async ship(order: Charged): Promise<Shipped> {
      return { ...order, parcel: `parcel-${order.id}` }
    },
    /** Undoes `charge`. */
    async refund({ receipt }: { readonly receipt: string }) {
      return { refunded: receipt }
    },
    /** Undoes `reserve`. */
    async release({ reservation }: { readonly reservation: string }) {
      return { released: reservation }
    },
  },
)
