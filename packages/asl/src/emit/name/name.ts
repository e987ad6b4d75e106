/** Names for the states that are left. Every state of a machine has one of its own, in nested scopes too. */
import { fitted, numbered } from '@orkestra/core'
import { type Draft, type DraftScope, followed, inOrder } from '../draft/draft.ts'

/** The states of a machine, in order and named. */
export interface Named {
  /** All of them, each before those inside it. */
  readonly drafts: readonly Draft[]
  /** Those of each scope. */
  readonly within: ReadonlyMap<DraftScope, readonly Draft[]>
}

const word: Readonly<Partial<Record<Draft['kind'], string>>> = { Parallel: 'Parallel', Map: 'Map' }

/**
 * What a state with states inside is called: after what comes first in each of its scopes, which is a step of the user's where there is
 * one. What only keeps a value for later comes and goes with the steps around it. Inner ones have their labels already.
 */
const labelOfGroup = (draft: Draft, ordered: ReadonlyMap<DraftScope, readonly Draft[]>): string => {
  const inner = draft.scopes.map((scope) => {
    const drafts = ordered.get(scope) ?? []
    const first = drafts.find(({ node, given }) => node !== undefined || given !== undefined) ?? followed(scope.start)
    return first.given ?? first.label
  })
  return fitted(`${draft.isWrapper ? draft.label : word[draft.kind]} ${inner.join(', ')}`)
}

/**
 * Names all states.
 *
 * The first of a name keeps it, later ones are `name2`, `name3`, in the order in which they stand. Names that users gave come before
 * derived ones, so a derived name never takes one away, and a step of another name changes no name.
 */
export const name = (scopes: readonly DraftScope[]): Named => {
  const ordered = new Map<DraftScope, readonly Draft[]>()
  for (let i = scopes.length - 1; i >= 0; i--) {
    const scope = scopes[i] as DraftScope
    if (scope.isGone) continue
    const drafts = inOrder(scope)
    ordered.set(scope, drafts)
    for (const draft of drafts) if (draft.scopes.length > 0) draft.label = labelOfGroup(draft, ordered)
    labelFailures(drafts)
  }
  const root = scopes[0] as DraftScope
  const all = scopes.length === 1 ? (ordered.get(root) ?? []) : preorder(root, ordered)

  let users: Set<string> | undefined
  /** The names that users gave. Most machines never ask. */
  const isGiven = (text: string): boolean => {
    users ??= new Set(all.flatMap(({ given }) => (given === undefined ? [] : [given])))
    return users.has(text)
  }
  const taken = new Set<string>()
  const count = new Map<string, number>()
  const isFree = (text: string, own: boolean): boolean => !taken.has(text) && (own || !isGiven(text))
  const unique = (base: string, own: boolean): string => {
    let text = base
    for (let n = 1, free = isFree(base, own); !free; free = isFree(text, false)) {
      n = (count.get(base) ?? 1) + 1
      count.set(base, n)
      text = numbered(base, n)
    }
    taken.add(text)
    return text
  }
  for (const draft of all) draft.name = unique(draft.given ?? fitted(draft.label), draft.given !== undefined)
  nameVariables(all)
  return { drafts: all, within: ordered }
}

/** A state that an error ends in is called after the one that failed. */
const labelFailures = (drafts: readonly Draft[]): void => {
  for (const draft of drafts)
    for (const { next } of draft.catchers) {
      const to = followed(next)
      if (to.label === '_failed') to.label = fitted(`${draft.given ?? draft.label}_failed`)
    }
}

/** All states, each before those inside it. */
const preorder = (root: DraftScope, ordered: ReadonlyMap<DraftScope, readonly Draft[]>): readonly Draft[] => {
  const all: Draft[] = []
  const stack: { readonly drafts: readonly Draft[]; at: number }[] = [{ drafts: ordered.get(root) ?? [], at: 0 }]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const draft = top.drafts[top.at]
    if (draft === undefined) {
      stack.pop()
      continue
    }
    top.at += 1
    all.push(draft)
    for (let i = draft.scopes.length - 1; i >= 0; i--)
      stack.push({ drafts: ordered.get(draft.scopes[i] as DraftScope) ?? [], at: 0 })
  }
  return all
}

/** A JSONata function of that name would be hidden by a variable; `states` is AWS's. */
const reserved: ReadonlySet<string> = new Set(
  (
    'states abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl decodeUrlComponent distinct each ' +
    'encodeUrl encodeUrlComponent error eval exists filter floor formatBase formatInteger formatNumber fromMillis hash join keys length ' +
    'lookup lowercase map match max merge millis min not now number pad parse parseInteger partition power random range reduce replace ' +
    'reverse round shuffle sift single sort split spread sqrt string substring substringAfter substringBefore sum toMillis trim type ' +
    'uppercase uuid zip'
  ).split(' '),
)

/**
 * Gives names to variables, in the order in which they are assigned. No two of a machine are the same, as an inner scope must not assign
 * what an outer one does. https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html
 */
const nameVariables = (drafts: readonly Draft[]): void => {
  const count = new Map<string, number>()
  const unique = (words: string): string => {
    const [first = '', ...rest] = words.split(/[^A-Za-z0-9]+/).filter((one) => one !== '')
    const camel = `${first.charAt(0).toLowerCase()}${first.slice(1)}${rest.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('')}`
    const plain = (/^[a-z]/.test(camel) ? camel : `v${camel}`).slice(-60).replace(/^\d+/, 'v')
    const base = reserved.has(plain) ? `${plain}Value` : plain
    const n = (count.get(base) ?? 0) + 1
    count.set(base, n)
    return n === 1 ? base : `${base}_${n}`
  }
  for (const draft of drafts)
    for (const assigns of [draft.assigns, ...draft.rules.map((rule) => rule.assigns)])
      for (const { variable } of assigns) variable.name ??= unique(variable.words)
}
