/** How wide text is where there is no browser to ask, and how it is broken into lines. */

// The advance widths of DejaVu Sans (and of Verdana, which has the same) from U+0020 to U+007E, in thousandths of the font's size: the
// widest of the fonts that `sans-serif` commonly means. In a narrower one there is room left, and nothing overflows.
const widths =
  '318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337 838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 636 337 636 838'
    .split(' ')
    .map(Number)

/** What is not in the table: one em and a third, which holds for ideographs and for nearly every emoji. */
const widestOther = 1350
const otherLetter = 850

const widthOf = (character: string): number => {
  const code = character.codePointAt(0) as number
  return widths[code - 0x20] ?? (code < 0x1100 ? otherLetter : widestOther)
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader sees as one character each. */
const charactersOf = (text: string): readonly string[] => Array.from(segments.segment(text), ({ segment }) => segment)

/** At most how wide a line of text is, in pixels, at a font size in pixels. */
export const textWidth = (text: string, size: number): number =>
  (charactersOf(text).reduce((sum, character) => sum + widthOf(character), 0) * size) / 1000

/** Where a name may be broken: after blanks and the signs that join words, and before the capital that begins the next one. */
const pieces = (text: string): readonly string[] =>
  text.match(/\s+|.+?(?:[-_.:/,]+\s*|(?=\s)|(?<=[a-z\d])(?=[A-Z])|$)/gsu) ?? []

/**
 * Breaks a text into lines of at most `width` pixels; in the middle of a word only where a word alone is wider.
 *
 * @example wrapped('reserveTheShelfAndBill', 13, 100) // ['reserveThe', 'ShelfAndBill']
 */
export const wrapped = (text: string, size: number, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
  }
  for (const piece of pieces(text)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width) end()
    if (textWidth(piece.trim(), size) <= width) {
      line += piece
      continue
    }
    for (const character of charactersOf(piece)) {
      if (textWidth(line + character, size) > width) end()
      line += character
    }
  }
  end()
  return lines.length === 0 ? [''] : lines
}
