/** Payloads: values that JSON can write, never changed once they are in. They are copied where a handler could hold on to them. */

import { isObject } from '../../language/isObject.ts'
import { payloadLimit } from '../../language/quotas.ts'

/** Whether a JSON text is over the payload limit, which counts bytes of UTF-8. */
export const isOverPayloadLimit = (text: string): boolean =>
  text.length > payloadLimit || (text.length * 3 > payloadLimit && new TextEncoder().encode(text).length > payloadLimit)

/** Deeper is refused: what JSON itself can write depends on how much of the stack is left. */
export const maxDepth = 1_000

/** Sets a key that may be `__proto__`, which an assignment would take for something else. */
export const put = (target: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
  else target[key] = value
}

/** As `isObject`, of what may be written into. */
export const isRecord: (value: unknown) => value is Record<string, unknown> = isObject

const isDropped = (value: unknown): boolean =>
  value === undefined || typeof value === 'function' || typeof value === 'symbol'

/** What was found out about a value on the way through it. */
interface Measure {
  /** No fewer than its JSON text has. */
  bytes: number
  deepest: number
}

/** What is known of a payload: it does not change, and states hand it on as it is. */
const measured = new WeakMap<object, Measure>()
/** Smaller ones are measured again sooner than they are found. */
const worthRemembering = 1_000
const longTexts = new Map<string, number>()
const mostLongTexts = 64

/** No fewer bytes than a text has in JSON, quotes included: exact for plain letters, which nearly all are. */
const countText = (text: string): number => {
  let bytes = text.length + 2
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    // Quotes and backslashes take 2, other scripts at most 3 a unit, control characters 6.
    if (unit < 0x20) bytes += 5
    else if (unit > 0x7e) bytes += 5
    else if (unit === 0x22 || unit === 0x5c) bytes += 1
  }
  return bytes
}

/** The same, remembered for the long ones: a state that puts its result beside one makes a new object around the same text. */
const mostBytesOfText = (text: string): number => {
  if (text.length < worthRemembering) return countText(text)
  const known = longTexts.get(text)
  if (known !== undefined) return known
  const bytes = countText(text)
  if (longTexts.size >= mostLongTexts) longTexts.clear()
  longTexts.set(text, bytes)
  return bytes
}

const mostBytesOfNumber = (value: number): number => {
  if (!Number.isInteger(value)) return 25
  const size = Math.abs(value)
  return size < 1e3 ? 4 : size < 1e6 ? 7 : size < 1e12 ? 13 : 25
}

/** A copy of one value, and what it measures. */
const copied = (value: unknown, depth: number, measure: Measure): unknown => {
  switch (typeof value) {
    case 'string':
      measure.bytes += mostBytesOfText(value) + 1
      return value
    case 'boolean':
      measure.bytes += 6
      return value
    case 'number':
      measure.bytes += mostBytesOfNumber(value) + 1
      return Number.isFinite(value) ? value + 0 : null
    case 'bigint':
      throw new TypeError('Do not know how to serialize a BigInt')
    case 'object':
      break
    case 'undefined':
    case 'function':
    case 'symbol':
      measure.bytes += 6
      return null
  }
  if (value === null) {
    measure.bytes += 6
    return null
  }
  if (depth > maxDepth) throw new TypeError(`more than ${maxDepth} levels deep, or circular`)
  if (depth > measure.deepest) measure.deepest = depth
  const before = measure.bytes
  measure.bytes += 3
  const copy = Array.isArray(value) ? copiedList(value, depth, measure) : copiedObject(value, depth, measure)
  // What is below it is at least as deep as it is itself; the deepest of all is never too small.
  if (measure.bytes - before >= worthRemembering && typeof copy === 'object' && copy !== null)
    measured.set(copy, { bytes: measure.bytes - before, deepest: measure.deepest - depth })
  return copy
}

const copiedList = (value: readonly unknown[], depth: number, measure: Measure): unknown[] => {
  const copy = new Array<unknown>(value.length)
  for (let i = 0; i < value.length; i += 1) copy[i] = copied(value[i], depth + 1, measure)
  return copy
}

