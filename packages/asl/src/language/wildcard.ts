/** The patterns of `matches`. https://states-language.net/#choice-state */

/** A pattern as the pieces between its stars; a backslash takes the meaning from a star or a backslash. @example wildcardPieces('a*\\*') // ['a', '*'] */
export const wildcardPieces = (pattern: string): readonly string[] => {
  const pieces: string[] = []
  let piece = ''
  for (let i = 0; i < pattern.length; i += 1) {
    const char = pattern[i] as string
    const next = pattern[i + 1]
    if (char === '\\' && (next === '*' || next === '\\')) {
      piece += next
      i += 1
    } else if (char === '*') {
      pieces.push(piece)
      piece = ''
    } else piece += char
  }
  return [...pieces, piece]
}

/** Whether a text fits a pattern. In the text's length times the pattern's at worst: no regular expression. */
export const matchesWildcard = (pattern: string, text: string): boolean => {
  const pieces = wildcardPieces(pattern)
  const first = pieces[0] as string
  const last = pieces.at(-1) as string
  if (pieces.length === 1) return text === first
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false
  let from = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, from)
    if (found === -1) return false
    from = found + piece.length
  }
  return from <= text.length - last.length
}
