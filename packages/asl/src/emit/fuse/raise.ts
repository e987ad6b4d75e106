import type { Expression } from '@orkestra/core'
import { type Draft, follow, followed, freshPayload, hasResult, outputOf } from '../draft/draft.ts'
import { isRoot, readsRoot, withInput } from '../draft/substitution.ts'
import { fieldAdded } from '../write/stateWriter.ts'
import {
  bypass,
  commit,
  forEachExpression,
  isOnlyAfter,
  onlyBefore,
  type Rewrite,
  replacing,
  rewritten,
  settled,
} from './rewriting.ts'
import { isStable, riskOf } from './totality.ts'

/** Where in an object the input was put, if that is all that is read of it. */
const placeOf = (output: Expression): Expression | undefined => {
  const added = fieldAdded(output)
  if (added !== undefined && isRoot(added.value, 'Input') && !readsRoot(added.object, 'Input'))
    return { _tag: 'Reference', root: { _tag: 'Input' }, path: [added.key] }
  if (output._tag !== 'Object') return undefined
  const readers = output.fields.filter(([, value]) => readsRoot(value, 'Input'))
  const [only] = readers
  return readers.length === 1 && only !== undefined && isRoot(only[1], 'Input')
    ? { _tag: 'Reference', root: { _tag: 'Input' }, path: [only[0]] }
    : undefined
}

/** Whether it makes no difference to a state what it is given. */
const isDeaf = (draft: Draft): boolean => {
  if (draft.kind === 'Fail') return !readsRoot(draft.error, 'Input') && !readsRoot(draft.cause, 'Input')
  if (draft.kind !== 'Wait' && draft.kind !== 'Pass') return false
  let reads = readsRoot(outputOf(draft), 'Input')
  forEachExpression(draft, (expression) => {
    if (readsRoot(expression, 'Input')) reads = true
  })
  return !reads
}

/**
 * *What one way out of a Choice makes of the payload is made before the Choice,* where no other way looks at the payload; the Choice asks
 * of where it was put. So a poll keeps its answer in a field of the payload.
 */
export const raise: Rewrite = (rewriting, choice) => {
  if (choice.kind !== 'Choice') return false
  const before = onlyBefore(rewriting, choice)
  if (before === undefined || !hasResult(before) || follow(before.next) !== choice) return false
  const ways = [...new Set([...choice.rules.map(({ next }) => followed(next)), followed(choice.next as Draft)])]
  const takers = ways.filter((way) => !isDeaf(way))
  const [pass] = takers
  if (takers.length !== 1 || pass?.kind !== 'Pass' || pass.given !== undefined || pass.assigns.length > 0) return false
  if (!isOnlyAfter(rewriting, pass, choice)) return false
  if (choice.output !== undefined || choice.rules.some(({ output }) => output !== undefined)) return false
  const made = outputOf(pass)
  const place = placeOf(made)
  const { language } = rewriting
  if (place === undefined || !isStable(made) || riskOf(made, language.name) !== 'none') return false
  const handed = outputOf(before)
  if (riskOf(handed, language.name) !== 'none' || before.assigns.length > 0) return false
  const first = settled(rewriting, { ...before, output: withInput(made, handed) })
  if (first === undefined) return false
  const asked = rewritten(choice, replacing(place, new Map()))
  const payload = freshPayload()
  const second = settled(rewriting, {
    ...asked,
    input: payload,
    output: undefined,
    rules: asked.rules.map((rule) => ({ ...rule, output: undefined })),
  })
  if (second === undefined) return false
  commit(before, first)
  commit(choice, second)
  for (const way of ways) if (way !== pass) way.input = payload
  if (follow(pass.next) === null) commit(pass, { ...pass, output: undefined, input: payload })
  else bypass(pass)
  return true
}
