/** How far one JSONata evaluation may go: counted, so that it ends at the same place on every machine. */
import { spend, TooMuchWork, type Work } from '../work/work.ts'

/** Thrown by an evaluation that goes beyond a limit. The text is AWS's. */
export class Exceeded extends Error {
  override readonly name = 'Exceeded'
}

/** The limits of one evaluation. */
export interface QueryLimits {
  /** Nodes of the expression that are evaluated; what a function does natively counts by its size. */
  readonly steps: number
  /** Of one value: 8 for a number, 1 for a character. */
  readonly bytes: number
  /** How deep evaluations nest. */
  readonly depth: number
}

/**
 * `bytes` and `depth` are AWS's: it counts the items of `[1..873782]` and fails one more, it takes a text of 2^22 characters and
 * fails one of 2^23, and all recursions that were measured end between 99 and 101 levels.
 * https://github.com/floci-io/floci/issues/2737
 */
export const queryLimits: QueryLimits = { steps: 1_000_000, bytes: 6_990_256, depth: 100 }

/** Lets an evaluation in a row of siblings begin. */
type Release = () => void

/** How far one evaluation has come. */
export interface Budget extends Work {
  readonly bytes: number
  readonly depth: number
  /** The evaluations that are open, outermost first, each with the sibling that waits for it. */
  readonly open: (Release | undefined)[]
  /** The row of siblings that was begun last, and who comes after the last of them. */
  row: { readonly of: object; isBeginning: boolean; last: { then?: Release } } | undefined
}

/** A fresh budget. */
export const createBudget = ({ steps, bytes, depth }: QueryLimits): Budget => ({
  left: steps,
  bytes,
  depth,
  open: [],
  row: undefined,
})

export const tooDeep = (): Exceeded =>
  new Exceeded(
    'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.',
  )

export const tooLong = (): Exceeded => new Exceeded('Expression evaluation timeout: Check for infinite loop')

export const tooBig = (): Exceeded =>
  new Exceeded('Expression evaluation memory limit exceeded: Check for excessive memory usage')

/** Counts steps. @throws Exceeded */
export const use = (budget: Budget, steps: number): void => {
  try {
    spend(budget, steps)
  } catch (error) {
    throw error instanceof TooMuchWork ? tooLong() : error
  }
}

/** Refuses what would have so many bytes. @throws Exceeded */
export const hold = (budget: Budget, bytes: number): void => {
  if (bytes > budget.bytes) throw tooBig()
}

const bytesOfNumber = 8
/** So many bytes are gone through natively in a step. */
export const bytesPerStep = 100
/** Sizes of arrays and objects, which do not change once there are any: payloads never do, and JSONata makes new ones. */
const sizes = new WeakMap<object, number>()
const worthRemembering = 8

/** The bytes of a value, by the measure of the limit. Each array and object is gone through once, wherever it is met again. */
export const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return bytesOfNumber
  const known = sizes.get(value)
  if (known !== undefined) return known
  let size = 0
  let count = 0
  if (Array.isArray(value)) {
    count = value.length
    for (let i = 0; i < count; i += 1) {
      const item: unknown = value[i]
      size +=
        typeof item === 'object' || typeof item === 'string' ? Math.max(bytesOfNumber, sizeOf(item)) : bytesOfNumber
    }
  } else
    for (const key of Object.keys(value)) {
      count += 1
      size += key.length + sizeOf((value as Record<string, unknown>)[key])
    }
  if (count >= worthRemembering || size > bytesPerStep) sizes.set(value, size)
  return size
}

/** Counts a value that an evaluation came to: whoever gets it may go through it. @throws Exceeded */
export const weigh = (budget: Budget, value: unknown): void => {
  const size = typeof value === 'string' ? value.length : Array.isArray(value) ? sizeOf(value) : 0
  if (size === 0) return
  hold(budget, size)
  if (size > bytesPerStep) use(budget, size / bytesPerStep)
}
