import { bind, choice, eq, identity, isPresent, keeping, otherwise, pass, seq, when } from '@orkestra/core'
import { chargeCard, confirm, type Order, redeem, sendInvoice } from './handlers.ts'

export const orderProcessing = seq(
  identity<Order>(),
  // A coupon may be absent: it can be read where the condition says that it is there.
  keeping(
    choice(
      when(
        (order) => isPresent(order.coupon),
        (order) =>
          seq(
            pass(() => ({ code: order.coupon, order: order.id })),
            redeem,
          ),
      ),
      otherwise(pass(() => ({ discount: 0 }))),
    ),
    'coupon',
  ),
  bind(
    keeping(
      // Where the kind is known, so are the fields: `chargeCard` takes a token, which only cards have.
      choice(
        when((order) => eq(order.payment.kind, 'card'), chargeCard),
        when((order) => eq(order.payment.kind, 'invoice'), sendInvoice),
        otherwise(pass(() => ({ paidBy: 'cash', reference: 'on delivery' }))),
      ),
      'receipt',
    ),
    (paid) =>
      seq(
        confirm,
        pass((message) => ({ message, reference: paid.receipt.reference })),
      ),
  ),
)
