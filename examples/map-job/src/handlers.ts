import { type Outcome, separate } from '@orkestra/core'
import { handlers } from '@orkestra/handler'

export const { onesAndZeros, divideBy, filterDivisionErrors, sumUp, times3 } = handlers(
  { entry: import.meta.url, timeout: { seconds: 6 } },
  {
    async onesAndZeros({ count }: { readonly count: number }): Promise<number[]> {
      return Array.from({ length: count }, (_, i) => i % 2)
    },
    async divideBy(divisor: number): Promise<number> {
      if (divisor === 0) throw new RangeError('division by zero')
      return 1 / divisor
    },
    async filterDivisionErrors(quotients: readonly Outcome<number>[]): Promise<number[]> {
      return [...separate(quotients).right]
    },
    async sumUp(numbers: readonly number[]): Promise<number> {
      return numbers.reduce((a, b) => a + b, 0)
    },
    async times3(number: number): Promise<number> {
      return 3 * number
    },
  },
)
