/** What a path finds in a value. https://github.com/json-path/JsonPath is what AWS evaluates with. */
import { isReferencePath, type Path, type PathFunction, type Segment } from '../../language/path.ts'
import { isRecord, put } from '../payload.ts'
import { holds } from './filter.ts'

/** A path, made ready: what it finds below a value; `undefined` where it finds nothing. */
export type Finder = (root: unknown) => unknown

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
const step = (value: unknown, segment: Segment, root: unknown): unknown[] => {
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
      if (Array.isArray(value)) return value.filter((item) => holds(segment.condition, item, root, finderOf))
      return isRecord(value) && holds(segment.condition, value, root, finderOf) ? [value] : []
    case 'Descend':
      return descendants(value)
    case 'Function':
      return present([applied(segment.name, value)])
  }
}

/** A value and everything below it, outer before inner. */
const descendants = (value: unknown): unknown[] => {
  const found: unknown[] = []
  const stack = [value]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    found.push(at)
    if (typeof at === 'object' && at !== null) stack.push(...Object.values(at).reverse())
  }
  return found
}

const statistics: Readonly<Record<'min' | 'max' | 'avg' | 'sum' | 'stddev', (of: readonly number[]) => number>> = {
  min: (of) => of.reduce((a, b) => Math.min(a, b)),
  max: (of) => of.reduce((a, b) => Math.max(a, b)),
  sum: (of) => of.reduce((a, b) => a + b),
  avg: (of) => of.reduce((a, b) => a + b) / of.length,
  stddev: (of) => {
    const mean = of.reduce((a, b) => a + b) / of.length
    return Math.sqrt(of.reduce((sum, n) => sum + (n - mean) ** 2, 0) / of.length)
  },
}

const applied = (name: PathFunction, value: unknown): unknown => {
  switch (name) {
    case 'length':
      return Array.isArray(value) || typeof value === 'string'
        ? value.length
        : isRecord(value)
          ? Object.keys(value).length
          : undefined
    case 'keys':
      return isRecord(value) ? Object.keys(value) : undefined
    case 'first':
      return element(value, 0)
    case 'last':
      return element(value, -1)
    default: {
      const numbers = Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
      return numbers.length === 0 ? undefined : statistics[name](numbers)
    }
  }
}

const isSingle = (segment: Segment): boolean => segment._tag === 'Field' || segment._tag === 'Index'

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
  const last = rest.at(-1)
  const fn = last?._tag === 'Function' ? last : undefined
  const steps = fn ? rest.slice(0, -1) : rest
  const only = steps[0]
  return (root) => {
    const start = toMany(root)
    // A list of all that is below nothing is empty; it is not missing.
    if (start === undefined) return fn || only?._tag === 'Fields' ? undefined : []
    if (fn && steps.length === 0) return applied(fn.name, start)
    // Several names at the end of a path that is otherwise definite give one object of them.
    if (steps.length === 1 && only?._tag === 'Fields') {
      if (!isRecord(start)) return undefined
      const picked: Record<string, unknown> = {}
      for (const name of only.names) if (Object.hasOwn(start, name)) put(picked, name, start[name])
      return picked
    }
    let found: unknown[] = [start]
    for (const segment of steps) found = found.flatMap((value) => step(value, segment, root))
    return fn ? applied(fn.name, found) : found
  }
}

const ready = new WeakMap<Path, Finder>()

/** Makes a path ready. What may name several nodes gives a list, which may be empty. */
export const finderOf = (path: Path): Finder => {
  // A filter asks anew for each element.
  let finder = ready.get(path)
  if (finder === undefined) {
    finder = isReferencePath(path) ? walk(path.segments) : collect(path.segments)
    ready.set(path, finder)
  }
  return finder
}

const shownPath = (segments: readonly Segment[]): string =>
  `$${segments.map((s) => (s._tag === 'Field' ? `['${s.name}']` : s._tag === 'Index' ? `[${s.index}]` : '[*]')).join('')}`

/** Why a path finds nothing, in the words of AWS. */
export const whyMissing = (path: Path, root: unknown): string => {
  let value = root
  for (const [i, segment] of path.segments.entries()) {
    if (!isSingle(segment)) break
    const next = step(value, segment, root)
    if (next.length === 0) {
      const at = shownPath(path.segments.slice(0, i + 1))
      if (segment._tag === 'Index' && Array.isArray(value)) return `Index out of bounds when evaluating path ${at}`
      return i === path.segments.length - 1 ? `No results for path: ${at}` : `Missing property in path ${at}`
    }
    value = next[0]
  }
  return `No results for path: ${shownPath(path.segments)}`
}
