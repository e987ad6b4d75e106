/**
 * What a graph is: a frozen, plain, serialisable tree of tagged nodes. No methods, no parent pointers, no identity:
 * where a node stands and what its states are called is computed by those who read it (see `fold.ts`, `occurrence.ts`).
 */
import type { Duration } from '../duration.ts'
import type { Expression, Variable } from '../expressions/expression.ts'

export { frozenCopy } from './frozenCopy.ts'

/** What any node may carry besides its meaning. */
export interface Annotated {
  /** The name of its state, instead of the one derived from the graph. Set by `named`. */
  readonly stateName?: string
  /** Set by `comment`. */
  readonly comment?: string
}

/** What a Lambda function is, as data: everything that a deployment needs to know of it, and nothing it could not write as JSON. */
export interface LambdaFunction {
  readonly kind: 'lambda'
  /** The module that exports the handler: a `file:` URL or a path. */
  readonly entry?: string
  /** The name under which the module exports the handler; the task's own name where it is not given. */
  readonly handler?: string
  /** The function's time-out: 1 to 900 s. Default: Lambda's 3 s, or 6 s with Powertools. */
  readonly timeout?: Duration
  /** Megabytes, 128 to 10,240. Default: Lambda's 128. */
  readonly memorySize?: number
  /** A Node.js runtime of Lambda. Default `"nodejs24.x"`. */
  readonly runtime?: string
  /** Default: Lambda's `"x86_64"`. */
  readonly architecture?: 'arm64' | 'x86_64'
  /** Tracing with X-Ray. Default `"active"`. */
  readonly tracing?: 'active' | 'passThrough' | 'disabled'
  /** Layers by ARN or by the folder they are built from. */
  readonly layers?: readonly LayerReference[]
  /** Environment variables. */
  readonly environment?: Readonly<Record<string, string>>
  /** The function's description in the Lambda console. */
  readonly description?: string
}

/** A layer, by its version's ARN or by the folder it is built from. */
export type LayerReference = { readonly arn: string } | { readonly path: string; readonly description?: string }

/** A call of a service that Step Functions makes itself: an optimized integration, or any action of the AWS SDK. */
export interface ServiceCall {
  readonly kind: 'service'
  /** What stands after `arn:aws:states:::`, as `sqs:sendMessage.waitForTaskToken`. */
  readonly resource: string
  /** The call's arguments. */
  readonly arguments: Expression
}

/** A worker that asks Step Functions for work. */
export interface Activity {
  readonly kind: 'activity'
  readonly arn: string
}

/**
 * States that something else makes, as CDK does of its own: whoever deploys the graph knows them, and gives them to `emit` by the
 * task's name. A local run needs a stand-in for it.
 */
export interface Fragment {
  readonly kind: 'fragment'
}

/** What does a task's work. */
export type Target = LambdaFunction | ServiceCall | Activity | Fragment

/** The leaf: a function, a service, or a worker. */
export interface Task extends Annotated {
  readonly _tag: 'Task'
  /** The task's own name: its function's, and its state's where it has no other. Stand-ins go by it. */
  readonly name: string
  readonly target: Target
  /** The state's own time-out, instead of the one derived from the function's; `false` for none. */
  readonly taskTimeout?: Duration | false
  /** How long a worker, or whoever holds the task token, may be silent. */
  readonly heartbeat?: Duration
  /** `false`: transient errors of the Lambda service are not retried. */
  readonly retryServiceErrors?: false
  /** The function gets `{ input, token }`, and the result is what is returned with the token, later and from anywhere. */
  readonly waitsForToken?: true
  /** The function finds its execution, state and attempt in the client context of its invocation. */
  readonly passesContext?: true
  /** What is made of the raw result; of a function's, its payload where this says nothing. */
  readonly result?: Expression
  /** The ARN of a role, of this account or another, to do the work as. */
  readonly credentials?: Expression
}

/** A task whose work is done by a Lambda function. */
export type LambdaTask = Task & { readonly target: LambdaFunction }

/**
 * Whether a node is a task that calls a Lambda function.
 *
 * @example nodes(workflow).filter(isLambdaTask).map(({ name }) => name)
 */
export const isLambdaTask = (node: Node): node is LambdaTask => node._tag === 'Task' && node.target.kind === 'lambda'

/** Passes its input on. The unit of `Seq`. */
export interface Identity extends Annotated {
  readonly _tag: 'Identity'
}

/** One after the other. Never empty, and never holds a `Seq` without annotations, nor a lone step: `seq` flattens. */
export interface Seq extends Annotated {
  readonly _tag: 'Seq'
  readonly steps: readonly Node[]
}

/** Side by side, all on the same input. With `keys` the outputs are merged under them, else they form an array. */
export interface Par extends Annotated {
  readonly _tag: 'Par'
  readonly branches: readonly Node[]
  readonly keys?: readonly string[]
}

