/** What all rewrites do: read and replace what drafts say, and keep account of who leads where and who reads what. */
import { type Expression, forEachRoot, type Root } from '@orkestra/core'
import {
  type Assignment,
  become,
  type Draft,
  type DraftRule,
  type DraftScope,
  follow,
  followed,
  type Held,
  hasResult,
  inOrder,
  outputOf,
  payloadOf,
  successors,
  theInput,
} from '../draft/draft.ts'
import { isRoot, substitute } from '../draft/substitution.ts'
import type { Language } from './language.ts'

/** A scope that is being rewritten. */
export interface Rewriting {
  readonly scope: DraftScope
  readonly language: Language
}

/** A rewrite: whether it did anything at a state. */
export type Rewrite = (rewriting: Rewriting, draft: Draft) => boolean

/** Those that lead to a state. */
export const fromOf = (draft: Draft): Set<Draft> => {
  draft.from ??= new Set()
  return draft.from
}

/** Notes who leads where, all through a scope. */
export const connect = (scope: DraftScope): readonly Draft[] => {
  const drafts = inOrder(scope)
  for (const draft of drafts) draft.from = new Set()
  for (const draft of drafts) for (const next of successors(draft)) fromOf(next).add(draft)
  return drafts
}

/** Notes that a state leads to others now. */
export const connected = (draft: Draft): void => {
  for (const next of successors(draft)) fromOf(next).add(draft)
}

/** Notes that a state leads to another no more, unless it still does. */
export const disconnected = (draft: Draft, from: Draft | null): void => {
  if (from !== null && !successors(draft).includes(from)) from.from?.delete(draft)
}

/** How many ways lead from one state to another. */
const waysTo = (from: Draft, to: Draft): number => successors(from).filter((next) => next === to).length

/** With how many ways out a Choice is rewritten. Each rewrite looks at all of them, so more would cost time that grows with their square. */
const fewWays = 100

/** The one state that leads to another, by one way; `undefined` where there are more, or the scope starts there. */
export const onlyBefore = ({ scope }: Rewriting, draft: Draft): Draft | undefined => {
  if (draft.from?.size !== 1 || followed(scope.start) === draft) return undefined
  const [before] = draft.from as Set<Draft>
  if (before === undefined || before === draft || before.rules.length > fewWays) return undefined
  return waysTo(before, draft) === 1 ? before : undefined
}

/** Whether a state is only reached by one way from another. */
export const isOnlyAfter = (rewriting: Rewriting, draft: Draft, before: Draft): boolean =>
  onlyBefore(rewriting, draft) === before

/** Takes a state out: who led to it leads to where it leads. */
export const bypass = (draft: Draft): void => {
  forget(draft)
  const next = follow(draft.next)
  draft.kind = 'Link'
  draft.next = next
  if (next === null) return
  next.from?.delete(draft)
  for (const before of draft.from ?? []) fromOf(next).add(before)
}

/** Takes out a state that nobody leads to any more. */
export const remove = (draft: Draft): void => {
  forget(draft)
  for (const next of successors(draft)) next.from?.delete(draft)
  const { next } = draft
  draft.kind = 'Link'
  draft.next = next
}

/** The expressions that a state holds itself, not those of states inside it. */
export const forEachExpression = (draft: Draft, visit: (expression: Expression) => void): void => {
  const each = (expression: Expression | undefined): void => {
    if (expression !== undefined) visit(expression)
  }
  const assigned = (assigns: readonly Assignment[]): void => {
    for (const { value } of assigns) visit(value)
  }
  each(draft.payload)
  each(draft.output)
  assigned(draft.assigns)
  for (const { condition, output, assigns } of draft.rules) {
    visit(condition)
    each(output)
    assigned(assigns)
  }
  each(draft.credentials)
  if (draft.delay !== undefined && draft.delay.kind !== 'duration') visit(draft.delay.expression)
  each(draft.error)
  each(draft.cause)
  if (draft.items === undefined) return
  const { items, selector, distributed } = draft.items
  each(items)
  each(selector)
  each(distributed?.reader?.arguments)
  each(distributed?.batcher?.batchInput)
  each(distributed?.writer?.arguments)
}

const countReads = (draft: Draft, by: 1 | -1): void =>
  forEachExpression(draft, (expression) =>
    forEachRoot(expression, (root) => {
      if (root._tag === 'Variable' && 'words' in root.variable) (root.variable as Held).reads += by
    }),
  )

/** Counts how often variables are read. */
export const remember = (draft: Draft): void => countReads(draft, 1)
export const forget = (draft: Draft): void => countReads(draft, -1)

/** How often a state itself reads a variable. */
export const readsIn = (draft: Draft, variable: Held): number => {
  let count = 0
  forEachExpression(draft, (expression) =>
    forEachRoot(expression, (root) => {
      if (root._tag === 'Variable' && root.variable === variable) count += 1
    }),
  )
  return count
}

/** Makes a state what a changed copy of it says. */
export const commit = (draft: Draft, changed: Draft): void => {
  forget(draft)
  become(draft, changed)
  remember(draft)
}

