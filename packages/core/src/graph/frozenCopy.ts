/** A leaf: this module imports nothing, so that a Lambda bundle may carry it alone. */

/** A frozen copy of options, all through: what is done to the original later does not reach a graph. `undefined` says nothing. */
export const frozenCopy = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
  for (const key of Object.keys(copy)) {
    const field = copy[key]
    if (field === undefined && !Array.isArray(value)) delete copy[key]
    else if (typeof field === 'object') copy[key] = frozenCopy(field)
  }
  return Object.freeze(copy) as T
}
