/** Handlers of one module, for the app of features. */
import { composeWith } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url })

export const price = compose(async function price({ id }: { readonly id: string }) {
  return { id, price: 3.14 }
})
export const tax = compose(async function tax({ price }: { readonly price: number }) {
  return price * 0.19
})
const hidden = compose({ handler: 'label' }, async function labelled({ id }: { readonly id: string }) {
  return `item ${id}`
})

export { hidden as label }
export default compose({ name: 'prices', handler: 'default' }, async () => [{ id: '1' }, { id: '2' }])
