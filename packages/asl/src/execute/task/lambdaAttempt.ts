/** A function's second argument: a stand-in's context and Lambda's context in one. */
import { functionName } from '../calls/calls.ts'
import type { Thread } from '../thread/thread.ts'
import { Attempt } from './attempt.ts'

/** What Lambda allows at most, in milliseconds: nothing cuts a stand-in off. */
const longest = 900_000

/**
 * An attempt at a task that invokes a function, with the fields of Lambda's context, so that a handler is a stand-in as it is.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 */
export class LambdaAttempt extends Attempt {
  /** Handlers that hold connections set it; here nothing waits. */
  callbackWaitsForEmptyEventLoop = true
  readonly functionVersion = '$LATEST'
  readonly memoryLimitInMB = '128'
  readonly #reference: string
  #end: number | undefined
  #requestId: string | undefined

  readonly #work: unknown

  constructor(thread: Thread, resource: string, reference: string, work: unknown) {
    super(thread, resource)
    this.#reference = reference
    this.#work = work
  }

  /** What the task passes on as `ClientContext`, which Lambda's runtime decodes. */
  get clientContext(): unknown {
    const { ClientContext } = (this.#work ?? {}) as { readonly ClientContext?: unknown }
    if (typeof ClientContext !== 'string') return undefined
    try {
      return JSON.parse(Buffer.from(ClientContext, 'base64').toString())
    } catch {
      return undefined
    }
  }

  // Made on demand: most stand-ins never ask.
  get functionName(): string {
    return functionName(this.#reference)
  }

  get invokedFunctionArn(): string {
    return this.#reference.startsWith('arn:')
      ? this.#reference
      : `arn:aws:lambda:us-east-1:123456789012:function:${this.functionName}`
  }

  get awsRequestId(): string {
    // Not of the execution's own random numbers: whether a handler asks may not change what the workflow does.
    this.#requestId ??= crypto.randomUUID()
    return this.#requestId
  }

  get logGroupName(): string {
    return `/aws/lambda/${this.functionName}`
  }

  get logStreamName(): string {
    return 'local'
  }

  get getRemainingTimeInMillis(): () => number {
    this.#end ??= Date.now() + longest
    const end = this.#end
    return () => Math.max(0, end - Date.now())
  }
}
