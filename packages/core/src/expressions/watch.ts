/**
 * What a callback reads and builds has to be part of what it returns. JavaScript's `&&`, `||`, `!`, `?:`, `if` and `switch` look at a
 * reference or a condition itself, which is always true, and drop it without a word: so what is dropped is an error here.
 */

/** What a callback has read or built and not used yet, each with how it is named: references, and the keys of spread ones. */
type Watch = Map<unknown, () => string>

/** A callback may build a workflow, whose callbacks run inside of it: the last one is the innermost. */
const watches: Watch[] = []

/** Notes that something was read or built. Nobody minds outside of a callback. */
export const noteBuilt = (value: unknown, describe: () => string): void => {
  watches.at(-1)?.set(value, describe)
}

/** Notes that something became a part of something else. */
export const noteUsed = (value: unknown): void => {
  for (const watch of watches) watch.delete(value)
}

const remedy =
  'JavaScript takes a reference and a condition for true, whatever the payload holds: instead of &&, ||, !, ??, ?:, if and switch write and(…), or(…), not(…), orElse(…) and cond(…). What is read for nothing on purpose goes into unused(…).'

/**
 * Runs a callback and gives what it returns. `use` notes what of it is used.
 *
 * @throws TypeError that names what the callback has read or built and left out of what it returns.
 */
export const watched = <A>(place: string, run: () => A, use: (returned: A) => void): A => {
  const watch: Watch = new Map()
  watches.push(watch)
  try {
    const returned = run()
    if (returned instanceof Promise) {
      // Nobody waits for it: it must not end the process when it fails.
      returned.catch(() => undefined)
      throw new TypeError(
        `${place}: the callback is async. It runs once, when the workflow is built, and returns data that contains references: remove async.`,
      )
    }
    use(returned)
    if (watch.size > 0) {
      const names = [...watch.values()].map((describe) => describe())
      throw new TypeError(
        `${place}: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not part of what the callback returns. ${remedy}`,
      )
    }
    return returned
  } finally {
    watches.pop()
  }
}
