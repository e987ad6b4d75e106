/**
 * What a graph is: a frozen, plain, serialisable tree of tagged nodes. No methods, no parent pointers, no identity:
 * where a node stands and what its states are called is computed by those who read it (see `fold.ts`, `occurrence.ts`).
 */
import type { Duration } from '../duration.ts'
import type { Expression, Variable } from '../expressions/expression.ts'
import type { LambdaFunction, Target } from './target.ts'

/** What any node may carry besides its meaning. */
export interface Annotated {
  /** The name of its state, instead of the one derived from the graph. Set by `named`. */
  readonly stateName?: string
  /** Set by `comment`. */
  readonly comment?: string
}

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
