/** Names for the states that are left. Every state of a machine has one of its own, in nested scopes too. */
import { fitted, numbered } from '@orkestra/core'
import { type Draft, type DraftScope, followed, ordered } from '../draft/draft.ts'

/** The states of a machine, in order and named. */
export interface Named {
  /** All of them, each before those inside it. */
  readonly drafts: readonly Draft[]
  /** Their scopes, inner ones first. */
  readonly scopes: readonly DraftScope[]
}

const word: Readonly<Partial<Record<Draft['kind'], string>>> = { Parallel: 'Parallel', Map: 'Map' }

/**
 * What a state with states inside is called: after what comes first in each of its scopes, which is a step of the user's where there is
 * one. What only keeps a value for later comes and goes with the steps around it. Inner ones have their labels already.
 */
const labelOfGroup = (draft: Draft): string => {
  let inner = ''
  for (const scope of draft.scopes) {
    const first =
      ordered(scope).find(({ node, given }) => node !== undefined || given !== undefined) ?? followed(scope.start)
    inner += `${inner === '' ? ' ' : ', '}${first.given ?? first.label}`
  }
  return fitted(`${draft.isWrapper ? draft.label : word[draft.kind]}${inner}`)
}

/**
 * Names all states.
 *
 * The first of a name keeps it, later ones are `name2`, `name3`, in the order in which they stand. Names that users gave come before
 * derived ones, so a derived name never takes one away, and a step of another name changes no name.
 */
export const name = (scopes: readonly DraftScope[]): Named => {
  const left: DraftScope[] = []
  for (let i = scopes.length - 1; i >= 0; i--) {
    const scope = scopes[i] as DraftScope
    if (scope.isGone) continue
    left.push(scope)
    for (const draft of ordered(scope)) {
      if (draft.scopes.length > 0) draft.label = labelOfGroup(draft)
      if (draft.catchers.length > 0) labelFailures(draft)
    }
  }
  const root = scopes[0] as DraftScope
  const all = left.length === 1 ? ordered(root) : preorder(root)

  const taken = new Set<string>()
  const rest: Draft[] = []
  for (const draft of all) {
    const { given } = draft
    const known = taken.size
    if (given !== undefined && taken.add(given).size > known) draft.name = given
    else rest.push(draft)
  }
  const count = new Map<string, number>()
  for (const draft of rest) {
    const base = draft.given ?? fitted(draft.label)
    let text = base
    while (taken.has(text)) {
      const n = (count.get(base) ?? 1) + 1
      count.set(base, n)
      text = numbered(base, n)
    }
    taken.add(text)
    draft.name = text
  }
  nameVariables(all)
  return { drafts: all, scopes: left }
}

/** A state that an error ends in is called after the one that failed. */
const labelFailures = (draft: Draft): void => {
  for (const { next } of draft.catchers) {
    const to = followed(next)
    if (to.label === '_failed') to.label = fitted(`${draft.given ?? draft.label}_failed`)
  }
}

/** All states, each before those inside it. */
const preorder = (root: DraftScope): readonly Draft[] => {
  const all: Draft[] = []
  const stack: { readonly drafts: readonly Draft[]; at: number }[] = [{ drafts: ordered(root), at: 0 }]
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const draft = top.drafts[top.at]
    if (draft === undefined) {
      stack.pop()
      continue
    }
    top.at += 1
    all.push(draft)
    for (let i = draft.scopes.length - 1; i >= 0; i--)
      stack.push({ drafts: ordered(draft.scopes[i] as DraftScope), at: 0 })
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
  for (const { assigns, rules } of drafts) {
    for (const { variable } of assigns) variable.name ??= unique(variable.words)
    for (const rule of rules) for (const { variable } of rule.assigns) variable.name ??= unique(variable.words)
  }
}
