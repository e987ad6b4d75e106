/** A graph as an ASL definition. */
import {
  type AnyStep,
  type Bind,
  type Choice,
  type Delay,
  type Fail,
  isWrapper,
  type Keep,
  type Occurrence,
  occurrences,
  type Repeat,
  type RetryPolicy,
  repeatLimitCause,
  repeatLimitReached,
} from '@orkestra/core'
import { isNonEmpty } from 'fp-ts/lib/Array.js'
import * as Either from 'fp-ts/lib/Either.js'
import type { NonEmptyArray } from 'fp-ts/lib/NonEmptyArray.js'
import { AslError, type Issue, pointer } from '../issue.ts'
import type {
  Catcher,
  ChoiceState,
  FailState,
  MapState,
  Onward,
  ParallelState,
  PassState,
  Scope,
  State,
  StateMachine,
  SucceedState,
  TaskState,
  WaitState,
} from '../states.ts'
import { toText } from '../toText.ts'
import { bytesOf, checkGraph, checkSize } from './check.ts'
import { mapFields, processorConfig } from './distributed.ts'
import type { Problem } from './expression/problem.ts'
import { embedded, fragmentOf, namesIn } from './fragment.ts'
import { functionName, lambdaState } from './lambda.ts'
import { writerFor } from './languages.ts'
import type { EmitOptions } from './options.ts'
import { retriers } from './retriers.ts'
import { type ActivityTask, calling, type ServiceTask } from './service.ts'
import { type Fields, type Names, nameIn, type Writer } from './writer.ts'

