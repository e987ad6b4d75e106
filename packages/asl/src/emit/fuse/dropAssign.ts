import { type Assignment, type Draft, outputOf } from '../draft/draft.ts'
import { commit, type Rewrite } from './rewriting.ts'
import { isCovered } from './totality.ts'

/** *A variable that nobody reads is not assigned,* unless it is what could fail. */
export const dropAssign: Rewrite = ({ language }, draft) => {
  const isDead = ({ variable }: Assignment): boolean => variable.reads === 0
  if (!draft.assigns.some(isDead) && !draft.rules.some(({ assigns }) => assigns.some(isDead))) return false
  const kept = (assigns: readonly Assignment[], output: Draft['output']) =>
    assigns.filter((one) => !isDead(one) || !isCovered(one.value, [output], language.name))
  const assigns = kept(draft.assigns, outputOf(draft))
  const rules = draft.rules.map((rule) => ({ ...rule, assigns: kept(rule.assigns, rule.output) }))
  const before = draft.assigns.length + draft.rules.reduce((sum, rule) => sum + rule.assigns.length, 0)
  const after = assigns.length + rules.reduce((sum, rule) => sum + rule.assigns.length, 0)
  if (before === after) return false
  commit(draft, { ...draft, assigns, rules })
  return true
}
