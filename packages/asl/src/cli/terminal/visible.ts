/** Text of users in a terminal: what would move its cursor, change its colours or turn its lines is shown as an escape. */

/** Control characters but tab and line feed, and those that change the direction of text. */
const hidden = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu

/**
 * A text without characters that a terminal obeys.
 *
 * @example visible('a\u001b[31m') // 'a\\u001b[31m'
 */
export const visible = (text: string): string =>
  text.replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