/** A state with all that it leaves unsaid about its input said, so that something else can stand in its place. */
const spelt = (draft: Draft): Draft => {
  switch (draft.kind) {
    case 'Task':
    case 'Parallel':
      return { ...draft, payload: draft.payload ?? theInput }
    case 'Map': {
      const { items } = draft
      const isRead = items?.distributed?.reader !== undefined
      return items === undefined || isRead ? draft : { ...draft, items: { ...items, items: items.items ?? theInput } }
    }
    case 'Pass':
    case 'Wait':
    case 'Succeed':
    case 'Choice':
      return {
        ...draft,
        output: outputOf(draft),
        rules: draft.rules.map((rule) => ({ ...rule, output: rule.output ?? theInput })),
      }
    case 'Fragment':
    case 'Fail':
    case 'Link':
      return draft
  }
}

const unlessRoot = (expression: Expression | undefined, tag: Root['_tag']): Expression | undefined =>
  isRoot(expression, tag) ? undefined : expression

/** A state that says no more than it must. */
const terse = (draft: Draft): Draft => {
  const { items, node } = draft
  return {
    ...draft,
    // The arguments of a service are always said.
    payload:
      draft.kind === 'Task' && node?._tag === 'Task' && node.target.kind === 'service'
        ? draft.payload
        : unlessRoot(draft.payload, 'Input'),
    output: unlessRoot(draft.output, hasResult(draft) ? 'Result' : 'Input'),
    rules: draft.rules.map((rule) => ({ ...rule, output: unlessRoot(rule.output, 'Input') })),
    ...(items !== undefined && { items: { ...items, items: unlessRoot(items.items, 'Input') } }),
  }
}

/** A copy of a state with all its expressions rewritten. */
export const rewritten = (draft: Draft, rewrite: (expression: Expression) => Expression): Draft => {
  const maybe = (expression: Expression | undefined): Expression | undefined => expression && rewrite(expression)
  const assigned = (assigns: readonly Assignment[]): readonly Assignment[] =>
    assigns.map(({ variable, value }) => ({ variable, value: rewrite(value) }))
  const full = spelt(draft)
  const { items, delay } = full
  return terse({
    ...full,
    payload: maybe(full.payload),
    output: maybe(full.output),
    assigns: assigned(full.assigns),
    rules: full.rules.map(
      (rule): DraftRule => ({
        next: rule.next,
        condition: rewrite(rule.condition),
        output: maybe(rule.output),
        assigns: assigned(rule.assigns),
      }),
    ),
    credentials: maybe(full.credentials),
    delay:
      delay === undefined || delay.kind === 'duration' ? delay : { ...delay, expression: rewrite(delay.expression) },
    error: maybe(full.error),
    cause: maybe(full.cause),
    items: items && {
      ...items,
      items: maybe(items.items),
      selector: maybe(items.selector),
      distributed: items.distributed && {
        ...items.distributed,
        ...(items.distributed.reader && {
          reader: { ...items.distributed.reader, arguments: rewrite(items.distributed.reader.arguments) },
        }),
        ...(items.distributed.batcher?.batchInput && {
          batcher: { ...items.distributed.batcher, batchInput: rewrite(items.distributed.batcher.batchInput) },
        }),
        ...(items.distributed.writer?.arguments && {
          writer: { ...items.distributed.writer, arguments: rewrite(items.distributed.writer.arguments) },
        }),
      },
    },
  })
}

/** Replaces the input and variables all through a state. */
export const replacing =
  (input: Expression, variables: ReadonlyMap<Held, Expression>) =>
  (expression: Expression): Expression =>
    substitute(expression, (root) =>
      root._tag === 'Input' ? input : root._tag === 'Variable' ? variables.get(root.variable as Held) : undefined,
    )

/** A copy of a state that reads its input instead of variables that hold the same; the state itself where there are none. */
export const readingInput = (draft: Draft): Draft => {
  const payload = payloadOf(draft.input)
  const same = (root: Root): Expression | undefined =>
    root._tag === 'Variable' &&
    'words' in root.variable &&
    (root.variable as Held).payload !== undefined &&
    payloadOf((root.variable as Held).payload as never) === payload
      ? theInput
      : undefined
  let isRead = false
  forEachExpression(draft, (expression) =>
    forEachRoot(expression, (root) => {
      if (same(root) !== undefined) isRead = true
    }),
  )
  return isRead ? rewritten(draft, (expression) => substitute(expression, same)) : draft
}

/** A state that says what a draft does, if one can in this language. */
export const settled = ({ language }: Rewriting, draft: Draft): Draft | undefined => {
  const read = readingInput(draft)
  if (language.speaks(read)) return read
  return read !== draft && language.speaks(draft) ? draft : undefined
}

/** The values of variables, for those who read them where they are not assigned yet. */
export const valuesOf = (assigns: readonly Assignment[]): ReadonlyMap<Held, Expression> =>
  new Map(assigns.map(({ variable, value }) => [variable, value]))

/** Assignments and later ones, which win. */
export const alsoAssigned = (first: readonly Assignment[], later: readonly Assignment[]): readonly Assignment[] => {
  if (first.length === 0) return later
  if (later.length === 0) return first
  const again = new Set(later.map(({ variable }) => variable))
  return [...first.filter(({ variable }) => !again.has(variable)), ...later]
}

/** Comments of two states that become one. */
export const bothComments = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || one === other ? other : other === undefined ? one : `${one}\n${other}`
