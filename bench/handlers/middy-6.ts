import middy from '@middy/core'

export const handler = middy(async (event: { id: number }) => ({ ok: true, id: event.id }))
