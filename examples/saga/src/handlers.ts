import { composeWith, defineError } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 10 } })

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

export const reserve = compose(async function reserve(order: Order): Promise<Reserved> {
  if (order.id === '') throw new OutOfStock('there is nothing to reserve')
  return { ...order, reservation: `reservation-${order.id}` }
})

export const charge = compose(async function charge(order: Reserved): Promise<Charged> {
  if (order.total > 1000) throw new CardDeclined(`${order.total} is over the limit of the card`)
  return { ...order, receipt: `receipt-${order.id}` }
})

export const ship = compose(async function ship(order: Charged): Promise<Shipped> {
  return { ...order, parcel: `parcel-${order.id}` }
})

/** Undoes `charge`. */
export const refund = compose(async function refund({ receipt }: { readonly receipt: string }) {
  return { refunded: receipt }
})

/** Undoes `reserve`. */
export const release = compose(async function release({ reservation }: { readonly reservation: string }) {
  return { released: reservation }
})
