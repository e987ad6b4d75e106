import { bind, choice, eq, identity, isPresent, keeping, otherwise, pass, seq, when } from '@orkestra/core'
import { chargeCard, confirm, type Order, redeem, sendInvoice } from './handlers.ts'

export const orderProcessing = bind(identity<Order>(), (order) =>
  seq(
    // A coupon may be absent: its value is there for the way whose condition says that it is present.
    choice(
      when(
        (o) => isPresent(o.coupon),
        (o) =>
          seq(
            pass(() => ({ code: o.coupon, order: o.id })),
            redeem,
          ),
      ),
      otherwise(pass((o) => ({ discount: 0, order: o.id }))),
    ),
    keeping(
      seq(
        pass(() => order.payment),
        // Where the kind is known, so are the fields: `chargeCard` takes a token, which only cards have.
        choice(
          when((payment) => eq(payment.kind, 'card'), chargeCard),
          when((payment) => eq(payment.kind, 'invoice'), sendInvoice),
          otherwise(pass(() => ({ paidBy: 'cash', reference: 'on delivery' }))),
        ),
      ),
      'receipt',
    ),
    pass((paid) => ({ id: order.id, total: order.total, discount: paid.discount, receipt: paid.receipt })),
    confirm,
  ),
)
