import { type Outcome, separate } from '@orkestra/core'
import { composeWith } from '@orkestra/handler'

const compose = composeWith({ entry: import.meta.url, timeout: { seconds: 6 } })

export const onesAndZeros = compose(async function onesAndZeros({
  count,
}: {
  readonly count: number
}): Promise<number[]> {
  return Array.from({ length: count }, (_, i) => i % 2)
})

export const divideBy = compose(async function divideBy(divisor: number): Promise<number> {
  if (divisor === 0) throw new RangeError('division by zero')
  return 1 / divisor
})

export const filterDivisionErrors = compose(async function filterDivisionErrors(
  quotients: readonly Outcome<number>[],
): Promise<number[]> {
  return [...separate(quotients).right]
})

export const sumUp = compose(async function sumUp(numbers: readonly number[]): Promise<number> {
  return numbers.reduce((a, b) => a + b, 0)
})

export const times3 = compose(async function times3(number: number): Promise<number> {
  return 3 * number
})
