import * as z from 'zod/mini'

const schema = z.object({ id: z.number() })

export const handler = async (event: unknown) => {
  const { id } = schema.parse(event)
  return { ok: true, id }
}
