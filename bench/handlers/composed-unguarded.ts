import { compose } from '@orkestra/handler'

export const handler = compose({ name: 'handler', deadline: false }, async (event: { id: number }) => ({
  ok: true,
  id: event.id,
}))
