/** Making names fit: ASL allows 80 characters. Lengths are in code points, the names themselves are the users' text. */

import { longestName } from '../quotas.ts'

export { longestName } from '../quotas.ts'

const cut = (text: string, length: number): string =>
  text.length <= length
    ? text
    : Array.from(text.slice(0, 2 * length))
        .slice(0, length)
        .join('')

/**
 * The number of characters, counted as AWS counts them.
 *
 * @example lengthOf('😀') // 1
 */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length += 1
  return length
}

// FNV-1a: short, and the same everywhere. Two long names that begin alike must not become one.
const hash = (text: string): string => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return (h >>> 0).toString(16).padStart(8, '0')
}

/**
 * A derived name, shortened to 80 characters: longer ones are cut and end in a hash of the whole.
 *
 * @example fitted('a'.repeat(100)).length // 80
 */
export const fitted = (text: string): string =>
  text.length <= longestName || lengthOf(text) <= longestName ? text : `${cut(text, longestName - 9)}~${hash(text)}`

/**
 * The name of a later occurrence: `x2`, `x3`; at most 80 characters.
 *
 * @example numbered('charge', 2) // 'charge2'
 */
export const numbered = (name: string, n: number): string => `${cut(name, longestName - String(n).length)}${n}`
