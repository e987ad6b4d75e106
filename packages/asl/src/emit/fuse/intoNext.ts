import type { Expression } from '@orkestra/core'
import { type Assignment, type Draft, follow, followed, hasResult, outputOf } from '../draft/draft.ts'
import { hasText, isRoot } from '../draft/substitution.ts'
import {
  alsoAssigned,
  bothComments,
  commit,
  forEachExpression,
  forget,
  fromOf,
  isOnlyAfter,
  type Rewrite,
  type Rewriting,
  readsIn,
  replacing,
  rewritten,
  settled,
  valuesOf,
} from './rewriting.ts'
import { isCovered, isGuarded, isReadable, isStable, riskOf } from './totality.ts'

const usesText = (draft: Draft): boolean => {
  let found = false
  forEachExpression(draft, (expression) => {
    if (hasText(expression)) found = true
  })
  return found
}

/** Where what a state says of its input is evaluated before it does anything, or as all that it does. */
const evaluatedFirst = (draft: Draft): readonly (Expression | undefined)[] => {
  switch (draft.kind) {
    case 'Task':
    case 'Parallel':
      return [draft.payload]
    case 'Pass':
    case 'Wait':
    case 'Succeed':
      return [draft.output]
    case 'Fail':
      return [draft.error, draft.cause]
    // Each way out is checked by itself.
    case 'Choice':
    case 'Map':
    case 'Fragment':
    case 'Link':
      return []
  }
}

/**
 * What a state says when something is made of its input before: `undefined` where that cannot be said in one state, or would fail
 * otherwise than in two.
 */
export const absorbed = (
  rewriting: Rewriting,
  draft: Draft,
  made: Expression,
  input: Draft['input'],
  assigns: readonly Assignment[] = [],
): Draft | undefined => {
  const { language } = rewriting
  const handsOn = isRoot(made, 'Input')
  if (!handsOn) {
    if (draft.catchers.some(({ keep }) => keep !== undefined)) return undefined
    // Text reads the input by itself.
    if (usesText(draft)) return undefined
    if (!isStable(made)) return undefined
    if (riskOf(made, language.name) === 'catchable' && isGuarded(draft, language.name)) return undefined
    if (draft.kind === 'Fragment' || (draft.kind === 'Map' && draft.scopes.length > 0 && draft.items === undefined))
      return undefined
  }
  for (const { variable, value } of assigns) {
    if (!isStable(value)) return undefined
    const isReadLater = variable.reads > readsIn(draft, variable)
    // The variable would not be assigned yet where it is read: inside of the state, or after its error.
    if (isReadLater && (draft.scopes.length > 0 || draft.catchers.length > 0)) return undefined
    if (isReadLater && (draft.kind === 'Succeed' || draft.kind === 'Fail')) return undefined
  }
  const changed = rewritten(draft, replacing(made, valuesOf(assigns)))
  changed.input = input
  const live = assigns.filter(({ variable }) => variable.reads > readsIn(draft, variable))
  if (live.length > 0) {
    changed.assigns = alsoAssigned(live, changed.assigns)
    changed.rules = changed.rules.map((rule) => ({ ...rule, assigns: alsoAssigned(live, rule.assigns) }))
  }
  if (!handsOn) {
    let isLarge = false
    forEachExpression(changed, (expression) => {
      if (!isReadable(expression)) isLarge = true
    })
    if (isLarge) return undefined
    const ways =
      draft.kind === 'Choice'
        ? [changed.output ?? made, ...changed.rules.map((rule) => rule.output)].map((one) => [one])
        : [evaluatedFirst(changed)]
    if (!ways.every((by) => isCovered(made, by, language.name))) return undefined
  }
  return settled(rewriting, changed)
}

/** Puts a changed copy of the state after a Pass in the place of both. */
const replaceBoth = ({ scope }: Rewriting, pass: Draft, next: Draft, changed: Draft): void => {
  changed.comment = bothComments(pass.comment, next.comment)
  commit(next, changed)
  forget(pass)
  next.from?.delete(pass)
  for (const before of pass.from ?? []) fromOf(next).add(before)
  pass.kind = 'Link'
  pass.next = next
  if (scope.start === pass) scope.start = next
}

/**
 * *What a Pass makes of its input, the state after it makes by itself:* in its arguments, its conditions, its output. A variable that the
 * Pass assigns is assigned by that state.
 */
export const intoNext: Rewrite = (rewriting, draft) => {
  if (draft.kind !== 'Pass' || draft.given !== undefined) return false
  const next = follow(draft.next)
  if (next === null || next === draft || !isOnlyAfter(rewriting, next, draft)) return false
  // A Pass after it takes this one in: see `intoPrevious`.
  const changed = absorbed(rewriting, next, outputOf(draft), draft.input, draft.assigns)
  if (changed === undefined) return false
  replaceBoth(rewriting, draft, next, changed)
  return true
}

/**
 * *A Pass before a Wait can as well come after it,* where what it makes cannot be said by the Wait and no error of it could be caught
 * in between.
 */
export const pastWait: Rewrite = (rewriting, draft) => {
  if (draft.kind !== 'Pass' || draft.given !== undefined || draft.assigns.length > 0) return false
  const wait = follow(draft.next)
  if (wait?.kind !== 'Wait' || wait.delay?.kind !== 'duration' || !isOnlyAfter(rewriting, wait, draft)) return false
  if (wait.output !== undefined || wait.assigns.length > 0) return false
  const made = outputOf(draft)
  const { scope, language } = rewriting
  if (!isStable(made) || riskOf(made, language.name) !== 'none') return false
  const after = follow(wait.next)
  if (after === null || !hasResult(after)) return false
  for (const before of draft.from ?? []) fromOf(wait).add(before)
  const ahead: Draft = { ...draft, kind: 'Pass', next: after, from: new Set([wait]) }
  wait.from?.delete(draft)
  wait.input = draft.input
  wait.next = ahead
  after.from?.delete(wait)
  fromOf(after).add(ahead)
  draft.kind = 'Link'
  draft.next = wait
  if (followed(scope.start) === draft) scope.start = wait
  return true
}
