/**
 * States before they have names. `lower` makes them of a graph, `fuse` rewrites them to fewer, `name` names what is left and `write`
 * says them in a query language. They lead to one another by identity; their slots hold core's expressions, of no query language.
 */
import type { Delay, Distributed, Each, Expression, Node, RetryPolicy, Root, Variable } from '@orkestra/core'
import type { Scope } from '../../states.ts'

/** A payload at run time, known by where it comes from: two places with the same `Payload` see the same value. */
export interface Payload {
  /** It is the same as another. */
  same?: Payload | undefined
  /** Nothing is ever handed on here: all ways to it have ended. */
  isNever?: true
}

/** A payload that is not known to be any other. */
export const freshPayload = (): Payload => ({ same: undefined })

/** The payload that stands for all that are known to be the same. */
export const payloadOf = (payload: Payload): Payload => {
  let at = payload
  while (at.same !== undefined) {
    // Halves the way for whoever asks next.
    if (at.same.same !== undefined) at.same = at.same.same
    at = at.same
  }
  return at
}

/** Says that two payloads are the same value. */
export const equate = (one: Payload, other: Payload): void => {
  const [a, b] = [payloadOf(one), payloadOf(other)]
  if (a !== b) a.same = b
}

/** A variable of a state machine. */
export interface Held extends Variable {
  /** What its name is made of. */
  readonly words: string
  /** The payload that it holds, where it holds one. */
  readonly payload?: Payload
  /** It is what the execution was started with, which the context holds: it is never assigned. */
  readonly isExecutionInput?: true
  /** It only ever holds whole numbers: counting with it cannot fail. */
  readonly isCounter?: true
  /** How many expressions read it. */
  reads: number
  /** Given once all states have names. */
  name?: string
}

export interface Assignment {
  readonly variable: Held
  /** Of the state's input, and where the state has one its result. */
  readonly value: Expression
}

/** Where an error leads. */
export interface DraftCatcher {
  readonly errors: readonly string[]
  /**
   * The field under which the error is put beside the state's input; `null` where the input alone goes on, and without it the error is the
   * whole payload.
   */
  readonly keep?: string | null
  readonly next: Draft
}

/** A way out of a Choice. */
export interface DraftRule {
  readonly condition: Expression
  readonly next: Draft
  readonly assigns: readonly Assignment[]
  /** What it hands on, of the Choice's input; `undefined` is the input itself. */
  readonly output: Expression | undefined
}

/** A `States` object. Its drafts are those that its start leads to. */
export interface DraftScope {
  start: Draft
  comment: string | undefined
  /** Whether it is the branch of a Parallel that only carries guards. */
  readonly isWrapped: boolean
  /** Whether no rewrite could have anything to do here. */
  isPlain: boolean
  /** Whether its states stand in another scope now. */
  isGone: boolean
  /** Its states in order, while nothing changes them: see `ordered`. */
  order: readonly Draft[] | undefined
}

/** Of a map, what it goes over and how. */
export interface DraftItems {
  readonly node: Each
  readonly items: Expression | undefined
  readonly selector: Expression | undefined
  readonly distributed: Distributed | undefined
}

export type Kind =
  /** Not lowered yet, or gone: it stands for where it leads. */
  'Link' | 'Task' | 'Pass' | 'Wait' | 'Choice' | 'Parallel' | 'Fragment' | 'Map' | 'Succeed' | 'Fail'

/**
 * A state. All kinds have the same slots, so that rewrites need not ask which; what a kind has no use for is empty. The optional ones are
 * those that few states have: a machine of many tasks is to be no larger than it must be.
 */
export interface Draft {
  kind: Kind
  /** The node that the state stands for. */
  node: Node | undefined
  /** The name that the user gave: with `named`, or as a task's own. */
  given: string | undefined
  /** What it is called where the user gave it no name. */
  label: string
  comment: string | undefined
  /** What it gets. */
  input: Payload
  /** Of a Task what it is called with, of a Parallel what its branches get: of the input. `undefined` is the input itself. */
  payload: Expression | undefined
  /**
   * What it hands on: of its input and its result. `undefined` is the result, or of a state that has none its input. Of a Choice, by
   * the default way; the same holds of what it assigns.
   */
  output: Expression | undefined
  assigns: readonly Assignment[]
  retries: readonly RetryPolicy[]
  catchers: readonly DraftCatcher[]
  rules: readonly DraftRule[]
  /** Where it leads; of a Choice, where it leads by default; of a `Link`, what it stands for. `null` is the end of its scope. */
  next: Draft | null
  /** Of a Parallel its branches, of a Map its items' states. */
  scopes: readonly DraftScope[]
  /** A Parallel that is there only to carry guards around its one branch. */
  isWrapper?: boolean | undefined
  /** A Choice that ends a loop: what it leads to by default stands before what comes after the loop. */
  isLoop?: boolean | undefined
  /** Of a Task: what is done, and as whom. */
  credentials?: Expression | undefined
  delay?: Delay | undefined
  items?: DraftItems | undefined
  fragment?: Scope | undefined
  /** Of a Fail. */
  error?: Expression | undefined
  cause?: Expression | undefined
  /** Of a Succeed inside of a wrapper: it ends what is around the wrapper, too. */
  leaves?: boolean | undefined
  /** Those that lead here, while its scope is rewritten. */
  from?: Set<Draft> | undefined
  name: string
  /** The last search that came here. */
  mark: number
}

