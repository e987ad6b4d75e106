/** Where AWS's own language shows through: how Java rounds, and how it writes a map as text. */

/** Java's `Math.round`: a half goes up, also below zero. */
export const round = (value: number): number => Math.floor(value + 0.5) + 0

/** A value as Java's `toString` writes it: no quotes, `=` after a key. @example javaText({ a: [1, 'b'] }) // '{a=[1, b]}' */
export const javaText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}=${javaText(item)}`)
      .join(', ')}}`
  return String(value)
}
