/** Where `ResultPath` puts a result. */
import type { Path } from '../../language/pathTree.ts'
import { isRecord, put } from '../payload/payload.ts'

/** Thrown where a result cannot be put there: a field of what is not an object, an index of what is not an array or beyond its end. */
export class NoPlace extends Error {
  override readonly name = 'NoPlace'
}

/**
 * The input with the result at a reference path. Nothing is changed in place: what lies on the way is made anew, the rest is
 * shared.
 *
 * @example placed({ a: 1 }, pathOf('$.b.c'), 2) // { a: 1, b: { c: 2 } }
 * @throws NoPlace
 */
export const placed = (input: unknown, path: Path, result: unknown): unknown => {
  const go = (value: unknown, i: number): unknown => {
    const segment = path.segments[i]
    if (segment === undefined) return result
    if (segment._tag === 'Index') {
      const { index } = segment
      if (!Array.isArray(value) || index < 0 || index >= value.length) throw new NoPlace()
      const copy = [...value]
      copy[index] = go(value[index], i + 1)
      return copy
    }
    if (segment._tag !== 'Field') throw new NoPlace()
    if (value !== undefined && !isRecord(value)) throw new NoPlace()
    const copy: Record<string, unknown> = {}
    if (value) for (const key of Object.keys(value)) put(copy, key, value[key])
    const inner = value !== undefined && Object.hasOwn(value, segment.name) ? value[segment.name] : undefined
    put(copy, segment.name, go(inner ?? undefined, i + 1))
    return copy
  }
  return go(input, 0)
}
