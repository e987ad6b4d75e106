/** Workflow variables. A scope sees its own and those of the scopes around it, as they are while it runs. */

export interface Variables {
  /** Made with the first assignment: most scopes have none. */
  own: Map<string, unknown> | undefined
  readonly outer: Variables | undefined
}

/** The variables of a scope inside another, or of the outermost. */
export const createVariables = (outer: Variables | undefined): Variables => ({ own: undefined, outer })

/** The scope that has a variable of this name, the nearest first. */
const holder = (variables: Variables, name: string): Variables | undefined => {
  for (let at: Variables | undefined = variables; at !== undefined; at = at.outer) if (at.own?.has(name)) return at
  return undefined
}

/** A variable's value; `undefined` where there is none of this name: a value is never that. */
export const lookUp = (variables: Variables, name: string): unknown => holder(variables, name)?.own?.get(name)

/** All that can be seen, as an object without a prototype: names are the user's. */
export const visible = (variables: Variables): Record<string, unknown> => {
  const scopes: Variables[] = []
  for (let at: Variables | undefined = variables; at !== undefined; at = at.outer) scopes.unshift(at)
  const all = Object.create(null) as Record<string, unknown>
  for (const { own } of scopes) for (const [name, value] of own ?? []) all[name] = value
  return all
}
