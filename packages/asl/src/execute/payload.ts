/** Payloads: values that JSON can write, never changed once they are in. They are copied where a handler could hold on to them. */

/** The most bytes of JSON that a state may give to the next. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const payloadLimit = 262_144

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

/** Whether a value is an object of JSON: no array, not null. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isDropped = (value: unknown): boolean =>
  value === undefined || typeof value === 'function' || typeof value === 'symbol'

/**
 * The JSON image of a value, as a copy of its own: what `JSON.parse(JSON.stringify(value))` gives.
 *
 * @throws TypeError when there is none: a bigint, a cycle, more than 1,000 levels.
 */
export const image = (value: unknown, depth = 0): unknown => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value + 0 : null
    case 'bigint':
      throw new TypeError('Do not know how to serialize a BigInt')
    case 'object':
      break
    default:
      return null
  }
  if (value === null) return null
  if (depth > maxDepth) throw new TypeError(`more than ${maxDepth} levels deep, or circular`)
  if (Array.isArray(value)) {
    const copy = new Array<unknown>(value.length)
    for (let i = 0; i < value.length; i += 1) copy[i] = image(value[i], depth + 1)
    return copy
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    const plain = unwrapped(value)
    if (plain !== value) return image(plain, depth + 1)
  } else if (typeof (value as { readonly toJSON?: unknown }).toJSON === 'function')
    return image((value as { readonly toJSON: () => unknown }).toJSON(), depth + 1)
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key]
    if (!isDropped(item)) put(copy, key, image(item, depth + 1))
  }
  return copy
}

/** What JSON writes in the place of an object of some class: a `Date` is a text. */
const unwrapped = (value: object): unknown => {
  if ('toJSON' in value && typeof value.toJSON === 'function') return value.toJSON()
  return value instanceof Number || value instanceof String || value instanceof Boolean ? value.valueOf() : value
}

/** A payload's own copy, for a handler to do with as it likes. */
export const copy = (value: unknown): unknown => (typeof value === 'object' && value !== null ? image(value) : value)

/** Verdicts on payloads that are worth remembering: they do not change, and states hand them on as they are. */
const remembered = new WeakMap<object, { readonly bytes: number; readonly depth: number }>()
const worthRemembering = 64

interface Measure {
  nodes: number
  deepest: number
}

/** No fewer bytes than a text has in JSON, quotes included: exact for plain letters, which nearly all are. */
const mostBytesOfText = (text: string): number => {
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

const mostBytesOfNumber = (value: number): number => {
  if (!Number.isInteger(value)) return 25
  const size = Math.abs(value)
  return size < 1e3 ? 4 : size < 1e6 ? 7 : size < 1e12 ? 13 : 25
}

/** No fewer bytes than its JSON text has: cheap, and enough for all that is not near the limit. */
const mostBytes = (value: unknown, measure: Measure, depth: number): number => {
  if (typeof value === 'string') return mostBytesOfText(value) + 1
  if (typeof value === 'number') return mostBytesOfNumber(value) + 1
  if (typeof value !== 'object' || value === null) return 6
  const known = remembered.get(value)
  if (known !== undefined) {
    measure.deepest = Math.max(measure.deepest, depth + known.depth)
    return known.bytes
  }
  if (depth > measure.deepest) measure.deepest = depth
  if (depth > maxDepth) return 0
  let bytes = 3
  if (Array.isArray(value)) {
    measure.nodes += value.length
    for (let i = 0; i < value.length; i += 1) bytes += mostBytes(value[i], measure, depth + 1)
  } else
    for (const key in value) {
      measure.nodes += 1
      bytes += mostBytesOfText(key) + 1 + mostBytes((value as Record<string, unknown>)[key], measure, depth + 1)
    }
  return bytes
}

/** What is wrong with a payload: too deep to go on with, too large for AWS, or nothing. */
export const faultOf = (value: unknown): 'deep' | 'large' | undefined => {
  if (typeof value === 'string')
    return value.length * 6 > payloadLimit && isOverPayloadLimit(JSON.stringify(value)) ? 'large' : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const known = remembered.get(value)
  if (known !== undefined) return known.bytes > payloadLimit ? 'large' : undefined
  const measure: Measure = { nodes: 0, deepest: 0 }
  let bytes = mostBytes(value, measure, 0)
  if (measure.deepest > maxDepth) return 'deep'
  if (bytes > payloadLimit) {
    const text = JSON.stringify(value)
    bytes = isOverPayloadLimit(text) ? payloadLimit + 1 : Math.min(Buffer.byteLength(text) + 1, payloadLimit)
  }
  if (measure.nodes > worthRemembering || bytes > payloadLimit) remembered.set(value, { bytes, depth: measure.deepest })
  return bytes > payloadLimit ? 'large' : undefined
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
