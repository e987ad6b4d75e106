import type { Expression } from '@orkestra/core'
import {
  blank,
  type Draft,
  type DraftScope,
  follow,
  freshPayload,
  inOrder,
  ordered,
  reference,
  theInput,
} from '../draft/draft.ts'

/** Under which field a branch says that it ends more than itself, and under which one it says what it gives. */
const [ended, given] = ['ended', 'given']

const fieldOf = (key: string): Expression => reference({ _tag: 'Input' }, [key])
const under = (key: string, value: Expression): Expression => ({ _tag: 'Object', fields: [[key, value]] })

const pass = (label: string, output: Expression, next: Draft | null): Draft => {
  const draft = blank()
  draft.kind = 'Pass'
  draft.label = label
  draft.input = freshPayload()
  draft.output = output
  draft.next = next
  return draft
}

/**
 * *A Succeed ends what the user wrote it in, not the Parallel that carries a guard around it.* Such a Parallel says how it ended, and a
 * Choice after it ends the rest. Whether anything was there to do.
 */
export const leave = (scope: DraftScope): boolean => {
  let changed = false
  for (const wrapper of ordered(scope)) {
    if (!wrapper.isWrapper || wrapper.kind !== 'Parallel') continue
    // Where the Parallel ends what is around it, so does its branch.
    if (follow(wrapper.next) === null && !scope.isWrapped) continue
    const drafts = inOrder(wrapper.scopes[0] as DraftScope)
    const leaving = drafts.filter(({ kind, leaves }) => kind === 'Succeed' && leaves)
    if (leaving.length === 0) continue
    changed = true
    for (const draft of drafts) {
      if (draft.kind === 'Succeed' || draft.kind === 'Fail' || follow(draft.next) !== null) continue
      draft.next = pass('Given', under(given, theInput), null)
    }
    for (const draft of leaving) {
      draft.kind = 'Pass'
      draft.next = null
      draft.leaves = false
      draft.output = under(ended, draft.output ?? theInput)
    }
    const end = blank()
    end.kind = 'Succeed'
    end.label = 'Succeed'
    end.input = freshPayload()
    end.output = fieldOf(ended)
    end.leaves = scope.isWrapped
    const choice = blank()
    choice.kind = 'Choice'
    choice.label = 'Ended?'
    choice.input = freshPayload()
    const condition: Expression = { _tag: 'Ask', question: 'isPresent', value: fieldOf(ended) }
    choice.rules = [{ condition, next: end, assigns: [], output: undefined }]
    choice.next = pass('Go on', fieldOf(given), wrapper.next)
    wrapper.next = choice
    for (const one of [wrapper.scopes[0] as DraftScope, scope]) {
      one.isPlain = false
      one.order = undefined
    }
  }
  return changed
}