/** Once per element of its input, or of an array in it. */
export interface Each extends Annotated {
  readonly _tag: 'Map'
  readonly item: Node
  /** The array, where it is not the whole input. */
  readonly items?: Expression
  /** What an item's step gets, where it is not the item itself. The item is `Map.Item.Value` of the context. */
  readonly selector?: Expression
  readonly maxConcurrency?: number
  /** Each item, or batch of them, in an execution of its own. */
  readonly distributed?: Distributed
}

/** Where the items of a distributed map are read from. */
export interface ItemReader {
  /** What stands after `arn:aws:states:::`, as `s3:getObject`. */
  readonly resource: string
  readonly arguments: Expression
  readonly config?: Readonly<Record<string, unknown>>
}

/** What a distributed map says besides. */
export interface Distributed {
  readonly executionType: 'STANDARD' | 'EXPRESS'
  readonly label?: string
  readonly reader?: ItemReader
  readonly batcher?: {
    readonly maxItemsPerBatch?: number
    readonly maxInputBytesPerBatch?: number
    readonly batchInput?: Expression
  }
  readonly writer?: { readonly arguments?: Expression; readonly config?: Readonly<Record<string, unknown>> }
  readonly toleratedFailureCount?: number
  readonly toleratedFailurePercentage?: number
}

/** An error of the body becomes the output. `parCatch` is a `Par` of these, `mapCatch` a `Map` of one. */
export interface Capture extends Annotated {
  readonly _tag: 'Capture'
  readonly body: Node
}

/** How long a wait lasts: a time, a number of seconds in the payload, or until an instant in the payload. */
export type Delay =
  | { readonly kind: 'duration'; readonly seconds: number }
  | { readonly kind: 'seconds' | 'until'; readonly expression: Expression }

/** Hands its input on, later. */
export interface Wait extends Annotated {
  readonly _tag: 'Wait'
  readonly delay: Delay
}

/** Makes its output of its input, with no function. */
export interface Pass extends Annotated {
  readonly _tag: 'Pass'
  readonly value: Expression
}

/** What is done where a condition holds. */
export interface Arm {
  readonly condition: Expression
  readonly then: Node
}

/** The first arm whose condition holds, or else the last way. */
export interface Choice extends Annotated {
  readonly _tag: 'Choice'
  readonly arms: readonly Arm[]
  readonly otherwise: Node
}

/** The body, in which a variable is the value's output; without a value, its input. The body gets that, too. */
export interface Bind extends Annotated {
  readonly _tag: 'Bind'
  readonly value?: Node
  readonly variable: Variable
  readonly body: Node
}

/** The wait between the laps of a loop. */
export interface Pause {
  /** In seconds: the first wait. */
  readonly seconds: number
  /** By what the wait is multiplied after each lap. */
  readonly backoffRate?: number
  /** The longest wait, in seconds. */
  readonly maxSeconds?: number
  /** Whether there is a wait before the first lap, too. */
  readonly isFirst?: true
}

/** The body again and again, until a condition holds of its output. */
export interface Repeat extends Annotated {
  readonly _tag: 'Repeat'
  readonly body: Node
  readonly until: Expression
  readonly pause?: Pause
  /** How often the body runs at most; then the loop fails. */
  readonly maxAttempts?: number
  /** After how many seconds no further lap begins, and the loop fails. */
  readonly timeLimitSeconds?: number
  /** Each lap gets what the one before gave; else each gets what the loop got. */
  readonly carries?: true
  /** The condition is asked before the first lap, too. */
  readonly asksFirst?: true
}

/** The input, with the body's output in one field; without a key, as it was. */
export interface Keep extends Annotated {
  readonly _tag: 'Keep'
  readonly body: Node
  readonly key?: string
}

/** Ends the branch, the item, or the whole workflow that it is in, with its input or another value as the output. */
export interface Succeed extends Annotated {
  readonly _tag: 'Succeed'
  readonly output?: Expression
}

/** Fails. Nothing comes after it. */
export interface Fail extends Annotated {
  readonly _tag: 'Fail'
  readonly error?: Expression
  readonly cause?: Expression
}

/** How some errors are retried. */
export interface RetryPolicy {
  readonly errors: readonly string[]
  readonly intervalSeconds: number
  /** Retries after the first attempt. */
  readonly maxAttempts: number
  readonly backoffRate: number
  readonly maxDelaySeconds?: number
  readonly jitter?: 'FULL'
}

/** The body again, when it fails; the first policy whose errors match decides. */
export interface Retry extends Annotated {
  readonly _tag: 'Retry'
  readonly body: Node
  readonly policies: readonly RetryPolicy[]
}

/** What is done about some errors. */
export interface Handler {
  readonly errors: readonly string[]
  readonly handler: Node
  /** The field beside the payload under which the handler gets the error; without it the error is all that it gets. */
  readonly keep?: string
}

