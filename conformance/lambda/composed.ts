import { compose, handlers } from '@orkestra/handler'
import { act } from './functions.ts'

export const { handler } = handlers({
  // A line for all that takes more than 0.1 of its 60 s, with the event: whatever it is, the outcome stays.
  handler: compose(
    { deadline: { logEvent: true, margin: 59_900 } },
    async (event: { readonly kind: string }, context) => act(event, context),
  ),
})
