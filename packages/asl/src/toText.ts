/** A definition as JSON text. */

/** JSON's own rules for what is written at all. */
const written = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function'
    ? value.toJSON()
    : value

const isWritten = (value: unknown): boolean =>
  value !== undefined && typeof value !== 'function' && typeof value !== 'symbol'

interface Frame {
  readonly close: string
  readonly entries: readonly (readonly [prefix: string, value: unknown])[]
  next: number
}

/** Writes what JSON.stringify writes, with a stack of its own. */
const writeIteratively = (root: unknown, indent: number): string => {
  const chunks: string[] = []
  const colon = indent > 0 ? ': ' : ':'
  const stack: Frame[] = []
  const line = (): string => (indent > 0 ? `\n${' '.repeat(indent * stack.length)}` : '')
  const begin = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      chunks.push(JSON.stringify(value) ?? 'null')
      return
    }
    const isArray = Array.isArray(value)
    const entries = isArray
      ? Array.from(value, (raw): [string, unknown] => {
          const item = written(raw)
          return ['', isWritten(item) ? item : null]
        })
      : Object.entries(value).flatMap(([key, raw]): [string, unknown][] => {
          const item = written(raw)
          return isWritten(item) ? [[JSON.stringify(key) + colon, item]] : []
        })
    if (entries.length === 0) {
      chunks.push(isArray ? '[]' : '{}')
      return
    }
    chunks.push(isArray ? '[' : '{')
    stack.push({ close: isArray ? ']' : '}', entries, next: 0 })
  }
  begin(written(root))
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const entry = top.entries[top.next]
    if (entry === undefined) {
      stack.pop()
      chunks.push(line(), top.close)
      continue
    }
    if (top.next > 0) chunks.push(',')
    top.next += 1
    chunks.push(line(), entry[0])
    begin(entry[1])
  }
  return chunks.join('')
}

/**
 * The JSON text of a definition. Writes what `JSON.stringify` writes, byte for byte, without overflowing the
 * stack at about 1,000 nested states.
 *
 * @example toText(emit(workflow), { indent: 2 })
 */
export const toText = (definition: unknown, { indent = 0 }: { readonly indent?: number } = {}): string => {
  const spaces = Math.min(10, Math.max(0, Math.trunc(indent)))
  try {
    return JSON.stringify(definition, null, spaces)
  } catch (error) {
    // Native code is fastest, and knows its own depth: only there is the slower writer needed.
    if (error instanceof RangeError && /stack/i.test(error.message)) return writeIteratively(definition, spaces)
    throw error
  }
}
