/**
 * What a path finds in a value. https://github.com/json-path/JsonPath is what AWS evaluates with: where it is odd, so is this. Where AWS
 * documents to differ, so does this. https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 */
import type { Path, Segment } from '../../language/pathTree.ts'
import { isRecord, put } from '../payload/payload.ts'
import { spend, type Work } from '../work/work.ts'
import { holds } from './filter.ts'

/** A path, made ready: what it finds below a value; `undefined` where it finds nothing. @throws TooMuchWork */
export type Finder = (root: unknown, work: Work) => unknown

const child = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

const element = (value: unknown, index: number): unknown => (Array.isArray(value) ? value.at(index) : undefined)

const range = (length: number, start: number | undefined, end: number | undefined): readonly [number, number] => {
  const from = start ?? 0
  const to = end ?? length
  return [Math.max(0, from < 0 ? length + from : from), Math.min(length, to < 0 ? length + to : to)]
}

const present = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== undefined)

/** What one segment finds at one place. */
const step = (value: unknown, segment: Segment, root: unknown, work: Work): unknown[] => {
  switch (segment._tag) {
    case 'Field':
      return present([child(value, segment.name)])
    case 'Fields':
      return present(segment.names.map((name) => child(value, name)))
    case 'Index':
      return present([element(value, segment.index)])
    case 'Indices':
      return present(segment.indices.map((index) => element(value, index)))
    case 'Slice':
      return Array.isArray(value) ? value.slice(...range(value.length, segment.start, segment.end)) : []
    case 'Wildcard':
      return Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []
    case 'Filter':
      // "The @ operator … does not match scalar values. It only matches objects."
      if (Array.isArray(value))
        return value.filter((item) => isRecord(item) && holds(segment.condition, item, root, finderOf, work))
      return isRecord(value) && holds(segment.condition, value, root, finderOf, work) ? [value] : []
    case 'Descend':
      return descendants(value, work)
    case 'Function':
      // "Functions such as length() aren't supported": AWS was seen to look for a property of that name.
      return present([child(value, segment.text)])
  }
}

/** Several names at the end of a path give one object of them. */
const picked = (value: unknown, names: readonly string[]): Record<string, unknown> | undefined => {
  if (!isRecord(value)) return undefined
  const found: Record<string, unknown> = {}
  for (const name of names) if (Object.hasOwn(value, name)) put(found, name, value[name])
  return found
}

/** What a segment after `..` finds at one of all the places. */
const scanned = (value: unknown, segment: Segment, isLast: boolean, root: unknown, work: Work): unknown[] => {
  switch (segment._tag) {
    // The library tries an array as a whole first, and then, unless it is the last, forgets which of its elements were meant.
    case 'Filter': {
      if (!Array.isArray(value)) return step(value, segment, root, work)
      if (!holds(segment.condition, value, root, finderOf, work)) return []
      return isLast ? step(value, segment, root, work) : value
    }
    case 'Index':
    case 'Indices':
    case 'Slice':
      return isLast ? step(value, segment, root, work) : Array.isArray(value) ? value : []
    case 'Fields':
      if (!isLast) return step(value, segment, root, work)
      return isRecord(value) && segment.names.every((name) => Object.hasOwn(value, name))
        ? [picked(value, segment.names)]
        : []
    case 'Field':
    case 'Wildcard':
    case 'Descend':
    case 'Function':
      return step(value, segment, root, work)
  }
}

/** A value and everything below it, outer before inner. */
const descendants = (value: unknown, work: Work): unknown[] => {
  const found: unknown[] = []
  const stack = [value]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    spend(work, 1)
    found.push(at)
    if (typeof at !== 'object' || at === null) continue
    const inner = Object.values(at)
    for (let i = inner.length - 1; i >= 0; i -= 1) stack.push(inner[i])
  }
  return found
}

const isSingle = (segment: Segment): boolean =>
  segment._tag === 'Field' || segment._tag === 'Index' || segment._tag === 'Function'

/** The single value at the end of fields and indices. */
const walk = (segments: readonly Segment[]): Finder => {
  const only = segments[0]
  if (only === undefined) return (root) => root
  if (segments.length === 1 && only._tag === 'Field') return (root) => child(root, only.name)
  return (root) => {
    let value = root
    for (const segment of segments) {
      value =
        segment._tag === 'Field'
          ? child(value, segment.name)
          : segment._tag === 'Index'
            ? element(value, segment.index)
            : segment._tag === 'Function'
              ? child(value, segment.text)
              : undefined
      if (value === undefined) return undefined
    }
    return value
  }
}

const collect = (segments: readonly Segment[]): Finder => {
  const many = segments.findIndex((segment) => !isSingle(segment))
  const toMany = walk(segments.slice(0, many))
  const rest = segments.slice(many)
  const only = rest[0]
  return (root, work) => {
    const start = toMany(root, work)
    // A list of all that is below nothing is empty; it is not missing.
    if (start === undefined) return only?._tag === 'Fields' ? undefined : []
    if (rest.length === 1 && only?._tag === 'Fields') return picked(start, only.names)
    let found: unknown[] = [start]
    for (const [i, segment] of rest.entries()) {
      const isLast = i === rest.length - 1
      const isScanned = rest[i - 1]?._tag === 'Descend'
      const next: unknown[] = []
      for (const value of found) {
        const inner = isScanned
          ? scanned(value, segment, isLast, root, work)
          : segment._tag === 'Fields' && isLast
            ? present([picked(value, segment.names)])
            : step(value, segment, root, work)
        spend(work, 1 + inner.length)
        for (const one of inner) next.push(one)
      }
      found = next
    }
    return found
  }
}

const ready = new WeakMap<Path, Finder>()

/** Makes a path ready. What may name several nodes gives a list, which may be empty. */
export const finderOf = (path: Path): Finder => {
  // A filter asks anew for each element.
  let finder = ready.get(path)
  if (finder === undefined) {
    finder = path.segments.every(isSingle) ? walk(path.segments) : collect(path.segments)
    ready.set(path, finder)
  }
  return finder
}

const shownPath = (segments: readonly Segment[]): string =>
  `$${segments.map((s) => (s._tag === 'Field' ? `['${s.name}']` : s._tag === 'Index' ? `[${s.index}]` : '[*]')).join('')}`

/** Why a path finds nothing, in the words of AWS. */
export const whyMissing = (path: Path, root: unknown, work: Work): string => {
  let value = root
  for (const [i, segment] of path.segments.entries()) {
    if (!isSingle(segment)) break
    const next = step(value, segment, root, work)
    if (next.length === 0) {
      const at = shownPath(path.segments.slice(0, i + 1))
      if (segment._tag === 'Function')
        return `Property ['${segment.text}'] not found in path ${shownPath(path.segments.slice(0, i))}`
      if (segment._tag === 'Index' && Array.isArray(value)) return `Index out of bounds when evaluating path ${at}`
      return i === path.segments.length - 1 ? `No results for path: ${at}` : `Missing property in path ${at}`
    }
    value = next[0]
  }
  return `No results for path: ${shownPath(path.segments)}`
}
