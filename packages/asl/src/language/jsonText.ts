/**
 * JSON text with positions: what JSON.parse does not tell. Iterative, so any depth; a bare `${…}` placeholder, as templates
 * have them, is read as a text.
 */

/** What a reader of JSON text is told, in order. `at` counts UTF-16 units from 0. */
interface Events {
  readonly open: (isArray: boolean, at: number) => void
  readonly key: (key: string, at: number) => void
  readonly value: (value: string | number | boolean | null, at: number) => void
  readonly close: () => void
}

export interface JsonFault {
  readonly message: string
  readonly at: number
}

class Stop extends Error {
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

const decode = (text: string, start: number, end: number): string => {
  const raw = text.slice(start, end)
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

const blank = /[ \t\n\r]*/y
const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const wordForm = /[A-Za-z]+/y
const placeholderForm = /\$\{[^}]*\}/y

const after = (form: RegExp, text: string, at: number): number => {
  form.lastIndex = at
  return form.test(text) ? form.lastIndex : at
}

/** What stands at a place that should hold something else, for a message. */
const found = (text: string, at: number): string =>
  at >= text.length ? 'the text ends' : `there is ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}`

const scan = (text: string, events: Events): void => {
  /** What is open: true an array, false an object. */
  const open: boolean[] = []
  const skip = (from: number): number => after(blank, text, from)
  let at = skip(text.charCodeAt(0) === 0xfeff ? 1 : 0)

  const key = (): void => {
    if (text.charCodeAt(at) !== QUOTE)
      throw new Stop(`a name in double quotes should come here, and ${found(text, at)}`, at)
    const end = endOfString(text, at)
    events.key(decode(text, at, end), at)
    at = skip(end)
    if (text[at] !== ':') throw new Stop(`":" should come here, and ${found(text, at)}`, at)
    at = skip(at + 1)
  }

  const string = (): number => {
    const end = endOfString(text, at)
    events.value(decode(text, at, end), at)
    return end
  }

  /** A number, a placeholder or a word. */
  const bare = (): number => {
    const number = after(numberForm, text, at)
    if (number > at) {
      events.value(Number(text.slice(at, number)), at)
      return number
    }
    const placeholder = after(placeholderForm, text, at)
    if (placeholder > at) {
      events.value(text.slice(at, placeholder), at)
      return placeholder
    }
    const word = text.slice(at, after(wordForm, text, at))
    const known = words.get(word)
    if (known === undefined)
      throw new Stop(
        word === '' ? `a value should come here, and ${found(text, at)}` : `${JSON.stringify(word)} is no JSON value`,
        at,
      )
    events.value(known, at)
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
    if (!isOpened) {
      if (text[at] !== ',') throw new Stop(`"," or "${close}" should come here, and ${found(text, at)}`, at)
      const comma = at
      at = skip(at + 1)
      if (text[at] === close) throw new Stop(`a comma before "${close}" is one too many`, comma)
    }
    if (!isArray) key()
    const before = open.length
    value()
    isOpened = open.length > before
  }
  if (at < text.length) throw new Stop(`the definition is over, and ${found(text, at)}`, at)
}

/** A key that an object has already; the path leads to it. */
export interface Duplicate {
  readonly path: readonly (string | number)[]
  readonly at: number
}

export type ReadJson =
  | { readonly value: unknown; readonly duplicates: readonly Duplicate[] }
  | { readonly fault: JsonFault }

/** A key that objects inherit something under must be defined, not assigned. */
const put = (target: object, key: string, value: unknown): void => {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
  else (target as Record<string, unknown>)[key] = value
}

/**
 * Reads JSON text as JSON.parse does, and says where keys are repeated or where and why it is no JSON.
 *
 * Repeated keys beyond `mostDuplicates` are not listed.
 *
 * @example readJson('{"a":1,"a":2}') // { value: { a: 2 }, duplicates: [{ path: ['a'], at: 7 }] }
 */
export const readJson = (text: string, mostDuplicates: number = Number.POSITIVE_INFINITY): ReadJson => {
  const holders: (unknown[] | Record<string, unknown>)[] = []
  const keys: (string | number)[] = []
  const duplicates: Duplicate[] = []
  let root: unknown
  const add = (value: unknown): void => {
    const holder = holders.at(-1)
    if (holder === undefined) root = value
    else if (Array.isArray(holder)) {
      holder.push(value)
      keys[keys.length - 1] = holder.length
    } else put(holder, String(keys.at(-1)), value)
  }
  try {
    scan(text, {
      open: (isArray) => {
        const holder = isArray ? [] : {}
        const above = holders.at(-1)
        add(holder)
        // The index of an item is the count of those before it.
        if (Array.isArray(above)) keys[keys.length - 1] = above.length - 1
        holders.push(holder)
        keys.push(isArray ? 0 : '')
      },
      key: (key, at) => {
        keys[keys.length - 1] = key
        if (duplicates.length < mostDuplicates && Object.hasOwn(holders.at(-1) as object, key))
          duplicates.push({ path: [...keys], at })
      },
      value: add,
      close: () => {
        const closed = holders.pop()
        keys.pop()
        const above = holders.at(-1)
        if (closed !== undefined && Array.isArray(above)) keys[keys.length - 1] = above.length
      },
    })
  } catch (error) {
    if (error instanceof Stop) return { fault: { message: error.message, at: error.at } }
    throw error
  }
  return { value: root, duplicates }
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

/** A place that is looked for, and where it was found. */
export interface Mark {
  readonly below: Map<string, Mark>
  keyAt: number | undefined
  valueAt: number | undefined
}

export const createMark = (): Mark => ({ below: new Map(), keyAt: undefined, valueAt: undefined })

/** Fills in where the marked places are. Text that is no JSON is marked up to where it fails. */
export const mark = (text: string, root: Mark): void => {
  /** The mark of what is open, and in arrays how many items were before. */
  const open: { readonly mark: Mark | undefined; index: number; readonly isArray: boolean }[] = []
  let next: Mark | undefined = root
  const begin = (at: number): Mark | undefined => {
    const top = open.at(-1)
    const here = top?.isArray === true ? top.mark?.below.get(String(top.index)) : next
    if (top?.isArray === true) top.index += 1
    next = undefined
    if (here !== undefined) {
      here.valueAt = at
      if (top?.isArray === true) here.keyAt = at
    }
    return here
  }
  try {
    scan(text, {
      open: (isArray, at) => {
        open.push({ mark: begin(at), index: 0, isArray })
      },
      key: (key, at) => {
        next = open.at(-1)?.mark?.below.get(key)
        if (next !== undefined) next.keyAt = at
      },
      value: (_, at) => {
        begin(at)
      },
      close: () => {
        open.pop()
      },
    })
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
}

export interface Position {
  readonly line: number
  readonly column: number
}

/** Gives the line and the column, both from 1, of a place in a text. */
export const createPositions = (text: string): ((at: number) => Position) => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (at) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 }
  }
}
