/** Where in an execution of Step Functions an invocation stands. */
import type { Context } from './context.ts'

/** An invocation's place in an execution. */
export interface StepContext {
  /** The ARN of the execution. */
  readonly execution: string
  /** The name of the state. */
  readonly state: string
  /** 0 for the first, 1 for the first retry. */
  readonly attempt: number
}

/**
 * The execution, state and attempt that an invocation belongs to, where its task passes them on in the client context, as
 * `{ custom: { stepFunctions: { execution, state, attempt } } }`; else `undefined`. The payload is left alone.
 *
 * @example stepOf(context)?.execution // 'arn:aws:states:eu-west-1:123456789012:execution:orders:7'
 */
export const stepOf = (context: Context): StepContext | undefined => {
  // The runtime hands on whatever JSON the caller sent, under the caller's keys.
  const custom: unknown = (context.clientContext as { readonly custom?: unknown } | undefined)?.custom
  const step = (custom as { readonly stepFunctions?: Partial<StepContext> } | undefined)?.stepFunctions
  return typeof step?.execution === 'string' && typeof step.state === 'string'
    ? { execution: step.execution, state: step.state, attempt: Number(step.attempt ?? 0) }
    : undefined
}
