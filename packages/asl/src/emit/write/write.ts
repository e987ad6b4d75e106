/** Drafts that have names as states of ASL. */
import { type RetryPolicy, type Task, taskRetries, taskTimeoutSeconds } from '@orkestra/core'
import type { Catcher, Scope, State } from '../../states.ts'
import { type Draft, type DraftRule, type DraftScope, follow, followed, ordered } from '../draft/draft.ts'
import type { Problem } from '../expression/problem.ts'
import { embedded } from '../fragment.ts'
import type { Named } from '../name/name.ts'
import type { EmitOptions } from '../options.ts'
import type { Bytes } from './bytes.ts'
import { processorConfig } from './distributed.ts'
import { functionName } from './lambda.ts'
import { needsIntegration } from './lambdaCall.ts'
import { retriers } from './retriers.ts'
import type { StateWriter } from './stateWriter.ts'

/** User text as a key: assigning to `__proto__` would set the prototype instead. */
const put = (states: Record<string, State>, name: string, state: State): void => {
  if (name === '__proto__')
    Object.defineProperty(states, name, { value: state, enumerable: true, configurable: true, writable: true })
  else states[name] = state
}

interface Anything {
  Type: string
  [field: string]: unknown
}

const retriesOf = (draft: Draft): readonly RetryPolicy[] =>
  draft.kind === 'Task' ? taskRetries(draft.node as Task, draft.retries) : draft.retries

/** Whether a state only hands on what it gets, or what the states inside it give: no language has a word for that. */
const saysNothing = ({ kind, payload, output, assigns }: Draft): boolean =>
  (kind === 'Pass' || kind === 'Succeed' || kind === 'Parallel') &&
  payload === undefined &&
  output === undefined &&
  assigns.length === 0

/** The states inside a state. */
const inside = (draft: Draft, written: ReadonlyMap<DraftScope, Scope>, taken: () => Set<string>): object => {
  const scope = (of: DraftScope | undefined): Scope => written.get(of as DraftScope) as Scope
  switch (draft.kind) {
    case 'Parallel':
      return { Branches: draft.scopes.map(scope) }
    case 'Fragment':
      return { Branches: [embedded(draft.fragment ?? { StartAt: '', States: {} }, taken())] }
    case 'Map':
      return {
        ItemProcessor: { ProcessorConfig: processorConfig(draft.items?.node as never), ...scope(draft.scopes[0]) },
      }
    case 'Task':
    case 'Pass':
    case 'Wait':
    case 'Choice':
    case 'Succeed':
    case 'Fail':
    case 'Link':
      return {}
  }
}

const lead = (state: Anything, draft: Draft): void => {
  const next = follow(draft.next)
  switch (draft.kind) {
    case 'Succeed':
    case 'Fail':
    case 'Link':
      return
    case 'Choice':
      state.Default = (next as Draft).name
      return
    case 'Task':
    case 'Pass':
    case 'Wait':
    case 'Parallel':
    case 'Fragment':
    case 'Map':
      if (next === null) state.End = true
      else state.Next = next.name
  }
}

/** What is written, and what the language had no words for, by the state's name. */
export interface Written {
  readonly machine: Scope
  readonly problems: readonly (readonly [state: string, problem: Problem])[]
}

/** The states of a machine, written in a query language; `bytes` keeps count of at most how long they are. */
export const write = (
  { drafts, scopes }: Named,
  root: DraftScope,
  { writer, options }: { readonly writer: StateWriter; readonly options: EmitOptions },
  bytes: Bytes,
): Written => {
  const problems: (readonly [string, Problem])[] = []
  const written = new Map<DraftScope, Scope>()
  let names: Set<string> | undefined
  const taken = (): Set<string> => {
    names ??= new Set(drafts.map(({ name }) => name))
    return names
  }
  const stateOf = (draft: Draft): State => {
    const { node } = draft
    const isCall =
      draft.payload === undefined &&
      draft.output === undefined &&
      draft.assigns.length === 0 &&
      node?._tag === 'Task' &&
      node.target.kind === 'lambda' &&
      !needsIntegration(node)
    if (!isCall) return anyState(draft)
    const fn = functionName(node, options)
    const state = writer.call(fn)
    const timeout = taskTimeoutSeconds(node)
    if (timeout !== undefined) state.TimeoutSeconds = timeout
    guard(state, draft)
    lead(state, draft)
    bytes.call(draft, fn)
    return state
  }
  const guard = (state: Anything, draft: Draft): void => {
    const retries = retriesOf(draft)
    if (retries.length > 0) state.Retry = retriers(retries)
    if (draft.catchers.length > 0)
      state.Catch = draft.catchers.map(
        (catcher): Catcher => ({
          ErrorEquals: [...catcher.errors],
          ...writer.caught(catcher),
          Next: followed(catcher.next).name,
        }),
      )
    if (draft.comment !== undefined) state.Comment = draft.comment
  }
  const anyState = (draft: Draft): State => {
    const found: Problem[] = []
    const fields = saysNothing(draft) ? undefined : writer.fields(draft, found)
    const { kind } = draft
    const state: Anything = { Type: kind === 'Fragment' ? 'Parallel' : kind }
    if (draft.scopes.length > 0 || kind === 'Fragment') Object.assign(state, inside(draft, written, taken))
    if (kind === 'Choice') {
      const rules = writer.rules(draft, found)
      state.Choices = rules.map((rule, i) => ({ ...rule, Next: followed((draft.rules[i] as DraftRule).next).name }))
    }
    if (fields !== undefined) Object.assign(state, fields)
    if (kind === 'Task') {
      const task = draft.node as Task
      const timeout = task.target.kind === 'lambda' ? taskTimeoutSeconds(task) : undefined
      if (timeout !== undefined) state.TimeoutSeconds = timeout
    }
    guard(state, draft)
    lead(state, draft)
    for (const problem of found) problems.push([draft.name, problem])
    bytes.add(draft, state, fields)
    return state as unknown as State
  }
  for (const scope of scopes) {
    const States: Record<string, State> = {}
    for (const draft of ordered(scope)) put(States, draft.name, stateOf(draft))
    const StartAt = followed(scope.start).name
    written.set(scope, scope.comment === undefined ? { StartAt, States } : { Comment: scope.comment, StartAt, States })
    if (scope.comment !== undefined) bytes.text(scope.comment)
  }
  return { machine: written.get(root) as Scope, problems }
}
