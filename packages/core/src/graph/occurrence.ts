/**
 * A graph with its places told apart. A node may stand in a graph many times; each place is an `Occurrence`, and has state
 * names that no other has. Those who read the graph as it is written read this: diagrams and dependencies. What `emit` makes has fewer
 * states, and names them after the same labels.
 */

import { fold } from './fold.ts'
import type { Capture, Catch, Keep, Node, Retry } from './graph.ts'
import { choiceLabel, passLabel, waitLabel, wordsOf } from './labels.ts'
import { fitted, numbered } from './names.ts'
import { type AnyStep, nodeOf } from './step.ts'

/** A node at its place in a graph. */
export interface Occurrence {
  readonly node: Node
  readonly children: readonly Occurrence[]
  /** What it is called. A sequence and a variable's scope are no state: `''`. A guard (capture, retry, catch) without a wrapper has the name of the state it guards. */
  readonly name: string
  /** Of a capture: the name of the Pass state that a caught error ends in. Else `''`. */
  readonly failed: string
}

/** A node around another that says what is done when that one fails, or with what it gives. */
export type Guard = Capture | Retry | Catch | Keep

/**
 * Whether the state of a guard's body can carry the `Retry` or `Catch` itself; else a Parallel of one branch around it does. One
 * state tries again before it catches, so only a retry may be inside.
 */
export const isInPlace = (guard: Guard): boolean => {
  if (guard._tag === 'Keep') return false
  switch (guard.body._tag) {
    case 'Task':
    case 'Par':
    case 'Map':
      return true
    case 'Retry':
      return guard._tag !== 'Retry'
    case 'Identity':
    case 'Seq':
    case 'Capture':
    case 'Pass':
    case 'Choice':
    case 'Bind':
    case 'Repeat':
    case 'Keep':
    case 'Wait':
    case 'Succeed':
    case 'Fail':
    case 'Catch':
      return false
  }
}

/**
 * Whether a node retries, catches or captures the errors of its body.
 *
 * @example isGuard(nodeOf(retry(x))) // true
 */
export const isGuard = (node: Node): node is Guard =>
  node._tag === 'Capture' || node._tag === 'Retry' || node._tag === 'Catch' || node._tag === 'Keep'

/** Whether a place has no state of its own: a sequence, a variable's scope, or a guard whose body carries it. */
const isStateless = (node: Node): boolean =>
  node._tag === 'Seq' || node._tag === 'Bind' || (isGuard(node) && isInPlace(node))

interface Draft {
  node: Node
  children: Draft[]
  /** What it is called where another name is made of it, before occurrences are distinguished. */
  label: string
  name: string
  failed: string
}

const draft = (node: Node, children: readonly Draft[], label: string): Draft => ({
  node,
  children: children as Draft[],
  label: node.stateName ?? fitted(label),
  name: '',
  failed: '',
})

const guarded = (node: Guard, children: readonly Draft[], word: string): Draft => {
  const body = children[0]?.label ?? ''
  return draft(node, children, isInPlace(node) ? body : `${word} ${body}`)
}

const drafted = /* @__PURE__ */ fold<Draft>({
  Task: (node) => draft(node, [], node.name),
  Identity: (node) => draft(node, [], 'identity'),
  Pass: (node) => draft(node, [], passLabel(node.value)),
  Seq: (node, steps) => draft(node, steps, steps[0]?.label ?? ''),
  Par: (node, branches) => draft(node, branches, `Parallel ${branches.map((b) => b.label).join(', ')}`),
  Map: (node, item) => draft(node, [item], `Map ${item.label}`),
  Capture: (node, body) => guarded(node, [body], 'Capture'),
  Choice: (node, arms, otherwise) => draft(node, [...arms, otherwise], choiceLabel(node.arms)),
  Bind: (node, body, value) => draft(node, value ? [value, body] : [body], (value ?? body).label),
  Repeat: (node, body) => draft(node, [body], `${wordsOf(node.body)} done?`),
  Keep: (node, body) => guarded(node, [body], 'Keep'),
  Wait: (node) => draft(node, [], waitLabel(node.delay)),
  Succeed: (node) => draft(node, [], 'Succeed'),
  Fail: (node) => draft(node, [], node.error?._tag === 'Literal' ? `Fail ${String(node.error.value)}` : 'Fail'),
  Retry: (node, body) => guarded(node, [body], 'Retry'),
  Catch: (node, body, handlers) => guarded(node, [body, ...handlers], 'Catch'),
})

