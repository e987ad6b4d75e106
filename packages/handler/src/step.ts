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
  /** When the state was entered: the same for all attempts. ISO 8601. */
  readonly entered: string
}

/**
 * The execution, state and attempt of an invocation, if its task passes them (`passContext`); else `undefined`. They come in the client
 * context, not in the payload, as `{ custom: { execution, state: { Name, EnteredTime, RetryCount } } }`.
 *
 * @example stepOf(context)?.execution // 'arn:aws:states:eu-west-1:123456789012:execution:orders:7'
 */
export const stepOf = (context: Context): StepContext | undefined => {
  // The runtime hands on whatever JSON the caller sent, under the caller's keys.
  const { custom } = (context.clientContext ?? {}) as {
    readonly custom?: { readonly execution?: unknown; readonly state?: Readonly<Record<string, unknown>> }
  }
  const { Name, EnteredTime, RetryCount } = custom?.state ?? {}
  return typeof custom?.execution === 'string' && typeof Name === 'string'
    ? { execution: custom.execution, state: Name, attempt: Number(RetryCount ?? 0), entered: String(EnteredTime) }
    : undefined
}
