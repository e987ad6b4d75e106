import { handlers } from '@orkestra/handler'
import { act } from './functions.ts'

export const { handler } = handlers({
  handler: async (event: { readonly kind: string }, context) => act(event, context),
})
