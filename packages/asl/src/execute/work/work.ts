/** Work that is counted. What a user wrote may take for ever; how far it gets must not depend on how busy the machine is. */

/** Thrown by what does more work than it may. Whoever gave the work says what that means. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork'
}

/** How many steps are left. One step takes about as long as looking at one value. */
export interface Work {
  left: number
}

/** Counts steps. @throws TooMuchWork when none are left. */
export const spend = (work: Work, steps: number): void => {
  work.left -= steps
  if (work.left < 0) throw new TooMuchWork()
}
