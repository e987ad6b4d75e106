import { compose } from '@orkestra/handler'

export const helloWorld = compose(
  { name: 'helloWorld', entry: import.meta.url, memorySize: 256, timeout: { seconds: 6 } },
  async ({ name = 'world' }: { readonly name?: string }): Promise<string> => `Hello, ${name}`,
)
