/** Without the timer and the signal of its early time-out. */
import middy from '@middy/core'

export const handler = middy(async (event: { id: number }) => ({ ok: true, id: event.id }), { timeoutEarlyInMillis: 0 })
