import { implementation, type Task } from '@orkestra/core'
import { type Assignment, type Draft, follow, followed, freshPayload, payloadOf } from '../draft/draft.ts'
import { keyOf } from '../draft/substitution.ts'
import { forget, fromOf, type Rewriting } from './rewriting.ts'

/** What a state says and where it leads, as text: equal states in one scope have the same. Of states with others inside there is none. */
const textOf = (draft: Draft, idOf: (draft: Draft | null) => number): string | undefined => {
  if (draft.scopes.length > 0 || draft.kind === 'Fragment') return undefined
  const maybe = (expression: Draft['output']): string => (expression === undefined ? '' : keyOf(expression))
  const assigned = (assigns: readonly Assignment[]): unknown =>
    assigns.map(({ variable, value }) => [variable.level, keyOf(value)])
  const { node, delay } = draft
  const task =
    node?._tag === 'Task'
      ? [node.name, node.target, node.taskTimeout, node.heartbeat, node.retryServiceErrors, draft.retries]
      : []
  return JSON.stringify([
    draft.kind,
    draft.given,
    draft.comment,
    task,
    maybe(draft.payload),
    maybe(draft.output),
    maybe(draft.credentials),
    maybe(draft.error),
    maybe(draft.cause),
    assigned(draft.assigns),
    delay === undefined ? [] : delay.kind === 'duration' ? delay.seconds : [delay.kind, keyOf(delay.expression)],
    draft.rules.map((rule) => [
      keyOf(rule.condition),
      maybe(rule.output),
      assigned(rule.assigns),
      idOf(followed(rule.next)),
    ]),
    draft.catchers.map(({ errors, keep, next }) => [errors, keep, idOf(followed(next))]),
    draft.kind === 'Succeed' ? draft.leaves : draft.kind === 'Fail' ? '' : idOf(follow(draft.next)),
  ])
}

/** What of it is cheap to tell: most states have none that is alike in this, and need not be written down. */
const outlineOf = ({ kind, given, next, rules, catchers }: Draft, idOf: (draft: Draft | null) => number): string =>
  `${kind} ${rules.length} ${catchers.length} ${kind === 'Succeed' || kind === 'Fail' ? 0 : idOf(follow(next))} ${given}`

const handlerOf = (draft: Draft): unknown =>
  (draft.node as (Task & { readonly [implementation]?: unknown }) | undefined)?.[implementation]

/** Whether two states could be equal at all: more than one of the same kind and name leads to the same state. */
const mayHaveEquals = (drafts: readonly Draft[]): boolean => {
  const seen = new Set<string>()
  for (const { kind, given, label } of drafts) {
    const key = kind === 'Task' ? `Task ${given}` : given === undefined ? kind : `${kind} ${given} ${label}`
    if (
      kind !== 'Task' &&
      kind !== 'Pass' &&
      kind !== 'Wait' &&
      kind !== 'Choice' &&
      kind !== 'Succeed' &&
      kind !== 'Fail'
    )
      continue
    if (seen.has(key)) return true
    seen.add(key)
  }
  return false
}

/** Redirects the predecessors of another state to this one. The smaller set is redirected, because a state may replace thousands one by one. */
const takeOver = (draft: Draft, other: Draft): void => {
  const [own, others] = [fromOf(draft), fromOf(other)]
  const [few, many] = own.size < others.size ? [own, others] : [others, own]
  for (const before of few) many.add(before)
  draft.from = many
  other.from = undefined
}

/** *Equal states that lead on to the same are one.* From the last to the first, so that equal pieces of any length become one. */
export const mergeEqual = ({ scope }: Rewriting, drafts: readonly Draft[]): boolean => {
  if (!mayHaveEquals(drafts)) return false
  const ids = new Map<Draft, number>()
  for (const [i, draft] of drafts.entries()) ids.set(draft, i + 1)
  const idOf = (draft: Draft | null): number => (draft === null ? 0 : (ids.get(draft) ?? -1))
  const alike = new Map<string, Draft | Map<string, Draft>>()
  let changed = false
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i] as Draft
    const outline = outlineOf(draft, idOf)
    const found = alike.get(outline)
    if (found === undefined) {
      alike.set(outline, draft)
      continue
    }
    const known = found instanceof Map ? found : new Map([[textOf(found, idOf) ?? '', found]])
    alike.set(outline, known)
    const text = textOf(draft, idOf)
    if (text === undefined) continue
    const other = known.get(text)
    // The one that stays is the first: it is met last.
    known.set(text, draft)
    if (other === undefined || handlerOf(other) !== handlerOf(draft)) continue
    if (followed(scope.start) === other) continue
    forget(other)
    other.kind = 'Link'
    other.next = draft
    takeOver(draft, other)
    follow(draft.next)?.from?.delete(other)
    for (const { next } of draft.rules) followed(next).from?.delete(other)
    for (const { next } of draft.catchers) followed(next).from?.delete(other)
    if (payloadOf(other.input) !== payloadOf(draft.input)) draft.input = freshPayload()
    ids.set(other, idOf(draft))
    changed = true
  }
  return changed
}
