/** Pieces of JSONata, and how they are put together. */
import type { JsonValue } from '@orkestra/core'

/** How tightly a text holds together: an operand needs parentheses around what is looser than its operator. */
export const strength = { choice: 0, or: 1, and: 2, comparison: 3, sum: 4, product: 5, whole: 6 } as const

export interface Written {
  readonly text: string
  readonly strength: number
}

export const whole = (text: string): Written => ({ text, strength: strength.whole })

export const enclosed = (written: Written, least: number): string =>
  written.strength < least ? `(${written.text})` : written.text

/** A text in quotes. Single ones, which JSON need not escape, unless there is one inside: JSONata cannot escape it. */
export const quoted = (text: string): string => {
  const json = JSON.stringify(text)
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`
}

const hasPrototypeKey = (value: JsonValue): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasPrototypeKey))

/** A value as JSONata writes it. */
export const literal = (value: JsonValue): string => {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return String(value)
  // The library would take this key for the object's prototype.
  if (hasPrototypeKey(value)) return `$parse(${quoted(JSON.stringify(value))})`
  return Array.isArray(value)
    ? `[${value.map(literal).join(', ')}]`
    : `{${Object.entries(value)
        .map(([key, item]) => `${quoted(key)}: ${literal(item as JsonValue)}`)
        .join(', ')}}`
}

/** A text inside of a regular expression, which JSONata ends at the first `/`. */
export const escaped = (text: string): string =>
  text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be written otherwise
    .replace(/[\u0000-\u001f\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Two operands of an operator that is as strong as `of`. */
export const binary = (operator: string, of: number, left: Written, right: Written): Written => ({
  // What stands on the right is computed first only in parentheses.
  text: `${enclosed(left, of)} ${operator} ${enclosed(right, of + 1)}`,
  strength: of,
})

/** Neither side of a comparison is one without parentheses. */
export const compared = (operator: string, left: Written, right: Written): Written => ({
  text: `${enclosed(left, strength.sum)} ${operator} ${enclosed(right, strength.sum)}`,
  strength: strength.comparison,
})
