import { type Expression, forEachRoot } from '@orkestra/core'
import { type Draft, follow, followed, hasResult, inOrder, outputOf } from '../draft/draft.ts'
import { substitute } from '../draft/substitution.ts'
import {
  alsoAssigned,
  bothComments,
  commit,
  connected,
  disconnected,
  type Rewrite,
  type Rewriting,
  remove,
  settled,
  valuesOf,
} from './rewriting.ts'
import { isCovered, isGuarded, isPlaced, isReadable, isStable, riskOf } from './totality.ts'

/** A state that hands on what a Pass after it makes; `undefined` where one state cannot say both, or would fail otherwise. */
const handingOn = (rewriting: Rewriting, before: Draft, pass: Draft): Draft | undefined => {
  const { language } = rewriting
  const handed = outputOf(before)
  const values = valuesOf(before.assigns)
  const then = (expression: Expression): Expression =>
    substitute(expression, (root) =>
      root._tag === 'Input' ? handed : root._tag === 'Variable' ? values.get(root.variable as never) : undefined,
    )
  const made = outputOf(pass)
  const output = then(made)
  const parts = [made, ...pass.assigns.map(({ value }) => value)]
  if (parts.some(isPlaced)) return undefined
  // What a function or a service did would be done again.
  const isWork = hasResult(before)
  if (isWork && isGuarded(before, language.name) && parts.some((part) => riskOf(part, language.name) === 'catchable'))
    return undefined
  // What differs each time is evaluated once.
  let reads = 0
  for (const part of parts)
    forEachRoot(part, (root) => {
      if (root._tag === 'Input') reads += 1
    })
  if (reads !== 1 && !isStable(handed)) return undefined
  if (!isReadable(output)) return undefined
  const assigns = alsoAssigned(
    before.assigns,
    pass.assigns.map(({ variable, value }) => ({ variable, value: then(value) })),
  )
  if (!isCovered(handed, [output, ...assigns.map(({ value }) => value)], language.name)) return undefined
  // In JSONata what is missing inside of an expression is left out, where by itself it is an error.
  for (const part of parts)
    if (!isCovered(then(part), [output, ...assigns.map(({ value }) => value)], language.name)) return undefined
  return settled(rewriting, { ...before, output, assigns })
}

/** Whether something inside a wrapper ends more than the wrapper: then what comes after is not for it. */
const isLeft = (wrapper: Draft): boolean => {
  if (!wrapper.isWrapper) return false
  const scopes = [...wrapper.scopes]
  for (let scope = scopes.pop(); scope !== undefined; scope = scopes.pop())
    for (const draft of inOrder(scope)) {
      if (draft.leaves) return true
      if (draft.isWrapper) scopes.push(...draft.scopes)
    }
  return false
}

/** Whether a state leads to a Pass only when all goes well. */
const leadsOn = (before: Draft, pass: Draft): boolean =>
  before !== pass && !isLeft(before) && before.kind !== 'Choice' && follow(before.next) === pass

/**
 * *What a Pass makes of a state's output, that state hands on by itself.* Where several lead to the Pass, each of them that can does so, and
 * the Pass stays for the others.
 */
export const intoPrevious: Rewrite = (rewriting, pass) => {
  if (pass.kind !== 'Pass' || pass.given !== undefined || pass.from === undefined) return false
  if (pass.from.size > 16) return false
  let changed = false
  for (const before of [...pass.from]) {
    if (!leadsOn(before, pass)) continue
    const fused = handingOn(rewriting, before, pass)
    if (fused === undefined) continue
    fused.comment = bothComments(before.comment, pass.comment)
    fused.next = follow(pass.next)
    commit(before, fused)
    disconnected(before, pass)
    connected(before)
    changed = true
  }
  if (pass.from.size === 0 && followed(rewriting.scope.start) !== pass) remove(pass)
  return changed
}
