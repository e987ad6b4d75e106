import { handlers } from '@orkestra/handler'

export const { prepare, left, right } = handlers(
  { entry: import.meta.url, timeout: { seconds: 6 }, memorySize: 256 },
  {
    async prepare({ id }: { readonly id: string }) {
      return { id, steps: 2 }
    },
    async left({ steps }: { readonly steps: number }): Promise<number> {
      return steps - 1
    },
    async right({ steps }: { readonly steps: number }): Promise<number> {
      return steps + 1
    },
  },
)