const none: readonly never[] = []

/** A place to be filled. */
export const blank = (): Draft => ({
  kind: 'Link',
  node: undefined,
  given: undefined,
  label: '',
  comment: undefined,
  input: nowhere,
  payload: undefined,
  output: undefined,
  assigns: none,
  retries: none,
  catchers: none,
  rules: none,
  next: null,
  scopes: none,
  name: '',
  mark: 0,
})

/** What the optional slots are where a state becomes one of another kind. */
const unused: Partial<Draft> = {
  isWrapper: undefined,
  isLoop: undefined,
  credentials: undefined,
  delay: undefined,
  items: undefined,
  fragment: undefined,
  error: undefined,
  cause: undefined,
  leaves: undefined,
}

/** Makes a state another in its place: those that lead to it stay the same. */
export const become = (draft: Draft, other: Draft): void => {
  const { from } = draft
  Object.assign(draft, unused, other)
  draft.from = from
}

const nowhere: Payload = Object.freeze({})

/** The state that a place stands for; `null` at the end of a scope. */
export const follow = (place: Draft | null): Draft | null => {
  if (place?.kind !== 'Link') return place
  let at: Draft | null = place
  while (at !== null && at.kind === 'Link') at = at.next
  // What has been followed once leads there at once.
  for (let link: Draft | null = place; link?.kind === 'Link' && link.next !== at; ) {
    const { next }: Draft = link
    link.next = at
    link = next
  }
  return at
}

/** A state or the start of a scope, which is never its end. */
export const followed = (place: Draft): Draft => follow(place) as Draft

/** The states that a state leads to, in the order in which they are to stand: first where it goes when all goes well. */
export const successors = (draft: Draft): readonly Draft[] => {
  const all: Draft[] = []
  const add = (place: Draft | null): void => {
    const to = follow(place)
    if (to !== null) all.push(to)
  }
  if (draft.isLoop) add(draft.next)
  for (const { next } of draft.rules) add(next)
  if (draft.kind !== 'Succeed' && draft.kind !== 'Fail' && !draft.isLoop) add(draft.next)
  for (const { next } of draft.catchers) add(next)
  return all
}

/** Counts the searches, so that a mark tells this one from those before: a set of all states costs more than the search. */
let searches = 0

/** The states of a scope in the order in which they run: each after all that lead to it, loops aside. */
export const inOrder = (scope: DraftScope): readonly Draft[] => {
  searches += 1
  const search = searches
  // Most scopes begin with a line of states.
  const line: Draft[] = []
  let at = follow(scope.start)
  while (at !== null && at.catchers.length === 0 && at.kind !== 'Choice' && at.mark !== search) {
    at.mark = search
    line.push(at)
    at = at.kind === 'Succeed' || at.kind === 'Fail' ? null : follow(at.next)
  }
  if (at === null || at.mark === search) return line
  const order: Draft[] = []
  const stack: { readonly draft: Draft; readonly next: readonly Draft[]; at: number }[] = []
  const enter = (draft: Draft): void => {
    if (draft.mark === search) return
    draft.mark = search
    const next = successors(draft)
    stack.push({ draft, next, at: next.length })
  }
  enter(at)
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    top.at -= 1
    const next = top.next[top.at]
    if (next !== undefined) enter(next)
    else {
      order.push(top.draft)
      stack.pop()
    }
  }
  for (let i = order.length - 1; i >= 0; i--) line.push(order[i] as Draft)
  return line
}

/** The states of a scope in order, as they were found last. Whoever changes which states there are forgets it. */
export const ordered = (scope: DraftScope): readonly Draft[] => {
  scope.order ??= inOrder(scope)
  return scope.order
}

/** A path below the payload, a result, a variable or the context. */
export const reference = (root: Root, path: readonly (string | number)[] = []): Expression => ({
  _tag: 'Reference',
  root,
  path,
})

export const theInput: Expression = reference({ _tag: 'Input' })
export const theResult: Expression = reference({ _tag: 'Result' })
export const reading = (variable: Held): Expression => reference({ _tag: 'Variable', variable })
export const constant = (value: string | number | boolean | null): Expression => ({ _tag: 'Literal', value })

/** Whether a kind of state has a result: what it hands on where nothing is said. */
export const hasResult = ({ kind }: Draft): boolean =>
  kind === 'Task' || kind === 'Parallel' || kind === 'Map' || kind === 'Fragment'

/** What a state hands on, spelt out. */
export const outputOf = (draft: Draft): Expression => draft.output ?? (hasResult(draft) ? theResult : theInput)
