/** A graph as an ASL definition. */
import { type AnyStep, type Fail, isWrapper, type Occurrence, occurrences, type RetryPolicy } from '@orkestra/core'
import { isNonEmpty } from 'fp-ts/lib/Array.js'
import * as Either from 'fp-ts/lib/Either.js'
import type { NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js'
import { AslError, type Issue } from '../issue.ts'
import type {
  Catcher,
  FailState,
  MapState,
  Onward,
  ParallelState,
  PassState,
  Scope,
  State,
  StateMachine,
  TaskState,
  WaitState,
} from '../states.ts'
import { toText } from '../toText.ts'
import { bytesOf, checkGraph, checkSize } from './check.ts'
import { embedded, fragmentOf, namesIn } from './fragment.ts'
import { functionName, lambdaState } from './lambda.ts'
import type { EmitOptions } from './options.ts'
import { retriers } from './retriers.ts'

/** A piece of the graph still to be emitted: into which scope, and where it leads (`undefined`: to the scope's end). */
interface Pending {
  readonly at: Occurrence
  readonly states: Record<string, State>
  readonly next: string | undefined
  /** The retries and catches of guards that this very state carries. */
  readonly retries: readonly RetryPolicy[]
  readonly catchers: readonly Catcher[]
  /** The comment of a sequence that it opens, where the sequence has no other place for it. */
  readonly comment: string | undefined
}

/** User text as a key: assigning to `__proto__` would set the prototype instead. */
const put = (states: Record<string, State>, name: string, state: State): void => {
  if (name === '__proto__')
    Object.defineProperty(states, name, { value: state, enumerable: true, configurable: true, writable: true })
  else states[name] = state
}

const catcher = (errors: readonly string[], next: string): Catcher => ({ ErrorEquals: [...errors], Next: next })

const everyError: readonly string[] = ['States.ALL']

const nothing: Scope = { StartAt: '', States: {} }

// Of a piece that no guard is around.
const noRetries: Pending['retries'] = []
const noCatchers: Pending['catchers'] = []

/** The same for every kind of state: comment first, then what the kind says, then where it leads. */
const finished = <S extends (TaskState | PassState | ParallelState | MapState | WaitState) & Onward>(
  state: S,
  { at, next, catchers, comment }: Pending,
): S => {
  if (catchers.length > 0 && state.Type !== 'Pass' && state.Type !== 'Wait') state.Catch = catchers.slice()
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

const retried = <S extends ParallelState | MapState>(state: S, { retries }: Pending): S => {
  if (retries.length > 0) state.Retry = retriers(retries)
  return state
}

const failing = ({ error, cause, comment }: Fail, piece: Pending): FailState => {
  const state: FailState = { Type: 'Fail' }
  if (error !== undefined) state.Error = error
  if (cause !== undefined) state.Cause = cause
  const text = comment ?? piece.comment
  if (text !== undefined) state.Comment = text
  return state
}

type Emitted = TaskState | PassState | ParallelState | MapState | WaitState | FailState

/** Of a policy or a handler, but for the names of its errors. */
const bytesOfPolicy = 180

/** At most how many bytes the errors of a policy or a handler take, and what stands around them. */
const bytesOfErrors = (errors: readonly string[]): number =>
  errors.reduce((sum, name) => sum + 8 + bytesOf(name), bytesOfPolicy)

/** The bytes that a state takes at most, with the retry of the service's errors and one catch, but for texts of users. */
const bytesOfState = { Task: 600, Pass: 60, Parallel: 100, Map: 200, Wait: 80, Fail: 60 }
/** A name is a key, and stands in a `StartAt`, a `Catch` and the `Next` of a state and of its `_failed` at most. */
const placesOfName = 5
/** `"":"{% $states.result[9999] %}",` or what stands there in JSONPath. */
const bytesOfKey = 40

/** The states of a graph, and at most how many bytes they take as text. */
const emitStates = (root: Occurrence, options: EmitOptions): { readonly machine: Scope; readonly atMost: number } => {
  const stack: Pending[] = []
  // The machine's own fields.
  let atMost = 200
  let names: Set<string> | undefined
  const taken = (): Set<string> => {
    names ??= namesIn(root)
    return names
  }
  const add = (states: Pending['states'], name: string, state: Emitted) => {
    atMost += bytesOfState[state.Type] + placesOfName * bytesOf(name)
    if (state.Comment !== undefined) atMost += bytesOf(state.Comment)
    if (state.Type === 'Fail') atMost += bytesOf(state.Error ?? '') + bytesOf(state.Cause ?? '')
    put(states, name, state)
  }
  const scope = (at: Occurrence): Scope => {
    const States: Record<string, State> = {}
    if (at.node._tag !== 'Seq') {
      stack.push({ at, states: States, next: undefined, retries: noRetries, catchers: noCatchers, comment: undefined })
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
      stack.push({
        at: step,
        states,
        next: after,
        retries: noRetries,
        catchers: noCatchers,
        comment: i === 0 ? comment : undefined,
      })
      after = step.entry
    }
  }
  /** A guard's own state carries it where there is one that can; else a Parallel around all of it does. */
  const guard = (piece: Pending): void => {
    const body = piece.at.children[0] as Occurrence
    if (!isWrapper(piece.at)) return emitPiece({ ...piece, at: body })
    const wrapper: ParallelState = { Type: 'Parallel', Branches: [scope(body)], ...unwrapping(options) }
    add(piece.states, piece.at.name, finished(retried(wrapper, piece), piece))
  }
  const emitPiece = (piece: Pending): void => {
    const { at, states, next } = piece
    const { node } = at
    switch (node._tag) {
      case 'Task': {
        if (node.target.kind === 'fragment') {
          // Without states it is an issue already, and nothing of this is seen.
          const branch = embedded(fragmentOf(node.name, options) ?? nothing, taken())
          atMost += bytesOf(toText(branch))
          const state: ParallelState = { Type: 'Parallel', Branches: [branch], ...unwrapping(options) }
          return add(states, at.name, finished(retried(state, piece), piece))
        }
        const fn = functionName(node, options)
        atMost += bytesOf(fn)
        return add(states, at.name, finished(lambdaState(node, fn, piece.retries, options), piece))
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
        return add(states, at.name, finished(retried(state, piece), piece))
      }
      case 'Map': {
        const processor = scope(at.children[0] as Occurrence)
        const state: MapState = { Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...processor } }
        if (node.maxConcurrency !== undefined) state.MaxConcurrency = node.maxConcurrency
        return add(states, at.name, finished(retried(state, piece), piece))
      }
      case 'Wait':
        return add(states, at.name, finished<WaitState>({ Type: 'Wait', Seconds: node.duration.seconds }, piece))
      case 'Fail':
        return add(states, at.name, failing(node, piece))
      case 'Capture': {
        guard({ ...piece, catchers: [catcher(everyError, at.failed)] })
        const onward: PassState = next === undefined ? { Type: 'Pass', End: true } : { Type: 'Pass', Next: next }
        return add(states, at.failed, onward)
      }
      case 'Retry':
        for (const { errors } of node.policies) atMost += bytesOfErrors(errors)
        return guard({ ...piece, retries: node.policies })
      case 'Catch': {
        const handlers = at.children.slice(1)
        for (const { errors } of node.handlers) atMost += bytesOfErrors(errors)
        guard({
          ...piece,
          catchers: node.handlers.map(({ errors }, i) => catcher(errors, (handlers[i] as Occurrence).entry)),
        })
        for (const handler of handlers.reverse())
          stack.push({ at: handler, states, next, retries: noRetries, catchers: noCatchers, comment: undefined })
        return
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
 *   whose placeholders would be the same (ASL301), two handlers of one name (ASL302), a fragment without states (ASL303), an EXPRESS time-out of over 300 s (ASL220).
 */
export const emit = (graph: AnyStep, options: EmitOptions = {}): StateMachine => {
  const result = emitEither(graph, options)
  if (Either.isLeft(result)) throw new AslError(result.left)
  return result.right
}
