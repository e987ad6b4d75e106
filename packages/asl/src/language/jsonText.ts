/** JSON text as values, with what is repeated and what is none. Text that is not JSON is read again as a template, see `Syntax`. */
import { pointer } from '../issue.ts'
import { type JsonFault, Stop, type Syntax, scan } from './jsonScan.ts'

/** A key that an object has already; the path leads to it. */
export interface Duplicate {
  readonly path: readonly (string | number)[]
  readonly at: number
}

/** What was read; or where and why it is not JSON, not even as a template. */
export type ReadJson =
  | {
      readonly value: unknown
      readonly duplicates: readonly Duplicate[]
      /** JSON pointers of the placeholders that stand without quotes. */
      readonly bare: ReadonlySet<string>
      /** Where the first comment is. */
      readonly commentAt?: number
      readonly syntax: Syntax
    }
  | { readonly fault: JsonFault }

/** A key that objects inherit something under must be defined, not assigned. */
const put = (target: object, key: string, value: unknown): void => {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
  else (target as Record<string, unknown>)[key] = value
}

/** Whether a text may be one that only a template's reader can read. */
const mayBeTemplate = (text: string): boolean => /[$%]\{|\/[/*]/.test(text)

/**
 * Reads a text as JSON, and, when it is none, as a template.
 *
 * @throws Stop as `scan` does, where the text stops that was read the furthest.
 */
export const eitherSyntax = <T>(text: string, read: (syntax: Syntax) => T): T => {
  try {
    return read('json')
  } catch (error) {
    if (!(error instanceof Stop) || !mayBeTemplate(text)) throw error
    try {
      return read('template')
    } catch (other) {
      throw other instanceof Stop && other.at < error.at ? error : other
    }
  }
}

/**
 * Reads JSON text as JSON.parse does, and says where keys are repeated or where and why it is not JSON. A text that is none is read as
 * a template, see `Syntax`.
 *
 * Repeated keys beyond `mostDuplicates` are not listed.
 *
 * @example readJson('{"a":1,"a":2}') // { value: { a: 2 }, duplicates: [{ path: ['a'], at: 7 }], bare: new Set(), syntax: 'json' }
 */
export const readJson = (text: string, mostDuplicates: number = Number.POSITIVE_INFINITY): ReadJson => {
  try {
    return eitherSyntax(text, (syntax) => readAs(text, syntax, mostDuplicates))
  } catch (error) {
    if (error instanceof Stop) return { fault: { message: error.message, at: error.at } }
    throw error
  }
}

const readAs = (
  text: string,
  syntax: Syntax,
  mostDuplicates: number,
): Exclude<ReadJson, { readonly fault: JsonFault }> => {
  const bare = new Set<string>()
  let commentAt: number | undefined
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
  scan(
    text,
    {
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
      value: (value, _, isBare) => {
        if (isBare) bare.add(pointer(keys))
        add(value)
      },
      comment: (at) => {
        commentAt ??= at
      },
      close: () => {
        const closed = holders.pop()
        keys.pop()
        const above = holders.at(-1)
        if (closed !== undefined && Array.isArray(above)) keys[keys.length - 1] = above.length
      },
    },
    syntax,
  )
  return { value: root, duplicates, bare, syntax, ...(commentAt !== undefined && { commentAt }) }
}
