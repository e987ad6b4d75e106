/**
 * Regular expressions of the user's. RE2 searches them in time linear in the text, whatever they are, and each character that it
 * looks at is counted. What RE2 has no words for (look-ahead, back-references) JavaScript's own engine searches, against a clock:
 * the last resort, which never decides what a workflow does. A search that runs into it is an error of the set-up.
 */
import { createRequire } from 'node:module'
import { createContext, Script } from 'node:vm'
import type { RE2JS } from 're2js'
import { SetupError } from '../calls/answers.ts'
import { spend, type Work } from './work.ts'

/** One match. Positions count UTF-16 units; a group that took no part in it is `undefined`. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly groups: readonly (string | undefined)[]
}

/** Finds the first match at or after a position. @throws TooMuchWork */
export type Search = (text: string, from: number, work: Work) => Found | undefined

/** A text that counts who looks at it. The engine reads all texts by these two. */
class CountedText extends String {
  readonly #text: string
  readonly #work: Work
  readonly #cost: number

  constructor(text: string, work: Work, cost: number) {
    super(text)
    this.#text = text
    this.#work = work
    this.#cost = cost
  }

  override charCodeAt(index: number): number {
    spend(this.#work, this.#cost)
    return this.#text.charCodeAt(index)
  }

  override indexOf(searched: string, from = 0): number {
    const found = this.#text.indexOf(searched, from)
    spend(this.#work, ((found < 0 ? this.#text.length : found) - from) / nativeCharacters)
    return found
  }
}

/** So many characters does JavaScript look through in a step. */
const nativeCharacters = 1_000
/** So many characters does RE2 look at in a step, with a pattern of so many instructions. */
const charactersPerStep = 10
const instructionsPerStep = 50

let engine: typeof RE2JS | undefined
let utf16: (text: never) => never

/** Loaded with the first pattern: most definitions have none. */
const engineOf = (): typeof RE2JS => {
  if (engine === undefined) {
    const loaded = createRequire(import.meta.url)('re2js') as typeof import('re2js')
    engine = loaded.RE2JS
    utf16 = loaded.MatcherInput.utf16 as never
  }
  return engine
}

const searchOf = (pattern: RE2JS): Search => {
  const cost = (1 + pattern.programSize() / instructionsPerStep) / charactersPerStep
  return (text, from, work) => {
    spend(work, 1)
    const matcher = pattern.matcher(utf16(new CountedText(text, work, cost) as never))
    if (from > text.length || !matcher.find(from)) return undefined
    const groups: (string | undefined)[] = []
    for (let i = 1; i <= matcher.groupCount(); i += 1) groups.push(matcher.group(i) ?? undefined)
    return { start: matcher.start(), end: matcher.end(), groups }
  }
}

/** Milliseconds, for what only JavaScript's own engine can search. */
const lastResort = 2_000

// The engine itself cannot be stopped, a script that calls it can. The script is this one line; the pattern and the text are data.
const script = new Script('found = pattern.exec(text)')
const bench: { pattern: RegExp | undefined; text: string; found: RegExpExecArray | null } = {
  pattern: undefined,
  text: '',
  found: null,
}
let place: object | undefined

const execNative = (pattern: RegExp, text: string): RegExpExecArray | null => {
  place ??= createContext(bench)
  bench.pattern = pattern
  bench.text = text
  try {
    script.runInContext(place as never, { timeout: lastResort })
    return bench.found
  } catch (error) {
    // It may come from the other context, where `Error` is another.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new SetupError(
        `execute: the pattern /${pattern.source}/ was searched for ${lastResort} ms on this machine, and given up. It uses a look-ahead or a back-reference, for which no search is known that takes time linear in the text. Write it without`,
      )
    throw error
  } finally {
    bench.text = ''
    bench.found = null
  }
}

const nativeSearch = (pattern: RegExp): Search => {
  const own = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}g`)
  return (text, from, work) => {
    spend(work, 1 + text.length / charactersPerStep)
    own.lastIndex = from
    const found = execNative(own, text)
    return found === null
      ? undefined
      : { start: found.index, end: found.index + found[0].length, groups: found.slice(1) }
  }
}

const compiled = <A>(compile: () => A): A | undefined => {
  try {
    return compile()
  } catch {
    // RE2 throws for what it has no words for.
    return undefined
  }
}

// What JavaScript takes for blanks and for the ends of lines, RE2 takes less of.
const blanks = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'
const noBlanks =
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}'

/** A pattern of JavaScript's as one of RE2's. */
const translated = (RE2: typeof RE2JS, pattern: RegExp): string => {
  let isInClass = false
  return RE2.translateRegExp(pattern).replace(/\\[\s\S]|[[\].]/g, (token) => {
    if (token === '[') isInClass = true
    else if (token === ']') isInClass = false
    else if (token === '\\s') return isInClass ? blanks : `[${blanks}]`
    else if (token === '\\S') return isInClass ? noBlanks : `[${noBlanks}]`
    else if (token === '.' && !isInClass && !pattern.dotAll) return '[^\\n\\r\\x{2028}\\x{2029}]'
    return token
  })
}

/** The search for a pattern of JavaScript's, as JSONata has them. */
export const readySearch = (pattern: RegExp): Search => {
  const RE2 = engineOf()
  const own = compiled(() => RE2.compile(translated(RE2, pattern), RE2.LOOKBEHINDS))
  return own === undefined ? nativeSearch(pattern) : searchOf(own)
}

/** A pattern as it stands in the filter of a path. */
interface JavaPattern {
  readonly source: string
  readonly flags: string
}

const javaFlags = ({ flags }: JavaPattern): string => flags.replace(/[^ims]/g, '')

/** Whether a text as a whole matches a pattern of Java's. @throws TooMuchWork */
export type Matches = (text: string, work: Work) => boolean

/**
 * The match of whole texts with a pattern in a filter of JSONPath, as Java's `matches()` makes it.
 *
 * @throws SetupError for a pattern that is known to Java only.
 */
export const readyMatch = (pattern: JavaPattern): Matches => {
  const RE2 = engineOf()
  const flags = javaFlags(pattern)
  const own = compiled(() =>
    RE2.compile(`${flags === '' ? '' : `(?${flags})`}\\A(?:${pattern.source})\\z`, RE2.LOOKBEHINDS),
  )
  const search = own
    ? searchOf(own)
    : compiled(() => nativeSearch(new RegExp(`^(?:${pattern.source})$`, flags.replaceAll('m', ''))))
  if (search === undefined)
    throw new SetupError(
      `execute: the pattern /${pattern.source}/ of a filter is read by Java only, which evaluates it on AWS. Write it without what is special to Java, such as possessive quantifiers`,
    )
  return (text, work) => search(text, 0, work) !== undefined
}
