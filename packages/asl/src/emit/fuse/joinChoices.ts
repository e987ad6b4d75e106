import type { Expression } from '@orkestra/core'
import type { QueryLanguage } from '../../states.ts'
import { type Draft, type DraftRule, follow, followed } from '../draft/draft.ts'
import { isSame } from '../draft/substitution.ts'
import {
  bothComments,
  commit,
  connected,
  disconnected,
  isOnlyAfter,
  type Rewrite,
  remove,
  settled,
} from './rewriting.ts'
import { isBoolean } from './totality.ts'

/**
 * One condition and another: the other alone, where it is one of those that the first is made of. What an `and` would take for false
 * must still fail: it is asked as it stands where the first holds.
 */
const both = (one: Expression, other: Expression, language: QueryLanguage): Expression => {
  if (one._tag === 'Or' && one.conditions.some((part) => isSame(part, other))) return other
  if (!isBoolean(other, language))
    return { _tag: 'Call', name: 'cond', arguments: [one, other, { _tag: 'Literal', value: false }] }
  return {
    _tag: 'And',
    conditions: [
      ...(one._tag === 'And' ? one.conditions : [one]),
      ...(other._tag === 'And' ? other.conditions : [other]),
    ],
  }
}

const hasMore = ({ output, assigns, rules }: Draft): boolean =>
  output !== undefined ||
  assigns.length > 0 ||
  rules.some((rule) => rule.output !== undefined || rule.assigns.length > 0)

/** How many ways out a Choice has at most that is made of two. A person reads no more. */
const readable = 20

/** *A Choice that one way of a Choice leads to is asked by the first.* */
export const joinChoices: Rewrite = (rewriting, choice) => {
  if (choice.kind !== 'Choice' || hasMore(choice)) return false
  for (const way of [...choice.rules.map(({ next }) => next), choice.next as Draft]) {
    const inner = followed(way)
    if (inner.kind !== 'Choice' || inner === choice || inner.given !== undefined || hasMore(inner)) continue
    if (inner.isLoop || !isOnlyAfter(rewriting, inner, choice)) continue
    if (choice.rules.length + inner.rules.length > readable) continue
    const fallback = follow(inner.next) as Draft
    const rule = choice.rules.find(({ next }) => followed(next) === inner)
    const rules: DraftRule[] = choice.rules.flatMap((one) =>
      one === rule
        ? [
            ...inner.rules.map((other) => ({
              ...other,
              condition: both(one.condition, other.condition, rewriting.language.name),
            })),
            { ...one, next: fallback },
          ]
        : [one],
    )
    const changed: Draft =
      rule === undefined
        ? { ...choice, rules: [...choice.rules, ...inner.rules], next: fallback }
        : { ...choice, rules }
    const joined = settled(rewriting, { ...changed, isLoop: choice.isLoop && rule !== undefined })
    if (joined === undefined) continue
    joined.comment = bothComments(choice.comment, inner.comment)
    commit(choice, joined)
    disconnected(choice, inner)
    connected(choice)
    remove(inner)
    connected(choice)
    return true
  }
  return false
}
