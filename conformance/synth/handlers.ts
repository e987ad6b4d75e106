/** Handlers of one module, for the app of features. */
import { compose, composeWith, handlers } from '@orkestra/handler'

const ours = composeWith({ entry: import.meta.url })

export const { price, tax } = handlers(
  { entry: import.meta.url },
  {
    price: async ({ id }: { readonly id: string }) => ({ id, price: 3.14 }),
    tax: async ({ price }: { readonly price: number }) => price * 0.19,
  },
)
const hidden = ours({ name: 'labelled', handler: 'label' }, async ({ id }: { readonly id: string }) => `item ${id}`)

export { hidden as label }
export default compose({ entry: import.meta.url, name: 'prices', handler: 'default' }, async () => [
  { id: '1' },
  { id: '2' },
])
