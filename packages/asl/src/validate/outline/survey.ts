/** A first look at a value that may be anything: whether it is plain JSON at all, and how much of it there is. */
import { payloadLimit } from '../../language/quotas.ts'
import { toText } from '../../toText.ts'
import { type Place, rootPlace, within } from '../report/place.ts'

export interface Survey {
  /** How many object members there are, at every level. */
  readonly members: number
  /** Why it is not JSON, and where. */
  readonly fault: { readonly place: Place; readonly message: string } | undefined
  /** About the length of its JSON text; exact enough to tell that it is far below a limit. */
  readonly length: number
  /** Whether some part well inside it is longer than a state may take or give. */
  readonly hasLargeParts: boolean
}

interface Frame {
  readonly value: object
  readonly keys: readonly string[] | undefined
  readonly size: number
  /** The length of all before it. */
  readonly from: number
  next: number
}

/** How deep the fields of a state are: below the machine, `States` and the state. */
const fieldDepth = 3

/** Deeper than people nest; from here on it is worth while to look for a cycle. */
const suspicious = 1_000
/** More than a large definition has; from here on it is worth while to look for parts used over and over. */
const many = 2_000_000
/** Longer than any text that a program would hold. */
const unreasonable = 2 ** 28

const placeOf = (stack: readonly Frame[]): Place => {
  let place = rootPlace
  for (const frame of stack) place = within(place, frame.keys?.[frame.next - 1] ?? frame.next - 1)
  return place
}

const className = (prototype: object): string => {
  const { constructor: made } = prototype
  return typeof made === 'function' && made.name !== '' ? made.name : 'a class'
}

/** Why a value has no place in JSON; `undefined` when it has. */
const foreign = (value: unknown): string | undefined => {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? undefined : `${value} is not a JSON number`
    case 'bigint':
    case 'function':
    case 'symbol':
      return `a ${typeof value} is not a JSON value`
    case 'object': {
      if (value === null || Array.isArray(value)) return undefined
      const prototype = Object.getPrototypeOf(value) as object | null
      if (prototype === null || prototype === Object.prototype) return undefined
      // An object of another realm has another Object.prototype, which is as plain.
      return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty')
        ? undefined
        : `an instance of ${className(prototype)} is not a plain JSON object`
    }
    case 'string':
    case 'boolean':
    case 'undefined':
      return undefined
  }
}

const enter = (value: object, from = 0): Frame => {
  if (Array.isArray(value)) return { value, keys: undefined, size: value.length, from, next: 0 }
  const keys = Object.keys(value)
  return { value, keys, size: keys.length, from, next: 0 }
}

const item = (frame: Frame, i: number): unknown =>
  frame.keys === undefined
    ? (frame.value as readonly unknown[])[i]
    : (frame.value as Readonly<Record<string, unknown>>)[frame.keys[i] as string]

/** The length of the whole when every part is written as often as it is used; each part is looked at once. */
const expandedLength = (root: object): number => {
  const known = new Map<object, number>()
  const stack: { readonly frame: Frame; length: number }[] = [{ frame: enter(root), length: 2 }]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const { frame } = top
    if (frame.next === frame.size) {
      stack.pop()
      known.set(frame.value, top.length)
      const above = stack.at(-1)
      if (above !== undefined) above.length += top.length
      continue
    }
    const value = item(frame, frame.next)
    frame.next += 1
    if (typeof value === 'object' && value !== null) {
      const length = known.get(value)
      if (length === undefined) stack.push({ frame: enter(value), length: 2 })
      else top.length += length
    } else top.length += typeof value === 'string' ? value.length + 3 : 5
  }
  return known.get(root) ?? 0
}

const look = (root: unknown): Survey => {
  const stack: Frame[] = []
  let members = 0
  let length = 0
  let nodes = 0
  let hasLargeParts = false
  let above: Set<object> | undefined
  const fail = (message: string): Survey => ({
    members,
    length,
    hasLargeParts,
    fault: { place: placeOf(stack), message },
  })
  const first = foreign(root)
  if (first !== undefined) return fail(first)
  if (typeof root !== 'object' || root === null)
    return { members, length: typeof root === 'string' ? root.length + 2 : 4, hasLargeParts, fault: undefined }
  stack.push(enter(root))
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (top.next === top.size) {
      stack.pop()
      above?.delete(top.value)
      if (length - top.from > payloadLimit / 6 && stack.length >= fieldDepth) hasLargeParts = true
      continue
    }
    const key = top.keys?.[top.next]
    const value = item(top, top.next)
    top.next += 1
    nodes += 1
    if (value === undefined && key !== undefined) continue
    if (key !== undefined) {
      members += 1
      length += key.length + 4
    } else length += 1
    if (typeof value === 'string') {
      length += value.length + 2
      // Escapes make a text up to six times as long as its characters.
      if (value.length > payloadLimit / 6) hasLargeParts = true
      continue
    }
    if (typeof value !== 'object' || value === null) {
      const problem = foreign(value)
      if (problem !== undefined) return fail(problem)
      length += 4
      continue
    }
    const problem = foreign(value)
    if (problem !== undefined) return fail(problem)
    length += 2
    if (stack.length >= suspicious) {
      above ??= new Set(stack.map((frame) => frame.value))
      if (above.has(value)) return fail('the value contains itself')
      above.add(value)
    }
    stack.push(enter(value, length))
    // Only once the whole is known to hold no cycle above here is its expansion finite; a cycle below is found by depth.
    if (nodes === many && expandedLength(stack[0]?.value as object) > unreasonable)
      return { members, length: Number.POSITIVE_INFINITY, hasLargeParts, fault: undefined }
  }
  return { members, length, hasLargeParts, fault: undefined }
}

/**
 * Looks at every part of a value once: any depth, any size, with cycles and with whatever JavaScript puts into objects.
 *
 * @example survey({ a: [new Date()] }).fault // { place: …, message: 'an instance of Date is not a plain JSON object' }
 */
export const survey = (value: unknown): Survey => {
  try {
    return look(value)
  } catch (error) {
    // A getter or a proxy of the caller's; our own reading throws nothing.
    const message = error instanceof Error ? error.message : String(error)
    return {
      members: 0,
      length: 0,
      hasLargeParts: false,
      fault: { place: rootPlace, message: `it cannot be read: ${message}` },
    }
  }
}

/** The size of a text in UTF-8, as far as it matters: at least `limit + 1` when it is above the limit. */
export const bytesOf = (text: string, limit: number): number =>
  text.length > limit || text.length * 3 <= limit ? text.length : Buffer.byteLength(text)

/** The size of a value's JSON text in UTF-8, counted only when an estimate of its length is near the limit. */
export const sizeOf = (value: unknown, length: number, limit: number): number =>
  length * 6 <= limit ? length : length === Number.POSITIVE_INFINITY ? length : bytesOf(toText(value), limit)
