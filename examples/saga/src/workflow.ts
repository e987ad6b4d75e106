import { bind, catchError, fail, onAny, pass, retry, seq } from '@orkestra/core'
import { charge, refund, release, reserve, ship } from './handlers.ts'

/** What undoes a step must succeed: it is tried for long. */
const surely = { intervalSeconds: 2, maxAttempts: 8, backoffRate: 2 }

export const saga = bind(reserve, (reserved) =>
  catchError(
    bind(charge, (charged) =>
      catchError(
        ship,
        onAny(
          seq(
            pass(() => ({ receipt: charged.receipt })),
            retry(refund, surely),
            fail({ error: 'NotShipped' }),
          ),
        ),
      ),
    ),
    onAny(
      seq(
        pass(() => ({ reservation: reserved.reservation })),
        retry(release, surely),
        fail({ error: 'OrderRejected', cause: 'All that had been done is undone.' }),
      ),
    ),
  ),
)
