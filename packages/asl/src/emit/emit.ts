/** A graph as an ASL definition. */
import { type AnyStep, type Occurrence, occurrences } from '@orkestra/core'
import { isNonEmpty } from 'fp-ts/lib/Array.js'
import * as Either from 'fp-ts/lib/Either.js'
import type { NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js'
import { AslError, type Issue } from '../issue.ts'
import type { MapState, Onward, ParallelState, PassState, Scope, State, StateMachine, TaskState } from '../states.ts'
import { bytesOf, checkGraph, checkSize } from './check.ts'
import { functionName, lambdaState } from './lambda.ts'
import type { EmitOptions } from './options.ts'

/** A piece of the graph still to be emitted: into which scope, and where it leads (`undefined`: to the scope's end). */
interface Pending {
  readonly at: Occurrence
  readonly states: Record<string, State>
  readonly next: string | undefined
  /** Where a caught error of this very state goes. */
  readonly onError: string | undefined
  /** The comment of a sequence that it opens, where the sequence has no other place for it. */
  readonly comment: string | undefined
}

/** User text as a key: assigning to `__proto__` would set the prototype instead. */
const put = (states: Record<string, State>, name: string, state: State): void => {
  if (name === '__proto__')
    Object.defineProperty(states, name, { value: state, enumerable: true, configurable: true, writable: true })
  else states[name] = state
}

const catching = (next: string) => [{ ErrorEquals: ['States.ALL'], Next: next }]

/** The same for every kind of state: comment first, then what the kind says, then where it leads. */
const finished = <S extends (TaskState | PassState | ParallelState | MapState) & Onward>(
  state: S,
  { at, next, onError, comment }: Pending,
): S => {
  if (onError !== undefined && state.Type !== 'Pass') state.Catch = catching(onError)
  const text = at.node.comment ?? comment
  if (text !== undefined) state.Comment = text
  if (next === undefined) state.End = true
  else state.Next = next
  return state
}

/** Merges the outputs of branches under their keys. Without keys the array of outputs is the result as it is. */
const merging = (
  keys: readonly string[] | undefined,
  options: EmitOptions,
): Pick<ParallelState, 'ResultSelector' | 'Output'> => {
  if (keys === undefined) return {}
  const template = (of: (index: number) => readonly [string, string]) =>
    Object.fromEntries(keys.map((_, index) => of(index)))
  return options.queryLanguage === 'JSONata'
    ? { Output: template((i) => [keys[i] as string, `{% $states.result[${i}] %}`]) }
    : { ResultSelector: template((i) => [`${keys[i]}.$`, `$[${i}]`]) }
}

/** Unwraps the one output of a Parallel that is there only to carry a `Catch` for all that is inside. */
const unwrapping = (options: EmitOptions): Pick<ParallelState, 'ResultSelector' | 'OutputPath' | 'Output'> =>
  options.queryLanguage === 'JSONata' ? { Output: '{% $states.result[0] %}' } : { OutputPath: '$[0]' }

/** The bytes that a state takes at most, but for texts of users. */
const bytesOfState = { Task: 600, Pass: 60, Parallel: 100, Map: 200 }
/** A name is a key, and stands in a `StartAt`, a `Catch` and the `Next` of a state and of its `_failed` at most. */
const placesOfName = 5
/** `"":"{% $states.result[9999] %}",` or what stands there in JSONPath. */
const bytesOfKey = 40

/** The states of a graph, and at most how many bytes they take as text. */
const emitStates = (root: Occurrence, options: EmitOptions): { readonly machine: Scope; readonly atMost: number } => {
  const stack: Pending[] = []
  // The machine's own fields.
  let atMost = 200
  const add = (states: Pending['states'], name: string, state: TaskState | PassState | ParallelState | MapState) => {
    atMost += bytesOfState[state.Type] + placesOfName * bytesOf(name)
    if (state.Comment !== undefined) atMost += bytesOf(state.Comment)
    put(states, name, state)
  }
  const scope = (at: Occurrence): Scope => {
    const States: Record<string, State> = {}
    if (at.node._tag !== 'Seq') {
      stack.push({ at, states: States, next: undefined, onError: undefined, comment: undefined })
      return { StartAt: at.entry, States }
    }
    pushSteps(at, States, undefined, undefined)
    const { comment } = at.node
    if (comment === undefined) return { StartAt: at.entry, States }
    atMost += bytesOf(comment)
    return { Comment: comment, StartAt: at.entry, States }
  }
  const pushSteps = (
    at: Occurrence,
    states: Pending['states'],
    next: string | undefined,
    comment: string | undefined,
  ): void => {
    for (let i = at.children.length - 1, after = next; i >= 0; i--) {
      const step = at.children[i] as Occurrence
      stack.push({ at: step, states, next: after, onError: undefined, comment: i === 0 ? comment : undefined })
      after = step.entry
    }
  }
  const emitPiece = (piece: Pending): void => {
    const { at, states, next } = piece
    const { node } = at
    switch (node._tag) {
      case 'Task': {
        const fn = functionName(node, options)
        atMost += bytesOf(fn)
        return add(states, at.name, finished(lambdaState(node, fn, options), piece))
      }
      case 'Identity':
        return add(states, at.name, finished<PassState>({ Type: 'Pass' }, piece))
      case 'Seq':
        return pushSteps(at, states, next, node.comment ?? piece.comment)
      case 'Par': {
        const state: ParallelState = {
          Type: 'Parallel',
          Branches: at.children.map(scope),
          ...merging(node.keys, options),
        }
        for (const key of node.keys ?? []) atMost += bytesOfKey + bytesOf(key)
        return add(states, at.name, finished(state, piece))
      }
      case 'Map': {
        const processor = scope(at.children[0] as Occurrence)
        const state: MapState = { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...processor } }
        if (node.maxConcurrency !== undefined) state.MaxConcurrency = node.maxConcurrency
        return add(states, at.name, finished(state, piece))
      }
      case 'Capture': {
        const body = at.children[0] as Occurrence
        const onError = at.failed
        // Its own state carries the Catch where there is just one that can; else a Parallel around all of it does.
        if (at.name === body.name) emitPiece({ ...piece, at: body, onError })
        else {
          const wrapper: ParallelState = { Type: 'Parallel', Branches: [scope(body)], ...unwrapping(options) }
          add(states, at.name, finished(wrapper, { ...piece, onError }))
        }
        return add(states, onError, next === undefined ? { Type: 'Pass', End: true } : { Type: 'Pass', Next: next })
      }
    }
  }
  const machine = scope(root)
  for (let piece = stack.pop(); piece !== undefined; piece = stack.pop()) emitPiece(piece)
  return { machine, atMost }
}

