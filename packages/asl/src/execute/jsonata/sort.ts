/** `$sort`, in time that grows with the length and its logarithm. */

type IsAfter = (a: unknown, b: unknown) => unknown

const isAllOf = (items: readonly unknown[], type: 'number' | 'string'): boolean =>
  items.every((item) => typeof item === type)

/** Merges runs of growing length, from the left: equal items stay in their order. */
const merged = async (items: readonly unknown[], isAfter: IsAfter): Promise<unknown[]> => {
  let from = [...items]
  let to = new Array<unknown>(items.length)
  for (let run = 1; run < items.length; run *= 2) {
    for (let start = 0; start < items.length; start += 2 * run) {
      const middle = Math.min(start + run, items.length)
      const end = Math.min(start + 2 * run, items.length)
      for (let left = start, right = middle, at = start; at < end; at += 1) {
        const takesRight = left >= middle || (right < end && (await isAfter(from[left], from[right])))
        to[at] = takesRight ? from[right++] : from[left++]
      }
    }
    ;[from, to] = [to, from]
  }
  return from
}

/**
 * An array in order: of numbers or of texts, or as a function says which of two items comes after the other.
 *
 * @throws an error of JSONata's for anything else.
 */
export const sorted = (items: unknown, isAfter: unknown): unknown => {
  if (!Array.isArray(items) || items.length <= 1) return items
  if (typeof isAfter === 'function') return merged(items, isAfter as IsAfter)
  if (!isAllOf(items, 'number') && !isAllOf(items, 'string')) throw { code: 'D3070', stack: new Error().stack }
  return [...items].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
