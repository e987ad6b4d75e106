/** A schema that answers with a promise. */
import { compose } from '@orkestra/handler'
import * as z from 'zod/mini'

const { '~standard': standard } = z.object({ id: z.number() })
const schema = { '~standard': { ...standard, validate: async (value: unknown) => standard.validate(value) } }

export const handler = compose({ name: 'handler', input: schema }, async ({ id }) => ({ ok: true, id }))
