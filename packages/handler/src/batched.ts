/** Batches of a distributed map. */
import type { Outcome } from '@orkestra/core'
import type { Context } from './context.ts'

/** The input of a distributed map's step when the map batches its items. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
export interface Batch<Item, Input = undefined> {
  readonly Items: readonly Item[]
  /** The value of `batcher.input`, the same for all batches. */
  readonly BatchInput: Input
}

/** Options of `batched`. */
export interface BatchedOptions {
  /** How many items run at once. Default 1. */
  readonly concurrency?: number
}

/** As Lambda writes it, except for the trace: with it, a batch of failures would be too large. */
const caughtOf = (thrown: unknown): { readonly Error: string; readonly Cause: string } => {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown))
  return { Error: name, Cause: JSON.stringify({ errorType: name, errorMessage: message, trace: [] }) }
}

/**
 * Turns a function for one item into a function for a batch. It returns an `Outcome` per item, in order: the function's result, or `{ Error,
 * Cause }` for the error it threw. One bad item fails neither the batch nor the map. Read the outcomes with `isCaught` and `separate`.
 *
 * @example importRatings: batched(async (row: Row, input: { file: string }) => save(row, input.file), { concurrency: 10 })
 * @throws RangeError when the concurrency is not a whole number of at least 1.
 */
export const batched = <Item, Input = undefined, O = unknown>(
  fn: (item: Item, input: Input, context: Context) => O | Promise<O>,
  { concurrency = 1 }: BatchedOptions = {},
): ((batch: Batch<Item, Input>, context: Context) => Promise<Outcome<O>[]>) => {
  if (!(Number.isInteger(concurrency) && concurrency >= 1))
    throw new RangeError(`batched: concurrency must be a whole number from 1, got ${concurrency}`)
  return async ({ Items, BatchInput }, context) => {
    const outcomes = new Array<Outcome<O>>(Items.length)
    let next = 0
    const work = async (): Promise<void> => {
      while (next < Items.length) {
        const i = next
        next += 1
        try {
          outcomes[i] = (await fn(Items[i] as Item, BatchInput, context)) as Outcome<O>
        } catch (thrown) {
          outcomes[i] = caughtOf(thrown) as Outcome<O>
        }
      }
    }
    await Promise.all(Array.from({ length: Math.min(concurrency, Items.length) }, work))
    return outcomes
  }
}
