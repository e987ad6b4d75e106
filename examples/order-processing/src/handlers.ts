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

export const chargeCard = compose(async function chargeCard({ token }: { readonly token: string }) {
  if (token === 'stolen') throw new CardDeclined('the bank does not say why')
  return { paidBy: 'card', reference: `charge-${token}` }
})

export const sendInvoice = compose(async function sendInvoice({ taxId }: { readonly taxId: string }) {
  return { paidBy: 'invoice', reference: `invoice-${taxId}` }
})

export const redeem = compose(async function redeem({
  code,
  order,
}: {
  readonly code: string
  readonly order: string
}) {
  return { discount: code === 'SPRING' ? 10 : 0, order }
})

export interface Processed {
  readonly id: string
  readonly total: number
  readonly discount: number
  readonly receipt: { readonly paidBy: string; readonly reference: string }
}

export const confirm = compose(async function confirm({ id, total, discount, receipt }: Processed) {
  return `Order ${id}: ${total - discount} by ${receipt.paidBy}, ${receipt.reference}`
})
