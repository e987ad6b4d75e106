/** The same data with other texts in it, as for what only a deployment knows. */

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const childrenOf = (value: object): readonly unknown[] => (Array.isArray(value) ? value : Object.values(value))

/**
 * A copy of plain data, such as a workflow or a definition, with every text in it changed, keys included. `replace` may give
 * something else for an object, which is then not looked into. What nothing changes in is the same object as before; what rides along
 * under symbols, as a composed handler's function, is kept. Goes to any depth, and once through what occurs often.
 *
 * @example mapTexts({ a: ['x', 1] }, (text) => text.toUpperCase()) // { A: ['X', 1] }
 */
export const mapTexts = <T extends object>(
  root: T,
  change: (text: string) => string,
  replace: (value: object) => unknown = () => undefined,
): T => {
  const done = new Map<object, unknown>()
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value)
    return isObject(value) ? done.get(value) : value
  }
  const rebuilt = (value: object): object => {
    if (Array.isArray(value)) {
      const items = value.map(changed)
      return items.every((item, i) => item === value[i]) ? value : Object.freeze(items)
    }
    const before = Object.entries(value)
    const after = before.map(([key, field]) => [change(key), changed(field)] as const)
    if (after.every(([key, field], i) => key === before[i]?.[0] && field === before[i]?.[1])) return value
    const copy = Object.fromEntries(after)
    for (const symbol of Object.getOwnPropertySymbols(value))
      Object.assign(copy, { [symbol]: Reflect.get(value, symbol) })
    return Object.freeze(copy)
  }
  const stack: (readonly [value: object, isReady: boolean])[] = [[root, false]]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [value, isReady] = top
    if (done.has(value)) continue
    const other = replace(value)
    if (other !== undefined) done.set(value, other)
    else if (isReady) done.set(value, rebuilt(value))
    else {
      stack.push([value, true])
      for (const child of childrenOf(value)) if (isObject(child) && !done.has(child)) stack.push([child, false])
    }
  }
  return done.get(root) as T
}
