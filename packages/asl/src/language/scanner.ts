/** A text and a place in it, for the readers of paths and of intrinsic calls. */

/** What is wrong: an unknown function, an escape, too many levels, or how it is written. */
export type FaultKind = 'function' | 'escape' | 'nesting' | 'syntax'

/** Thrown inside a reader, and turned into data at its edge. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault'
  readonly at: number
  readonly kind: FaultKind

  constructor(message: string, at: number, kind: FaultKind) {
    super(message)
    this.at = at
    this.kind = kind
  }
}

export interface Scanner {
  readonly text: string
  readonly position: () => number
  readonly isAtEnd: () => boolean
  /** The next character, or `''` at the end. */
  readonly peek: () => string
  /** Steps over a text, if it comes next. */
  readonly take: (expected: string) => boolean
  /** Steps over what a sticky pattern matches here, and gives it. */
  readonly match: (sticky: RegExp) => string | undefined
  readonly blanks: () => void
  /** A name or a literal in single or double quotes, its escapes as Jayway's JSONPath reads them: those of Java, and any other as itself. */
  readonly quoted: () => string
  readonly fault: (message: string, at?: number, kind?: FaultKind) => SyntaxFault
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

/** A scanner at the start of a text. */
export const createScanner = (text: string): Scanner => {
  let at = 0
  const scanner: Scanner = {
    text,
    position: () => at,
    isAtEnd: () => at >= text.length,
    peek: () => text[at] ?? '',
    take: (expected) => {
      if (!text.startsWith(expected, at)) return false
      at += expected.length
      return true
    },
    match: (sticky) => {
      sticky.lastIndex = at
      const found = sticky.exec(text)?.[0]
      if (found !== undefined) at += found.length
      return found
    },
    blanks: () => {
      while (text[at] === ' ' || text[at] === '\t' || text[at] === '\n' || text[at] === '\r') at += 1
    },
    quoted: () => {
      const start = at
      const quote = text[at]
      if (quote !== "'" && quote !== '"') throw scanner.fault('a quoted text is missing')
      let value = ''
      for (at += 1; at < text.length; at += 1) {
        const char = text[at] as string
        if (char === quote) {
          at += 1
          return value
        }
        if (char !== '\\') {
          value += char
          continue
        }
        at += 1
        const code = text[at] === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 1, at + 5))?.[0] : undefined
        if (code !== undefined) at += 4
        value +=
          code === undefined
            ? (escapes.get(text[at] ?? '') ?? text[at] ?? '')
            : String.fromCharCode(Number.parseInt(code, 16))
      }
      throw scanner.fault('the closing quote is missing', start)
    },
    fault: (message, where = at, kind = 'syntax') => new SyntaxFault(message, where, kind),
  }
  return scanner
}
