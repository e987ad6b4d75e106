import { type Draft, follow, followed } from '../draft/draft.ts'
import { isRoot } from '../draft/substitution.ts'
import { bothComments, bypass, disconnected, type Rewrite, remove } from './rewriting.ts'

/** Lets those that lead to the end of a scope by a state end it themselves. A Choice and a catch must lead to a state. */
const endBefore = (start: Draft, draft: Draft): boolean => {
  let changed = false
  for (const before of [...(draft.from ?? [])])
    if (before.kind !== 'Choice' && follow(before.next) === draft) {
      before.next = null
      disconnected(before, draft)
      changed = true
    }
  if (draft.from?.size === 0 && start !== draft) remove(draft)
  return changed
}

/** *A Pass that only hands its input on is not there.* */
export const dropPass: Rewrite = ({ scope }, draft) => {
  if (draft.kind !== 'Pass' || draft.given !== undefined || draft.assigns.length > 0) return false
  if (draft.output !== undefined && !isRoot(draft.output, 'Input')) return false
  const next = follow(draft.next)
  if (next === draft) return false
  if (next !== null) {
    if (draft.comment !== undefined) next.comment = bothComments(draft.comment, next.comment)
    bypass(draft)
    return true
  }
  return draft.comment === undefined && endBefore(followed(scope.start), draft)
}

/** *A Succeed after a state is the end of that state.* */
export const dropSucceed: Rewrite = ({ scope }, draft) => {
  if (draft.kind !== 'Succeed' || draft.given !== undefined || draft.comment !== undefined || draft.leaves) return false
  return draft.output === undefined && endBefore(followed(scope.start), draft)
}
