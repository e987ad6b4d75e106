/** CSV, as a distributed Map reads it: RFC 4180, and what AWS makes of lines that are too short or too long. */

/** The cells of each line. Quotes hold delimiters, line ends, and quotes written twice. */
export const csvRows = (text: string, delimiter: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endRow = (): void => {
    row.push(cell)
    cell = ''
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') {
        cell += '"'
        i += 1
      } else isQuoted = false
    } else if (char === '"' && cell === '') isQuoted = true
    else if (char === delimiter) {
      row.push(cell)
      cell = ''
    } else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** Lines as objects: cells that a line lacks are empty, cells beyond the headers are dropped. */
export const csvItems = (rows: readonly string[][], headers: readonly string[]): Record<string, string>[] =>
  rows.map((row) => Object.fromEntries(headers.map((header, i) => [header, row[i] ?? ''])))
