/** How laws are checked: many cases, a seed that is printed, and one that can be given again. */
import fc from 'fast-check'

/** `ORKESTRA_SEED` repeats a run; else each run has a new one. */
export const seed: number = process.env.ORKESTRA_SEED ? Number(process.env.ORKESTRA_SEED) : Date.now() & 0x7fffffff

/** Cases per law. */
export const cases = 1000

console.log(`  seed ${seed} (ORKESTRA_SEED=${seed} repeats it)`)

/** Checks a law on many random cases. Fails with the seed and the smallest case that breaks it. */
export const holds = async <T extends [unknown, ...unknown[]]>(
  ...args: [
    ...arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
    // biome-ignore lint/suspicious/noConfusingVoidType: a law that asserts by itself answers nothing
    law: (...values: T) => boolean | undefined | void | Promise<boolean | undefined | void>,
  ]
): Promise<void> => {
  const law = args.pop() as (...values: unknown[]) => Promise<boolean | undefined>
  const arbitraries = args as unknown as [fc.Arbitrary<unknown>]
  await fc.assert(
    fc.asyncProperty(...arbitraries, async (...values) => law(...values)),
    { seed, numRuns: cases, includeErrorInReport: true },
  )
}
