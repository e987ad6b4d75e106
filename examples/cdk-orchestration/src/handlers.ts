import { composeWith } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 6 }, memorySize: 256 })

export const prepare = compose(async function prepare({ id }: { readonly id: string }) {
  return { id, steps: 2 }
})

export const left = compose(async function left({ steps }: { readonly steps: number }): Promise<number> {
  return steps - 1
})

export const right = compose(async function right({ steps }: { readonly steps: number }): Promise<number> {
  return steps + 1
})
