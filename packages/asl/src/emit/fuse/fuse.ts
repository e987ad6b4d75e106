/**
 * Fewer states that do the same. Each rewrite is a sentence that holds in both query languages: *the rewritten machine gives what the
 * other gave, output, error and cause, with no more transitions*. `conformance/test/fuse.laws.ts` holds them to it.
 */
import { type Draft, type DraftScope, inOrder, ordered } from '../draft/draft.ts'
import type { Lowering } from '../lower/piece.ts'
import { dissolve } from './dissolve.ts'
import { dropAssign } from './dropAssign.ts'
import { dropPass, dropSucceed } from './dropPass.ts'
import { intoCatch } from './intoCatch.ts'
import { intoNext, pastWait } from './intoNext.ts'
import { intoPrevious } from './intoPrevious.ts'
import { intoWay } from './intoWay.ts'
import { joinChoices } from './joinChoices.ts'
import type { Language } from './language.ts'
import { leave } from './leave.ts'
import { mergeEqual } from './mergeEqual.ts'
import { raise } from './raise.ts'
import { readPayload } from './readPayload.ts'
import { connect, type Rewrite, type Rewriting, remember } from './rewriting.ts'
import { split } from './split.ts'
import { throughChoice } from './throughChoice.ts'

/** What only takes away, and is done first, as it brings together what belongs together. */
const first: readonly Rewrite[] = [dissolve, dropAssign, dropPass, dropSucceed, intoCatch, readPayload]

/** A Pass of the user's is rather done by the state after it, one of a kept payload by the state before it. */
const intoOne: Rewrite = (rewriting, draft) =>
  draft.node === undefined
    ? intoPrevious(rewriting, draft) || intoNext(rewriting, draft)
    : intoNext(rewriting, draft) || intoPrevious(rewriting, draft)

/** In the order in which they are tried at each state. */
const rewrites: readonly Rewrite[] = [...first, raise, intoOne, throughChoice, pastWait, joinChoices, intoWay]

const isLive = (draft: Draft): boolean => draft.kind !== 'Link'

const apply = (rewriting: Rewriting, drafts: readonly Draft[], some: readonly Rewrite[]): boolean => {
  let changed = false
  for (const draft of drafts) for (const rewrite of some) if (isLive(draft) && rewrite(rewriting, draft)) changed = true
  return changed
}

/** Rewrites a scope until nothing more can be done. */
const fuseScope = (rewriting: Rewriting): boolean => {
  rewriting.scope.order = undefined
  let drafts: readonly Draft[] = connect(rewriting.scope)
  let everChanged = false
  if (apply(rewriting, drafts, first)) {
    everChanged = true
    drafts = connect(rewriting.scope)
  }
  // Each round takes something away, or moves a Pass on; the bound is there for what nobody thought of.
  for (let round = 0; round < 20; round++) {
    const changed = apply(rewriting, drafts, rewrites)
    if (changed) drafts = inOrder(rewriting.scope)
    if (!mergeEqual(rewriting, drafts) && !changed) {
      rewriting.scope.order = drafts
      break
    }
    everChanged = true
    drafts = connect(rewriting.scope)
  }
  return everChanged
}

const fuseScopes = (scopes: readonly DraftScope[], language: Language): void => {
  // A variable that inner states read no more may not be needed outside, and the other way round.
  for (let round = 0; round < 3; round++) {
    let changed = false
    for (let i = scopes.length - 1; i >= 0; i--) {
      const scope = scopes[i] as DraftScope
      if (!scope.isPlain && !scope.isGone && fuseScope({ scope, language })) changed = true
    }
    if (!changed) return
  }
}

/** Fuses all scopes, inner ones first; or only makes them such that the language can say them. */
export const fuse = (
  { scopes, variables }: Pick<Lowering, 'scopes' | 'variables'>,
  language: Language,
  isOff: boolean,
): void => {
  if (variables.isUsed())
    for (const scope of scopes) for (const draft of ordered(scope)) if (!scope.isPlain || isTold(draft)) remember(draft)
  if (!isOff) fuseScopes(scopes, language)
  let changed = false
  for (let i = scopes.length - 1; i >= 0; i--) {
    const scope = scopes[i] as DraftScope
    if (!scope.isGone && !scope.isPlain && leave(scope)) changed = true
  }
  if (changed && !isOff) fuseScopes(scopes, language)
  if (split(scopes, language, variables) && !isOff) fuseScopes(scopes, language)
  if (!isOff) for (const scope of scopes) if (!scope.isGone && !scope.isPlain) finish(scope)
}

/** Where a Choice or a catch leads to the end of a scope, an engineer writes a Succeed. */
const finish = (scope: DraftScope): void => {
  for (const draft of ordered(scope)) {
    const isEnd =
      draft.kind === 'Pass' && draft.next === null && draft.output === undefined && draft.assigns.length === 0
    if (!isEnd || draft.given !== undefined || draft.label === '_failed') continue
    draft.kind = 'Succeed'
    draft.label = 'Done'
  }
}

/** States of a plain scope read variables of outer ones. */
const isTold = ({ payload, output, items }: Draft): boolean =>
  payload !== undefined || output !== undefined || items !== undefined
