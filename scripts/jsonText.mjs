// JSON as the generated pages show it.

/** JSON on few lines: an object that fits stays on one. */
export const jsonText = (value, indent = '') => {
  const flat = JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return flat
  const spaced = (inner) =>
    Array.isArray(inner)
      ? `[${inner.map(spaced).join(', ')}]`
      : typeof inner === 'object' && inner !== null
        ? Object.keys(inner).length === 0
          ? '{}'
          : `{ ${Object.entries(inner)
              .filter(([, v]) => v !== undefined)
              .map(([k, v]) => `${JSON.stringify(k)}: ${spaced(v)}`)
              .join(', ')} }`
        : JSON.stringify(inner)
  if (flat.length + indent.length < 90) return spaced(value)
  const entries = Array.isArray(value)
    ? value.map((inner) => jsonText(inner, `${indent}  `))
    : Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .map(([key, inner]) => `${JSON.stringify(key)}: ${jsonText(inner, `${indent}  `)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${indent}  ${entries.join(`,\n${indent}  `)}\n${indent}${close}`
}