/** The name that the user gave this very state: a task's own, or one from `named`. */
const ownName = (node: Node): string | undefined => {
  switch (node._tag) {
    case 'Task':
      return node.stateName ?? node.name
    case 'Identity':
    case 'Par':
    case 'Pass':
    case 'Map':
    case 'Choice':
    case 'Repeat':
    case 'Wait':
    case 'Succeed':
    case 'Fail':
      return node.stateName
    case 'Capture':
    case 'Retry':
    case 'Catch':
    case 'Keep':
      return isInPlace(node) ? undefined : node.stateName
    case 'Seq':
    case 'Bind':
      return undefined
  }
}

const preorder = (root: Draft): Draft[] => {
  const order: Draft[] = []
  const stack = [root]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    order.push(at)
    for (let i = at.children.length - 1; i >= 0; i--) stack.push(at.children[i] as Draft)
  }
  return order
}

/**
 * Tells the places of a graph apart and names their states.
 *
 * The first occurrence of a name keeps it, later ones are `name2`, `name3`, in the order in which the term is written. Names
 * that users gave come before derived ones (`Parallel z, g`, `Map x`, `z_failed`), so a derived name never takes one away.
 *
 * @example occurrences(seq(x, y, x)).children.map((o) => o.name) // ['x', 'y', 'x2']
 */
export const occurrences = (graph: AnyStep): Occurrence => {
  const root = drafted(nodeOf(graph))
  const order = preorder(root)

  const given = new Set<string>()
  for (const { node } of order) {
    const own = ownName(node)
    if (own !== undefined) given.add(own)
  }
  const taken = new Set<string>()
  const count = new Map<string, number>()
  const isFree = (name: string, own: boolean): boolean => !taken.has(name) && (own || !given.has(name))
  const unique = (base: string, own: boolean): string => {
    let name = base
    for (let n = 1, free = isFree(base, own); !free; free = isFree(name, false)) {
      n = (count.get(base) ?? 1) + 1
      count.set(base, n)
      name = numbered(base, n)
    }
    taken.add(name)
    return name
  }

  for (const at of order) {
    const { node } = at
    if (isStateless(node)) continue
    const own = ownName(node)
    at.name = unique(own ?? at.label, own !== undefined)
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const at = order[i] as Draft
    const first = at.children[0]
    if (isGuard(at.node) && at.name === '') at.name = first?.name ?? ''
  }
  for (const at of order) if (at.node._tag === 'Capture') at.failed = unique(fitted(`${at.name}_failed`), false)
  return root
}

/**
 * Whether a guard becomes a Parallel state of its own around its body.
 *
 * @example isWrapper(occurrences(retry(seq(x, y)))) // true: several states are retried as one
 */
export const isWrapper = (at: Occurrence): boolean => isGuard(at.node) && !isInPlace(at.node)

/**
 * Reads the places of a graph from the leaves up, as `fold` reads its nodes; `enter` is called for each place before its
 * children and may keep them from being read by answering `false`.
 *
 * @example foldOccurrences(occurrences(workflow), (at, inner) => 1 + inner.reduce((a, b) => a + b, 0))
 */
export const foldOccurrences = <R>(
  root: Occurrence,
  leave: (at: Occurrence, parts: readonly R[]) => R,
  // biome-ignore lint/suspicious/noConfusingVoidType: an `enter` that answers nothing lets the children be read
  enter?: (at: Occurrence) => boolean | void,
): R => {
  const frame = (at: Occurrence) => ({ at, kids: enter?.(at) === false ? [] : at.children, parts: [] as R[] })
  const frames = [frame(root)]
  for (;;) {
    const top = frames.at(-1) as (typeof frames)[number]
    const next = top.kids[top.parts.length]
    if (next) {
      frames.push(frame(next))
      continue
    }
    frames.pop()
    const result = leave(top.at, top.parts)
    const parent = frames.at(-1)
    if (!parent) return result
    parent.parts.push(result)
  }
}
