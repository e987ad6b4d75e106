/**
 * What comes in a JSON text, in order, with positions: what JSON.parse does not tell. Iterative, so any depth; a bare `${…}` placeholder,
 * as templates have them, is read as a string.
 */
import { afterDirective, closesBefore, endOfInterpolation } from './interpolation.ts'

/**
 * `json` is JSON and bare placeholders. `template` takes all that files of definitions hold before a tool has filled them: quotes
 * inside `${ … }`, Terraform's directives, and comments.
 */
export type Syntax = 'json' | 'template'

/** The events of a JSON reader, in order. `at` counts UTF-16 units from 0. */
export interface Events {
  readonly open: (isArray: boolean, at: number) => void
  readonly key: (key: string, at: number) => void
  /** `isBare`: a placeholder without quotes, which may become any value. */
  readonly value: (value: string | number | boolean | null, at: number, isBare: boolean) => void
  readonly close: () => void
  readonly comment?: (at: number) => void
}

export interface JsonFault {
  readonly message: string
  readonly at: number
}

/** Thrown where a text stops being JSON; never leaves these readers. */
export class Stop extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

const QUOTE = 34
const BACKSLASH = 92

/** Where the text that begins at a quote ends: after its closing quote. */
const endOfString = (text: string, start: number): number => {
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from)
    if (quote === -1) throw new Stop('the text that begins here has no closing quote', start)
    let slashes = 0
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1
    if (slashes % 2 === 0) return quote + 1
    from = quote + 1
  }
}

/** As many strings with an interpolation that nothing closes are looked through; others end at their first quote. */
const mostUnclosed = 100

/** Where a text ends that may hold interpolations with quotes of their own. */
const endOfTemplateString = (text: string, start: number, unclosed: { count: number }): number => {
  let end = endOfString(text, start)
  for (let open = text.indexOf('${', start); open !== -1 && open < end; open = text.indexOf('${', open + 2)) {
    if (closesBefore(text, open, end)) continue
    const close = unclosed.count < mostUnclosed ? endOfInterpolation(text, open) : undefined
    if (close === undefined) {
      unclosed.count += 1
      return end
    }
    if (close <= end) continue
    end = endOfString(text, close - 1)
    open = close - 2
  }
  return end
}

/** The text that a literal means, which stands at `start`. */
const decode = (raw: string, start: number): string => {
  try {
    return JSON.parse(raw) as string
  } catch {
    const control = /[^\P{Cc}\u007f-\u009f]/u.exec(raw)
    if (control !== null)
      throw new Stop('a text holds no line break and no control character; write \\n', start + control.index)
    const escape = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(raw.replace(/\\\\/g, '  '))
    throw new Stop('a backslash here is no escape of JSON', start + (escape?.index ?? 0))
  }
}

/** The parts of a text outside its interpolations are JSON; the interpolations stay as they are. */
const decodeTemplate = (text: string, start: number, end: number): string => {
  let value = ''
  let from = start + 1
  for (let open = text.indexOf('${', from); open !== -1 && open < end; open = text.indexOf('${', from)) {
    const close = endOfInterpolation(text, open)
    if (close === undefined || close > end) break
    value += decode(`"${text.slice(from, open)}"`, from - 1) + text.slice(open, close)
    from = close
  }
  return value + decode(`"${text.slice(from, end - 1)}"`, from - 1)
}

const blank = /[ \t\n\r]*/y
const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const wordForm = /[A-Za-z]+/y
const placeholderForm = /\$\{[^}]*\}/y
const commentForm = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y

const after = (form: RegExp, text: string, at: number): number => {
  form.lastIndex = at
  return form.test(text) ? form.lastIndex : at
}

/** What stands at a place that should hold something else, for a message. */
const found = (text: string, at: number): string =>
  at >= text.length ? 'the text ends' : `there is ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}`

