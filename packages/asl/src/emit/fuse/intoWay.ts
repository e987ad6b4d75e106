import { type Expression, forEachRoot } from '@orkestra/core'
import { type Assignment, type Draft, follow, followed, outputOf, theInput } from '../draft/draft.ts'
import { isRoot, substitute } from '../draft/substitution.ts'
import {
  alsoAssigned,
  bothComments,
  commit,
  connected,
  disconnected,
  onlyBefore,
  type Rewrite,
  remove,
  settled,
  valuesOf,
} from './rewriting.ts'
import { isCovered, isPlaced, isReadable, isStable } from './totality.ts'

/**
 * *What a Pass makes after one way out of a Choice, that way makes itself.* In JSONPath, whose Choice hands on its input, that is only
 * what is assigned.
 */
export const intoWay: Rewrite = (rewriting, pass) => {
  if (pass.kind !== 'Pass' || pass.given !== undefined) return false
  const choice = onlyBefore(rewriting, pass)
  const next = follow(pass.next)
  if (choice?.kind !== 'Choice' || next === null || next === choice) return false
  const parts = [outputOf(pass), ...pass.assigns.map(({ value }) => value)]
  if (parts.some(isPlaced)) return false
  const rule = choice.rules.find((one) => followed(one.next) === pass)
  const handed = (rule === undefined ? choice.output : rule.output) ?? theInput
  const assigned = rule === undefined ? choice.assigns : rule.assigns
  let reads = 0
  for (const part of parts)
    forEachRoot(part, (root) => {
      if (root._tag === 'Input') reads += 1
    })
  if (reads !== 1 && !isStable(handed)) return false
  const values = valuesOf(assigned)
  const then = (expression: Expression): Expression =>
    substitute(expression, (root) =>
      root._tag === 'Input' ? handed : root._tag === 'Variable' ? values.get(root.variable as never) : undefined,
    )
  const made = then(outputOf(pass))
  const assigns: readonly Assignment[] = alsoAssigned(
    assigned,
    pass.assigns.map(({ variable, value }) => ({ variable, value: then(value) })),
  )
  const { name } = rewriting.language
  const by = [made, ...assigns.map(({ value }) => value)]
  if (![handed, ...parts.map(then)].every((part) => isCovered(part, by, name))) return false
  const output = isRoot(made, 'Input') ? undefined : made
  const changed: Draft =
    rule === undefined
      ? { ...choice, output, assigns, next }
      : { ...choice, rules: choice.rules.map((one) => (one === rule ? { ...one, output, assigns, next } : one)) }
  if (!isReadable(made)) return false
  const other = settled(rewriting, changed)
  if (other === undefined) return false
  other.comment = bothComments(choice.comment, pass.comment)
  commit(choice, other)
  disconnected(choice, pass)
  connected(choice)
  remove(pass)
  return true
}