/**
 * The definition of a graph, or every reason why there is none. Pure: the same graph gives the same bytes.
 *
 * @example emitEither(workflow) // { _tag: 'Right', right: { StartAt: 'x', States: { … } } }
 */
export const emitEither = (
  graph: AnyStep,
  options: EmitOptions = {},
): Either.Either<NonEmptyArray<Issue>, StateMachine> => {
  const root = occurrences(graph)
  const issues = checkGraph(root, options)
  const { machine, atMost } = emitStates(root, options)
  const comment = options.comment ?? machine.Comment
  const definition: StateMachine = {
    ...(comment !== undefined && { Comment: comment }),
    ...(options.queryLanguage === 'JSONata' && { QueryLanguage: 'JSONata' }),
    ...(options.timeout !== undefined && { TimeoutSeconds: Math.ceil(options.timeout.seconds) }),
    StartAt: machine.StartAt,
    States: machine.States,
  }
  const all = options.limits === false ? issues : [...issues, ...checkSize(definition, atMost + bytesOf(comment ?? ''))]
  return isNonEmpty(all) ? Either.left(all) : Either.right(definition)
}

/**
 * The definition of a graph as plain JSON.
 *
 * @example toText(emit(seq(x, y, parCatch(z, g))), { indent: 2 })
 * @throws AslError with all issues: names of over 80 characters (ASL020), a definition of over 1 MiB (ASL009), functions
 *   whose placeholders would be the same (ASL301).
 */
export const emit = (graph: AnyStep, options: EmitOptions = {}): StateMachine => {
  const result = emitEither(graph, options)
  if (Either.isLeft(result)) throw new AslError(result.left)
  return result.right
}