/** Reads a text, and tells what comes, in order. Throws Stop. */
export const scan = (text: string, events: Events, syntax: Syntax = 'json'): void => {
  /** What is open: true an array, false an object. */
  const open: boolean[] = []
  const isTemplate = syntax === 'template'
  const unclosed = { count: 0 }
  /** Whether the last blanks held a directive: beside one, commas come and go. */
  let isDirected = false
  const skipTemplate = (from: number): number => {
    isDirected = false
    for (let at = from; ; ) {
      const here = after(blank, text, at)
      const comment = after(commentForm, text, here)
      const directive = comment > here ? undefined : afterDirective(text, here)
      if (comment > here) events.comment?.(here)
      if (directive !== undefined) isDirected = true
      at = directive ?? comment
      if (at === here) return here
    }
  }
  const skip = isTemplate ? skipTemplate : (from: number): number => after(blank, text, from)
  let at = skip(text.charCodeAt(0) === 0xfeff ? 1 : 0)
  const endOf = (start: number): number =>
    isTemplate ? endOfTemplateString(text, start, unclosed) : endOfString(text, start)
  const textOf = (start: number, end: number): string =>
    isTemplate && text.slice(start, end).includes('${')
      ? decodeTemplate(text, start, end)
      : decode(text.slice(start, end), start)
  /** Where the placeholder at a place ends; the place itself when there is none. */
  const placeholderEnd = (): number =>
    isTemplate && text.startsWith('${', at) ? (endOfInterpolation(text, at) ?? at) : after(placeholderForm, text, at)

  const key = (): void => {
    if (text.charCodeAt(at) !== QUOTE)
      throw new Stop(`a name in double quotes should come here, and ${found(text, at)}`, at)
    const end = endOf(at)
    events.key(textOf(at, end), at)
    at = skip(end)
    if (text[at] !== ':') throw new Stop(`":" should come here, and ${found(text, at)}`, at)
    at = skip(at + 1)
  }

  const string = (): number => {
    const end = endOf(at)
    events.value(textOf(at, end), at, false)
    return end
  }

  /** A number, a placeholder or a word. */
  const bare = (): number => {
    const number = after(numberForm, text, at)
    if (number > at) {
      events.value(Number(text.slice(at, number)), at, false)
      return number
    }
    const placeholder = placeholderEnd()
    if (placeholder > at) {
      events.value(text.slice(at, placeholder), at, true)
      return placeholder
    }
    const word = text.slice(at, after(wordForm, text, at))
    const known = words.get(word)
    if (known === undefined)
      throw new Stop(
        word === ''
          ? `a value should come here, and ${found(text, at)}`
          : `${JSON.stringify(word)} is not a JSON value`,
        at,
      )
    events.value(known, at, false)
    return at + word.length
  }

  /** Reads one value, or the beginning of one that holds others. */
  const value = (): void => {
    const begin = text[at]
    if (begin === '{' || begin === '[') {
      events.open(begin === '[', at)
      open.push(begin === '[')
      at = skip(at + 1)
      return
    }
    at = skip(begin === '"' ? string() : bare())
  }

  if (at >= text.length) throw new Stop('the text is empty', at)
  let isFirst = true
  /** Whether the last thing read was an opening bracket. */
  let isOpened = false
  while (isFirst || open.length > 0) {
    const isArray = open.at(-1)
    if (isArray === undefined) {
      isFirst = false
      value()
      isOpened = open.length > 0
      continue
    }
    const close = isArray ? ']' : '}'
    if (text[at] === close) {
      events.close()
      open.pop()
      at = skip(at + 1)
      isOpened = false
      continue
    }
    if (!isOpened && (text[at] === ',' || !isDirected)) {
      if (text[at] !== ',') throw new Stop(`"," or "${close}" should come here, and ${found(text, at)}`, at)
      const comma = at
      at = skip(at + 1)
      if (text[at] === close && isDirected) continue
      if (text[at] === close) throw new Stop(`a comma before "${close}" is one too many`, comma)
    }
    if (!isArray) key()
    const before = open.length
    value()
    isOpened = open.length > before
  }
  if (at < text.length) throw new Stop(`the definition is over, and ${found(text, at)}`, at)
}

/** How many object members a JSON text has: fewer in its value means that a key is repeated. The text must be JSON. */
export const countMembers = (text: string): number => {
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) at = endOfString(text, at) - 1
    else if (code === 58) count += 1
  }
  return count
}
