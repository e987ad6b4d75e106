import { handlers } from '@orkestra/handler'

export const { banana } = handlers(
  { entry: import.meta.url, timeout: { seconds: 6 }, memorySize: 256 },
  {
    async banana({ count }: { readonly count: number }) {
      return { command: ['peel', String(count)] }
    },
  },
)
