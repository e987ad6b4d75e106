/** Where the brackets, texts and comments of HCL end: read once, so that all else can jump over them. */

/** What is wrong with a text that is no HCL, and where. */
export class HclFault extends Error {
  override readonly name = 'HclFault'
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '${': '}', '%{': '}' }

const heredocForm = /<<(-?)([A-Za-z_][\w-]*)[^\S\n]*\r?\n/y

/** A heredoc that begins at a place: its content, and where it ends. */
export interface Heredoc {
  readonly isIndented: boolean
  readonly from: number
  readonly to: number
  readonly end: number
}

export const heredocAt = (text: string, at: number): Heredoc | undefined => {
  heredocForm.lastIndex = at
  const [whole, dash, marker = ''] = heredocForm.exec(text) ?? []
  if (whole === undefined) return undefined
  const from = at + whole.length
  for (let line = from; line < text.length; ) {
    const feed = text.indexOf('\n', line)
    const next = feed === -1 ? text.length : feed
    if (text.slice(line, next).trim() === marker) return { isIndented: dash === '-', from, to: line, end: next }
    line = next + 1
  }
  throw new HclFault(`the heredoc <<${marker} has no end`, at)
}

/** The end of a comment that begins at a place; `undefined` where there is none. */
export const commentAt = (text: string, at: number): number | undefined => {
  const two = text.slice(at, at + 2)
  if (text[at] === '#' || two === '//') {
    const feed = text.indexOf('\n', at)
    return feed === -1 ? text.length : feed
  }
  if (two !== '/*') return undefined
  const end = text.indexOf('*/', at + 2)
  return end === -1 ? text.length : end + 2
}

/** More levels than any definition has: AWS's own reader of JSON takes as many. */
const deepest = 1_000

/**
 * For each opening bracket and quote the place behind its end.
 *
 * @throws HclFault for one that is not closed, or closed by another.
 */
export const bracketsOf = (text: string): ReadonlyMap<number, number> => {
  const ends = new Map<number, number>()
  /** What is open: a bracket, a quote, or an interpolation within a text. */
  const open: { readonly mark: string; readonly at: number }[] = []
  for (let at = 0; at < text.length; ) {
    const top = open.at(-1)
    const two = text.slice(at, at + 2)
    if (top?.mark === '"') {
      if (text[at] === '\\') at += 2
      else if (two === '$$' || two === '%%') at += text[at + 2] === '{' ? 3 : 1
      else if (two === '${' || two === '%{') {
        open.push({ mark: two, at })
        at += 2
      } else if (text[at] === '"') {
        open.pop()
        at += 1
        ends.set(top.at, at)
      } else if (text[at] === '\n') throw new HclFault('a quoted string must end on its line', top.at)
      else at += 1
      continue
    }
    const comment = commentAt(text, at)
    const heredoc = two === '<<' ? heredocAt(text, at) : undefined
    const letter = text[at] as string
    if (comment !== undefined) at = comment
    else if (heredoc !== undefined) {
      ends.set(at, heredoc.end)
      at = heredoc.end
    } else if (letter === '"' || Object.hasOwn(closing, letter)) {
      if (open.length === deepest) throw new HclFault(`more than ${deepest} levels are not read`, at)
      open.push({ mark: letter, at })
      at += 1
    } else if (letter === ')' || letter === ']' || letter === '}') {
      if (top === undefined || closing[top.mark] !== letter) throw new HclFault(`a "${letter}" that closes nothing`, at)
      open.pop()
      at += 1
      ends.set(top.at, at)
    } else at += 1
  }
  const left = open.at(-1)
  if (left !== undefined) throw new HclFault(`"${left.mark}" is not closed`, left.at)
  return ends
}