/** The body; and when it fails, the first handler whose errors match, on `{ Error, Cause }`. */
export interface Catch extends Annotated {
  readonly _tag: 'Catch'
  readonly body: Node
  readonly handlers: readonly Handler[]
}

/** Every kind of node. A new one is a compile error in each reader until that reader handles it. */
export type Node =
  | Task
  | Identity
  | Pass
  | Seq
  | Par
  | Each
  | Choice
  | Bind
  | Repeat
  | Keep
  | Wait
  | Succeed
  | Fail
  | Capture
  | Retry
  | Catch

/**
 * A workflow from an `I` to an `O`, both JSON. Immutable: combinators make new graphs, and a graph can
 * be part of any number of others. Under the type it is a `Node`; read it with `fold`.
 */
export interface Graph<in I, out O> {
  readonly _tag: Node['_tag']
  /** Where the type parameters live. Absent at run time. */
  readonly '~io'?: ((input: I) => O) | undefined
}

/** Anything that carries a graph, as a composed handler does. */
export interface Carrier<in I, out O> {
  readonly graph: Graph<I, O>
}

/** What combinators take: a graph, or anything that carries one. */
export type Step<I, O> = Graph<I, O> | Carrier<I, O>

/** Any step at all. */
export type AnyStep = Step<never, unknown>

/** A step of which the types are not looked at, where TypeScript cannot know yet what it is to take. */
export interface Unchecked {
  readonly _tag?: unknown
  readonly graph?: unknown
}

/** What a step takes. */
export type InputOf<S> = S extends Graph<infer I, unknown> ? I : S extends Carrier<infer I, unknown> ? I : never

/** What a step gives. */
export type OutputOf<S> = S extends Graph<never, infer O> ? O : S extends Carrier<never, infer O> ? O : never

/** What the steps of a record all take: the intersection of their inputs. */
export type SharedInputOfRecord<S> = { [K in keyof S]: (input: InputOf<S[K]>) => void }[keyof S] extends (
  input: infer I,
) => void
  ? I
  : never

/** What the steps of a tuple or an array all take. */
export type SharedInput<S extends readonly unknown[]> = number extends S['length']
  ? InputOf<S[number]>
  : S extends readonly [infer H, ...infer R]
    ? InputOf<H> & SharedInput<R>
    : unknown

/**
 * Under this key a composed handler's own function rides along on its `Task`. It is no part of the data: equality, JSON
 * and `structuredClone` do not see symbols. Global (`Symbol.for`), so that a second copy of this package finds it too.
 */
export const implementation: unique symbol = Symbol.for('@orkestra/implementation') as never

/** The function behind a composed handler's task. */
export type Implementation = (input: never, context?: never) => unknown

const tags: Readonly<Record<Node['_tag'], true>> = {
  Task: true,
  Identity: true,
  Seq: true,
  Par: true,
  Map: true,
  Capture: true,
  Wait: true,
  Fail: true,
  Retry: true,
  Catch: true,
  Pass: true,
  Choice: true,
  Bind: true,
  Repeat: true,
  Keep: true,
  Succeed: true,
}

/**
 * Whether a value is a graph.
 *
 * @example isGraph(task('x')) // true
 */
export const isGraph = (value: unknown): value is Graph<never, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  '_tag' in value &&
  typeof value._tag === 'string' &&
  Object.hasOwn(tags, value._tag)

/** Whether a value is a step: a graph, or something that carries one. @example isStep({ graph: task('x') }) // true */
export const isStep = (value: unknown): value is AnyStep =>
  isGraph(value) ||
  (((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    'graph' in value &&
    isGraph(value.graph))

const described = (value: unknown): string =>
  typeof value === 'function'
    ? `the function ${value.name || '(anonymous)'}, which is not composed`
    : value === null || typeof value !== 'object'
      ? String(value)
      : `an object with the keys ${JSON.stringify(Object.keys(value).slice(0, 5))}`

/** Who asks for a step: opens the message of an error, and is spelt out only then. */
export type Place = string | (() => string)

/**
 * The node of a step. `place` says for whom it is asked.
 *
 * @example nodeOf(seq(x, y))._tag // 'Seq'
 * @throws TypeError when the value is not a step.
 */
export const nodeOf = (step: AnyStep, place: Place = 'graph'): Node => {
  if (!isStep(step))
    throw new TypeError(
      `${typeof place === 'string' ? place : place()}: expected a step (a graph, a composed handler, or { graph }), got ${described(step)}. Wrap a plain function with compose() of @orkestra/handler.`,
    )
  return ('graph' in step ? step.graph : step) as Node
}

/** A frozen node as a graph. The one place where a type is claimed for a tree. */
export const graphOf = <I, O>(node: Node): Graph<I, O> => Object.freeze(node)

/** Whether a node carries a name or a comment of its own. */
export const isAnnotated = (node: Node): boolean => node.stateName !== undefined || node.comment !== undefined
