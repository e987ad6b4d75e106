import { type AnyStep, nodeOf } from '../step.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

// A graph is plain data, so this compares plain data. Its own stack, because the equality functions of libraries recurse
// and overflow on graphs that are some thousand deep.
const equalData = (left: unknown, right: unknown): boolean => {
  const pairs: [unknown, unknown][] = [[left, right]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair
    if (Object.is(a, b)) continue
    if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false
    const keys = Object.keys(a)
    if (keys.length !== Object.keys(b).length) return false
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false
      pairs.push([a[key], b[key]])
    }
  }
  return true
}

/**
 * Whether two graphs are the same term: same structure, names, options. The functions behind composed handlers do not count.
 *
 * @example equals(seq(x, seq(y, z)), seq(seq(x, y), z)) // true
 */
export const equals = (left: AnyStep, right: AnyStep): boolean => equalData(nodeOf(left), nodeOf(right))
