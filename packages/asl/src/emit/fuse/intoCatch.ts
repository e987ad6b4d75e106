import type { Expression } from '@orkestra/core'
import { type Draft, follow, followed, type Held, outputOf, payloadOf } from '../draft/draft.ts'
import { isRoot, withInput } from '../draft/substitution.ts'
import { fieldAdded } from '../write/stateWriter.ts'
import { connected, disconnected, onlyBefore, type Rewrite, type Rewriting, remove } from './rewriting.ts'
import { isCovered } from './totality.ts'

const isPlainPass = (draft: Draft): boolean =>
  draft.kind === 'Pass' && draft.given === undefined && draft.assigns.length === 0 && draft.comment === undefined

/** Whether an expression is what a state got. */
const isInputOf = (state: Draft, expression: Expression): boolean => {
  if (expression._tag !== 'Reference' || expression.path.length > 0 || expression.root._tag !== 'Variable') return false
  const { payload } = expression.root.variable as Held
  return payload !== undefined && payloadOf(payload) === payloadOf(state.input)
}

/** What a catch of a state hands on, where what Passes after it make of the error is the state's input, with the error in a field or not. */
const keptBy = (state: Draft, made: Expression): string | null | undefined => {
  if (isInputOf(state, made)) return null
  const added = fieldAdded(made)
  return added !== undefined && isInputOf(state, added.object) && isRoot(added.value, 'Input') ? added.key : undefined
}

/** The Passes that an error comes to, one after the other; those after the first are only reached that way. */
const passesAt = (rewriting: Rewriting, start: Draft): readonly Draft[] => {
  const passes: Draft[] = []
  for (let at: Draft | null = start; at !== null && isPlainPass(at) && passes.length < 3; at = follow(at.next)) {
    if (passes.length > 0 && onlyBefore(rewriting, at) !== passes.at(-1)) break
    passes.push(at)
  }
  return passes
}

/**
 * *Where an error is put into a field of what the failing state got, the catch does so itself;* where the error is let go, the catch hands
 * on what the state got.
 */
export const intoCatch: Rewrite = (rewriting, state) => {
  let changed = false
  for (const [i, { errors, keep, next }] of state.catchers.entries()) {
    if (keep !== undefined) continue
    const passes = passesAt(rewriting, followed(next))
    // What others lead to as well would have to be there twice.
    if (passes[0]?.from?.size !== 1) continue
    let made: Expression | undefined
    for (const [n, pass] of passes.entries()) {
      const before: Expression | undefined = made
      made = before === undefined ? outputOf(pass) : withInput(outputOf(pass), before)
      // What fails in a Pass whose output is not used fails all the same.
      if (before !== undefined && !isCovered(before, [made], rewriting.language.name)) break
      const kept = keptBy(state, made)
      const to = follow(pass.next)
      if (kept === undefined || to === null) continue
      state.catchers = state.catchers.with(i, { errors, keep: kept, next: to })
      const first = passes[0] as Draft
      disconnected(state, first)
      connected(state)
      if (first.from?.size === 0) for (const gone of passes.slice(0, n + 1)) remove(gone)
      changed = true
      break
    }
  }
  return changed
}
