import { defineError, handlers } from '@orkestra/handler'

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

export interface Paid {
  readonly id: string
  readonly total: number
  readonly coupon: { readonly discount: number }
  readonly receipt: { readonly paidBy: string; readonly reference: string }
}

export const { chargeCard, sendInvoice, redeem, confirm } = handlers(
  { entry: import.meta.url, timeout: { seconds: 10 } },
  {
    async chargeCard({ payment }: { readonly payment: { readonly token: string } }) {
      if (payment.token === 'stolen') throw new CardDeclined('the bank does not say why')
      return { paidBy: 'card', reference: `charge-${payment.token}` }
    },
    async sendInvoice({ payment }: { readonly payment: { readonly taxId: string } }) {
      return { paidBy: 'invoice', reference: `invoice-${payment.taxId}` }
    },
    async redeem({ code }: { readonly code: string; readonly order: string }): Promise<{ readonly discount: number }> {
      return { discount: code === 'SPRING' ? 10 : 0 }
    },
    async confirm({ id, total, coupon, receipt }: Paid) {
      return `Order ${id}: ${total - coupon.discount} by ${receipt.paidBy}`
    },
  },
)
