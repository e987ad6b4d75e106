import type { Expression } from '@orkestra/core'
import { matchesError } from '../../language/errorNames.ts'
import type { QueryLanguage } from '../../states.ts'
import {
  constant,
  type Draft,
  type DraftCatcher,
  type DraftScope,
  follow,
  followed,
  ordered,
  payloadOf,
  theInput,
} from '../draft/draft.ts'
import { withField } from '../lower/keeps.ts'
import { bothComments, connected, forget, fromOf, type Rewrite, remember } from './rewriting.ts'
import { errorOf, stateRisk } from './totality.ts'

/** States that can carry a catch themselves. */
const carries = ({ kind }: Draft): boolean =>
  kind === 'Task' || kind === 'Parallel' || kind === 'Map' || kind === 'Fragment'

const isForAll = ({ errors }: DraftCatcher): boolean => errors.includes('States.ALL')

/** The catches of a state inside of others: those outside see what it does not catch itself. AWS refuses an error named twice. */
const nested = (inner: readonly DraftCatcher[], outer: readonly DraftCatcher[]): readonly DraftCatcher[] => {
  if (inner.length === 0) return outer
  if (inner.some(isForAll)) return inner
  const caught = new Set(inner.flatMap(({ errors }) => errors))
  const rest = outer.map((catcher) => ({
    ...catcher,
    errors: catcher.errors.filter((name) => !caught.has(name)),
  }))
  return [...inner, ...rest.filter(({ errors }) => errors.length > 0)]
}

const isFirstOfParallel = (output: Expression | undefined): boolean =>
  output?._tag === 'Reference' && output.root._tag === 'Result' && output.path.length === 1 && output.path[0] === 0

/** What becomes of a Fail: a jump to the handler, or what it is; `undefined` where that shows at run time only. */
const destinationOf = (fail: Draft, catchers: readonly DraftCatcher[]): DraftCatcher | 'none' | undefined => {
  const { error, cause } = fail
  if (error?._tag === 'Literal') {
    const name = String(error.value)
    if (name === 'States.Runtime') return undefined
    const to = catchers.find(({ errors }) => matchesError(errors, name))
    if (to === undefined) return 'none'
    return cause === undefined || cause._tag === 'Literal' ? to : undefined
  }
  // A text that is computed may come out to be none, which is another error.
  if (error !== undefined || (cause !== undefined && cause._tag !== 'Literal')) return undefined
  return catchers.every(isForAll) ? catchers[0] : undefined
}

/**
 * In how many states a catch is repeated at most, and how many catches a state carries: guards around guards around many states would
 * grow with the product.
 */
const [mostStates, mostCatchers] = [300, 8]

/** What each state of a wrapper becomes without it; `undefined` where the wrapper has to stay. */
const plan = (
  wrapper: Draft,
  drafts: readonly Draft[],
  language: QueryLanguage,
): ReadonlyMap<Draft, DraftCatcher | 'stays' | 'carries'> | undefined => {
  const { catchers } = wrapper
  const input = payloadOf(wrapper.input)
  const keeps = catchers.some(({ keep }) => keep !== undefined)
  const isCaught = catchers.some(({ errors }) => matchesError(errors, errorOf(language)))
  if (drafts.length > mostStates) return undefined
  const all = new Map<Draft, DraftCatcher | 'stays' | 'carries'>()
  for (const draft of drafts) {
    if (nested(draft.catchers, catchers).length > mostCatchers) return undefined
    const seesInput = payloadOf(draft.input) === input
    if (carries(draft)) {
      if (keeps && !seesInput && !draft.catchers.some(isForAll)) return undefined
      all.set(draft, 'carries')
    } else if (draft.kind === 'Fail') {
      const to = destinationOf(draft, catchers)
      if (to === undefined) return undefined
      if (to === 'none' && isCaught && stateRisk(draft, language) === 'catchable') return undefined
      if (to !== 'none' && to.keep !== undefined && !seesInput) return undefined
      all.set(draft, to === 'none' ? 'stays' : to)
    } else {
      if (isCaught && stateRisk(draft, language) === 'catchable') return undefined
      all.set(draft, 'stays')
    }
  }
  return all
}

/** A Fail that a catch around it would catch leads to the handler. */
const jump = (fail: Draft, catcher: DraftCatcher): void => {
  forget(fail)
  const text = (of: Expression | undefined): Expression => of ?? constant(null)
  const fields: readonly (readonly [string, Expression])[] = [
    ['Error', text(fail.error)],
    ['Cause', text(fail.cause)],
  ]
  const literal = fields.every(([, value]) => value._tag === 'Literal')
  const error: Expression = literal
    ? {
        _tag: 'Literal',
        value: Object.fromEntries(fields.map(([key, value]) => [key, (value as { readonly value: null }).value])),
      }
    : { _tag: 'Object', fields }
  fail.kind = 'Pass'
  fail.error = undefined
  fail.cause = undefined
  fail.output =
    catcher.keep === undefined ? error : catcher.keep === null ? undefined : withField(theInput, catcher.keep, error)
  fail.next = catcher.next
  remember(fail)
}

/**
 * *A Parallel around states that catch by themselves is not there:* each state that can fail carries the catch, and a Fail that it would
 * catch leads to the handler. Not where something in it can fail that cannot carry a catch, or where all is tried again as one.
 */
export const dissolve: Rewrite = ({ language, scope }, wrapper) => {
  if (!wrapper.isWrapper || wrapper.kind !== 'Parallel' || wrapper.given !== undefined) return false
  if (wrapper.retries.length > 0 || wrapper.assigns.length > 0 || wrapper.payload !== undefined) return false
  if (!isFirstOfParallel(wrapper.output)) return false
  const inner = wrapper.scopes[0] as DraftScope
  const drafts = ordered(inner)
  const planned = plan(wrapper, drafts, language.name)
  if (planned === undefined) return false
  const start = followed(inner.start)
  if (wrapper.comment !== undefined) start.comment = bothComments(wrapper.comment, start.comment)
  const next = follow(wrapper.next)
  for (const draft of drafts) draft.from ??= new Set()
  for (const [draft, becomes] of planned) {
    const endsScope = draft.kind !== 'Succeed' && draft.kind !== 'Fail' && follow(draft.next) === null
    if (endsScope) draft.next = next
    if (draft.kind === 'Succeed') draft.leaves = draft.leaves && scope.isWrapped
    if (becomes === 'carries') draft.catchers = nested(draft.catchers, wrapper.catchers)
    else if (becomes !== 'stays') jump(draft, becomes)
  }
  for (const draft of drafts) connected(draft)
  for (const to of [next, ...wrapper.catchers.map((catcher) => follow(catcher.next))]) to?.from?.delete(wrapper)
  for (const before of wrapper.from ?? []) fromOf(start).add(before)
  inner.isGone = true
  wrapper.kind = 'Link'
  wrapper.next = start
  return true
}
