import { act } from './functions.ts'

export const handler = async (event: { readonly kind: string }, context: never) => act(event, context)
