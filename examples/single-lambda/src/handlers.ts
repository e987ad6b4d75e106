import { compose } from '@orkestra/handler'

export const helloWorld = compose(
  { entry: import.meta.url, memorySize: 256, timeout: { seconds: 6 } },
  async function helloWorld({ name = 'world' }: { readonly name?: string }): Promise<string> {
    return `Hello, ${name}`
  },
)
