/** States that something else has made, put into a definition. */
import { numbered } from '@orkestra/core'
import type { Scope, State } from '../states.ts'
import type { EmitOptions } from './options.ts'

export const fragmentOf = (name: string, { fragments = {} }: EmitOptions): Scope | undefined =>
  Object.hasOwn(fragments, name) ? fragments[name] : undefined

const insideOf = (state: State): readonly Scope[] => {
  if (state.Type === 'Parallel') return state.Branches
  if (state.Type !== 'Map') return []
  return [state.ItemProcessor, state.Iterator].filter((scope) => scope !== undefined)
}

/** A scope and all those within it, outermost first. */
const scopesOf = (fragment: Scope): readonly Scope[] => {
  const scopes = [fragment]
  for (const scope of scopes) for (const state of Object.values(scope.States)) scopes.push(...insideOf(state))
  return scopes
}

/** The names of all states of a fragment. */
export const stateNames = (fragment: Scope): readonly string[] =>
  scopesOf(fragment).flatMap(({ States }) => Object.keys(States))

interface Leading {
  Next?: string
  Default?: string
  Catch?: readonly { Next: string }[]
  Choices?: readonly { Next?: string }[]
}

/** A copy of a fragment whose states have names that are not taken; takes them. */
export const embedded = (fragment: Scope, taken: Set<string>): Scope => {
  const copy = structuredClone(fragment) as Scope
  for (const scope of scopesOf(copy)) {
    const renamed = new Map<string, string>()
    for (const name of Object.keys(scope.States)) {
      let free = name
      for (let n = 2; taken.has(free); n++) free = numbered(name, n)
      taken.add(free)
      renamed.set(name, free)
    }
    const to = (name: string): string => renamed.get(name) ?? name
    const lead = (at: Leading): void => {
      if (at.Next !== undefined) at.Next = to(at.Next)
      if (at.Default !== undefined) at.Default = to(at.Default)
    }
    for (const state of Object.values(scope.States) as Leading[]) {
      lead(state)
      for (const way of [...(state.Catch ?? []), ...(state.Choices ?? [])]) lead(way)
    }
    scope.StartAt = to(scope.StartAt)
    // From entries, for a key __proto__ is a name like any other.
    scope.States = Object.fromEntries(Object.entries(scope.States).map(([name, state]) => [to(name), state]))
  }
  return copy
}
