import { type Draft, follow, followed, outputOf } from '../draft/draft.ts'
import { isRoot } from '../draft/substitution.ts'
import { absorbed } from './intoNext.ts'
import {
  alsoAssigned,
  bothComments,
  commit,
  forget,
  fromOf,
  isOnlyAfter,
  type Rewrite,
  replacing,
  rewritten,
  settled,
  valuesOf,
} from './rewriting.ts'
import { isCovered, isStable, riskOf } from './totality.ts'

/**
 * *What a Pass makes before a Choice, the Choice asks of the Pass's input, and each way out of it makes by itself.* For JSONPath, whose
 * Choice hands on its input; every way must be able to.
 */
export const throughChoice: Rewrite = (rewriting, pass) => {
  if (pass.kind !== 'Pass' || pass.given !== undefined) return false
  const choice = follow(pass.next)
  if (choice?.kind !== 'Choice' || !isOnlyAfter(rewriting, choice, pass)) return false
  const made = outputOf(pass)
  if (isRoot(made, 'Input') || !isStable(made) || !pass.assigns.every(({ value }) => isStable(value))) return false
  if (choice.output !== undefined || choice.rules.some(({ output }) => output !== undefined)) return false
  const { scope, language } = rewriting
  const ways = new Set([...choice.rules.map(({ next }) => followed(next)), followed(choice.next as Draft)])
  const changes = new Map<Draft, Draft>()
  for (const way of ways) {
    if (way === choice || !isOnlyAfter(rewriting, way, choice)) return false
    const changed = absorbed(rewriting, way, made, pass.input)
    if (changed === undefined) return false
    changes.set(way, changed)
  }
  const asked = rewritten(choice, replacing(made, valuesOf(pass.assigns)))
  const changed: Draft = {
    ...asked,
    input: pass.input,
    output: undefined,
    assigns: alsoAssigned(pass.assigns, asked.assigns),
    rules: asked.rules.map((rule) => ({
      ...rule,
      output: undefined,
      assigns: alsoAssigned(pass.assigns, rule.assigns),
    })),
    comment: bothComments(pass.comment, choice.comment),
  }
  if (choice.assigns.length > 0 || choice.rules.some(({ assigns }) => assigns.length > 0)) return false
  // What a condition leaves out is missed only after it; that ends the execution with the same error.
  if (
    riskOf(made, language.name) === 'catchable' &&
    !changed.rules.every(({ condition }) => isCovered(made, [condition], language.name))
  )
    return false
  const settledChoice = settled(rewriting, changed)
  if (settledChoice === undefined) return false
  commit(choice, settledChoice)
  for (const [way, other] of changes) commit(way, other)
  forget(pass)
  choice.from?.delete(pass)
  for (const before of pass.from ?? []) fromOf(choice).add(before)
  pass.kind = 'Link'
  pass.next = choice
  if (scope.start === pass) scope.start = choice
  return true
}
