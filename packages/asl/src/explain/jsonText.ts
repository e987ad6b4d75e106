/** JSON as pages show it. */

const spaced = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  if (entries.length === 0) return '{}'
  return `{ ${entries.map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`).join(', ')} }`
}

/** JSON on few lines: an object that fits stays on one. @example jsonText({ a: [1, 2] }) // '{ "a": [1, 2] }' */
export const jsonText = (value: unknown, indent = ''): string => {
  const flat = JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return flat
  if (flat.length + indent.length < 90) return spaced(value)
  const entries = Array.isArray(value)
    ? value.map((inner) => jsonText(inner, `${indent}  `))
    : Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => `${JSON.stringify(key)}: ${jsonText(inner, `${indent}  `)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${indent}  ${entries.join(`,\n${indent}  `)}\n${indent}${close}`
}
