/** What does a task's work, as data. */
import type { Duration } from '../duration.ts'
import type { Expression } from '../expressions/expression.ts'

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
