/** Regular expressions of the user's, which may take for ever: each search has a time limit. */
import { createContext, Script } from 'node:vm'

/** Thrown by a search that took too long. */
export class PatternTimeout extends Error {
  override readonly name = 'PatternTimeout'
}

/** Milliseconds. */
const limit = 500

// The engine itself cannot be stopped, a script that calls it can. The script is this one line; the pattern and the text are data.
const search = new Script('found = pattern.exec(text)')
const bench: { pattern: RegExp | undefined; text: string; found: RegExpExecArray | null } = {
  pattern: undefined,
  text: '',
  found: null,
}
let place: object | undefined

// Only a repetition of what repeats can take long; all else runs where it is, ten times as fast.
const canTakeLong = (source: string): boolean => /[*+}][^|]*\)[*+{?]|[*+}].*[*+}]|\\[1-9]/s.test(source)

/**
 * `pattern.exec(text)`, within half a second.
 *
 * @throws PatternTimeout when it takes longer.
 */
export const execWithin = (pattern: RegExp, text: string): RegExpExecArray | null => {
  if (text.length < 20 || !canTakeLong(pattern.source)) return pattern.exec(text)
  place ??= createContext(bench)
  bench.pattern = pattern
  bench.text = text
  try {
    search.runInContext(place as never, { timeout: limit })
    return bench.found
  } catch (error) {
    // It may come from the other context, where `Error` is another.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new PatternTimeout(`the pattern /${pattern.source}/ took more than ${limit} ms`)
    throw error
  } finally {
    bench.text = ''
    bench.found = null
  }
}

/** Whether a whole text matches a pattern of a filter, as Java's `matches()` does. A pattern that is none matches nothing. */
export const matches = (pattern: { readonly source: string; readonly flags: string }, text: string): boolean => {
  let compiled: RegExp
  try {
    compiled = new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[^imsu]/g, ''))
  } catch {
    return false
  }
  return execWithin(compiled, text) !== null
}
