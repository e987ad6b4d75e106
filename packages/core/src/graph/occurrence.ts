/**
 * A graph with its places told apart. A node may stand in a graph many times; each place is an `Occurrence`, and has state
 * names that are unique in the whole machine. Every reader that names states reads this, so that the emitted definition and
 * the diagrams speak of the same states.
 */

import { fold } from './fold.ts'
import {
  type AnyStep,
  type Capture,
  type Catch,
  type Delay,
  type Keep,
  type Node,
  nodeOf,
  type Retry,
} from './graph.ts'
import { fitted, numbered } from './names.ts'
import { repeatLimitReached } from './repeatLimit.ts'

/** A node at its place in a graph. */
export interface Occurrence {
  readonly node: Node
  readonly children: readonly Occurrence[]
  /** Its state's name. A sequence is no state: `''`. A guard (capture, retry, catch) without a wrapper has the name of the state it guards. */
  readonly name: string
  /** The name of the first state that is entered. */
  readonly entry: string
  /** Of a capture: the name of the Pass state that a caught error ends in. Else `''`. */
  readonly failed: string
  /** The states and variables that a node needs besides. */
  readonly more: More
}

/** Names of what a node needs besides its own state. Each is there where the node's kind has use for it. */
export interface More {
  /** Of a bind: its variable. Of a loop: what it started from. */
  readonly variable?: string
  /** Of a loop: the variable that counts. */
  readonly attempts?: string
  /** Of a loop: the Choice that asks, the Wait before another attempt, the Fail after the last, the Pass on its way out. */
  readonly asking?: string
  readonly waiting?: string
  readonly exhausted?: string
  readonly done?: string
  /** Of a kept input: the Pass that takes the output out of its wrapping, which JSONPath needs. */
  readonly kept?: string
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

/** Whether a node is a guard. */
export const isGuard = (node: Node): node is Guard =>
  node._tag === 'Capture' || node._tag === 'Retry' || node._tag === 'Catch' || node._tag === 'Keep'

/** Whether a place has no state of its own: a sequence, or a guard whose body carries it. */
const isStateless = (node: Node): boolean => node._tag === 'Seq' || (isGuard(node) && isInPlace(node))

interface Draft {
  node: Node
  children: Draft[]
  /** What it is called where another name is made of it, before occurrences are told apart. */
  label: string
  name: string
  entry: string
  failed: string
  more: More
}

const nothing: More = Object.freeze({})

const draft = (node: Node, children: readonly Draft[], label: string): Draft => ({
  node,
  children: children as Draft[],
  label: node.stateName ?? fitted(label),
  name: '',
  entry: '',
  failed: '',
  more: nothing,
})

const guarded = (node: Guard, children: readonly Draft[], word: string): Draft => {
  const body = children[0]?.label ?? ''
  return draft(node, children, isInPlace(node) ? body : `${word} ${body}`)
}

const waitLabel = (delay: Delay): string => {
  switch (delay.kind) {
    case 'duration':
      return `Wait ${delay.seconds} s`
    case 'seconds':
      return 'Wait'
    case 'until':
      return 'Wait until'
  }
}

const drafted = fold<Draft>({
  Task: (node) => draft(node, [], node.name),
  Identity: (node) => draft(node, [], 'identity'),
  Pass: (node) => draft(node, [], 'Pass'),
  Seq: (node, steps) => draft(node, steps, steps[0]?.label ?? ''),
  Par: (node, branches) => draft(node, branches, `Parallel ${branches.map((b) => b.label).join(', ')}`),
  Map: (node, item) => draft(node, [item], `Map ${item.label}`),
  Capture: (node, body) => guarded(node, [body], 'Capture'),
  Choice: (node, arms, otherwise) => draft(node, [...arms, otherwise], 'Choice'),
  Bind: (node, body, value) =>
    draft(node, value ? [value, body] : [body], value ? `Assign ${value.label}` : 'Assign input'),
  Repeat: (node, body) => draft(node, [body], `Repeat ${body.label}`),
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
    case 'Bind':
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
      return undefined
  }
}

/**
 * Gives names to variables. No two of a machine are the same, as an inner scope must not assign what an outer one does; and all end in
 * a word of ours, as a JSONata function of that name, `$string`, would be hidden. https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
const variableNames = (): ((words: string) => string) => {
  const count = new Map<string, number>()
  return (words) => {
    const [first = '', ...rest] = words.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
    const camel = `${first.charAt(0).toLowerCase()}${first.slice(1)}${rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`
    const base = (/^[a-z]/.test(camel) ? camel : `v${camel}`).slice(-60).replace(/^\d+/, 'v')
    const n = (count.get(base) ?? 0) + 1
    count.set(base, n)
    return n === 1 ? base : `${base}_${n}`
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
    const opens = at.node._tag === 'Seq' || (at.node._tag === 'Bind' && at.node.value !== undefined)
    at.entry = opens ? (first?.entry ?? '') : at.name
  }
  const variables = variableNames()
  const derived = ({ name }: Draft, suffix: string): string => unique(fitted(`${name}${suffix}`), false)
  for (const at of order) {
    switch (at.node._tag) {
      case 'Capture':
        at.failed = derived(at, '_failed')
        break
      case 'Bind':
        at.more = { variable: variables(at.node.value ? `${at.children[0]?.label ?? ''} output` : 'the input') }
        break
      case 'Keep':
        at.more = { kept: derived(at, '_kept') }
        break
      case 'Repeat': {
        const label = at.children[0]?.label ?? ''
        const { pause, maxAttempts, timeLimitSeconds } = at.node
        const waits = pause?.backoffRate === undefined ? `Wait ${pause?.seconds ?? 0} s` : 'Wait longer'
        const isLimited = maxAttempts !== undefined || timeLimitSeconds !== undefined
        at.more = {
          variable: variables(`${label} input`),
          attempts: variables(`${label} attempts`),
          asking: unique(fitted(`${label} done?`), false),
          ...(pause !== undefined && { waiting: unique(waits, false) }),
          ...(isLimited && { exhausted: unique(`Fail ${repeatLimitReached}`, false) }),
          done: unique('Done', false),
        }
      }
    }
  }
  return root
}

/** The names of all states of a place's own, but for those of its children. In JSONata nothing needs to be `kept` apart. */
export const statesOf = ({ name, failed, more }: Occurrence): readonly string[] => {
  const { asking, waiting, exhausted, done, kept } = more
  return [name, failed, asking, waiting, exhausted, done, kept].filter(
    (state): state is string => state !== undefined && state !== '',
  )
}

/** Whether a guard stands as a Parallel of its own around its body. */
export const isWrapper = (at: Occurrence): boolean => isGuard(at.node) && !isInPlace(at.node)

/**
 * Reads the places of a graph from the leaves up, as `fold` reads its nodes; `enter` is told of each place before its
 * children and may keep them from being read by answering `false`.
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
