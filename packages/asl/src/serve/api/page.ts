/** Pages of lists. A token says where the next page begins, and is good for the same list only. */
import { invalidToken } from './error.ts'

export interface Asked {
  readonly maxResults?: unknown
  readonly nextToken?: unknown
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly nextToken?: string
}

/** AWS's, where a request gives none, or 0. */
const defaultSize = 100

const written = (list: string, after: number): string =>
  Buffer.from(JSON.stringify([list, after])).toString('base64url')

const read = (list: string, token: string): number => {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(token, 'base64url').toString())
  } catch {
    throw invalidToken()
  }
  const [of, after] = Array.isArray(parts) ? (parts as readonly unknown[]) : []
  if (of !== list || typeof after !== 'number') throw invalidToken()
  return after
}

/**
 * The page of a list that a request asks for. What comes and goes between two requests moves nothing: a page begins behind the key
 * of the last item of the one before.
 *
 * @param list Names the list and its filters: a token of another one is refused.
 * @param keyOf A number that only grows, or only falls, from item to item: `order` says which.
 * @throws ServiceError InvalidToken
 */
export const pageOf = <T>(
  list: string,
  items: Iterable<T>,
  keyOf: (item: T) => number,
  order: 'growing' | 'falling',
  { maxResults, nextToken }: Asked,
): Page<T> => {
  const size = typeof maxResults === 'number' && maxResults > 0 ? maxResults : defaultSize
  const after = typeof nextToken === 'string' ? read(list, nextToken) : undefined
  const found: T[] = []
  for (const item of items) {
    const key = keyOf(item)
    if (after !== undefined && (order === 'growing' ? key <= after : key >= after)) continue
    if (found.length === size) return { items: found, nextToken: written(list, keyOf(found.at(-1) as T)) }
    found.push(item)
  }
  return { items: found }
}
