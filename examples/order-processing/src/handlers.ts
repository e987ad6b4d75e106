import { composeWith, defineError } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 10 } })

export type Payment =
  | { readonly kind: 'card'; readonly token: string }
  | { readonly kind: 'invoice'; readonly taxId: string }
  | { readonly kind: 'cash' }

export interface Order {
  readonly id: string
  readonly total: number
  readonly payment: Payment
  readonly coupon?: string
}

export const CardDeclined = defineError('CardDeclined')

export const chargeCard = compose(async function chargeCard({
  payment,
}: {
  readonly payment: { readonly token: string }
}) {
  if (payment.token === 'stolen') throw new CardDeclined('the bank does not say why')
  return { paidBy: 'card', reference: `charge-${payment.token}` }
})

export const sendInvoice = compose(async function sendInvoice({
  payment,
}: {
  readonly payment: { readonly taxId: string }
}) {
  return { paidBy: 'invoice', reference: `invoice-${payment.taxId}` }
})

export const redeem = compose(async function redeem({
  code,
}: {
  readonly code: string
  readonly order: string
}): Promise<{ readonly discount: number }> {
  return { discount: code === 'SPRING' ? 10 : 0 }
})

export interface Paid {
  readonly id: string
  readonly total: number
  readonly coupon: { readonly discount: number }
  readonly receipt: { readonly paidBy: string; readonly reference: string }
}

export const confirm = compose(async function confirm({ id, total, coupon, receipt }: Paid) {
  return `Order ${id}: ${total - coupon.discount} by ${receipt.paidBy}`
})
