import { compose } from '@orkestra/handler'

export const banana = compose(
  { entry: import.meta.url, timeout: { seconds: 6 }, memorySize: 256 },
  async function banana({ count }: { readonly count: number }) {
    return { command: ['peel', String(count)] }
  },
)
