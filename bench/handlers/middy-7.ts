import middy from '@middy/core-7'

export const handler = middy(async (event: { id: number }) => ({ ok: true, id: event.id }))
