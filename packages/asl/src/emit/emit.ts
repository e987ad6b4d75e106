/** A graph as an ASL definition: lowered to drafts, fused, named and written. */
import type { AnyStep, Task } from '@orkestra/core'
import type { Either } from 'fp-ts/lib/Either.js'
import type { NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js'
import { AslError, type Issue, pointer } from '../issue.ts'
import type { StateMachine } from '../states.ts'
import { checkGraph, checkSize } from './check.ts'
import type { Draft, DraftScope } from './draft/draft.ts'
import type { Problem } from './expression/problem.ts'
import { fuse } from './fuse/fuse.ts'
import { languageOf } from './fuse/language.ts'
import { lower } from './lower/lower.ts'
import { name } from './name/name.ts'
import type { EmitOptions } from './options.ts'
import { bytesCounted, bytesOf } from './write/bytes.ts'
import { write } from './write/write.ts'

/** What a language cannot say is a mistake of the graph at a state. */
const inexpressible = (state: string, { expression, what, wayOut }: Problem): Issue => ({
  code: 'ASL310',
  severity: 'error',
  path: pointer(['States', state]),
  message: `the step ${JSON.stringify(state)} says ${expression}: ${what}`,
  hint: wayOut,
})

/** A definition, and what it was made of. */
export interface Emission {
  /** Whole only where there are no issues. */
  readonly definition: StateMachine
  /** Which task each state does the work of, by the state's name. Names of states are unique in a machine. */
  readonly tasks: () => ReadonlyMap<string, Task>
  readonly issues: readonly Issue[]
}

/** Emits a graph, and says which state is whose: what a run of the graph needs. */
export const emission = (graph: AnyStep, options: EmitOptions = {}): Emission => {
  const lowering = lower(graph, options)
  const { scopes } = lowering
  const root = scopes[0] as DraftScope
  const language = languageOf(options)
  fuse(lowering, language, options.fuse === false)
  const named = name(scopes)
  const bytes = bytesCounted()
  const { machine, problems } = write(named, root, { writer: language.writer, options }, bytes)
  const issues = checkGraph(named.drafts, options)
  for (const [state, problem] of problems) issues.push(inexpressible(state, problem))
  const comment = options.comment ?? machine.Comment
  const definition: StateMachine = {
    ...(comment !== undefined && { Comment: comment }),
    ...(options.queryLanguage === 'JSONata' && { QueryLanguage: 'JSONata' }),
    ...(options.timeout !== undefined && { TimeoutSeconds: Math.ceil(options.timeout.seconds) }),
    StartAt: machine.StartAt,
    States: machine.States,
  }
  if (options.limits !== false) issues.push(...checkSize(definition, bytes.atMost() + bytesOf(comment ?? '')))
  return { definition, issues, tasks: () => tasksOf(named.drafts) }
}

const tasksOf = (drafts: readonly Draft[]): ReadonlyMap<string, Task> => {
  const tasks = new Map<string, Task>()
  for (const { name: state, node, kind } of drafts)
    if (node?._tag === 'Task' && (kind === 'Task' || kind === 'Fragment')) tasks.set(state, node)
  return tasks
}

/**
 * The definition of a graph, or every reason why there is none. Pure: the same graph gives the same bytes.
 *
 * @example emitEither(workflow) // { _tag: 'Right', right: { StartAt: 'x', States: { … } } }
 */
export const emitEither = (graph: AnyStep, options: EmitOptions = {}): Either<NonEmptyArray<Issue>, StateMachine> => {
  const { definition, issues } = emission(graph, options)
  const [first, ...rest] = issues
  // Plain data, as fp-ts defines it: of its code nothing is needed.
  return first === undefined ? { _tag: 'Right', right: definition } : { _tag: 'Left', left: [first, ...rest] }
}

/**
 * The definition of a graph as plain JSON.
 *
 * @example toText(emit(seq(x, y, parCatch(z, g))), { indent: 2 })
 * @throws AslError with all issues: names of over 80 characters (ASL020), a definition of over 1 MiB (ASL009), functions
 *   whose placeholders would be the same (ASL301), two handlers of one name (ASL302), a fragment without states (ASL303), an EXPRESS time-out of over 300 s (ASL304),
 *   what an EXPRESS machine cannot do (ASL220 to ASL223), what the query language has no words for (ASL310).
 */
export const emit = (graph: AnyStep, options: EmitOptions = {}): StateMachine => {
  const result = emitEither(graph, options)
  if (result._tag === 'Left') throw new AslError(result.left)
  return result.right
}
