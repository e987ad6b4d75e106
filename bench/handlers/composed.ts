import { compose } from '@orkestra/handler'

export const handler = compose({ name: 'handler' }, async (event: { id: number }) => ({ ok: true, id: event.id }))
