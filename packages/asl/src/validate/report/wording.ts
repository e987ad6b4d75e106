/** How values and names are shown in a message, and which name was probably meant. */

const longest = 60

/** A text in quotes, cut when it is long. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text)

/** How many characters a text has, as Unicode counts them. */
export const charactersIn = (text: string): number => Array.from(text).length

/** A value as it reads in a message: its text when it is short, else what kind of thing it is. */
export const shown = (value: unknown): string => {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array'
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (names: readonly string[], word = 'and'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`

/** How many letters must be changed, when it is at most `limit`; a swap of neighbours is one change. */
const distance = (a: string, b: string, limit: number): number => {
  const far = limit + 1
  if (Math.abs(a.length - b.length) > limit) return far
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = Array.from({ length: b.length + 1 }, () => far)
    if (i <= limit) row[0] = i
    let least = row[0] ?? far
    // Further from the diagonal than the limit, the distance is greater than it anyway.
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j += 1) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((previous[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (previous[j - 1] ?? far) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? far) + 1)
      row[j] = best
      least = Math.min(least, best)
    }
    if (least > limit) return far
    before = previous
    previous = row
  }
  return previous[b.length] ?? far
}

/** Longer names are hardly typed by hand, and comparing them costs the product of their lengths. */
const comparable = 80
/** How many names are compared, so that thousands of misspelt names among thousands stay cheap. */
const candidates = 200
/** How many letters may be wrong. */
const mostWrong = 5

/**
 * The name that was probably meant, if one is near enough, of the first `most`.
 *
 * @example closest('Coment', ['Comment', 'StartAt']) // 'Comment'
 */
export const closest = (name: string, names: Iterable<string>, most: number = candidates): string | undefined => {
  if (name.length === 0 || name.length > comparable) return undefined
  const lower = name.toLowerCase()
  let limit = Math.min(mostWrong, Math.max(1, Math.floor(name.length / 3)))
  let found: string | undefined
  let looked = 0
  for (const other of names) {
    looked += 1
    if (looked > most) break
    if (other.length > comparable || other === name) continue
    const apart = distance(lower, other.toLowerCase(), limit)
    if (apart > limit) continue
    if (apart === 0) return other
    found = other
    limit = apart - 1
    if (limit < 0) break
  }
  return found
}

/** ` Did you mean "x"?`, or nothing. */
export const didYouMean = (name: string, names: Iterable<string>): string => {
  const found = closest(name, names)
  return found === undefined ? '' : ` Did you mean ${quoted(found)}?`
}
