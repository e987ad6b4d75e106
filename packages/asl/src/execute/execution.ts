/** What comes of running a workflow or a definition. */
import type { HistoryEvent } from './history/events.ts'
import type { MapRun } from './thread/thread.ts'

/** It came to its end. */
export interface Succeeded<O> {
  readonly status: 'SUCCEEDED'
  readonly output: O
  readonly history: readonly HistoryEvent[]
}

/** It did not. */
export interface Unfinished {
  readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'
  /** Absent where a Fail state names none, and where the execution timed out or was aborted. */
  readonly error?: string
  readonly cause?: string
  readonly history: readonly HistoryEvent[]
}

/** The result of an execution. A failure is data; only a mistake in the test set-up is thrown. */
export type Execution<O = unknown> = (Succeeded<O> | Unfinished) & {
  /** The child executions of distributed Maps, with histories of their own. */
  readonly mapRuns: readonly MapRun[]
}

/** Thrown by `outputOf`. */
export class ExecutionError extends Error {
  override readonly name = 'ExecutionError'
  readonly execution: Unfinished

  constructor(execution: Unfinished) {
    super(
      `the execution ended as ${execution.status}: ${execution.error ?? 'no error name'}: ${execution.cause ?? 'no cause'}`,
    )
    this.execution = execution
  }
}

/**
 * The output of an execution that is expected to succeed.
 *
 * @example outputOf(await run(workflow, { id: '1' }))
 * @throws ExecutionError when it did not succeed, with the error and its cause in the message.
 */
export const outputOf = <O>(execution: Succeeded<O> | Unfinished): O => {
  if (execution.status !== 'SUCCEEDED') throw new ExecutionError(execution)
  return execution.output
}
