import { type Draft, follow, followed } from '../draft.ts'
import { isRoot } from '../substitution.ts'
import { bothComments, bypass, disconnected, forget, type Rewrite } from './rewriting.ts'

/** Ways that can lead to the end of a scope: those of a Choice and of a catch must lead to a state. */
const endsAt = (before: Draft, draft: Draft): boolean =>
  before.kind !== 'Choice' &&
  follow(before.next) === draft &&
  !before.catchers.some(({ next }) => followed(next) === draft)

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
  if (draft.comment !== undefined) return false
  let changed = false
  for (const before of [...(draft.from ?? [])])
    if (endsAt(before, draft)) {
      before.next = null
      disconnected(before, draft)
      changed = true
    }
  if (draft.from?.size === 0 && followed(scope.start) !== draft) forget(draft)
  return changed
}
