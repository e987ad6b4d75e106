import {
  AslError,
  calling,
  type Issue,
  inexpressible,
  mapFields,
  type Names,
  nameIn,
  type Problem,
  processorConfig,
  type Writer,
  writerFor,
} from '@orkestra/asl'
import {
  type AnyStep,
  foldOccurrences,
  isWrapper,
  type Occurrence,
  occurrences,
  type RetryPolicy,
  repeatLimitCause,
  repeatLimitReached,
  taskRetries,
} from '@orkestra/core'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import {
  Chain,
  Choice,
  Condition,
  CustomState,
  Fail,
  type INextable,
  Map as MapState,
  Parallel,
  Pass,
  ProcessorMode,
  QueryLanguage,
  type State,
  Succeed,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions'
import { Duration } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { builderOf, fragmentTasks } from './fromChainable.ts'
import { type FunctionOptions, functionsOf } from './functions.ts'
import { retryProps } from './retries.ts'
import { type LambdaTask, task } from './task.ts'

export interface DefinitionOptions extends FunctionOptions {
  /** Default `QueryLanguage.JSON_PATH`. Every state then says it: CDK itself forgets the machine's language inside branches. */
  readonly queryLanguage?: QueryLanguage
}

type Guarded = LambdaTask | Parallel | MapState | CustomState

/** A Map with what emit says of its items; CDK has half of it in one class and half in another, and neither in both languages. */
class WrittenMap extends MapState {
  readonly #fields: object
  readonly #config: object

  constructor(fields: object, config: object, ...[scope, id, props]: ConstructorParameters<typeof MapState>) {
    super(scope, id, props)
    this.#fields = fields
    this.#config = config
  }

  override toStateJson(language?: QueryLanguage): object {
    const json = super.toStateJson(language) as { readonly ItemProcessor?: object }
    const ItemProcessor = { ...json.ItemProcessor, ProcessorConfig: this.#config }
    return { ...json, ...this.#fields, ItemProcessor }
  }
}

/** A state as emit writes it. */
class WrittenState extends CustomState {
  constructor(scope: Construct, name: string, stateJson: Readonly<Record<string, unknown>>) {
    super(scope, constructId(name), { stateJson })
    // CDK takes no name for these, only an id.
    Object.assign(this, { stateName: name })
  }
}

/** A rule of a Choice as emit writes it. */
class Rule extends Condition {
  readonly #fields: Readonly<Record<string, unknown>>

  constructor(fields: Readonly<Record<string, unknown>>) {
    super()
    this.#fields = fields
  }

  override renderCondition(): Readonly<Record<string, unknown>> {
    return this.#fields
  }
}

/** A piece of the chain being built. */
interface Piece {
  readonly start: State
  readonly ends: INextable[]
  /** The state that a guard around this piece may be put on. */
  readonly state?: Guarded
}

/** Constructs keep their children in plain objects, where `constructor` is taken; the state keeps its name all the same. */
const constructId = (name: string): string => (name in Object.prototype ? `${name} ` : name)

const chained = ({ start, ends }: Piece): Chain => Chain.custom(start, ends, start)

/** The comment of a sequence, which CDK's branches have no place for, goes to its first state; so do those around it. */
const firstComments = (root: Occurrence): ReadonlyMap<Occurrence, string> => {
  const comments = new Map<Occurrence, string>()
  foldOccurrences<void>(
    root,
    () => {},
    (at) => {
      const [first] = at.children
      const comment = at.node.comment ?? comments.get(at)
      if (comment === undefined) return
      if (at.node._tag === 'Seq' && first) comments.set(first, comment)
      else comments.set(at, comment)
    },
  )
  return comments
}

/**
 * A workflow as a chain of CDK's own states, to mix with others. For a machine that holds nothing else, use `stateMachine`.
 *
 * The states are those that `emit` prints, by the same names; only a comment on a branch is on the branch's first state here, as
 * CDK's branches have none. CDK recurses along chains: past some thousand states it overflows.
 *
 * @example definition(this, workflow) // Chain: Chain.start(definition(this, workflow)).next(new Succeed(this, 'done'))
 * @throws Error when a task has no function, see `stateMachine`.
 */
export const definition = (scope: Construct, graph: AnyStep, options: DefinitionOptions = {}): Chain => {
  const functions = functionsOf(scope, graph, options)
  const { queryLanguage = QueryLanguage.JSON_PATH } = options
  const isJsonata = queryLanguage === QueryLanguage.JSONATA
  fragmentTasks(graph)
  const root = occurrences(graph)
  const comments = firstComments(root)
  // A language that every state says would be noise where it is the default.
  const common = (at: Occurrence) => {
    const comment = comments.get(at)
    return { stateName: at.name, ...(isJsonata && { queryLanguage }), ...(comment !== undefined && { comment }) }
  }

  const plain = (name: string) => ({ stateName: name, ...(isJsonata && { queryLanguage }) })
  const issues: Issue[] = []
  const scopes = new Map<Occurrence, Names | undefined>()
  const writing = <A>(at: Occurrence, write: (writer: Writer) => A): A => {
    const problems: Problem[] = []
    const language = isJsonata ? 'JSONata' : 'JSONPath'
    const written = write(writerFor(language, nameIn(scopes.get(at)), problems))
    for (const problem of problems) issues.push(inexpressible(at.name, problem))
    return written
  }
  /** A state with fields that CDK's own classes have no place for, in one language or in both. */
  const asWritten = (at: Occurrence, name: string, fields: Readonly<Record<string, unknown>>): Piece => {
    const comment = name === at.name ? comments.get(at) : undefined
    const stateJson = {
      ...fields,
      ...(isJsonata && { QueryLanguage: 'JSONata' }),
      ...(comment !== undefined && { Comment: comment }),
    }
    const state = new WrittenState(scope, name, stateJson)
    return { start: state, ends: [state] }
  }

  /** The retries that guards in place ask of a state. */
  const asked = new Map<Occurrence, readonly RetryPolicy[]>()
  const enter = (at: Occurrence): void => {
    const carrier = isWrapper(at) ? at : at.children[0]
    if (at.node._tag === 'Retry' && carrier) asked.set(carrier, at.node.policies)
    const names = scopes.get(at)
    for (const child of at.children) scopes.set(child, names)
    const body = at.children.at(-1)
    if (at.node._tag === 'Bind' && body)
      scopes.set(body, { level: at.node.variable.level ?? 0, name: at.more.variable ?? '', outer: names })
  }
  const retried = <S extends Guarded>(at: Occurrence, state: S, policies = asked.get(at) ?? []): S => {
    for (const policy of policies) state.addRetry(retryProps(policy))
    return state
  }
  const unwrapping = isJsonata ? { outputs: '{% $states.result[0] %}' } : { outputPath: '$[0]' }
  /** The state that a guard is put on: its body's own, or a Parallel around all of the body. */
  const carrierOf = (at: Occurrence, body: Piece): Guarded => {
    if (!isWrapper(at)) return body.state as Guarded
    return retried(
      at,
      new Parallel(scope, constructId(at.name), { ...common(at), ...unwrapping }).branch(chained(body)),
    )
  }
  const merging = (keys: readonly string[] | undefined): object => {
    if (keys === undefined) return {}
    return isJsonata
      ? { outputs: Object.fromEntries(keys.map((key, i) => [key, `{% $states.result[${i}] %}`])) }
      : { resultSelector: Object.fromEntries(keys.map((key, i) => [`${key}.$`, `$[${i}]`])) }
  }
  const only = (state: Guarded): Piece => ({ start: state, ends: [state], state })

  const build = (at: Occurrence, parts: readonly Piece[]): Piece => {
    const { node } = at
    const body = parts[0] as Piece
    switch (node._tag) {
      case 'Task': {
        if (node.target.kind === 'fragment') {
          const states = builderOf(node)(new Construct(scope, `${at.name} states`))
          const state = new Parallel(scope, constructId(at.name), { ...common(at), ...unwrapping }).branch(states)
          return only(retried(at, state))
        }
        const { target } = node
        if (target.kind === 'service' || target.kind === 'activity') {
          const piece = asWritten(at, at.name, { ...writing(at, (w) => calling({ ...node, target } as never, w)) })
          const state = piece.start as CustomState
          for (const policy of asked.get(at) ?? []) state.addRetry(retryProps(policy))
          return { ...piece, state }
        }
        const lambdaFunction = functions.get(node.name) as IFunction
        const id = constructId(at.name)
        const state = task(
          scope,
          { graph: node },
          { id, lambdaFunction, retryOnServiceExceptions: false, ...common(at) },
        )
        return only(retried(at, state, taskRetries(node, asked.get(at) ?? [])))
      }
      case 'Identity': {
        const pass = new Pass(scope, constructId(at.name), common(at))
        return { start: pass, ends: [pass] }
      }
      case 'Seq': {
        let ends = body.ends
        for (const part of parts.slice(1)) {
          for (const end of ends) end.next(part.start)
          ends = part.ends
        }
        return { start: body.start, ends }
      }
      case 'Par':
        return only(
          retried(
            at,
            new Parallel(scope, constructId(at.name), { ...common(at), ...merging(node.keys) }).branch(
              ...parts.map(chained),
            ),
          ),
        )
      case 'Map':
        return only(
          retried(
            at,
            new WrittenMap(
              writing(at, (w) => mapFields(node, w)),
              processorConfig(node),
              scope,
              constructId(at.name),
              {
                ...common(at),
                ...(node.maxConcurrency !== undefined && { maxConcurrency: node.maxConcurrency }),
              },
            ).itemProcessor(chained(body), { mode: ProcessorMode.INLINE }),
          ),
        )
      case 'Wait': {
        if (node.delay.kind === 'duration') {
          const time = WaitTime.duration(Duration.seconds(node.delay.seconds))
          const state = new Wait(scope, constructId(at.name), { ...common(at), time })
          return { start: state, ends: [state] }
        }
        const { kind, expression } = node.delay
        const fields = writing(at, (w) => (kind === 'until' ? w.until(expression) : w.seconds(expression)))
        return asWritten(at, at.name, { Type: 'Wait', ...fields })
      }
      case 'Pass':
        return asWritten(at, at.name, { Type: 'Pass', ...writing(at, (w) => w.pass(node.value)) })
      case 'Choice': {
        const choice = new Choice(scope, constructId(at.name), common(at))
        node.arms.forEach(({ condition }, i) => {
          choice.when(new Rule(writing(at, (w) => w.rule(condition))), chained(parts[i] as Piece))
        })
        choice.otherwise(chained(parts.at(-1) as Piece))
        return { start: choice, ends: parts.flatMap(({ ends }) => ends) }
      }
      case 'Bind': {
        const Assign = writing(at, (w) => w.assignInput(at.more.variable ?? ''))
        const assign = asWritten(at, at.name, { Type: 'Pass', Assign })
        const inner = parts.at(-1) as Piece
        assign.ends[0]?.next(inner.start)
        if (node.value === undefined) return { start: assign.start, ends: inner.ends }
        for (const end of body.ends) end.next(assign.start)
        return { start: body.start, ends: inner.ends }
      }
      case 'Repeat': {
        const { variable = '', attempts = '', asking = '', waiting = '', exhausted = '', done = '' } = at.more
        const says = writing(at, (w) => ({
          start: { ...w.assignInput(variable), ...w.assignZero(attempts) },
          until: w.rule(node.until),
          isLast: w.atLeast(attempts, (node.maxAttempts ?? 0) - 1),
          again: { Assign: w.assignNext(attempts), ...w.outputVariable(variable) },
        }))
        const start = asWritten(at, at.name, { Type: 'Pass', Assign: says.start })
        const ask = new Choice(scope, constructId(asking), plain(asking))
        const pause = asWritten(at, waiting, { Type: 'Wait', Seconds: node.pause?.seconds ?? 0, ...says.again })
        const end = asWritten(at, done, { Type: 'Pass' })
        const failure = new Fail(scope, constructId(exhausted), {
          ...plain(exhausted),
          error: repeatLimitReached,
          cause: repeatLimitCause(node.maxAttempts ?? 0),
        })
        ask.when(new Rule(says.until), end.start as CustomState)
        ask.when(new Rule(says.isLast), failure)
        ask.otherwise(pause.start as CustomState)
        start.ends[0]?.next(body.start)
        pause.ends[0]?.next(body.start)
        for (const out of body.ends) out.next(ask)
        return { start: start.start, ends: end.ends }
      }
      case 'Keep': {
        const { state, after } = writing(at, (w) => w.keep(node.key ?? ''))
        const props = isJsonata ? { outputs: state.Output } : { resultPath: String(state.ResultPath) }
        const parallel = new Parallel(scope, constructId(at.name), { ...common(at), ...props }).branch(chained(body))
        if (after === undefined) return { start: parallel, ends: [parallel] }
        const kept = asWritten(at, at.more.kept ?? '', { Type: 'Pass', ...after })
        parallel.next(kept.start)
        return { start: parallel, ends: kept.ends }
      }
      case 'Succeed':
        return { start: new Succeed(scope, constructId(at.name), common(at)), ends: [] }
      case 'Fail': {
        const [error, cause] = [node.error, node.cause].map((of) =>
          of?._tag === 'Literal' ? String(of.value) : undefined,
        )
        const props = { ...common(at), ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
        return { start: new Fail(scope, constructId(at.name), props), ends: [] }
      }
      case 'Capture': {
        const state = carrierOf(at, body)
        const failed = new Pass(scope, constructId(at.failed), {
          stateName: at.failed,
          ...(isJsonata && { queryLanguage }),
        })
        state.addCatch(failed)
        return { start: state, ends: [state, failed] }
      }
      case 'Retry':
        return isWrapper(at) ? only(carrierOf(at, body)) : body
      case 'Catch': {
        const state = carrierOf(at, body)
        const handlers = parts.slice(1)
        node.handlers.forEach(({ errors }, i) => {
          state.addCatch(chained(handlers[i] as Piece), { errors: [...errors] })
        })
        return { start: state, ends: [state, ...handlers.flatMap(({ ends }) => ends)] }
      }
    }
  }
  const built = foldOccurrences(root, build, enter)
  const [first, ...more] = issues
  if (first) throw new AslError([first, ...more])
  return chained(built)
}