const copiedObject = (value: object, depth: number, measure: Measure): unknown => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    const plain = unwrapped(value)
    if (plain !== value) return copied(plain, depth + 1, measure)
  } else if (typeof (value as { readonly toJSON?: unknown }).toJSON === 'function')
    return copied((value as { readonly toJSON: () => unknown }).toJSON(), depth + 1, measure)
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key]
    if (isDropped(item)) continue
    measure.bytes += mostBytesOfText(key) + 1
    put(copy, key, copied(item, depth + 1, measure))
  }
  return copy
}

/**
 * The JSON image of a value, as a copy of its own: what `JSON.parse(JSON.stringify(value))` gives.
 *
 * @throws TypeError when there is none: a bigint, a cycle, more than 1,000 levels.
 */
export const image = (value: unknown): unknown => copied(value, 0, { bytes: 0, deepest: 0 })

/** What JSON writes in the place of an object of some class: a `Date` is a text. */
const unwrapped = (value: object): unknown => {
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON()
  return value instanceof Number || value instanceof String || value instanceof Boolean ? value.valueOf() : value
}

/**
 * A payload's own copy, for a handler to do with as it likes. It is plain JSON already, and not too deep. Spread, as objects are copied
 * whole: to set key after key takes three times as long.
 */
export const copy = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const list: unknown[] = value.slice()
    for (let i = 0; i < list.length; i += 1) if (typeof list[i] === 'object') list[i] = copy(list[i])
    return list
  }
  const own: Record<string, unknown> = { ...value }
  for (const key in own) {
    const inner = own[key]
    if (typeof inner === 'object' && inner !== null) own[key] = copy(inner)
  }
  return own
}

/** Adds up a payload: each of its large parts once, wherever it is met again. */
const add = (value: unknown, depth: number, measure: Measure): void => {
  if (typeof value === 'string') measure.bytes += mostBytesOfText(value) + 1
  else if (typeof value === 'number') measure.bytes += mostBytesOfNumber(value) + 1
  else if (typeof value !== 'object' || value === null) measure.bytes += 6
  else {
    const known = measured.get(value)
    if (known !== undefined) {
      measure.bytes += known.bytes
      measure.deepest = Math.max(measure.deepest, depth + known.deepest)
      return
    }
    if (depth > measure.deepest) measure.deepest = depth
    if (depth > maxDepth) return
    const before = measure.bytes
    measure.bytes += 3
    if (Array.isArray(value)) for (let i = 0; i < value.length; i += 1) add(value[i], depth + 1, measure)
    else
      for (const key in value) {
        measure.bytes += mostBytesOfText(key) + 1
        add((value as Record<string, unknown>)[key], depth + 1, measure)
      }
    if (measure.bytes - before >= worthRemembering)
      measured.set(value, { bytes: measure.bytes - before, deepest: measure.deepest - depth })
  }
}

/** What is wrong with a payload: too deep to go on with, too large for AWS, or nothing. */
export const faultOf = (value: unknown): 'deep' | 'large' | undefined => {
  if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) return undefined
  const known = typeof value === 'object' ? measured.get(value) : undefined
  const measure = known ?? { bytes: 0, deepest: 0 }
  if (known === undefined) add(value, 0, measure)
  if (measure.deepest > maxDepth) return 'deep'
  if (measure.bytes <= payloadLimit) return undefined
  const text = JSON.stringify(value)
  if (isOverPayloadLimit(text)) return 'large'
  // Near the limit the text itself was counted; nobody needs to do that again.
  const bytes = Math.min(Buffer.byteLength(text) + 1, payloadLimit)
  if (typeof value === 'string') longTexts.set(value, bytes - 1)
  else measured.set(value, { bytes, deepest: measure.deepest })
  return undefined
}

/** How many bytes of UTF-8 its JSON text has. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '')

/** A value as AWS writes it into the text of an error. Of a definition, it may be anything. */
export const shown = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? 'undefined'
  } catch {
    return 'a value that JSON cannot write'
  }
}

/** A text as it is, anything else as JSON. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : shown(value))

/** Whether two payloads are equal, whatever the order of keys; `1` and `1.0` are one number. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
}
