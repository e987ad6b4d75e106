import { compose } from '@orkestra/handler'
import * as z from 'zod/mini'

export const handler = compose({ name: 'handler', input: z.object({ id: z.number() }) }, async ({ id }) => ({
  ok: true,
  id,
}))