/** A piece of the graph still to be emitted: into which scope, and where it leads (`undefined`: to the scope's end). */
interface Pending {
  readonly at: Occurrence
  readonly states: Record<string, State>
  readonly next: string | undefined
  /** The retries and catches of guards that this very state carries. */
  readonly retries: readonly RetryPolicy[]
  readonly catchers: readonly Catcher[]
  /** The variables in scope. */
  readonly names: Names | undefined
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

const plainly = (
  at: Occurrence,
  states: Record<string, State>,
  next: string | undefined,
  names: Names | undefined,
): Pending => ({ at, states, next, names, retries: noRetries, catchers: noCatchers, comment: undefined })

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

/** A state that leads nowhere by itself. */
const commented = <S extends ChoiceState | SucceedState>(state: S, { at, comment }: Pending): S => {
  const text = at.node.comment ?? comment
  if (text !== undefined) state.Comment = text
  return state
}

const onward = (next: string | undefined): Onward => (next === undefined ? { End: true } : { Next: next })

const failing = ({ error, cause, comment }: Fail, piece: Pending): FailState => {
  const state: FailState = { Type: 'Fail' }
  if (error?._tag === 'Literal') state.Error = String(error.value)
  if (cause?._tag === 'Literal') state.Cause = String(cause.value)
  const text = comment ?? piece.comment
  if (text !== undefined) state.Comment = text
  return state
}

type Emitted = TaskState | PassState | ParallelState | MapState | ChoiceState | WaitState | SucceedState | FailState

/** Of a policy or a handler, but for the names of its errors. */
const bytesOfPolicy = 180

/** At most how many bytes the errors of a policy or a handler take, and what stands around them. */
const bytesOfErrors = (errors: readonly string[]): number =>
  errors.reduce((sum, name) => sum + 8 + bytesOf(name), bytesOfPolicy)

/** The bytes that a state takes at most, with the retry of the service's errors and one catch, but for texts of users. */
const bytesOfState = { Task: 600, Pass: 60, Parallel: 100, Map: 200, Choice: 60, Wait: 80, Succeed: 60, Fail: 60 }
/** A name is a key, and stands in a `StartAt`, a `Catch` and the `Next` of a state and of its `_failed` at most. */
const placesOfName = 5
/** `"":"{% $states.result[9999] %}",` or what stands there in JSONPath. */
const bytesOfKey = 40

/** What a language cannot say is a mistake of the graph at a state. */
export const inexpressible = (state: string, { expression, what, wayOut }: Problem): Issue => ({
  code: 'ASL310',
  severity: 'error',
  path: pointer(['States', state]),
  message: `the step ${JSON.stringify(state)} says ${expression}: ${what}`,
  hint: wayOut,
})

interface EmittedStates {
  readonly machine: Scope
  readonly atMost: number
  readonly issues: readonly Issue[]
}

/** The states of a graph, and at most how many bytes they take as text. */
const emitStates = (root: Occurrence, options: EmitOptions): EmittedStates => {
  const issues: Issue[] = []
  /** What expressions of a place are written by; what cannot be written is noted. */
  const writing = <A>({ at, names }: Pending, write: (writer: Writer) => A): A => {
    const problems: Problem[] = []
    const written = write(writerFor(options.queryLanguage ?? 'JSONPath', nameIn(names), problems, options.partition))
    for (const problem of problems) issues.push(inexpressible(at.name, problem))
    return written
  }
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
  /** Fields that hold what users wrote. */
  const sized = <F extends object>(fields: F): F => {
    atMost += bytesOf(toText(fields))
    return fields
  }
  const scope = (at: Occurrence, names: Names | undefined): Scope => {
    const States: Record<string, State> = {}
    if (at.node._tag !== 'Seq') {
      stack.push(plainly(at, States, undefined, names))
      return { StartAt: at.entry, States }
    }
    pushSteps(plainly(at, States, undefined, names), undefined)
    const { comment } = at.node
    if (comment === undefined) return { StartAt: at.entry, States }
    atMost += bytesOf(comment)
    return { Comment: comment, StartAt: at.entry, States }
  }
  const pushSteps = ({ at, states, next, names }: Pending, comment: string | undefined): void => {
    for (let i = at.children.length - 1, after = next; i >= 0; i--) {
      const step = at.children[i] as Occurrence
      const piece = plainly(step, states, after, names)
      stack.push(i === 0 && comment !== undefined ? { ...piece, comment } : piece)
      after = step.entry
    }
  }
  /** A guard's own state carries it where there is one that can; else a Parallel around all of it does. */
  const guard = (piece: Pending): void => {
    const body = piece.at.children[0] as Occurrence
    if (!isWrapper(piece.at)) return emitPiece({ ...piece, at: body })
    const wrapper: ParallelState = { Type: 'Parallel', Branches: [scope(body, piece.names)], ...unwrapping(options) }
    add(piece.states, piece.at.name, finished(retried(wrapper, piece), piece))
  }
  const waiting = (piece: Pending, delay: Delay): Fields => {
    switch (delay.kind) {
      case 'duration':
        return { Seconds: delay.seconds }
      case 'seconds':
        return sized(writing(piece, (w) => w.seconds(delay.expression)))
      case 'until':
        return sized(writing(piece, (w) => w.until(delay.expression)))
    }
  }
  const emitChoice = (piece: Pending, { arms }: Choice): void => {
    const { at, states, next, names } = piece
    const rules = writing(piece, (w) => arms.map(({ condition }) => w.rule(condition)))
    const Choices = rules.map((rule, i) => sized({ ...rule, Next: (at.children[i] as Occurrence).entry }))
    const Default = (at.children.at(-1) as Occurrence).entry
    add(states, at.name, commented({ Type: 'Choice', Choices, Default }, piece))
    for (let i = at.children.length - 1; i >= 0; i--)
      stack.push(plainly(at.children[i] as Occurrence, states, next, names))
  }
  const emitBind = (piece: Pending, { value, variable }: Bind): void => {
    const { at, states, next, names } = piece
    const name = at.more.variable ?? ''
    const body = at.children.at(-1) as Occurrence
    const Assign = writing(piece, (w) => w.assignInput(name))
    add(
      states,
      at.name,
      finished<PassState>({ Type: 'Pass', Assign: sized({ ...Assign }) }, { ...piece, next: body.entry }),
    )
    stack.push(plainly(body, states, next, { level: variable.level ?? 0, name, outer: names }))
    if (value) stack.push(plainly(at.children[0] as Occurrence, states, at.name, names))
  }
  const emitRepeat = (piece: Pending, { until, pause: between, maxAttempts = 0 }: Repeat): void => {
    const { at, states, next, names } = piece
    const { variable = '', attempts = '', asking = '', waiting: pause = '', exhausted = '', done = '' } = at.more
    const body = at.children[0] as Occurrence
    const says = writing(piece, (w) => ({
      start: { ...w.assignInput(variable), ...w.assignZero(attempts) },
      until: w.rule(until),
      isLast: w.atLeast(attempts, maxAttempts - 1),
      again: w.assignNext(attempts),
      input: w.outputVariable(variable),
    }))
    sized(says)
    add(states, at.name, finished<PassState>({ Type: 'Pass', Assign: says.start }, { ...piece, next: body.entry }))
    stack.push(plainly(body, states, asking, names))
    add(states, asking, {
      Type: 'Choice',
      Choices: [
        { ...says.until, Next: done },
        { ...says.isLast, Next: exhausted },
      ],
      Default: pause,
    })
    add(states, pause, {
      Type: 'Wait',
      Seconds: between?.seconds ?? 0,
      Assign: says.again,
      ...says.input,
      Next: body.entry,
    })
    add(states, exhausted, { Type: 'Fail', Error: repeatLimitReached, Cause: repeatLimitCause(maxAttempts) })
    add(states, done, { Type: 'Pass', ...onward(next) })
  }
  const emitKeep = (piece: Pending, { key = '' }: Keep): void => {
    const { at, states, next, names } = piece
    const { state, after } = writing(piece, (w) => w.keep(key))
    sized({ ...state, ...after })
    const kept = at.more.kept ?? ''
    const parallel: ParallelState = {
      Type: 'Parallel',
      Branches: [scope(at.children[0] as Occurrence, names)],
      ...state,
    }
    add(states, at.name, finished(parallel, after ? { ...piece, next: kept } : piece))
    if (after) add(states, kept, { Type: 'Pass', ...after, ...onward(next) })
  }
  const emitPiece = (piece: Pending): void => {
    const { at, states, next, names } = piece
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
        const { target } = node
        if (target.kind === 'service' || target.kind === 'activity') {
          const fields = sized(writing(piece, (w) => calling({ ...node, target } as ServiceTask | ActivityTask, w)))
          const state: TaskState = { ...fields }
          if (piece.retries.length > 0) state.Retry = retriers(piece.retries)
          return add(states, at.name, finished(state, piece))
        }
        const fn = functionName(node, options)
        atMost += bytesOf(fn)
        return add(states, at.name, finished(lambdaState(node, fn, piece.retries, options), piece))
      }
      case 'Identity':
        return add(states, at.name, finished<PassState>({ Type: 'Pass' }, piece))
      case 'Seq':
        return pushSteps(piece, node.comment ?? piece.comment)
      case 'Par': {
        const state: ParallelState = {
          Type: 'Parallel',
          Branches: at.children.map((branch) => scope(branch, names)),
          ...merging(node.keys, options),
        }
        for (const key of node.keys ?? []) atMost += bytesOfKey + bytesOf(key)
        return add(states, at.name, finished(retried(state, piece), piece))
      }
      case 'Map': {
        // Executions of their own see no variables of this one.
        const processor = scope(at.children[0] as Occurrence, node.distributed ? undefined : names)
        const state: MapState = { Type: 'Map', ItemProcessor: { ProcessorConfig: processorConfig(node), ...processor } }
        if (node.maxConcurrency !== undefined) state.MaxConcurrency = node.maxConcurrency
        if (node.items || node.selector || node.distributed)
          Object.assign(state, sized(writing(piece, (w) => mapFields(node, w))))
        return add(states, at.name, finished(retried(state, piece), piece))
      }
      case 'Wait':
        return add(states, at.name, finished<WaitState>({ Type: 'Wait', ...waiting(piece, node.delay) }, piece))
      case 'Pass': {
        const fields = sized(writing(piece, (w) => w.pass(node.value)))
        return add(states, at.name, finished<PassState>({ Type: 'Pass', ...fields }, piece))
      }
      case 'Choice':
        return emitChoice(piece, node)
      case 'Bind':
        return emitBind(piece, node)
      case 'Repeat':
        return emitRepeat(piece, node)
      case 'Keep':
        return emitKeep(piece, node)
      case 'Succeed':
        return add(states, at.name, commented({ Type: 'Succeed' }, piece))
      case 'Fail':
        return add(states, at.name, failing(node, piece))
      case 'Capture': {
        guard({ ...piece, catchers: [catcher(everyError, at.failed)] })
        return add(states, at.failed, { Type: 'Pass', ...onward(next) })
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
        for (const handler of handlers.reverse()) stack.push(plainly(handler, states, next, names))
        return
      }
    }
  }
  const machine = scope(root, undefined)
  for (let piece = stack.pop(); piece !== undefined; piece = stack.pop()) emitPiece(piece)
  return { machine, atMost, issues }
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
  const { machine, atMost, issues: inexpressibles } = emitStates(root, options)
  issues.push(...inexpressibles)
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
 *   whose placeholders would be the same (ASL301), two handlers of one name (ASL302), a fragment without states (ASL303), an EXPRESS time-out of over 300 s (ASL304),
 *   what an EXPRESS machine cannot do (ASL220 to ASL223), what the query language has no words for (ASL310).
 */
export const emit = (graph: AnyStep, options: EmitOptions = {}): StateMachine => {
  const result = emitEither(graph, options)
  if (Either.isLeft(result)) throw new AslError(result.left)
  return result.right
}
