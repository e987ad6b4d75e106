/** The place of an invocation in a Step Functions execution. */
import type { Context } from './context.ts'

/** An invocation's execution, state and attempt. */
export interface StepContext {
  /** The ARN of the execution. */
  readonly execution: string
  /** The name of the state. */
  readonly state: string
  /** 0 for the first attempt, 1 for the first retry. */
  readonly attempt: number
  /** When the state was entered: the same for all attempts. ISO 8601. */
  readonly entered: string
}

/**
 * Returns the execution, state and attempt of an invocation, if its task passes them (`passContext`); otherwise `undefined`. They are in the client
 * context, not in the payload, as `{ custom: { execution, state: { Name, EnteredTime, RetryCount } } }`.
 *
 * @example stepOf(context)?.execution // 'arn:aws:states:eu-west-1:123456789012:execution:orders:7'
 */
export const stepOf = (context: Context): StepContext | undefined => {
  // The runtime passes on any JSON that the caller sent, with the caller's keys.
  const { custom } = (context.clientContext ?? {}) as {
    readonly custom?: { readonly execution?: unknown; readonly state?: Readonly<Record<string, unknown>> }
  }
  const { Name, EnteredTime, RetryCount } = custom?.state ?? {}
  return typeof custom?.execution === 'string' && typeof Name === 'string'
    ? { execution: custom.execution, state: Name, attempt: Number(RetryCount ?? 0), entered: String(EnteredTime) }
    : undefined
}
